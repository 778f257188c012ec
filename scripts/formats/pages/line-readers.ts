/**
 * Reads the lines of a page that its records did not take and that no choice decided: each by the first reader of the table
 * that knows it.
 */

import { isRowOfNames } from '../values/author-lines.ts';
import { findIssns } from '../values/identifiers.ts';
import { readLocator } from '../values/locators.ts';
import { isPersonShape } from '../values/name-shapes.ts';
import { isAffiliation } from './affiliations.ts';
import { readNames } from './bylines.ts';
import type { Decided } from './choose.ts';
import { readCitationLine, readPath, readSelfCitation, stateIdentifiers } from './citations.ts';
import { readField } from './fields.ts';
import { publisherLine } from './furniture.ts';
import { repeatsTitle } from './headlines.ts';
import { stateUnlabelled } from './keyword-rows.ts';
import { isKeywordRow } from './keywords.ts';
import type { LabelField, LabelledLine } from './labels.ts';
import { journalWord, stateTokens } from './numbers.ts';
import { citesItself } from './own-citation.ts';
import type { Line, Page } from './page.ts';
import { slice } from '../text/traced.ts';
import { splitLabels } from './segments.ts';
import {
  confirms,
  isOwnReference,
  mayBeOwn,
  namesItself,
  readCitationLabel,
  readConfirmed,
  readJournalAbove,
  readRepeat,
} from './self.ts';
import { linesBetween, near, see } from './sight.ts';

/** How far the reading of a page has come. */
export interface Progress extends Decided {
  page: Page;
  /** The heading of the page's last part that has been passed: references, statements, related papers … */
  tail?: string | undefined;
  /** Whether no authors were known before the tail: names in biographies count then. */
  nameless: boolean;
  biographies: Line[];
  /** References to the paper itself, read last: what the page states elsewhere has precedence. */
  own: Line[];
  /** The last line of volume, date or pages, which may be on lines of their own, one below the other. */
  citedAt: number;
}

/** Reads a line, and gives the index of the last line that it took; `undefined` if the line is not its kind. */
type LineReader = (at: Progress, line: Line, label: LabelledLine | undefined) => number | undefined;

const isPlaceLabel = (label: LabelledLine): boolean => /^(?:pages|volume|issue)$/u.test(label.field);

const isBefore = ({ anchor }: Progress, line: Line): boolean => line.index - anchor >= -14 && line.index - anchor <= 60;

/** The readers, in order: what a choice decided, what a label says, then what a line shows by itself. */
const readers: Readonly<Record<string, LineReader>> = {
  'a reference under its label': ({ page }, line, label) =>
    label?.field === 'citation' ? readCitationLabel(page, line, label) : undefined,
  'the journal’s own account': readJournalAccount,
  'a line of the last parts of the page': readTail,
  'a row of names that was chosen': readRowOfNames,
  // "Corresponding Author" right below the title is above the first of all authors.
  'a label above a name that was chosen': ({ page, names, anchor }, line, label) => {
    const isFirst = label?.field === 'correspondence' && label.alone && linesBetween(page, anchor, line.index) === 0;
    const [below] = isFirst ? near(page, line, 1) : [];
    if (!below || names.size < 2 || !names.has(below)) return undefined;
    page.furnitureLine('label', line);
    return line.index;
  },
  'a labelled value': ({ page }, line, label) =>
    label && label.field !== 'abstract' && !isPlaceLabel(label) ? readField(page, line, label) : undefined,
  'words of the site': ({ page, anchor }, line) => {
    const rule = see(page, line, 'furniture');
    if (rule === 'navigation' && Math.abs(line.index - anchor) <= 14) readPath(page, line.traced);
    return rule ? line.index : undefined;
  },
  'a place in a journal': readPlace,
  'a labelled place in a journal': ({ page }, line, label) =>
    label && label.field !== 'abstract' ? readField(page, line, label) : undefined,
  'several labels on a line': ({ page }, line) => (splitLabels(page, line) ? line.index : undefined),
  'a row of keywords': ({ page, anchor, firstZone }, line) => {
    const isNear = line.index > anchor && line.index <= firstZone + 60;
    if (!isNear || isRowOfNames(line.text) || !isKeywordRow(page, line.traced, false)) return undefined;
    stateUnlabelled(page, line.traced);
    return line.index;
  },
  identifiers: (at, line) =>
    isBefore(at, line) &&
    line.index < at.firstZone + 40 &&
    /10\.\d{4}|arXiv:|^PubMed\s\d|^(?:[•·]\s)?PMC\d{5,9}$/u.test(line.text) &&
    line.text.length < 200 &&
    !/^\d{1,3}\.?\s/u.test(line.text) &&
    stateIdentifiers(at.page, line.traced)
      ? line.index
      : undefined,
  'a reference with the title': (at, line) => {
    if (!isBefore(at, line) || !namesItself(at.page, line)) return undefined;
    readSelfCitation(at.page, line.traced);
    return line.index;
  },
  'an address behind an author’s mark': ({ page, firstZone }, line) => {
    // "2 CHU Rennes": what is after a mark that an author has.
    const mark = /^(\d{1,2}|[a-h])[.)]?\s(?=\p{L})/u.exec(line.text)?.[1];
    const isMarked =
      mark !== undefined &&
      line.index < firstZone &&
      line.text.length < 300 &&
      [...page.making.people.marks.values()].some((marks) => marks.includes(mark));
    if (isMarked) page.put('affiliation', line.traced);
    return isMarked ? line.index : undefined;
  },
  'a name that was chosen': ({ page, names }, line) =>
    names.has(line) && !isAddress(page, line) && readNames(page, line) ? line.index : undefined,
  'an address': (at, line) => {
    if (!isBefore(at, line) || line.index > at.firstZone || !isAffiliation(line.text)) return undefined;
    at.page.put('affiliation', line.traced);
    return line.index;
  },
  'what is left': readRest,
};

/** Reads the lines of a page one by one. */
export function readLines(page: Page, decided: Decided): Progress {
  const at: Progress = { ...decided, page, nameless: true, biographies: [], own: [], citedAt: -9 };
  for (let i = 0; i < page.lines.length; i++) {
    const line = page.lines[i] as Line;
    if (at.tail && repeatsTitle(page, line)) readRepeat(page, line);
    else if (page.isFreeLine(line) || isReadInPart(page, line)) i = readLine(at, line);
  }
  return at;
}

/** The page's own reference, of which only the title has been read: no other line has it. */
const isReadInPart = (page: Page, line: Line): boolean =>
  line.text !== '' &&
  see(page, line, 'label')?.field === 'citation' &&
  page.draft.titles.some(({ at: [place] }) => page.lineAt(place) === line);

function readLine(at: Progress, line: Line): number {
  const label = see(at.page, line, 'label');
  moveOn(at, line, label);
  for (const read of Object.values(readers)) {
    const last = read(at, line, label);
    if (last !== undefined) return last;
  }
  return line.index;
}

/** Headings under which a page says at its end which paper it is. */
const ownAccount =
  /^(?:about this (?:article|paper|chapter)|(?:article|paper|publication|bibliographic|record) (?:information|info|details|data)|(?:文章|文献|论文|著录)信息|ayrıntılar)$/iu;

/** Sees where the page stops to speak of the paper as a whole, and where it does so again. */
function moveOn(at: Progress, line: Line, label: LabelledLine | undefined): void {
  const { page, zones, anchor } = at;
  if (label?.field === 'citation') return;
  const past = zones.at(-1)?.to ?? 0;
  // A box beside the abstract ends where the page speaks of the paper again.
  if (at.tail === 'summaries' && (label?.field === 'keywords' || label?.field === 'type')) at.tail = undefined;
  if (at.tail && ownAccount.test(line.text)) at.tail = undefined;
  if (!at.tail && page.draft.authors.length > 0) at.nameless = false;
  if (!at.tail && zones.length > 0 && line.index >= past && /^\[?1[.\]]\s?(?:1\.)?(?:\s|$)/u.test(line.text))
    at.tail = 'references';
  const heading = see(page, line, 'tail');
  // A menu names the same headings before the paper begins.
  if (heading && line.index > Math.max(anchor, past) - 1 && !isAccount(page, line, label)) at.tail = heading;
}

/** "来源期刊" heads the journal's own account, which begins with its name. */
const isAccount = (page: Page, line: Line, label: LabelledLine | undefined): boolean =>
  label?.field === 'journal' &&
  label.alone &&
  !(page.draft.journal ?? page.draft.journalZh) &&
  namesJournal(page, line.index);

function readJournalAccount(at: Progress, line: Line, label: LabelledLine | undefined): number | undefined {
  const { page } = at;
  if (!label || !isAccount(page, line, label)) return undefined;
  const last = readField(page, line, label);
  const below = page.lines.slice(last + 1, last + 3).find((one) => one.text);
  if (below && page.isFreeLine(below)) readCitationLine(page, below.traced, true);
  at.tail ??= see(page, line, 'tail');
  return last;
}

/** Whether the next line is a journal's name and nothing else. */
function namesJournal(page: Page, at: number): boolean {
  const next = page.lines.slice(at + 1, at + 4).find((line) => line.text);
  return (
    next !== undefined &&
    next.text.length <= 80 &&
    journalWord.test(next.text) &&
    !/[\d,，。;；:：!?]/u.test(next.text) &&
    !see(page, next, 'furniture')
  );
}

/** Facts of the paper that a page may state below its last headings. */
const inTail = new Set<LabelField>(['keywords', 'doi', 'date', 'online', 'volume', 'pages', 'issn', 'pmid', 'pmcid']);
const ofOthers = /^(?:references|related|full-text)$/u;

/** Below the last headings only what surely is the paper's own is read; all else is named by the heading. */
function readTail(at: Progress, line: Line, label: LabelledLine | undefined): number | undefined {
  const { page, tail } = at;
  if (!tail) return undefined;
  const isFact =
    label !== undefined &&
    ((inTail.has(label.field) && !ofOthers.test(tail)) ||
      (label.field === 'keywords' && page.draft.keywords.length === 0));
  if (isFact) return undefined;
  if (readFactInTail(page, line, tail, line.index - at.citedAt <= 4)) at.citedAt = line.index;
  else if (citesItself(page, line)) at.own.push(line);
  else if (confirms(page, line)) readConfirmed(page, line);
  else if (tail === 'author-biographies' && at.nameless) at.biographies.push(line);
  else page.furnitureLine(see(page, line, 'furniture') ?? tail, line);
  return line.index;
}

/**
 * Below statements and boxes, and even below lists of other papers, a page may end with its own DOI, the day it was
 * posted, or its volume with date and pages on lines of their own. Where several lines state a volume, they are others'.
 */
function readFactInTail(page: Page, line: Line, tail: string, besideVolume: boolean): boolean {
  const { draft } = page;
  if (line.text.length > 140) return false;
  const { tokens, rest } = readLocator(line.text);
  const alone = tokens.length > 0 && rest.length === 0;
  if (besideVolume && alone) return readCitationLine(page, line.traced, true);
  // The page's own volume again, perhaps with the month that no other line states.
  const again = tokens.find((token) => token.kind === 'volume');
  if (alone && again && again.value === draft.volume?.value && tokens.length > 1)
    return readCitationLine(page, line.traced, true);
  if (isNumbersAlone(page, line.text)) {
    const others = page.lines.filter(
      (one) =>
        one.index > line.index &&
        one.text.length < 300 &&
        readLocator(one.text).tokens.some((token) => token.kind === 'volume'),
    );
    return others.length === 0 && readCitationLine(page, line.traced, true);
  }
  // "Rev. Saúde Ment. 45 (2) • 2021 • https://doi.org/…" is how no list of references writes.
  if (/\s•\s.*\s•\s.*10\.\d{4}/u.test(line.text) && !draft.volume) return readCitationLine(page, line.traced, true);
  if (isFootOfPage(page, line, tail)) return readCitationLine(page, line.traced, true);
  if (tail !== 'full-text' && ofOthers.test(tail)) return false;
  const isDoi = /^(?:doi\s?[:：]?\s?)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/iu.test(line.text);
  if (isDoi && !draft.doi) return stateIdentifiers(page, line.traced);
  if (tail === 'full-text') return false;
  const isPosted = /^(?:posted|(?:first\s)?published|publicado|发布)/iu.test(line.text) && line.text.length < 60;
  return isPosted && (draft.issued ?? draft.online)?.value.length !== 10 && readCitationLine(page, line.traced, true);
}

/**
 * "Care Pract. 2020;20:115–126 | 115": what the first page of a PDF file has below its text, and a publisher's page below its
 * statements, where no other line has a volume.
 */
function isFootOfPage(page: Page, line: Line, tail: string): boolean {
  if (!/^(?:full-text|statements)$/u.test(tail) || page.draft.volume || !/^\p{L}/u.test(line.text)) return false;
  const isPlace = (one: Line): boolean => {
    const kinds = see(page, one, 'kinds');
    return kinds.has('volume') && (kinds.has('pages') || kinds.has('article'));
  };
  return (
    isPlace(line) &&
    page.lines.every((one) => one === line || !one.text || see(page, one, 'furniture') !== undefined || !isPlace(one))
  );
}

/** A line of volume and issue and nothing else, for a page that has not said them yet. */
function isNumbersAlone(page: Page, text: string): boolean {
  if (page.draft.volume || text.length > 60) return false;
  const { tokens, rest } = readLocator(text);
  return rest.length === 0 && tokens.some((token) => token.kind === 'volume');
}

/** Journal, volume, pages and dates on one line, near the title or beside other such lines. */
function readPlace(at: Progress, line: Line): number | undefined {
  const { page, anchor, firstZone } = at;
  const distance = line.index - anchor;
  const isNear = isBefore(at, line);
  const besideCitation = line.index - at.citedAt <= 4;
  const beside =
    besideCitation ||
    Math.abs(distance) <= 14 ||
    Math.abs(line.index - firstZone) <= 8 ||
    (distance > 0 && line.index < firstZone && isNear);
  const [above] = near(page, line, -1).filter(({ index }) => index >= line.index - 3);
  const isLabelled = above !== undefined && /[:：]$/u.test(above.text) && above.text.length < 40;
  if (!(isNear || besideCitation || isNumbersAlone(page, line.text)) || isLabelled) return undefined;
  // A sentence with a year in it, "(Birchwood, 1998)", is no place.
  if (see(page, line, 'prose') && [...see(page, line, 'kinds')].every((kind) => kind === 'date')) return undefined;
  if (!mayBeOwn(page, line) || !readCitationLine(page, line.traced, beside)) return undefined;
  at.citedAt = line.index;
  readJournalAbove(page, line, anchor);
  return line.index;
}

/** Several names and nothing else but a year, before anything reads the year as a place in a journal. */
function readRowOfNames({ page, names }: Progress, line: Line, label: LabelledLine | undefined): number | undefined {
  const byline = names.has(line) && !label ? see(page, line, 'byline') : undefined;
  const kinds = see(page, line, 'kinds');
  const isRow = byline?.shape === 'names' && byline.pieces.length > 1 && [...kinds].every((kind) => kind === 'date');
  if (!isRow || isAddress(page, line) || !readNames(page, line)) return undefined;
  stateTokens(page, line.traced, see(page, line, 'locator').tokens);
  return line.index;
}

/** An address may begin with the person: "Name, University"; else it is only an address. */
const isAddress = (page: Page, line: Line): boolean =>
  isAffiliation(line.text) &&
  (see(page, line, 'names')?.length ?? 0) < 2 &&
  !/address/u.test(see(page, line, 'byline')?.shape ?? '') &&
  !isPersonShape(line.text.split(',')[0] ?? '') &&
  !/^\p{Lu}[\p{L}.'’ -]{3,50}\s[a-h]\s\p{Lu}/u.test(line.text);

/** An ISSN, a publisher, or a reference to the paper that nothing else has shown to be one. */
function readRest(at: Progress, line: Line): undefined {
  const { page, own } = at;
  if (isBefore(at, line) && line.text.length < 90)
    for (const { start, end } of findIssns(line.text)) page.put('issn', slice(line.traced, start, end));
  if (publisherLine.test(line.text) && !isPersonShape(line.text)) page.state('publisher', line.text, line.traced);
  else if (isOwnReference(page, line)) readSelfCitation(page, line.traced);
  else if (confirms(page, line)) readConfirmed(page, line);
  else if (citesItself(page, line)) own.push(line);
}
