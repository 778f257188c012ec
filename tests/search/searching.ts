import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Catalogue } from '#search/catalogue';
import { conceptFinder } from '#search/concepts';
import { evaluate, type Searched, type Searcher } from '#search/evaluate';
import { guardFetches } from '#search/guard';
import { pagefindEngine, type PagefindApi } from '#search/pagefind';
import { parseQuery, type Remark } from '#search/query';
import { readFold } from '#search/words';
import { buildSearchIndex, indexFolder } from '../../scripts/search/index.ts';
import { serveFolder } from '../../scripts/serve.ts';

export interface Testbed {
  searcher: Searcher;
  catalogue: Catalogue;
  search(query: string): Promise<Searched & { ids: string[]; remarks: Remark[] }>;
  close(): Promise<void>;
}

/** Builds the index of a content folder and asks it as the browser does: Pagefind's own WebAssembly over HTTP. */
export async function searchingIn(content: string): Promise<Testbed> {
  const out = await mkdtemp(join(tmpdir(), 'search-'));
  await buildSearchIndex({ content, out, address: 'http://localhost:4321/' });
  const served = await serveFolder({ folder: out, port: 0, host: '127.0.0.1', base: '/' });
  const folder = join(out, indexFolder);
  const unpack = async <T>(name: string): Promise<T> =>
    JSON.parse(gunzipSync(await readFile(join(folder, name))).toString('utf8')) as T;
  const catalogue = await unpack<Catalogue>('catalogue.pack');
  const fold = readFold(await unpack<string>('han.pack'));

  const guard = guardFetches(`${indexFolder}/pagefind/`);
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href)) as PagefindApi;
  await pagefind.options({ basePath: `${served.url}${indexFolder}/pagefind/`, metaCacheTag: catalogue.version });
  await pagefind.init();
  const engine = pagefindEngine(pagefind, catalogue, guard);
  const searcher: Searcher = { catalogue, engine, fold, concepts: conceptFinder(catalogue, fold) };
  return {
    searcher,
    catalogue,
    async search(written) {
      const { query, remarks } = parseQuery(written);
      const searched = await evaluate(query, searcher);
      const ids = [...searched.found]
        .sort(([a, x], [b, y]) => y.score - x.score || a - b)
        .map(([paper]) => catalogue.ids[paper] ?? '');
      return { ...searched, ids, remarks };
    },
    async close() {
      await served.close();
      await rm(out, { recursive: true, force: true });
    },
  };
}
