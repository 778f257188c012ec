import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { projectRoot, runNode } from '../../scripts/run.ts';
import { serveFolder, type Served } from '../../scripts/serve.ts';
import { temporaryFolder } from './folder.ts';

export interface SiteRequest {
  /** A content folder of the project; it is copied, so that a build does not change it. */
  content?: string;
  /** A folder of sources for a review of their own, with the vocabulary and identity of `content` and nothing else. */
  sources?: string;
  base?: string;
}

export interface BuiltSite {
  folder: string;
  /** The copy of the content from which it was built. */
  content: string;
  base: string;
  /** What the build printed. */
  output: string;
}

/**
 * A site built by `npm run build`, once in a test run, however many test files ask for it. Builds wait for each other:
 * two at a time are no faster. A failed build throws its output.
 */
export async function useSite({ content = 'content', sources, base = '/' }: SiteRequest = {}): Promise<BuiltSite> {
  const run = inject('runFolder');
  const key = createHash('sha256').update(`${content} ${sources} ${base}`).digest('hex').slice(0, 12);
  const site = { folder: join(run, key, 'site'), content: join(run, key, 'content'), base };
  const log = join(run, key, 'output.txt');
  const release = await lock(join(run, 'building'));
  try {
    if (!existsSync(log)) {
      const kept = sources ? ['site.yaml', 'vocabulary'] : [''];
      for (const part of kept) cpSync(join(projectRoot, content, part), join(site.content, part), { recursive: true });
      // Beside the fixtures are descriptions of them.
      const filter = (path: string) => !/\.(md|jsonl)$/.test(path);
      if (sources) cpSync(join(projectRoot, sources), join(site.content, 'sources'), { recursive: true, filter });
      const args = ['scripts/build.ts', '--content', site.content, '--out', site.folder, '--base', base];
      const { code, output } = await runNode(args, { output: 'collect' });
      writeFileSync(log, `${code}\n${output}`);
    }
  } finally {
    release();
  }
  const [code, ...lines] = readFileSync(log, 'utf8').split('\n');
  const output = lines.join('\n');
  if (code !== '0') throw new Error(`The site of ${sources ?? content} under ${base} does not build:\n${output}`);
  return { ...site, output };
}

export type ServedSite = Served & { site: BuiltSite };

/** The site that `useSite` built, served on a free port of this machine. */
export async function serveSite(request: SiteRequest = {}): Promise<ServedSite> {
  const site = await useSite(request);
  return { ...(await serveHere(site.folder, site.base)), site };
}

/** A copy of a site that was built for the root, for changes or damage, served in the same way. */
export async function serveCopy(site: BuiltSite): Promise<Served & { folder: string }> {
  const folder = temporaryFolder();
  cpSync(site.folder, folder, { recursive: true });
  return { ...(await serveHere(folder)), folder };
}

export const serveHere = (folder: string, base = '/'): Promise<Served> =>
  serveFolder({ folder, port: 0, host: '127.0.0.1', base });

/** Only one process succeeds in making a folder; the others wait until it is deleted. */
async function lock(folder: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmdirSync(folder);
    } catch {
      await wait(100);
    }
  }
}
