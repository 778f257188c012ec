import type { CslItem } from '#citations/csl';
import type { Paper } from '#domain/paper';
import type { Mark } from '#domain/text';
import { file } from '../../site/urls.ts';
import type { Known } from './own.ts';

/** A paper's references in every style that the site sets, by the style's id. */
export interface References {
  /** Equal for works that a style might have to tell apart. */
  namesake: string;
  styles: Record<string, { text: string; marks: Mark[] }>;
}

/** Requests under way at once: kind to a small host, quick enough on a slow line. */
const atOnce = 6;

/** `undefined` where the file is gone; an error where it could not be asked for. */
async function fetched<T>(path: string): Promise<T | undefined> {
  const answer = await fetch(file(path));
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return (await answer.json()) as T;
}

/** Of papers that the review's list does not have, so many are asked for: those that were withdrawn keep their files. */
const mostUnlisted = 50;

/** The ids whose files may be there. A long list, which a link may bring from anywhere, is looked up in the review's first. */
async function likely(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length <= mostUnlisted) return new Set(ids);
  const listed = new Set((await everyPaper()).map(({ id }) => id));
  const unlisted = ids.filter((id) => !listed.has(id));
  return new Set([...ids.filter((id) => listed.has(id)), ...unlisted.slice(0, mostUnlisted)]);
}

/** Each id's file, in the order of the ids; a paper that left the review leaves `undefined`. */
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

/** The references of papers, each asked for once a page. */
export async function referencesOf(ids: readonly string[]): Promise<Map<string, References | undefined>> {
  const unknown = ids.filter((id) => !references.has(id));
  const asked = each<References>(unknown, (id) => `papers/${id}.references.json`);
  unknown.forEach((id, i) =>
    references.set(
      id,
      asked.then((found) => found[i]),
    ),
  );
  // One that failed is asked for again the next time.
  asked.catch(() => unknown.forEach((id) => references.delete(id)));
  return new Map(await Promise.all(ids.map(async (id) => [id, await references.get(id)] as const)));
}

const items = new Map<string, CslItem>();

/** What a style engine is given of papers; one that left the review is left out. */
export async function itemsOf(ids: readonly string[]): Promise<CslItem[]> {
  const unknown = ids.filter((id) => !items.has(id));
  for (const found of await each<CslItem[]>(unknown, (id) => `papers/${id}.csl.json`))
    for (const item of found ?? []) items.set(item.id, item);
  return ids.flatMap((id) => items.get(id) ?? []);
}

/** The records of papers that the review still has. */
export const recordsOf = async (ids: readonly string[]): Promise<Paper[]> =>
  (await each<Paper>(ids, (id) => `papers/${id}.json`)).filter((paper) => paper !== undefined);

/** Every paper of the review, as far as two lists are compared by it. */
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
