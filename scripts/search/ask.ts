import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Answer, Answerer } from '#search/answer';
import { answerQuery } from '#search/answer-query';
import { unpackCore, type Card, type Catalogue, type PackedCore, type SectionCard } from '#search/catalogue';
import { conceptFinder } from '#search/concepts';
import { indexEngine } from '#search/engine';
import { readSounds } from '#search/sounds';
import { readFold } from '#search/words';
import { indexFolder } from './index.ts';

/** A built index that answers as it does in a browser. */
export interface Asking {
  answerer: Answerer;
  catalogue: Catalogue;
  /** The answer to a query; `ids` are the papers of the list, by relevance. */
  search(query: string): Promise<Answer & { ids: string[] }>;
  /** What a result shows of a section, by its number. */
  section(number: number): Promise<SectionCard>;
}

/** Opens the index in a site's folder, with the same code as in a browser. */
export async function askIndex(site: string): Promise<Asking> {
  const folder = join(site, indexFolder);
  const unpack = async <T>(name: string): Promise<T> =>
    JSON.parse(gunzipSync(await readFile(join(folder, name))).toString('utf8')) as T;
  const core = unpackCore(await unpack<PackedCore>('core.pack'));
  const catalogue = await unpack<Catalogue>('catalogue.pack');
  const fold = readFold(await unpack<string>('han.pack'));
  const engine = indexEngine(core.chunks, async (file) =>
    gunzipSync(await readFile(join(folder, 'text', `${file}.pf_index`))),
  );
  const answerer: Answerer = {
    core,
    catalogue: () => Promise.resolve(catalogue),
    engine,
    fold,
    concepts: conceptFinder(core, fold),
    card: (paper) => unpack<Card>(`cards/${core.version}/${paper}.pack`),
    spell: async (chinese) => readSounds(await unpack<string>('sounds.pack'))(chinese),
  };
  return {
    answerer,
    catalogue,
    section: (number) => unpack<SectionCard>(`cards/${core.version}/${number}.pack`),
    async search(written) {
      const answer = await answerQuery(written, answerer);
      const ids = [...answer.found]
        .sort(([a, x], [b, y]) => y.score - x.score || a - b)
        .map(([paper]) => catalogue.ids[paper] ?? '');
      return { ...answer, ids };
    },
  };
}
