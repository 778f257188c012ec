/** Puts a value of a page into the draft, by its meaning: one function for each field. */

import { webAddress } from '#domain/identifiers';
import { isChinese, shareOfHan } from '#domain/language';
import { hasHan } from '#text/han';
import { inlineMarkup, richBlocks } from '../text/html.ts';
import { fold, join, slice, trim, type Traced } from '../text/traced.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { cleanName, type NamePiece } from '../values/name-pieces.ts';
import { findDate, type FoundDate } from '../values/dates.ts';
import { findDois } from '../values/identifiers.ts';
import { readLocator } from '../values/locators.ts';
import { isMenuWord, isPersonShape } from '../values/name-shapes.ts';
import { readAbstract } from './abstracts.ts';
import { isAffiliation } from './affiliations.ts';
import { stateAuthors } from './authorship.ts';
import { bracketed, listedWithAddresses } from './bylines.ts';
import { readCitationLine, stateIdentifiers } from './citations.ts';
import { furnitureOf } from './furniture.ts';
import { faultOf } from './impossible.ts';
import { stateKeywords } from './keywords.ts';
import type { LabelField } from './labels.ts';
import { journalWord, stateIssued, stateJournal, stateLastPage, statePages, stateTokens } from './numbers.ts';
import type { PageMeaning, State, Way } from './meaning.ts';
import type { Meaning } from '../draft/statement.ts';
import type { Page } from './page.ts';
import { inTwoLanguages, stateTitle, titleEnd } from './state-titles.ts';
import { workStates } from './works.ts';

/** A value that needs no more than its meaning. */
const put =
  (means: Meaning): State =>
  (page, value) =>
    page.put(means, value);

const stateTitleValue: State = (page, value, { by }) => {
  if (by === 'record') return stateTitle(page, join(richBlocks(value), ' ')) !== undefined;
  if (value.text.length < 4 || value.text.length > 500) return false;
  const titles = inTwoLanguages(slice(value, 0, titleEnd(value.text)));
  return titles.map((title) => stateTitle(page, title)).some(Boolean);
};

/** Names on one line, without the counter or the institution that a page sets after them. */
const stateAuthorLine: State = (page, value, { trusted = true }) => {
  const { text } = value;
  const cut = /\s\/\s|\s{2,}|\s[|｜]\s/u.exec(text);
  const names = cut && /\d|次/u.test(text.slice(cut.index)) ? trim(slice(value, 0, cut.index)) : value;
  const place =
    /^([^:：]{2,120}?)(?:\s?[:：]\s?|\s[-–—]\s)(?=.*(?:大学|学院|医院|中心|系|Universi|Hospital|Department|Institute|Clinic|College))/u.exec(
      names.text,
    );
  const read = place ? trim(slice(names, 0, place[1]?.length ?? 0)) : names;
  const pieces =
    (bracketed(value) ?? listedWithAddresses(value))?.pieces ??
    readAuthorLine(read, trusted) ??
    (trusted ? singleName(read) : undefined);
  if (!pieces) return false;
  // The same people in Latin letters below their Chinese names.
  const again =
    pieces.every((piece) => !hasHan(piece.traced.text)) &&
    page.draft.authors.some((author) => hasHan(author.value.name.written));
  if (!again) stateAuthors(page, pieces);
  return true;
};

/** After "Author:" a single name of whatever shape is a name. */
function singleName(value: Traced): NamePiece[] | undefined {
  const piece = cleanName(fold(value));
  return piece && (isPersonShape(piece.traced.text) || /^\p{Lu}[\p{L}'’-]+$/u.test(piece.traced.text))
    ? [piece]
    : undefined;
}

const stateAddress: State = (page, value) => {
  const { text } = value;
  const isAddress = isAffiliation(text) || /大学|医院|学院|研究|中心|Univ|Hosp|Inst|School|Dep/u.test(text);
  if (text.length > 900 || !isAddress) return false;
  return page.put('affiliation', value);
};

/** A journal's name with what a page prints of the paper's place in it; `named` where the label says that it is one. */
const stateSource =
  (named: boolean): State =>
  (page, value, { by }) => {
    const { text } = value;
    if (by === 'record') return stateJournal(page, fold(value), 'record');
    if (text.length > 300) return false;
    if (readCitationLine(page, value, true)) return true;
    const { tokens, rest } = readLocator(text);
    if (isMenuWord(text) && !text.includes(' ') && tokens.length === 0) return false;
    const [first] = rest;
    if (!first || tokens.some((token) => token.start <= first.start)) return false;
    if (named || tokens.length > 0 || /^《.+》$/u.test(first.text) || journalWord.test(first.text))
      stateJournal(page, trim(slice(value, first.start, first.end)), named ? 'label' : 'source');
    else if (rest.length === 1)
      page.journals.push({ name: value, way: 'source', line: page.lineOf(value)?.index ?? 0 });
    stateTokens(page, value, tokens);
    return true;
  };

/** A date that a label or a member names; false where there is none, and nothing where it is only that of an upload. */
const dated =
  (state: (page: Page, value: Traced, date: FoundDate, way: Way) => void): State =>
  (page, value, way) => {
    const date = findDate(value.text, 0, true);
    if (!date || (way.by === 'label' && date.start > 30)) return false;
    // Some say of it themselves that it is the day of the upload, and a site counts the readers of what it has posted.
    const isPosted = /^\s\d{1,2}:\d{2}.{0,6}(?:点击|浏览|阅读)/u.test(value.text.slice(date.end));
    if (!isPosted && !/不代表|not (?:the|its) (?:date of )?publication/iu.test(value.text))
      state(page, value, date, way);
    return true;
  };

const stateOnline = (page: Page, value: Traced, date: FoundDate): void => {
  page.state('online', date.value, value, date.start, date.end);
};

const stateDate = dated((page, value, date, { by }) => {
  if (by === 'label') stateIssued(page, value, date);
  // Without volume and issue there is no issue yet: the date is that of the online publication.
  else if (page.draft.volume ?? page.draft.issue) page.state('issued', date.value, value, date.start, date.end);
  else stateOnline(page, value, date);
});

const stateYear = dated((page, value, date, { by }) => {
  if (by === 'label') stateIssued(page, value, date);
  else if (!page.draft.issued && !page.draft.online)
    page.state('issued', date.value.slice(0, 4), value, date.start, date.start + 4);
});

/** A month without a day is a journal's, whatever the label; a day may be the page's own. */
const stateOtherDate: State = (page, value) => {
  const date = findDate(value.text, 0, true);
  if (date?.value.length === 7 && /^\d{4}年/u.test(value.text) && !page.draft.issued) stateIssued(page, value, date);
  return date !== undefined;
};

/** A number and what pages print before and after it: "第12卷", "pp. 3–9". */
const numberIn = (text: string): [number, number] | undefined => {
  const plain = /^(?:pp?\.?\s?|第\s?)?([A-Za-z]{0,6}\d[\dA-Za-z./]*(?:\s?[-–—~]\s?[A-Za-z]?\d[\dA-Za-z]*)?)/u.exec(
    text,
  );
  if (!plain?.[1] || text.length > 60) return undefined;
  return [plain[0].length - plain[1].length, plain[0].length];
};

/** Whether a labelled number is a whole place in a journal, "Vol. 3, No. 4": its parts are stated. */
function statePlace(page: Page, value: Traced): boolean {
  const locator = readLocator(value.text, false);
  if (locator.tokens.length === 0 || locator.rest.length > 0 || /^\d+(?:-\d+)?$/u.test(value.text)) return false;
  stateTokens(page, value, locator.tokens);
  return true;
}

const stateNumber =
  (field: 'volume' | 'issue'): State =>
  (page, value, { by }) => {
    const { text } = value;
    if (faultOf(field, text)) return false;
    if (by === 'label') {
      if (statePlace(page, value)) return true;
      const at = numberIn(text);
      return at !== undefined && page.put(field, slice(value, ...at));
    }
    // "25 1" packs volume and issue.
    const packed = /^(\S{1,10})\s+\(?(\S{1,10}?)\)?$/u.exec(text);
    if (field === 'issue' || page.draft.issue || !packed?.[1] || !packed[2]) return page.put(field, value);
    const start = text.lastIndexOf(packed[2]);
    return (
      page.put('volume', slice(value, 0, packed[1].length)) &&
      page.put('issue', slice(value, start, start + packed[2].length))
    );
  };

const statePageRange: State = (page, value, { by }) => {
  if (by === 'record') {
    statePages(page, value);
    return true;
  }
  // "5页" counts them.
  if (/^(?:共\s?)?\d+\s?页$/u.test(value.text)) return true;
  // "共5页(1196-1200)", "5(101-105)": how many, then which.
  const counted = /^(?:共\s?)?\d+\s?页?\s?[(（](?=\d+\s?[-–—])/u.exec(value.text);
  if (counted) return statePageRange(page, trim(slice(value, counted[0].length)), { by });
  const at = numberIn(value.text);
  if (at) statePages(page, value, ...at);
  return at !== undefined;
};

const stateArticleNumber: State = (page, value) => {
  if (statePlace(page, value)) return true;
  const at = numberIn(value.text);
  const number = at ? value.text.slice(...at) : '';
  if (at && !/^\d{4}-\d/u.test(number) && number.length < 16) page.state('articleNumber', number, value, ...at);
  return at !== undefined;
};

const stateTerms: State = (page, value, { by }) => {
  const { text } = value;
  const isTitled = page.draft.titles.some((title) => title.value.text.includes(text));
  if (by === 'label' && (text.length > 1500 || (text.length < 12 && !isTitled && furnitureOf(text)))) return false;
  return stateKeywords(page, value) > 0;
};

/** An abstract that a program wrote, with its markup, which may be escaped once more. */
const stateAbstract: State = (page, value, { by }) => {
  if (by === 'label') return false;
  const blocks = richBlocks(value).flatMap((block) => (inlineMarkup.test(block.text) ? richBlocks(block) : [block]));
  const abstract = readAbstract(page, blocks);
  const isSame = (known: { value: { language: string } }): boolean =>
    isChinese(known.value.language) === isChinese(abstract?.value.language ?? '');
  if (abstract && !page.draft.abstracts.some(isSame)) page.draft.abstracts.push(abstract);
  return abstract !== undefined;
};

const stateAddressOfPage: State = (page, value, { by }) => {
  const [written = ''] = value.text.split(' ');
  const address = webAddress(written);
  if (by === 'record' && !address) return false;
  const [doi] = findDois(value.text);
  if (address && !doi) page.state('url', address, value, 0, written.length);
  // A record's own DOI as an address only says it again.
  const [place] =
    by === 'record' && doi?.value.toLowerCase() === page.draft.doi?.value.toLowerCase()
      ? (page.draft.doi?.at ?? [])
      : [];
  if (place) page.copy(value, place);
  return (!place && stateIdentifiers(page, value)) || address !== undefined;
};

/**
 * What is after a label may go on after the DOI; a field that holds nothing else may have signs that end a DOI in a
 * text.
 */
const stateDoi: State = (page, value, { by }) => {
  if (by === 'record') return page.put('doi', value);
  const [found] = findDois(`doi:${value.text}`);
  if (!found) return false;
  const [start, end] = [found.start - 4, found.end - 4];
  const isWhole = value.text.slice(start, end).toLowerCase() === found.value.toLowerCase();
  return isWhole ? page.put('doi', slice(value, 0, end)) : page.state('doi', found.value, value, start, end);
};

const states: Partial<Record<PageMeaning, State>> = {
  ...workStates,
  title: stateTitleValue,
  authors: stateAuthorLine,
  affiliation: stateAddress,
  journal: stateSource(true),
  source: stateSource(false),
  'journal-abbreviation': put('journal-abbreviation'),
  date: stateDate,
  online: dated(stateOnline),
  year: stateYear,
  'other-date': stateOtherDate,
  volume: stateNumber('volume'),
  issue: stateNumber('issue'),
  pages: statePageRange,
  'first-page': (page, value) => {
    if (!page.draft.pages) statePages(page, value);
    return true;
  },
  'last-page': (page, value) => stateLastPage(page, value),
  'article-number': stateArticleNumber,
  doi: stateDoi,
  identifiers: put('identifiers'),
  pmid: put('pmid'),
  pmcid: put('pmcid'),
  arxiv: put('arxiv'),
  issn: (page, value, { by }) => page.put('issn', value) || by === 'label',
  publisher: (page, value) => {
    if (value.text.length > 120 || /[。!?]/u.test(value.text)) return false;
    page.put('publisher', value);
    return true;
  },
  keywords: stateTerms,
  abstract: stateAbstract,
  url: stateAddressOfPage,
  'open-access': put('open-access'),
  type: (page, value, { by }) => page.put('type', value) || (by === 'label' && value.text.length <= 60),
  language: (_, value) => value.text.length <= 40,
  counter: (_, value) => /\d/u.test(value.text) && value.text.length < 60,
};

/** What states nothing, whatever its label. */
const nothing =
  /^(?:n\/a|none|null|undefined|-+|—|暂无|无|未知|不详|(?:本站)?(?:网络|互联网|搜集|收集)?整理|网络|互联网|本站(?:原创)?)$/iu;

/** States a value of a meaning; false where the value cannot be one. */
export function stateValue(page: Page, means: PageMeaning, given: Traced, way: Way): boolean {
  const value = trim(given);
  return value.text !== '' && !nothing.test(value.text) && (states[means]?.(page, value, way) ?? false);
}

const isMeaning = (field: LabelField): field is Extract<LabelField, PageMeaning> => Object.hasOwn(states, field);

/** Like `stateValue`, but for what is after a label; a label of furniture may have any text that is not prose. */
export function stateLabelled(page: Page, field: LabelField, value: Traced, trusted = true): boolean {
  if (field === 'citation' || field === 'subtitle') return false;
  if (isMeaning(field)) return stateValue(page, field, value, { by: 'label', trusted });
  const { text } = trim(value);
  return text !== '' && !nothing.test(text) && text.length < 1200 && !(text.length > 600 && shareOfHan(text) > 0.3);
}
