import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { fileOf, pageTypes } from '#site/page-types';
import { writeStaged } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';
import { projectRoot } from '../run.ts';

/** A site of this size or less is fetched whole on the first visit: about a hundred papers. */
const wholeSite = 40_000_000;
/** What pages of a larger site may take on a reader's device beyond what every page needs. */
const budget = 60_000_000;

/** What pages share, and the search but its parts. */
const shared = /^(?:_astro\/.*|[^/]+\.(?:css|js|svg|webmanifest|html)|search\/index\/[^/]+)$/u;
const firstPages = pageTypes
  .filter(({ first }) => first)
  .flatMap((type) => (['', 'zh/'] as const).map((prefix) => fileOf(type, prefix, '*').split('*')));

/** Whether a larger site fetches a file at the first visit: what pages share, and the pages that the list says. */
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

/** What few readers use and none needs: kept once it has been read, however small the site. */
const onDemand = /^styles\//;

/** Files for hosts and for the worker itself. */
const apart = /^(_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sw\.js|offline\.json)$/;

/**
 * Writes the service worker and the list of all files of a finished site; nothing may change in the site after it.
 * Returns how many files the list names, and the bytes of those that a whole copy holds.
 */
export async function writeOffline(out: string): Promise<{ files: number; bytes: number }> {
  const files: Record<string, [hash: string, size: number, first?: 0 | 1]> = {};
  let bytes = 0;
  const all = createHash('sha256');
  for (const path of filesBelow(out)) {
    if (apart.test(path)) continue;
    const content = readFileSync(join(out, path));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    if (onDemand.test(path)) files[path] = [hash, content.length, 0];
    else {
      files[path] = isFirst(path) ? [hash, content.length, 1] : [hash, content.length];
      bytes += content.length;
    }
    all.update(`${path} ${hash}\n`);
  }
  const source = await readFile(join(projectRoot, 'src/client/offline/worker.ts'), 'utf8');
  const script = transpileModule(source, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, removeComments: true },
  }).outputText;
  const version = all.update(script).digest('hex').slice(0, 12);
  writeStaged(join(out, 'sw.js'), `const version = '${version}';\n${script}`);
  const list = { version, whole: bytes <= wholeSite, budget, files };
  writeStaged(join(out, 'offline.json'), JSON.stringify(list));
  return { files: Object.keys(files).length, bytes };
}
