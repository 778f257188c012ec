/** The orders in which papers are listed. */

import type { InterfaceLanguage } from '#domain/language';
import { journalTitle, type Paper } from '#domain/paper';
import { invertedName } from '#domain/person';
import { hasFewFiles, type Site } from '#domain/site';
import { conceptName } from './concepts.ts';
import type { Review } from './review.ts';
import { yearOfPaper } from './display.ts';
import type { Say, StringKey } from './strings/index.ts';
import { paths } from './urls.ts';

/** A paper in an ordered list, under the heading of its group. */
export interface Arranged {
  heading: string;
  /** The theme that gives the heading its hue. */
  themeId?: string;
  /** The page that the heading links to, as a path without language. */
  path?: string;
  paper: Paper;
}

export interface Order {
  id: string;
  path: string;
  title: StringKey;
  /** The list of the headings themselves, where a site with few files has no pages in this order. */
  instead?: string;
  arrange: (review: Review, lang: InterfaceLanguage, t: Say) => Arranged[];
}

const collators = {
  en: new Intl.Collator('en', { sensitivity: 'base', numeric: true }),
  zh: new Intl.Collator('zh-u-co-pinyin', { sensitivity: 'base', numeric: true }),
};

/** Puts papers under the headings that `name` returns, sorted for the language; papers without a heading come last. */
function underHeadings(
  papers: readonly Paper[],
  lang: InterfaceLanguage,
  name: (paper: Paper) => string | undefined,
  unnamed: string,
): Arranged[] {
  const groups = Map.groupBy(papers, (paper) => name(paper) ?? '');
  const headings = [...groups.keys()].filter(Boolean).sort(collators[lang].compare);
  if (groups.has('')) headings.push('');
  return headings.flatMap((heading) =>
    (groups.get(heading) ?? []).map((paper) => ({ heading: heading || unnamed, paper })),
  );
}

/** The orders of `/papers/`; the first one has the plain address. */
export const orders: readonly Order[] = [
  {
    id: 'year',
    path: paths.papers,
    title: 'browse.byYear',
    arrange: ({ papers }, _, t) =>
      papers.map((paper) => ({ heading: String(yearOfPaper(paper) ?? t('browse.noYear')), paper })),
  },
  {
    id: 'author',
    path: `${paths.papers}by-author/`,
    title: 'browse.byAuthor',
    instead: paths.authors,
    arrange: ({ papers }, lang, t) =>
      underHeadings(papers, lang, ({ authors: [first] }) => first && invertedName(first.name), t('browse.noAuthor')),
  },
  {
    id: 'journal',
    path: `${paths.papers}by-journal/`,
    title: 'browse.byJournal',
    instead: paths.journals,
    arrange: ({ papers }, lang, t) =>
      underHeadings(papers, lang, (paper) => journalTitle(paper)?.value, t('browse.noJournal')),
  },
  {
    id: 'theme',
    path: `${paths.papers}by-theme/`,
    title: 'browse.byTheme',
    instead: paths.themes,
    arrange: ({ papers, themes, tagged }, lang, t) => [
      ...themes.flatMap((theme) =>
        (tagged.get(theme.ref) ?? []).map(({ paper }) => ({
          heading: conceptName(theme, theme.ref, lang),
          themeId: theme.id,
          path: paths.theme(theme.id),
          paper,
        })),
      ),
      ...papers
        .filter((paper) => !paper.concepts.some(({ concept }) => concept.startsWith('themes/')))
        .map((paper) => ({ heading: t('browse.noTheme'), paper })),
    ],
  },
];

/** The orders of which a review has pages. Where files are few, authors, journals and themes are reached by their lists. */
export const ordersOf = (site: Pick<Site, 'twins'>): readonly Order[] =>
  orders.filter(({ instead }) => !hasFewFiles(site) || instead === undefined);
