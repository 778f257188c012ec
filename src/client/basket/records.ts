import type { Choice } from '#citations/cited-in';
import type { CslItem } from '#citations/csl';
import type { Paper } from '#domain/paper';
import type { Mark } from '#domain/text';
import { file } from '../../site/urls.ts';
import type { Known } from './own.ts';

/** A paper's references in every style of the site, by the id of the style. */
export interface References {
  /** Equal for works that a style may have to distinguish. */
  namesake: string;
  styles: Record<string, { text: string; marks: Mark[] }>;
  /** The same in Chinese, where the work can be cited so. */
  zh?: References['styles'];
  /** The work has an address and no DOI. */
  webOnly?: true;
}

/** How many requests run at once: few enough for a small host, and fast enough on a slow line. */
const atOnce = 6;

/** Fetches a file; `undefined` where it does not exist any more. Throws where it cannot be fetched. */
async function fetched<T>(path: string): Promise<T | undefined> {
  const answer = await fetch(file(path));
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return (await answer.json()) as T;
}

/** How many papers are looked for that are not in the review's list. Withdrawn papers keep their files. */
const mostUnlisted = 50;

/**
 * The ids that may have files. A long list may come from a link from anywhere, so its ids are first looked up in the
 * review's list.
 */
async function likely(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length <= mostUnlisted) return new Set(ids);
  const listed = new Set((await everyPaper()).map(({ id }) => id));
  const unlisted = ids.filter((id) => !listed.has(id));
  return new Set([...ids.filter((id) => listed.has(id)), ...unlisted.slice(0, mostUnlisted)]);
}

/** The file of each id, in order; `undefined` for a paper that left the review. */
async function each<T>(ids: readonly string[], path: (id: string) => string): Promise<(T | undefined)[]> {
  const found = new Array<T | undefined>(ids.length).fill(undefined);
  const there = await likely(ids);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < ids.length) {
      const at = next++;
      const id = ids[at] ?? '';
      if (there.has(id)) found[at] = await fetched<T>(path(id));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

const references = new Map<string, Promise<References | undefined>>();

/** The references of papers. Each is fetched once for a page. */
export async function referencesOf(ids: readonly string[]): Promise<Map<string, References | undefined>> {
  const unknown = ids.filter((id) => !references.has(id));
  const asked = each<References>(unknown, (id) => `papers/${id}.references.json`);
  unknown.forEach((id, i) =>
    references.set(
      id,
      asked.then((found) => found[i]),
    ),
  );
  // A request that failed is sent again the next time.
  asked.catch(() => unknown.forEach((id) => references.delete(id)));
  return new Map(await Promise.all(ids.map(async (id) => [id, await references.get(id)] as const)));
}

/** What a style engine needs of papers, as they are to be cited, without those that left the review. */
export async function itemsOf(ids: readonly string[], choice: Choice): Promise<CslItem[]> {
  const [{ citedIn }, papers] = await Promise.all([import('#citations/cited-in'), recordsOf(ids)]);
  return papers.flatMap((paper) => {
    const ways = citedIn(paper);
    return (ways.find((way) => way.choice === choice) ?? ways[0])?.item ?? [];
  });
}

/** The records of papers, without those that left the review. */
export const recordsOf = async (ids: readonly string[]): Promise<Paper[]> =>
  (await each<Paper>(ids, (id) => `papers/${id}.json`)).filter((paper) => paper !== undefined);

/** Every paper of the review, with what is needed to compare it with a library. */
export const everyPaper = async (): Promise<(Known & { id: string })[]> =>
  ((await fetched<string[][]>('library.index.json')) ?? []).map(
    ([id = '', title = '', year = '', doi = '', pmid = '']) => ({
      id,
      title,
      year,
      doi,
      pmid,
    }),
  );
