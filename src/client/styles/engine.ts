import CSL from 'citeproc';
import type { CslItem } from '#citations/csl';
import { localeFor, type CitationStyle } from '#citations/styles';
import { formatList, type ListedReference } from '../../site/references/list.ts';
import { expand, inGivenOrder } from '../../site/references/tree.ts';
import { readLocale, readStyle } from './packs.ts';

/** A list in any style there is, set here as the build sets its own: by the same rules, the same engine, the same files. */
export async function formatIn(style: CitationStyle, items: readonly CslItem[]): Promise<ListedReference[]> {
  const wanted = [...new Set(items.map(({ language }) => localeFor(style, language)))];
  const [packed, ...locales] = await Promise.all([readStyle(style.csl), ...wanted.map(readLocale)]);
  return formatList(
    (adapted, _style, locale) => {
      const known = new Map(adapted.map((item) => [String(item['id']), item]));
      // The engine asks for a locale's relatives too, and keeps what it is given: it gets a tree of its own.
      const retrieveLocale = () => expand(locales[wanted.indexOf(locale)] ?? packed);
      const system = { retrieveLocale, retrieveItem: (id: string) => known.get(String(id)) };
      return new CSL.Engine(system, inGivenOrder(expand(packed)), locale, true);
    },
    style,
    items,
  );
}
