/** Formats references as a list, in which works with the same authors and year get letters. */

import type { CslItem } from '#citations/csl';
import type { Romanise } from '#citations/romanise';
import { itemFor, localeFor, polished, type CitationStyle } from '#citations/styles';
import { normalized } from '#text/normal';
import { guardItem, unguarded } from './inert-keys.ts';
import { labelFromHtml, referenceFromHtml, type MarkedText } from './marked.ts';

/** The part of a style engine (citeproc-js) that is used. */
export interface Engine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
}

/** Makes an engine that knows `items` and formats them in a style and a locale. */
export type EngineFor = (items: readonly Record<string, unknown>[], style: CitationStyle, locale: string) => Engine;

/** A reference in a list; its number or mark there ("[3] ") is separate. */
export interface ListedReference extends MarkedText {
  label: string;
}

/**
 * Formats references as one list, in the given order. Works that a reader could not distinguish get "2024a" and
 * "2024b", and each work is formatted by the rules of its own language. For this the whole list is formatted once for
 * each language, so that letters and numbers agree, and each reference is taken from the list in its language.
 */
export function formatList(
  engineFor: EngineFor,
  style: CitationStyle,
  items: readonly CslItem[],
  romanise: Romanise | undefined,
): ListedReference[] {
  const entries = new Map<string, Map<string, string>>();
  const ids = items.map(({ id }) => id);
  for (const locale of new Set(items.map((item) => localeFor(style, item)))) {
    const adapted = items.map((item) => guardItem({ ...itemFor(style, item, romanise) }));
    const engine = engineFor(adapted, style, locale);
    engine.updateItems(ids);
    const [{ entry_ids: order }, html] = engine.makeBibliography() || [{ entry_ids: [] }, []];
    entries.set(locale, new Map(order.flatMap((held, i) => held.map((id) => [String(id), unguarded(html[i] ?? '')]))));
  }
  return items.map((item) => {
    const html = entries.get(localeFor(style, item))?.get(item.id) ?? '';
    return { ...referenceFromHtml(polished(style, item, html, romanise)), label: labelFromHtml(html) };
  });
}

const letters = (text: string): string =>
  normalized(text, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How many of a work's authors are compared; beyond that, only their number. */
const comparedAuthors = 20;

/**
 * Equal for two works that a list may have to distinguish: the same authors by family name, or without authors the same
 * title, and the same year. Works with different keys look the same in a list as alone, because a different second
 * author is enough to distinguish two citations.
 */
export function namesakeKey(item: CslItem): string {
  const authors = item.author ?? [];
  const names = authors.slice(0, comparedAuthors).map(({ family, literal }) => letters(family ?? literal ?? ''));
  const year = item.issued?.['date-parts'][0]?.[0] ?? 'n.d.';
  const more = authors.length > comparedAuthors ? ` +${authors.length - comparedAuthors}` : '';
  return `${names.join(' ') || letters(item.title ?? '')}${more} ${year}`;
}

/** The groups of two or more among `items` that a style may have to distinguish, each in the order of the items. */
export function namesakes<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()].filter(({ length }) => length > 1);
}
