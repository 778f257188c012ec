/** Makes the list of files that the service worker keeps, so that the site works without a connection. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf, pageTypes } from '#site/page-types';
import { FileHashes } from '../lib/file-hashes.ts';
import { writeStaged } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';
import { projectRoot } from '../run.ts';

/** Up to this size in bytes, about a hundred papers, a site is fetched completely on the first visit. */
const wholeSite = 40_000_000;
/** Of a larger site, how many bytes of pages a reader's device may keep beyond what every page needs. */
const budget = 60_000_000;

/** Files that pages share, and the search without its parts. */
const shared = /^(?:_astro\/.*|[^/]+\.(?:css|js|svg|webmanifest|html)|search\/index\/[^/]+)$/u;
const firstPages = pageTypes
  .filter(({ first }) => first)
  .flatMap((type) => (['', 'zh/'] as const).map((prefix) => fileOf(type, prefix, '*').split('*')));

/** Whether a file of a larger site is fetched on the first visit: shared files, and the pages that the list says. */
function isFirst(path: string): boolean {
  return (
    shared.test(path) ||
    firstPages.some(([start = '', end]) =>
      end === undefined
        ? path === start
        : path.startsWith(start) && path.endsWith(end) && !path.slice(start.length, -end.length).includes('/'),
    )
  );
}

/** Files that few readers use: they are kept only after they were read once, even of a small site. */
const onDemand = /^styles\//;

/** Files for hosts and for the worker itself. */
const apart = /^(_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sw\.js|offline\.json)$/;

/**
 * Writes the service worker and the list of all files of a finished site. Nothing in the site may change after it.
 * Returns how many files the list names, and the bytes of those that a complete copy has.
 */
export async function writeOffline(out: string, hashes = new FileHashes()): Promise<{ files: number; bytes: number }> {
  const files: Record<string, [hash: string, size: number, first?: 0 | 1]> = {};
  let bytes = 0;
  const all = createHash('sha256');
  for (const path of filesBelow(out)) {
    if (apart.test(path)) continue;
    const { hash: whole, size } = hashes.of(join(out, path));
    const hash = Buffer.from(whole, 'base64url').toString('hex').slice(0, 16);
    if (onDemand.test(path)) files[path] = [hash, size, 0];
    else {
      files[path] = isFirst(path) ? [hash, size, 1] : [hash, size];
      bytes += size;
    }
    all.update(`${path} ${hash}\n`);
  }
  const source = await readFile(join(projectRoot, 'src/client/offline/worker.ts'), 'utf8');
  // It takes as long to load as a fifth of a build's own code, and a build of nothing new does without.
  const { ModuleKind, ScriptTarget, transpileModule } = await import('typescript');
  const script = transpileModule(source, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, removeComments: true },
  }).outputText;
  const version = all.update(script).digest('hex').slice(0, 12);
  writeStaged(join(out, 'sw.js'), `const version = '${version}';\n${script}`);
  const list = { version, whole: bytes <= wholeSite, budget, files };
  writeStaged(join(out, 'offline.json'), JSON.stringify(list));
  return { files: Object.keys(files).length, bytes };
}
