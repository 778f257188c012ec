import { citationStyles, type CitationStyle } from '#citations/styles';
import { namesakes, type ListedReference } from '../../site/references/list.ts';
import { ownStyles } from '../styles/more.ts';
import { formatIn } from '../styles/set.ts';
import { itemsOf, referencesOf } from './records.ts';

/** References by paper id; `undefined` for a paper that left the review. */
export type Listed = Map<string, ListedReference | undefined>;

/** A style of the site, or one that the reader added. */
export const styleOf = (id: string): CitationStyle | undefined =>
  [...citationStyles, ...ownStyles()].find((style) => style.id === id);

/**
 * The references of a list in a style, in the order of the list. References that the build formatted are used. Works
 * that would look the same, and styles that the build does not have, are formatted here. Where the style engine cannot
 * be loaded, works that look the same stay as the build formatted them, and a style that the reader added fails.
 */
export async function listedIn(style: CitationStyle, ids: readonly string[]): Promise<Listed> {
  const found = await referencesOf(ids);
  const listed: Listed = new Map();
  const there = ids.filter((id) => found.get(id));
  const put = (made: readonly ListedReference[], of: readonly string[]): void =>
    made.forEach((reference, i) =>
      listed.set(of[i] ?? '', { ...reference, label: labelOf(style, reference, ids, of[i]) }),
    );
  if (!citationStyles.includes(style)) {
    put(await formattedHere(style, there), there);
    return new Map(ids.map((id) => [id, listed.get(id)]));
  }
  put(
    there.map((id) => ({ ...(found.get(id)?.styles[style.id] ?? { text: '', marks: [] }), label: '' })),
    there,
  );
  for (const group of namesakes(there, (id) => found.get(id)?.namesake ?? id))
    put(await formattedHere(style, group).catch(() => []), group);
  return new Map(ids.map((id) => [id, listed.get(id)]));
}

async function formattedHere(style: CitationStyle, ids: readonly string[]): Promise<ListedReference[]> {
  return formatIn(style, await itemsOf(ids));
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
