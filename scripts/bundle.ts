/** The command `npm run bundle`: a copy of the site that opens from disk, as one zip file. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { zipDate } from '#site/zip-date';
import type { Notice } from '#domain/notice';
import { siteSchema } from '#domain/site';
import { buildDefaults, buildSite, reportBuild } from './build.ts';
import { filesOnDisk } from './bundle/copy.ts';
import { isMain, readArguments, say, sound, type Command } from './cli.ts';
import { readOrigin } from './lib/address.ts';
import { removeTemporary, temporaryFolder, writeFile } from './lib/files.ts';
import { NoticeError } from './lib/notice-error.ts';
import { openFolder } from './lib/open-folder.ts';
import { readChecked, readYaml } from './lib/read-content.ts';
import { namesIn } from './lib/read-text.ts';

/** The most papers of a copy: with more, a browser opens too many small files from a slow stick. */
const mostPapers = 1000;

const command: Command<'content' | 'out' | 'site' | 'cache'> = {
  run: 'npm run bundle',
  does: 'Builds the site and puts it into one zip file that opens from disk, without Node or a network: unpack it, then a double click on index.html.',
  options: {
    content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` },
    out: { value: 'DIR', does: 'where the zip file goes (dist-bundle)' },
    site: { value: 'URL', does: 'the public origin, for canonical addresses (that of site.yaml)' },
    cache: { value: 'DIR', does: 'the cache for the next build (.cache)' },
  },
};

/**
 * The zip file of a built site's copy that opens from disk. Equal sites give equal bytes: each file has the date of the
 * corpus, as an ISO date.
 */
export async function zipOf(site: string, date: string): Promise<Uint8Array> {
  return zipSync(await filesOnDisk(site), { level: 9, mtime: zipDate(date) });
}

/** Whether a review is small enough; the import has made its records. */
function tooMany(content: string): Notice | undefined {
  const papers = join(content, 'papers');
  const count = existsSync(papers) ? namesIn(papers, 'papers', /\.json$/u, []).length : 0;
  if (count <= mostPapers) return undefined;
  return {
    severity: 'error',
    rule: 'bundle-too-large',
    place: { file: 'papers' },
    seen: `${count.toLocaleString('en-GB')} papers`,
    expected: `at most ${mostPapers.toLocaleString('en-GB')} papers in a copy that opens from disk`,
    remedy: 'publish the site on a host (docs/hosting.md): it can be read without a connection after a first visit',
  };
}

function refuseTooMany(content: string): void {
  const notice = tooMany(content);
  if (notice) throw new NoticeError(notice);
}

if (isMain(import.meta)) {
  const { given, text } = readArguments(command);
  const content = resolve(text('content') ?? buildDefaults.content);
  const origin = typeof given.site === 'string' ? { site: sound(readOrigin(given.site)) } : {};
  const cache = typeof given.cache === 'string' ? { cache: given.cache } : {};
  refuseTooMany(content);
  const out = openFolder({
    path: text('out') ?? 'dist-bundle',
    holds: 'bundle',
    option: '--out',
    apart: { content },
  });
  const folder = temporaryFolder();
  try {
    const site = join(folder, 'site');
    const result = await buildSite({ content, out: site, base: '/', ...origin, ...cache });
    process.exitCode = reportBuild(result, site, false);
    if (result.built) {
      refuseTooMany(content);
      const read = readChecked(readYaml, siteSchema, [join(content, 'site.yaml'), 'site.yaml'], 'src/domain/site.ts');
      const bytes = await zipOf(site, read.corpus.date);
      const path = join(out, 'review.zip');
      writeFile(path, bytes);
      say(`${path}, ${(bytes.length / 1e6).toFixed(1)} MB: unpack it, then open index.html`);
    }
  } finally {
    removeTemporary(folder);
  }
}
