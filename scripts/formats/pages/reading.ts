import { fieldOf, findRecords, type FoundRecord } from './record-names.ts';
import type { Reading } from '#domain/draft';
import type { JsonNode } from '../text/json.ts';
import { shareOfHan } from '#domain/language';
import { bindAffiliations } from './affiliations.ts';
import { stateOnlyDoi } from './citations.ts';
import { furnitureOf } from './furniture.ts';
import { chooseKind } from './kinds.ts';
import { settleFurniture } from './leftovers.ts';
import { noticeOddities } from './oddities.ts';
import { restOf, type Line, type Page } from './page.ts';
import { noticeBroken, readRecord } from './records.ts';
import { readItems } from './list-records.ts';
import { claimBlurbs } from './fields.ts';
import { readFront } from './front.ts';
import type { Site } from './sites/site-file.ts';
import { readTaught } from './sites/taught.ts';
import { remember, toCheck } from './sure.ts';
import { settleRoles, stateTitle } from './texts.ts';

/** Reads a page: its embedded records, then its lines; what is no fact of the paper is named or left unclassified. */
export function readText(page: Page, site?: Site): Reading {
  noticeOddities(page);
  const records = findRecords(page);
  const lines = page.lines.filter((line) => line.text);
  const [top] = lines;
  if (!top) {
    page.notice('warning', 'source-blank', undefined, {
      seen: 'white space alone',
      expected: 'the text of an abstract page',
      remedy: 'Save the page again, or remove the file.',
    });
    return { ...page.reading(false), drafts: [] };
  }
  for (const { record, result, traced } of records) {
    readRecord(page, record, [result.root.start, result.end], false, result.root);
    noticeBroken(page, result, traced);
  }
  if (site) readTaught(page, site);
  claimBlurbs(page);
  readFront(page);
  stateOnlyDoi(page);
  bindAffiliations(page);
  settleRoles(page);
  const kind = chooseKind(page, distinct(records.map(({ record }) => titleIn(record))));
  if (kind === 'list') {
    const list = page.anew();
    return remember(readList(list, records), list);
  }
  settleFurniture(page);
  const { draft } = page;
  const saysSomething =
    draft.titles.length > 0 || draft.abstracts.length > 0 || (draft.doi !== undefined && draft.authors.length > 0);
  if (kind !== 'paper' || !saysSomething) return remember({ ...page.reading(false), drafts: [] }, page);
  return remember({ ...page.reading(), toCheck: toCheck(page) }, page);
}

const titleIn = (record: JsonNode): string =>
  [...record.members].find(([key]) => fieldOf(key) === 'title')?.[1].text.text ?? '';

const distinct = (texts: readonly string[]): number => new Set(texts).size;

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
          // The line that bears both titles stands before the record.
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
