/** The worker that formats references in any CSL style. */

import type { Capitals } from '#citations/capitals';
import type { CslItem } from '#citations/csl';
import { citationStyles, localeFor, otherStyle, withCapitals, type CitationStyle } from '#citations/styles';
import { hasHan } from '#text/han';
import { formatList, type ListedReference } from '../../site/references/list.ts';
import { expand, inGivenOrder } from '../../site/references/tree.ts';
import { readLocale, readStyle } from './packs.ts';

/** What a page asks of this worker: a list in a style; functions do not travel, so the style goes by its names. */
export interface Asked {
  turn: number;
  style: Pick<CitationStyle, 'id' | 'csl' | 'locale'>;
  items: readonly CslItem[];
  capitals: Capitals;
}

/** `references` is absent where a file could not be fetched, or the style could not be read. */
export interface Answered {
  turn: number;
  references?: ListedReference[];
}

/** A list in any style there is, set here as the build sets its own: by the same rules, the same engine, the same files. */
async function formatIn(style: CitationStyle, items: readonly CslItem[]): Promise<ListedReference[]> {
  const wanted = [...new Set(items.map((item) => localeFor(style, item)))];
  // Only Chinese names need the dictionary.
  const isChinese = items.some((item) => hasHan(JSON.stringify([item.author, item.editor, item.title])));
  const { romanise } = isChinese ? await import('#citations/romanise') : { romanise: undefined };
  // The engine is by far the largest file, so it is fetched beside the style and its locales.
  const [{ default: CSL }, packed, ...locales] = await Promise.all([
    import('citeproc'),
    readStyle(style.csl),
    ...wanted.map(readLocale),
  ]);
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
    romanise,
  );
}

addEventListener('message', ({ data: { turn, style, items, capitals } }: MessageEvent<Asked>) => {
  const whole = citationStyles.find(({ id }) => id === style.id) ?? otherStyle(style.csl, style.csl, style.locale);
  const answer = (answered: Answered): void => postMessage(answered);
  void formatIn(
    whole,
    items.map((item) => withCapitals(item, capitals)),
  ).then(
    (references) => answer({ turn, references }),
    () => answer({ turn }),
  );
});
