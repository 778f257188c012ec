/** What each meaning does with a statement: the one table for files of references and for pages. */

import type { Notice } from '#domain/notice';
import { placesOf } from '#domain/source';
import { shortened } from '#text/shortened';
import { plain } from '../text/inline.ts';
import { lost, mendStatement } from './damaged.ts';
import type { Making, Take, Taken } from './making.ts';
import type { Meaning, Statement } from './statement.ts';
import {
  takeArxiv,
  takeDoi,
  takeIdentifiers,
  takeIssn,
  takeNote,
  takeOpenAccess,
  takePmcid,
  takePmid,
  takeRegistration,
  takeUpdatedWork,
  takeUrl,
} from './take-identifiers.ts';
import {
  pushDate,
  takeStatus,
  takeArticleNumber,
  takeExtent,
  takeFirstPage,
  takeJournal,
  takeJournalAbbreviation,
  takeLastPage,
  takeNumber,
  takeOnline,
  takePublicationType,
  takePublisher,
  takeType,
} from './take-issue.ts';
import {
  takeAffiliation,
  takeAuthor,
  takeAuthors,
  takeFullName,
  takeFullNames,
  takeGroup,
  takeOrcid,
} from './take-people.ts';
import { takeRetraction } from './take-retraction.ts';
import {
  takeEdition,
  takeEditor,
  takeEditors,
  takeEvent,
  takeEventDate,
  takeGenre,
  takeIsbn,
  takePlace,
  takeTranslator,
  takeTranslators,
  takeWords,
} from './take-works.ts';
import {
  takeAbstract,
  takeKeywordLine,
  takeKeywords,
  takeLanguage,
  takeTerm,
  takeTitle,
  takeTitleCopy,
} from './take-texts.ts';

const takes: Record<Meaning, Take> = {
  type: takeType,
  'publication-type': takePublicationType,
  title: takeTitle,
  'title-translated': (making, s) => takeTitle(making, { ...s, role: 'translation' }),
  'title-original': (making, s) =>
    takeTitle(making, { ...s, role: 'original', ...(making.language ? { language: making.language } : {}) }),
  'title-copy': takeTitleCopy,
  subtitle: () => ({ rule: 'subtitles' }),
  author: takeAuthor,
  authors: takeAuthors,
  'author-full': takeFullName,
  'authors-full': takeFullNames,
  group: takeGroup,
  orcid: takeOrcid,
  affiliation: takeAffiliation,
  journal: (making, s) => takeJournal(making, s, false),
  'journal-nlm': (making, s) => takeJournal(making, s, true),
  'journal-subtitle': () => ({ rule: 'subtitles' }),
  'journal-abbreviation': takeJournalAbbreviation,
  issn: takeIssn,
  publisher: takePublisher,
  year: (making, s) => pushDate(making.years, s),
  date: (making, s) => pushDate(making.dates, s),
  online: takeOnline,
  volume: (making, s) => takeNumber(making, 'volume', s),
  issue: (making, s) => takeNumber(making, 'issue', s),
  pages: takeExtent,
  'first-page': takeFirstPage,
  'last-page': takeLastPage,
  'article-number': takeArticleNumber,
  editor: takeEditor,
  editors: takeEditors,
  translator: takeTranslator,
  translators: takeTranslators,
  edition: takeEdition,
  'publisher-place': takePlace,
  isbn: takeIsbn,
  number: takeWords('number'),
  genre: takeGenre,
  event: takeEvent,
  'event-place': takeWords('eventPlace'),
  'event-date': takeEventDate,
  'retracted-in': takeRetraction,
  doi: takeDoi,
  identifiers: takeIdentifiers,
  pmid: takePmid,
  pmcid: takePmcid,
  arxiv: takeArxiv,
  url: takeUrl,
  'open-access': takeOpenAccess,
  term: takeTerm,
  keyword: takeKeywordLine,
  keywords: takeKeywords,
  abstract: takeAbstract,
  'abstract-section': (making, s) => {
    making.sections.push(s);
    return [plain(s.value)];
  },
  'abstract-other': takeAbstract,
  language: takeLanguage,
  registration: takeRegistration,
  'updated-work': takeUpdatedWork,
  status: takeStatus,
  note: takeNote,
};

/** Takes a statement of this meaning. What a program damaged is mended or left out first, and told. */
export function take(making: Making, means: Meaning, s: Statement): Taken {
  const expected = lost(means, s.value.text);
  if (expected !== undefined) {
    const remedy =
      'export the record again, or state the value with npm run correct; until then the record is without it';
    tell(making, s, { severity: 'warning', rule: 'value-lost', expected, remedy });
    return { rule: 'states-nothing' };
  }
  const mended = mendStatement(means, s);
  if (!mended) return takes[means](making, s);
  const read = JSON.stringify(shortened(plain(mended.s.value).text, 80));
  const remedy = `check the value, which is read as ${read}`;
  tell(making, s, { severity: 'info', rule: 'value-mended', expected: `text that is not ${mended.was}`, remedy });
  return takes[means](making, mended.s);
}

function tell({ source, notices }: Making, { value, span }: Statement, words: Omit<Notice, 'place' | 'seen'>): void {
  const place = placesOf(source, ...span)[0] ?? { file: source.file };
  notices.push({ ...words, place, seen: shortened(value.text.trim(), 100) });
}
