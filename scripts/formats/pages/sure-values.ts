/** What is known of the values of a field on a page when it is asked whether they are sure. */

import type { Draft, DraftAbstract, Read } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import { offsetsOf } from '#domain/source';
import type { Choice, Line, Page } from './page.ts';

/** The values of one field on a page. */
export interface Known {
  page: Page;
  draft: Draft;
  /** What they say, as texts. */
  texts: string[];
  /** The lines on which they are; a value in the head of saved markup is on none. */
  lines: Line[];
  /** Whether a program wrote them: they are in a record. */
  recorded: boolean;
  /** The candidate that was chosen for them, with its lead over the best other one of its kind. */
  chosen: { points: number; ahead: number } | undefined;
}

/** The names of the table: a field, or several that are read alike. */
export type Kind = 'title' | 'authors' | 'journal' | 'abstract' | 'keywords' | 'date' | 'year' | 'numbers' | 'ids';

/** The kind of a field of `npm run read -- --json`. */
export const kindOf: Readonly<Record<string, Kind>> = {
  title: 'title',
  title_zh: 'title',
  authors: 'authors',
  journal: 'journal',
  abstract: 'abstract',
  abstract_zh: 'abstract',
  keywords: 'keywords',
  date: 'date',
  year: 'year',
  volume: 'numbers',
  issue: 'numbers',
  pages: 'numbers',
  doi: 'ids',
  pmid: 'ids',
  pmcid: 'ids',
};

const textOf = ({ sections }: DraftAbstract): string =>
  sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ');

/** The values of a field in a draft, as texts with their places. */
function valuesOf(draft: Draft, field: string): { text: string; at: Read<unknown>['at'] }[] {
  const wantsZh = field.endsWith('_zh');
  const single = (...values: (Read<string> | undefined)[]) => {
    const first = values.find((one) => one !== undefined);
    return first ? [{ text: first.value, at: first.at }] : [];
  };
  switch (field.replace(/_zh$/u, '')) {
    case 'title':
      return draft.titles
        .map(({ value, at }) => ({ text: value.text, at }))
        .filter(({ text }) => shareOfHan(text) > 0.3 === wantsZh);
    case 'abstract':
      return draft.abstracts
        .map(({ value, at }) => ({ text: textOf(value), at }))
        .filter(({ text }) => shareOfHan(text) > 0.3 === wantsZh);
    case 'authors':
      return draft.authors.map(({ value, at }) => ({ text: value.name.written, at }));
    case 'keywords':
      return draft.keywords.map(({ value, at }) => ({ text: value.text, at }));
    case 'journal':
      return single(draft.journal, draft.journalAbbreviation, draft.journalZh);
    case 'date':
    case 'year':
      return single(draft.issued, draft.online);
    case 'pages':
      return single(draft.pages, draft.articleNumber);
    default:
      return single(draft[field as 'volume']);
  }
}

const choiceOf: Partial<Record<Kind, readonly Choice['field'][]>> = {
  title: ['title', 'otherTitle'],
  authors: ['names'],
  journal: ['journal'],
  abstract: ['abstract'],
};

/** The weakest candidate that was chosen for a field, and its lead over others in its script. */
function chosenFor(page: Page, field: string, kind: Kind): Known['chosen'] {
  const inScript = (text: string) =>
    (kind === 'title' || kind === 'abstract' ? shareOfHan(text) > 0.3 : false) === field.endsWith('_zh');
  const found = page.choices
    .filter((one) => choiceOf[kind]?.includes(one.field))
    .flatMap(({ options }) => {
      const fitting = options.filter(({ text }) => inScript(text));
      return fitting
        .filter(({ chosen }) => chosen)
        .map(({ points, text }) => {
          const best = Math.max(-9, ...fitting.filter((it) => !it.chosen && it.text !== text).map((it) => it.points));
          return { points, ahead: points - best };
        });
    });
  return found.sort((a, b) => a.points - b.points)[0];
}

/** What is known of a field's values on a page. */
export function knownOf(page: Page, field: string, kind: Kind): Known {
  const values = valuesOf(page.draft, field);
  const places = values.flatMap(({ at }) => at);
  const offsets = places.map((place) => offsetsOf(page.source, place)[0]);
  const lines = page.lines.filter((line) => line.text && offsets.some((at) => at >= line.start && at < line.end));
  return {
    page,
    draft: page.draft,
    texts: values.map(({ text }) => text),
    lines,
    recorded: places.some(({ pointer }) => pointer !== undefined),
    chosen: chosenFor(page, field, kind),
  };
}
