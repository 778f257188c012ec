/** Reads the records of papers, which lie in files of a few (`src/site/record-packs.ts`). */

import type { Choice } from '#citations/cited-in';
import type { CslItem } from '#citations/csl';
import type { Paper } from '#domain/paper';
import { packFile, packOf } from '../site/record-packs.ts';
import type { PaperReferences } from '../site/references/of-paper.ts';
import { file } from '../site/urls.ts';
import type { Known } from './basket/own.ts';
import { unpackedJson } from './packed-json.ts';

interface PackedRecord {
  paper: Paper;
  references: PaperReferences;
}

/** How many requests run at once: few enough for a small host, and fast enough on a slow line. */
const atOnce = 6;

const packs = new Map<number, Promise<ReadonlyMap<string, PackedRecord>>>();

/** The records of a file by id; each file is fetched once for a page. Throws where it cannot be fetched. */
function recordsIn(pack: number): Promise<ReadonlyMap<string, PackedRecord>> {
  const known = packs.get(pack) ?? fetchPack(packFile(pack));
  packs.set(pack, known);
  // A request that failed is sent again the next time.
  known.catch(() => packs.delete(pack));
  return known;
}

async function fetchPack(path: string): Promise<ReadonlyMap<string, PackedRecord>> {
  const answer = await fetch(file(path));
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return new Map(Object.entries(await unpackedJson<Record<string, PackedRecord>>(answer)));
}

/** How many papers are looked for that are not in the review's list: papers that were withdrawn keep their records. */
const mostUnlisted = 50;

/**
 * The ids that may have a record. A long list may come from a link from anywhere, so its ids are first looked up in the
 * review's list.
 */
async function likely(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length <= mostUnlisted) return new Set(ids);
  const listed = new Set((await everyPaper()).map(({ id }) => id));
  const unlisted = ids.filter((id) => !listed.has(id));
  return new Set([...ids.filter((id) => listed.has(id)), ...unlisted.slice(0, mostUnlisted)]);
}

/** The record of each id, in order; `undefined` for a paper that left the review. */
async function each(ids: readonly string[]): Promise<(PackedRecord | undefined)[]> {
  const there = await likely(ids);
  const count = Number(document.documentElement.dataset['records'] ?? 1);
  const wanted = [...new Set([...there].map((id) => packOf(id, count)))];
  const found = new Map<string, PackedRecord>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let pack = wanted[next++]; pack !== undefined; pack = wanted[next++])
      for (const [id, record] of await recordsIn(pack)) if (there.has(id)) found.set(id, record);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ids.map((id) => found.get(id));
}

/** The references of papers; `undefined` for one that left the review. */
export async function referencesOf(ids: readonly string[]): Promise<Map<string, PaperReferences | undefined>> {
  const found = await each(ids);
  return new Map(ids.map((id, i) => [id, found[i]?.references]));
}

/** The records of papers, without those that left the review. */
export const recordsOf = async (ids: readonly string[]): Promise<Paper[]> =>
  (await each(ids)).flatMap((record) => record?.paper ?? []);

/** What a style engine needs of papers, as they are to be cited, without those that left the review. */
export async function itemsOf(ids: readonly string[], choice: Choice): Promise<CslItem[]> {
  const [{ citedIn }, papers] = await Promise.all([import('#citations/cited-in'), recordsOf(ids)]);
  return papers.flatMap((paper) => {
    const ways = citedIn(paper);
    return (ways.find((way) => way.choice === choice) ?? ways[0])?.item ?? [];
  });
}

/** Every paper of the review, with what is needed to compare it with a library. */
export async function everyPaper(): Promise<(Known & { id: string })[]> {
  const answer = await fetch(file('library.index.json'));
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(`${answer.status} library.index.json`);
  const rows = (await answer.json()) as string[][];
  return rows.map(([id = '', title = '', year = '', doi = '', pmid = '']) => ({ id, title, year, doi, pmid }));
}
