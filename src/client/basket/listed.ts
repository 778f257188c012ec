/** The references of the reader's list, in the chosen style. */

import type { Choice } from '#citations/cited-in';
import type { CitationStyle } from '#citations/styles';
import { namesakes, type ListedReference } from '../../site/references/list.ts';
import { hasAccess, readToday } from '../styles/choice.ts';
import { formatIn } from '../styles/format-in-worker.ts';
import { itemsOf, referencesOf } from '../records.ts';

/** References by paper id; `undefined` for a paper that left the review. */
export type Listed = Map<string, ListedReference | undefined>;

/**
 * The references of a list in a style, in the order of the list. References that the build formatted are used. Works
 * that would look the same, and styles that the build does not set, are formatted here. Where the style engine cannot
 * be loaded, works that look the same stay as the build formatted them, and a style that the build does not set fails.
 */
export async function listedIn(style: CitationStyle, ids: readonly string[], choice: Choice): Promise<Listed> {
  const found = await referencesOf(ids);
  const listed: Listed = new Map();
  const there = ids.filter((id) => found.get(id));
  const put = (made: readonly ListedReference[], of: readonly string[]): void =>
    made.forEach((reference, i) =>
      listed.set(of[i] ?? '', { ...reference, label: labelOf(style, reference, ids, of[i]) }),
    );
  if (there.some((id) => !found.get(id)?.styles[style.id])) {
    put(await formattedHere(style, there, choice), there);
    return new Map(ids.map((id) => [id, listed.get(id)]));
  }
  put(
    there.map((id) => {
      const { styles = {}, zh } = found.get(id) ?? {};
      return { ...((choice === 'zh' && zh ? zh : styles)[style.id] ?? { text: '', marks: [] }), label: '' };
    }),
    there,
  );
  const groups = namesakes(there, (id) => found.get(id)?.namesake ?? id);
  const grouped = new Set(groups.flat());
  for (const group of groups) put(await formattedHere(style, group, choice).catch(() => []), group);
  // A work with a date of access is read today; a work of a group is formatted above, with its letter.
  const alone = there.filter((id) => hasAccess(style, found.get(id)?.webOnly === true) && !grouped.has(id));
  for (const id of alone) put(await formattedHere(style, [id], choice).catch(() => []), [id]);
  return new Map(ids.map((id) => [id, listed.get(id)]));
}

async function formattedHere(style: CitationStyle, ids: readonly string[], choice: Choice): Promise<ListedReference[]> {
  const items = await itemsOf(ids, choice);
  return formatIn(
    style,
    items.map((item) => (hasAccess(style, !item.DOI && item.URL !== undefined) ? readToday(item) : item)),
  );
}

/** The number or mark of a reference in the list: a style of the site defines it, in another style the engine does. */
const labelOf = (
  style: CitationStyle,
  { label }: ListedReference,
  ids: readonly string[],
  id: string | undefined,
): string => {
  const place = ids.indexOf(id ?? '') + 1;
  return style.label?.(place) ?? label.replace(/\d+/u, String(place));
};
