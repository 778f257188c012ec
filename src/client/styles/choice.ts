/** Remembers in which style and language a reader cites. */

import type { Choice } from '#citations/cited-in';
import type { CslItem } from '#citations/csl';
import type { CitationStyle } from '#citations/styles';

/** How a reader cites: remembered on every page, and sent with a link to a list. */
export interface Citing {
  style?: string;
  choice?: Choice;
}

const keys = { style: 'cite-style', choice: 'cite-language' } as const;
const isChoice = (text: unknown): text is Choice => text === 'style' || text === 'zh';

/** What was chosen last, on any page. A browser that keeps nothing has the first style, as it is. */
export function citing(): Citing {
  try {
    const [style, choice] = [localStorage.getItem(keys.style), localStorage.getItem(keys.choice)];
    return { ...(style ? { style } : {}), ...(isChoice(choice) ? { choice } : {}) };
  } catch {
    return {};
  }
}

export function rememberCiting(chosen: Citing): void {
  try {
    for (const key of ['style', 'choice'] as const) {
      const value = chosen[key];
      if (value !== undefined) localStorage.setItem(keys[key], value);
    }
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}

/** `;style=apa;language=zh`, after a list in an address. */
export const citingInLink = ({ style, choice }: Citing): string =>
  (style ? `;style=${encodeURIComponent(style)}` : '') + (choice ? `;language=${choice}` : '');

/** The style and language that a link names; what is not valid is left out. */
export function citingOfLink(hash: string): Citing {
  const said = new Map(
    hash
      .split(';')
      .map((part) => part.split('='))
      .map(([key = '', value = '']) => [key, value]),
  );
  const [style = '', choice] = [said.get('style'), said.get('language')];
  const known = /^(?:[a-z-]+|csl%3A[\w-]+)$/u.test(style) ? decodeURIComponent(style) : undefined;
  return { ...(known ? { style: known } : {}), ...(isChoice(choice) ? { choice } : {}) };
}

/** The reader's day, in the form of CSL. */
const today = (): NonNullable<CslItem['accessed']> => {
  const now = new Date();
  return { 'date-parts': [[now.getFullYear(), now.getMonth() + 1, now.getDate()]] };
};

/** True for a reference that has a date of access: of a work that is only on the web, or in a style that always wants one. */
export const hasAccess = (style: CitationStyle | undefined, isWebOnly: boolean): boolean =>
  isWebOnly || style?.byLanguage === true;

/** A work as its reader cites it: a page on the web was read today. */
export const readToday = (item: CslItem): CslItem => (item.URL || item.DOI ? { ...item, accessed: today() } : item);
