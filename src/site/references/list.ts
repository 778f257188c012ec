import type { CslItem } from '#citations/csl';
import { itemFor, localeFor, type CitationStyle } from '#citations/styles';
import { normalized } from '#text/normal';
import { guardItem, unguarded } from './inert-keys.ts';
import { labelFromHtml, referenceFromHtml, type MarkedText } from './marked.ts';

/** What is used of a style engine of citeproc-js. */
export interface Engine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
}

/** An engine that knows `items` and sets them in a style and a locale. */
export type EngineFor = (items: readonly Record<string, unknown>[], style: CitationStyle, locale: string) => Engine;

/** A reference in a list: what marks its place there ("[3] ") stands apart from it. */
export interface ListedReference extends MarkedText {
  label: string;
}

/**
 * References as one list, in the order given: works that a reader could not tell apart get their "2024a" and "2024b",
 * and each is set by the rules of its own language. For that the whole list is set once a language, so that letters and
 * numbers agree, and each reference is taken from its language's list.
 */
export function formatList(engineFor: EngineFor, style: CitationStyle, items: readonly CslItem[]): ListedReference[] {
  const entries = new Map<string, Map<string, string>>();
  const ids = items.map(({ id }) => id);
  for (const locale of new Set(items.map(({ language }) => localeFor(style, language)))) {
    const adapted = items.map((item) => guardItem(itemFor(style, item)));
    const engine = engineFor(adapted, style, locale);
    engine.updateItems(ids);
    const [{ entry_ids: order }, html] = engine.makeBibliography() || [{ entry_ids: [] }, []];
    entries.set(locale, new Map(order.flatMap((held, i) => held.map((id) => [String(id), unguarded(html[i] ?? '')]))));
  }
  return items.map((item) => {
    const html = entries.get(localeFor(style, item.language))?.get(item.id) ?? '';
    return { ...referenceFromHtml(html), label: labelFromHtml(html) };
  });
}

const letters = (text: string): string =>
  normalized(text, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** So many of a work's authors are compared one by one; of more, their number. */
const comparedAuthors = 20;

/**
 * Equal for every two works that a list might have to tell apart: the same authors by their family names, or the same
 * title where there are none, and the same year. Works of which no two are equal read in a list as they do alone: other
 * authors in the second place tell two citations apart, and their references with them.
 */
export function namesakeKey(item: CslItem): string {
  const authors = item.author ?? [];
  const names = authors.slice(0, comparedAuthors).map(({ family, literal }) => letters(family ?? literal ?? ''));
  const year = item.issued?.['date-parts'][0]?.[0] ?? 'n.d.';
  const more = authors.length > comparedAuthors ? ` +${authors.length - comparedAuthors}` : '';
  return `${names.join(' ') || letters(item.title ?? '')}${more} ${year}`;
}

/** The groups of two or more among `items` that a style might have to tell apart, each in the items' order. */
export function namesakes<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()].filter(({ length }) => length > 1);
}
