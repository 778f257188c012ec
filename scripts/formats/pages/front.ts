import { see } from './sight.ts';
import { isAffiliation, stateAffiliation } from './affiliations.ts';
import { isRowOfNames } from '../values/author-lines.ts';
import { completeNames, initialledFamily } from './authorship.ts';
import { readBiography, readNames } from './bylines.ts';
import { readCitationLine, readPath, readSelfCitation, stateIdentifiers } from './citations.ts';
import { readField } from './fields.ts';
import { publisherLine } from './furniture.ts';
import { choose, decideJournal } from './choose.ts';
import { repeatsTitle } from './headlines.ts';
import { findIssns } from '../values/identifiers.ts';
import { isKeywordRow, stateKeywords } from './keywords.ts';
import { readLocator } from '../values/locators.ts';
import { isPersonShape } from '../values/name-shapes.ts';
import { journalWord } from './numbers.ts';
import { citesItself, readReported } from './own-citation.ts';
import { joinLines, type Line, type Page } from './page.ts';
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
import { browserTitle, canBeTitle } from './titles.ts';
import { copyKey } from './texts.ts';
import type { Traced } from '../text/traced.ts';

/** Reads the lines of a page that its records did not take. */
export function readFront(page: Page): void {
  const { lines, draft } = page;
  const isDigest = readReported(page);
  if (page.draft.titles.length === 0) readLabelledTitle(page);
  const { zones, names, anchor, firstZone } = choose(page, isDigest);
  let tail: string | undefined;
  // Names in biographies count where no line of authors stands above them.
  let nameless = true;
  const biographies: Line[] = [];
  // References to the paper itself, read last: what the page states elsewhere has precedence.
  const own: Line[] = [];
  // Volume, date and pages may stand on lines of their own, one below the other.
  let citedAt = -9;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (tail && repeatsTitle(page, line)) {
      readRepeat(page, line);
      continue;
    }
    if (!page.isFreeLine(line)) continue;
    const label = see(page, line, 'label');
    if (label?.field === 'citation') {
      i = readCitationLabel(page, line, label);
      continue;
    }
    const heading = see(page, line, 'tail');
    // A box beside the abstract ends where the page speaks of the paper again.
    if (tail === 'summaries' && (label?.field === 'keywords' || label?.field === 'type')) tail = undefined;
    if (!tail && page.draft.authors.length > 0) nameless = false;
    if (!tail && zones.length > 0 && i >= (zones.at(-1)?.to ?? 0) && /^\[?1[.\]]\s?(?:1\.)?(?:\s|$)/u.test(line.text))
      tail = 'references';
    // "来源期刊" heads the journal's own account, which begins with its name.
    if (label?.field === 'journal' && label.alone && !(draft.journal ?? draft.journalZh) && namesJournal(page, i)) {
      i = readField(page, line, label);
      const below = lines.slice(i + 1, i + 3).find((one) => one.text);
      if (below && page.isFreeLine(below)) readCitationLine(page, below.traced, true);
      tail ??= heading;
      continue;
    }
    // A menu names the same headings before the paper begins.
    if (heading && i > Math.max(anchor, zones.at(-1)?.to ?? 0) - 1) tail = heading;
    if (
      tail &&
      !(
        label &&
        ((/^(?:keywords|doi|date|online|volume|pages|issn|pmid|pmcid)$/u.test(label.field) &&
          !/^(?:references|related|full-text)$/u.test(tail)) ||
          (label.field === 'keywords' && page.draft.keywords.length === 0))
      )
    ) {
      if (readFactInTail(page, line, tail, i - citedAt <= 4)) {
        citedAt = i;
        continue;
      }
      if (citesItself(page, line)) own.push(line);
      else if (confirms(page, line)) readConfirmed(page, line);
      else if (tail === 'author-biographies' && nameless) biographies.push(line);
      else page.furnitureLine(see(page, line, 'furniture') ?? tail, line);
      continue;
    }
    if (
      label &&
      label.field !== 'abstract' &&
      !(label.field === 'pages' || label.field === 'volume' || label.field === 'issue')
    ) {
      i = readField(page, line, label);
      continue;
    }
    const rule = see(page, line, 'furniture');
    if (rule === 'navigation' && Math.abs(i - anchor) <= 14) readPath(page, line.traced);
    if (rule) continue;
    const distance = i - anchor;
    const near = distance >= -14 && distance <= 60;
    const besideCitation = i - citedAt <= 4;
    const beside =
      besideCitation ||
      Math.abs(distance) <= 14 ||
      Math.abs(i - firstZone) <= 8 ||
      (i > anchor && i < firstZone && near);
    const above = lines
      .slice(Math.max(0, i - 3), i)
      .filter((one) => one.text)
      .at(-1);
    const labelled = above !== undefined && /[:：]$/u.test(above.text) && above.text.length < 40;
    if (
      (near || besideCitation || isNumbersAlone(page, line.text)) &&
      !labelled &&
      mayBeOwn(page, line) &&
      readCitationLine(page, line.traced, beside)
    ) {
      citedAt = i;
      readJournalAbove(page, line, anchor);
      continue;
    }
    if (label && label.field !== 'abstract') {
      i = readField(page, line, label);
      continue;
    }
    if (splitLabels(page, line)) continue;
    if (i > anchor && i <= firstZone + 60 && !isRowOfNames(line.text) && isKeywordRow(page, line.traced, false)) {
      if (stateKeywords(page, line.traced) > 0) page.unsure.add('keywords');
      continue;
    }
    if (
      near &&
      i < firstZone + 40 &&
      /10\.\d{4}|arXiv:/u.test(line.text) &&
      line.text.length < 200 &&
      !/^\d{1,3}\.?\s/u.test(line.text)
    ) {
      if (stateIdentifiers(page, line.traced)) continue;
    }
    if (near && namesItself(page, line)) {
      readSelfCitation(page, line.traced);
      continue;
    }
    // "2 CHU Rennes": what stands behind a mark that an author bears.
    const mark = /^(\d{1,2}|[a-h])[.)]?\s(?=\p{L})/u.exec(line.text)?.[1];
    if (
      mark &&
      i < firstZone &&
      line.text.length < 300 &&
      [...page.authorMarks.values()].some((marks) => marks.includes(mark))
    ) {
      stateAffiliation(page, line.traced);
      continue;
    }
    // An address may begin with the person: "Name, University"; else it is an address alone.
    const isAddress =
      isAffiliation(line.text) &&
      (see(page, line, 'names')?.length ?? 0) < 2 &&
      !/address/u.test(see(page, line, 'byline')?.shape ?? '') &&
      !isPersonShape(line.text.split(',')[0] ?? '') &&
      !/^\p{Lu}[\p{L}.'’ -]{3,50}\s[a-h]\s\p{Lu}/u.test(line.text);
    if (names.has(line) && !isAddress && readNames(page, line)) continue;
    if (near && i <= firstZone && isAffiliation(line.text)) {
      stateAffiliation(page, line.traced);
      continue;
    }
    if (near && line.text.length < 90)
      for (const issn of findIssns(line.text))
        if (!page.draft.issn.some((one) => one.value === issn.value))
          page.draft.issn.push({ value: issn.value, at: page.take(line.traced, issn.start, issn.end) });
    if (publisherLine.test(line.text) && !isPersonShape(line.text)) page.state('publisher', line.text, line.traced);
    else if (isOwnReference(page, line)) readSelfCitation(page, line.traced);
    else if (confirms(page, line)) readConfirmed(page, line);
    else if (citesItself(page, line)) own.push(line);
  }
  for (const line of own) {
    readSelfCitation(page, line.traced);
    page.furnitureLine('citation', line);
  }
  const family = initialledFamily(page);
  if (family)
    for (const line of lines)
      if (line.text.startsWith(`${family}, `)) completeNames(page, line.traced, linesFrom(page, line));
  decideJournal(page, anchor);
  if (page.draft.authors.length === 0) for (const line of biographies) readBiography(page, line);
  for (const line of biographies) page.furnitureLine('author-biographies', line);
}

/**
 * Below statements and boxes, and even below lists of other papers, a page may end with its own DOI, the day it was
 * posted, or its volume with date and pages on lines of their own. Where several lines state a volume, they are others'.
 */
function readFactInTail(page: Page, line: Line, tail: string, besideVolume: boolean): boolean {
  const { draft } = page;
  if (line.text.length > 120) return false;
  const { tokens, rest } = readLocator(line.text);
  const alone = tokens.length > 0 && rest.length === 0;
  if (besideVolume && alone) return readCitationLine(page, line.traced, true);
  // The page's own volume again, perhaps with the month that stood nowhere else.
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
  if (/^(?:references|related|full-text)$/u.test(tail)) return false;
  const isDoi = /^(?:doi\s?[:：]?\s?)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/iu.test(line.text);
  if (isDoi && !draft.doi) return stateIdentifiers(page, line.traced);
  const isPosted = /^(?:posted|(?:first\s)?published|publicado|发布)/iu.test(line.text) && line.text.length < 60;
  return isPosted && (draft.issued ?? draft.online)?.value.length !== 10 && readCitationLine(page, line.traced, true);
}

/** As many lines as there are authors, as one text: a name may stand on each. */
const linesFrom = (page: Page, line: Line): Traced =>
  joinLines(
    page.lines
      .slice(line.index, line.index + 40)
      .filter((one) => one.text && !/orcid|@/iu.test(one.text))
      .slice(0, page.draft.authors.length),
  );

/** A line of volume and issue and nothing else, for a page that has not said them yet. */
function isNumbersAlone(page: Page, text: string): boolean {
  if (page.draft.volume || text.length > 60) return false;
  const { tokens, rest } = readLocator(text);
  return rest.length === 0 && tokens.some((token) => token.kind === 'volume');
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

/** "Title: Trust on wards - Open Records": what the browser shows of the page, with the title alone on a line below. */
function isBrowserTitle(page: Page, line: Line): boolean {
  const head = browserTitle(line.text);
  return (
    head !== copyKey(line.text) && page.lines.some((one) => one.index > line.index && see(page, one, 'key') === head)
  );
}

/** A title under its own label has precedence over any line that looks like one. */
function readLabelledTitle(page: Page): void {
  for (const line of page.lines) {
    const label = page.isFreeLine(line) ? see(page, line, 'label') : undefined;
    if (label?.field !== 'title' || isBrowserTitle(page, line)) continue;
    const next = page.lines.slice(line.index + 1).find((one) => one.text);
    if (!label.alone || (next && canBeTitle(page, next))) readField(page, line, label);
  }
}
