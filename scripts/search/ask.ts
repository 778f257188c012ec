import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Catalogue, Core } from '#search/catalogue';
import { conceptFinder } from '#search/concepts';
import { indexEngine } from '#search/engine';
import { evaluate, type Searched, type Searcher } from '#search/evaluate';
import { parseQuery, type Remark } from '#search/query';
import { readFold } from '#search/words';
import { indexFolder } from './index.ts';

/** A built index that answers as it does in a browser. */
export interface Asking {
  searcher: Searcher;
  catalogue: Catalogue;
  /** All that a query finds; `ids` by relevance. */
  search(query: string): Promise<Searched & { ids: string[]; remarks: Remark[] }>;
}

/** Asks the index in a site's folder, by the code that asks it in a browser. */
export async function askIndex(site: string): Promise<Asking> {
  const folder = join(site, indexFolder);
  const unpack = async <T>(name: string): Promise<T> =>
    JSON.parse(gunzipSync(await readFile(join(folder, name))).toString('utf8')) as T;
  const core = await unpack<Core>('core.pack');
  const catalogue = await unpack<Catalogue>('catalogue.pack');
  const fold = readFold(await unpack<string>('han.pack'));
  const engine = indexEngine(core.chunks, async (file) =>
    gunzipSync(await readFile(join(folder, 'text', `${file}.pf_index`))),
  );
  const searcher: Searcher = {
    core,
    catalogue: () => Promise.resolve(catalogue),
    engine,
    fold,
    concepts: conceptFinder(core, fold),
  };
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
  };
}
