import { readFile } from 'node:fs/promises';
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
import { serveFolder } from '../serve.ts';
import { indexFolder } from './index.ts';

/** A built index that answers as it does in a browser. */
export interface Asking {
  searcher: Searcher;
  catalogue: Catalogue;
  /** All that a query finds; `ids` by relevance. */
  search(query: string): Promise<Searched & { ids: string[]; remarks: Remark[] }>;
  close(): Promise<void>;
}

/** Asks the index in a site's folder through Pagefind's own WebAssembly, over HTTP. One at a time in a process. */
export async function askIndex(site: string): Promise<Asking> {
  const served = await serveFolder({ folder: site, port: 0, host: '127.0.0.1', base: '/' });
  const folder = join(site, indexFolder);
  const unpack = async <T>(name: string): Promise<T> =>
    JSON.parse(gunzipSync(await readFile(join(folder, name))).toString('utf8')) as T;
  const catalogue = await unpack<Catalogue>('catalogue.pack');
  const fold = readFold(await unpack<string>('han.pack'));

  const basePath = `${served.url}${indexFolder}/pagefind/`;
  const guard = guardFetches(`${indexFolder}/pagefind/`);
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href)) as PagefindApi;
  await pagefind.options({ basePath, metaCacheTag: 'v' });
  await pagefind.init();
  const engine = pagefindEngine(pagefind, catalogue, guard, basePath);
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
    close: () => served.close(),
  };
}
