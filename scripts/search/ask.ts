/** Answers queries in Node from the index of a built site, for tests and benchmarks. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Answer, Answerer } from '#search/answer';
import { answerQuery } from '#search/answer-query';
import {
  packOfCard,
  unpackCore,
  type Card,
  type CardPacks,
  type Catalogue,
  type Ids,
  type PackedCore,
  type SectionCard,
  type Tags,
} from '#search/catalogue';
import { unpackCatalogue, type PackedCatalogue } from '#search/packed-catalogue';
import { conceptFinder } from '#search/concepts';
import { indexEngine } from '#search/engine';
import { readSounds } from '#search/sounds';
import { readFold } from '#search/words';
import { indexFolder } from './index.ts';

/** A built index that answers as it does in a browser. */
export interface Asking {
  answerer: Answerer;
  catalogue: Catalogue;
  /** The id of each paper, by its number. */
  ids: readonly string[];
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
  const tags = await unpack<Tags>('tags.pack');
  const core = unpackCore(await unpack<PackedCore>('core.pack'), tags);
  const catalogue = unpackCatalogue(await unpack<PackedCatalogue>('catalogue.pack'), tags);
  const { ids } = await unpack<Ids>('ids.pack');
  const packs = await unpack<CardPacks>('cards.pack');
  const card = async <T>(number: number): Promise<T> => {
    const at = packOfCard(packs, number);
    const found = at && (await unpack<T[]>(`cards/${at.name}.pack`))[at.place];
    if (!found) throw new Error(`no card ${number}`);
    return found;
  };
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
    card: (paper) => card<Card>(paper),
    spell: async (chinese) => readSounds(await unpack<string>('sounds.pack'))(chinese),
  };
  return {
    answerer,
    catalogue,
    ids,
    section: (number) => card<SectionCard>(number),
    async search(written) {
      const answer = await answerQuery(written, answerer);
      const ordered = [...answer.found].sort(([a, x], [b, y]) => y.score - x.score || a - b);
      return { ...answer, ids: ordered.map(([paper]) => ids[paper] ?? '') };
    },
  };
}
