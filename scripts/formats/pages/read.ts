/**
 * How a page is read, in seven steps.
 *
 * 1. A page is lines (`lines.ts`). Records and metadata in it are read first: programs wrote them (`records.ts`, `meta.ts`).
 * 2. Each line is looked at once. `sight.ts` is the table of what can be seen of a line; nothing is decided there.
 * 3. Lines that may be a title, names of authors, an abstract or a journal are candidates. Each field has a table of reasons
 *    for and against: `titles.ts`, `title-choice.ts`, `names-choice.ts`, `abstract-choice.ts`, `journal-choice.ts`. The
 *    weights are in `weights.json`; a candidate's points are the sum over the reasons that hold.
 * 4. `choose.ts` takes the best over the whole page: one title and one abstract in each language, the names beside the title.
 * 5. Every other line is read by the first reader that knows it (`line-readers.ts`): labels, places in a journal, addresses.
 * 6. The journal is chosen when all lines have been read, then whose the numbers are (`number-choice.ts`), and then the kind
 *    of the page (`kinds.ts`): a page that lists papers is read again as a list.
 * 7. What is left is named as words of the site, or stays unclassified (`leftovers.ts`); `sure.ts` says what to check.
 *
 * So a line is the title because its reasons in `titles.ts`, with their weights, have the most points. `npm run read -- FILE
 * --why` prints them.
 */

import type { Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import type { JsonNode } from '../text/json.ts';
import { bindByMarks } from '../draft/people.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { isPersonShape } from '../values/name-shapes.ts';
import { completeNames, initialledFamily, stateAuthors } from './authorship.ts';
import { readBiography } from './bylines.ts';
import { choose, decideJournal, dropCutNames } from './choose.ts';
import { readSelfCitation, stateOnlyDoi } from './citations.ts';
import { claimBlurbs, readField } from './fields.ts';
import { furnitureOf } from './furniture.ts';
import { chooseKind } from './kinds.ts';
import { settleFurniture } from './leftovers.ts';
import { readLines } from './line-readers.ts';
import { readItems } from './list-records.ts';
import { decideNumbers } from './number-choice.ts';
import { noticeOddities } from './oddities.ts';
import { citedTitles, readReported } from './own-citation.ts';
import { joinLines, restOf, type Line, type Page } from './page.ts';
import { fieldOf, findRecords, type FoundRecord } from './record-names.ts';
import { noticeBroken, readRecord } from './records.ts';
import { see } from './sight.ts';
import type { Site } from './sites/site-file.ts';
import { readTaught } from './sites/taught.ts';
import { remember, toCheck } from './sure.ts';
import { copyKey, settleRoles, stateTitle } from './state-titles.ts';
import { browserTitle, canBeTitle } from './titles.ts';
import type { Traced } from '../text/traced.ts';

/**
 * Reads a page, with what a site file knows of its site. What is not a fact of the paper is named or left
 * unclassified.
 */
export function readPage(page: Page, site?: Site): Reading {
  noticeOddities(page);
  // A page that its scripts fill may be saved with its metadata alone.
  if (page.lines.every((line) => !line.text) && page.draft.titles.length === 0) return readNothing(page);
  const records = findRecords(page);
  for (const { record, result, traced } of records) {
    readRecord(page, record, [result.root.start, result.end], false, result.root);
    noticeBroken(page, result, traced);
  }
  if (site) readTaught(page, site);
  claimBlurbs(page);
  readText(page);
  stateOnlyDoi(page);
  bindByMarks(page.making.people, page.making.addressOf);
  settleRoles(page);
  const kind = chooseKind(page, new Set(records.map(({ record }) => titleIn(record))).size);
  if (kind === 'list') {
    const list = page.anew();
    return remember(readList(list, records), list);
  }
  settleFurniture(page);
  if (kind !== 'paper' || saysNothing(page)) return remember({ ...page.reading(false), drafts: [] }, page);
  return remember({ ...page.reading(), toCheck: toCheck(page) }, page);
}

function readNothing(page: Page): Reading {
  page.notice('warning', 'source-blank', undefined, {
    seen: 'white space alone',
    expected: 'the text of an abstract page',
    remedy: 'save the page again, or remove the file',
  });
  return { ...page.reading(false), drafts: [] };
}

/** A page of a paper without a title, an abstract and a DOI has nothing that says which paper it is. */
const saysNothing = ({ draft }: Page): boolean =>
  draft.titles.length === 0 && draft.abstracts.length === 0 && draft.doi === undefined;

/** Reads the text of a page: first what is chosen over the whole of it, then line by line. */
function readText(page: Page): void {
  const isDigest = readReported(page);
  if (page.draft.titles.length === 0) readLabelledTitle(page);
  if (page.draft.titles.length === 0) for (const title of citedTitles(page)) stateTitle(page, title);
  const decided = choose(page, isDigest);
  const { own, biographies } = readLines(page, decided);
  for (const line of own) {
    readSelfCitation(page, line.traced);
    page.furnitureLine('citation', line);
  }
  const family = initialledFamily(page);
  if (family)
    for (const line of page.lines)
      if (line.text.startsWith(`${family}, `)) completeNames(page, line.traced, linesFrom(page, line));
  decideJournal(page, decided.anchor);
  decideNumbers(page, decided.anchor);
  dropCutNames(page);
  if (page.draft.authors.length === 0) for (const line of biographies) readBiography(page, line);
  if (page.draft.authors.length === 0) readHolders(page);
  for (const line of biographies) page.furnitureLine('author-biographies', line);
}

/** "Copyright (c) 2023 Ana Berg, Carl Dahl": a journal system names the authors as those who hold the rights. */
function readHolders(page: Page): void {
  for (const line of page.lines) {
    const lead = /^Copyright \(c\) (?:19|20)\d{2} (?=\p{Lu})/iu.exec(line.text)?.[0].length;
    const pieces = lead ? readAuthorLine(restOf(line, lead), false) : undefined;
    if (!pieces || pieces.some(({ traced }) => !isPersonShape(traced.text))) continue;
    stateAuthors(page, pieces);
    return;
  }
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

/** "Title: Trust on wards - Open Records": what the browser shows of the page, with only the title on a line below. */
function isBrowserTitle(page: Page, line: Line): boolean {
  const head = browserTitle(line.text);
  return (
    head !== copyKey(line.text) && page.lines.some((one) => one.index > line.index && see(page, one, 'key') === head)
  );
}

/** As many lines as there are authors, as one text: a name may be on each. */
const linesFrom = (page: Page, line: Line): Traced =>
  joinLines(
    page.lines
      .slice(line.index, line.index + 40)
      .filter((one) => one.text && !/orcid|@/iu.test(one.text))
      .slice(0, page.draft.authors.length),
  );

const titleIn = (record: JsonNode): string =>
  [...record.members].find(([key]) => fieldOf(key) === 'title')?.[1].text.text ?? '';

/** A title in one language and the same title in the other on one line. */
function splitTitles(page: Page, line: Line, end: number): void {
  stateTitle(page, restOf(line, 0, end));
  const other = restOf(line, end);
  if (shareOfHan(other.text) > 0.3) stateTitle(page, other);
}

/** The fields of a list's records: each was found by its place. */
const listed = ['title', 'title_zh', 'authors', 'journal', 'abstract', 'abstract_zh', 'keywords', 'date'];

/** A page that lists papers is about none of them: each record is a draft of what it lists. */
function readList(page: Page, records: readonly FoundRecord[]): Reading {
  const drafts =
    records.length === 0
      ? readItems(page)
      : records.map(({ record }, i) => {
          const item = page.child(i + 1);
          readRecord(item, record, [record.start, record.end]);
          // The line with both titles is before the record.
          const title = item.draft.titles[0]?.value.text;
          for (const line of page.lines.slice(
            0,
            page.lines.findIndex((one) => one.end > record.start),
          )) {
            if (title && line.text.startsWith(title)) splitTitles(item, line, title.length);
          }
          settleRoles(item);
          return item.draft;
        });
  for (const line of page.lines) page.furnitureLine(furnitureOf(line.text) ?? 'list', line);
  return { drafts, kind: 'list', isPaper: false, toCheck: listed, claims: page.claims, notices: page.notices };
}
