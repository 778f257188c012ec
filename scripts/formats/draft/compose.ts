/** Makes drafts of statements: a table says which function takes each meaning. */

import { emptyDraft, type Claim, type Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import { claimLeftover, claimRange } from './claims.ts';
import { finish } from './finish.ts';
import { identifierForms, isIdentifier } from '../values/identifiers.ts';
import { readLanguage } from '../values/languages.ts';
import type { Making, Take } from './making.ts';
import { prepared } from './prepare.ts';
import { plain } from '../text/inline.ts';
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
  takeFate,
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
import { takeAbstract, takeKeywordLine, takeKeywords, takeLanguage, takeTitle, takeTitleCopy } from './take-texts.ts';

/** What each meaning does with a statement. */
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
  fate: takeFate,
  note: takeNote,
};

export interface Composed {
  draft: Draft;
  claims: Claim[];
  notices: Notice[];
}

/** Drafts one record from its statements. `record` counts from 1; `span` is the record's own stretch, for notices. */
export function compose(
  source: SourceText,
  record: number,
  statements: readonly Statement[],
  span: [number, number],
): Composed {
  const { statements: ordered, letters } = prepared(statements);
  const count = (means: Meaning): number => ordered.filter((s) => s.means === means).length;
  const making: Making = {
    source,
    draft: { record, ...emptyDraft() },
    claims: [],
    years: [],
    dates: [],
    journals: [],
    authorsByFamily: new Map(),
    keywordAt: new Map(),
    affiliationAt: new Map(),
    sections: [],
    notices: letters ? [authorsByLetter(source, letters)] : [],
    parallelAuthors: count('author-full') > 0 && count('author-full') <= count('author'),
  };
  // The language is asked for by titles, wherever in the record it is.
  for (const s of statements)
    if (s.means === 'language') {
      const found = readLanguage(s.value.text);
      if (found) making.language ??= found;
    }
  for (const s of ordered) {
    if (typeof s.means === 'object') {
      claimRange(making.claims, source, s.span[0], s.span[1], s.means.furniture, s.value.pointer);
      continue;
    }
    const taken = takes[s.means](making, s);
    if (taken === 'unread') {
      making.notices.push(...notValid(making, s, s.means));
      continue;
    }
    if ('rule' in taken) claimRange(making.claims, source, s.span[0], s.span[1], taken.rule, s.value.pointer);
    else if ('copyOf' in taken)
      for (const at of placesOf(source, s.span[0], s.span[1], s.value.pointer))
        making.claims.push({ at, fate: { kind: 'copy', of: taken.copyOf } });
    else claimLeftover(making, s, taken);
  }
  finish(making);
  return {
    draft: making.draft,
    claims: making.claims,
    notices: [...making.notices, ...noticesOf(making, record, span)],
  };
}

/** A notice for an identifier that is not valid; a cell that says that there is none is no identifier. */
function notValid({ source, draft }: Making, { value, span }: Statement, means: Meaning): Notice[] {
  const text = value.text.trim();
  // A second identifier of a kind, valid or not, is another matter.
  if (!isIdentifier(means) || draft[means] || !/[\p{L}\p{N}]/u.test(text)) return [];
  if (/^(?:n\.?\s?\/?\s?a\.?|none|null|nan|unknown|not available|undefined|无|暂无|0+)$/iu.test(text)) return [];
  return [
    {
      severity: 'warning',
      rule: 'identifier-not-valid',
      place: placesOf(source, ...span)[0] ?? { file: source.file },
      seen: text.slice(0, 100),
      expected: identifierForms[means],
      remedy: 'Correct it in the file, or state it with npm run correct; the record was made without it.',
    },
  ];
}

function noticesOf({ source, draft }: Making, record: number, span: [number, number]): Notice[] {
  if (draft.titles.length || draft.doi || draft.pmid) return [];
  const [place] = placesOf(source, span[0], span[1]);
  return [
    {
      severity: 'warning',
      rule: 'record-without-title',
      place: place ?? { file: source.file },
      seen: `record ${record} states neither a title nor a DOI or PMID${held(draft)}`,
      expected: 'a record that says which paper it is about',
      remedy: 'Add its title to the file, or remove the record.',
    },
  ];
}

/** What a record without a title does state, so that a person can find it. */
function held({ authors, issued, journal, abstracts, keywords }: Draft): string {
  const words = abstracts[0]?.value.sections[0]?.blocks[0]?.text;
  const said = [
    authors[0]?.value.name.written,
    issued?.value,
    journal?.value,
    keywords[0]?.value.text,
    words && words.length > 80 ? `${words.slice(0, 80)}…` : words,
  ].filter(Boolean);
  return said.length ? `; it has ${said.join(' · ')}` : '';
}

const authorsByLetter = (source: SourceText, { value, span }: Statement): Notice => ({
  severity: 'warning',
  rule: 'authors-by-letter',
  place: placesOf(source, ...span)[0] ?? { file: source.file },
  seen: `a list of authors with one letter a line: ${value.text.slice(0, 100)}`,
  expected: 'one author a line',
  remedy: 'Check the authors, which were put together from the letters; export the record again if they are wrong.',
});
