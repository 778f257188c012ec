/** Reads the records of a page that lists papers: results of a search, the contents of an issue, a digest of several. */

import type { Draft } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import { slice, trim } from '../text/traced.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import type { Block } from '../text/html.ts';
import { readAbstract } from './abstracts.ts';
import { readCitationLine, stateIdentifiers } from './citations.ts';
import { articleType, furnitureOf } from './furniture.ts';
import { isInterface } from './interface.ts';
import { restOf, type Line, type Page } from './page.ts';
import { see } from './sight.ts';
import { stateLabelled, stateValue } from './state.ts';
import { settleRoles, stateTitle } from './state-titles.ts';

/** The names of a record on its line, and what the line says after them. */
interface Byline {
  from: number;
  to: number;
  /** Where a journal with its year begins. */
  rest?: number;
  /** The date in brackets before the names. */
  date?: readonly [start: number, end: number];
}

export interface Item {
  title: Line;
  names: { line: Line; byline: Byline }[];
  lines: Line[];
}

/** How many lines a title may be above its names, and a record go on below them. */
const above = 5;
const below = 8;

/** What is before a title in a list: its number, a box, the kind of a file, a label. */
const beforeTitle =
  /^(?:[☐□]\s?)?(?:\d{1,3}[.、)]\s?|[一二三四五六七八九十]{1,3}、|\[(?:HTML|PDF|CITATION|BOOK|C|B)\]\s?|(?:Title|题名|篇名|标题)\s?[:：]\s?)/iu;

/** The records of a list, as drafts that are numbered from 1. A record has a title, names near it, and a fact beside them. */
export function readItems(page: Page): Draft[] {
  const drafts: Draft[] = [];
  for (const item of itemsIn(page)) {
    const child = page.child(drafts.length + 1);
    const [first] = item.names;
    // An item whose names only look like names is not a record, and nothing of it is taken.
    if (first && readAuthorLine(restOf(first.line, first.byline.from, first.byline.to), true))
      drafts.push(readItem(child, item));
  }
  return drafts;
}

/** The records of a page: a title with names near it and a fact beside them. */
export function itemsIn(page: Page): Item[] {
  const lines = page.lines.filter((line) => line.text);
  const items: Item[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const byline = i >= from ? bylineOf(page, line) : undefined;
    if (!byline) continue;
    const last = items.at(-1);
    // Names on lines of their own, one below the other.
    if (last && last.names.at(-1)?.line === lines[i - 1]) {
      last.names.push({ line, byline });
      continue;
    }
    const title = lines.slice(Math.max(from, i - above), i).findLast((one) => isTitle(page, one));
    if (!title) continue;
    items.push({ title, names: [{ line, byline }], lines: [] });
    from = i + 1;
  }
  items.forEach((item, n) => {
    const start = lines.indexOf(item.title);
    const end = lines.indexOf(item.names.at(-1)?.line ?? item.title) + 1 + below;
    const next = items[n + 1];
    const stop = next ? Math.min(end, lines.indexOf(next.title)) : end;
    // A list of preprints has the number of each above its title.
    const over = lines[start - 1];
    const isNumber = over !== undefined && /\barXiv:\s?\d{4}/u.test(over.text);
    item.lines = [...(isNumber ? [over] : []), ...ownLines(page, lines.slice(start + 1, stop))];
  });
  return items.filter((item) => hasFact(page, item));
}

/** The lines of one record: up to the number of the next one, or to a second DOI. */
function ownLines(page: Page, lines: readonly Line[]): Line[] {
  let doi: string | undefined;
  const end = lines.findIndex((line) => {
    if (/^(?:[☐□]\s?)?\d{1,3}[.、)]?$/u.test(line.text)) return true;
    const [found] = see(page, line, 'dois');
    if (found !== undefined && doi !== undefined && found !== doi) return true;
    doi ??= found;
    return false;
  });
  return end < 0 ? [...lines] : lines.slice(0, end);
}

/** Names under a label, before a journal and its year, or alone on a line. */
function bylineOf(page: Page, line: Line): Byline | undefined {
  const { text } = line;
  if (text.length > 300) return undefined;
  const label = see(page, line, 'label');
  if (label?.field === 'authors' && !label.alone) return { from: label.from, to: text.length };
  if (label || see(page, line, 'furniture') || see(page, line, 'interface') || articleType.test(text)) return undefined;
  const cited = behindDate(line) ?? beforePlace(line);
  if (cited) return cited;
  const dash = /\s[-–—]\s/u.exec(text);
  const placed = dash ? undefined : /,\s(?=[^,]{3,80},\s(?:19|20)\d{2}\.?$)/u.exec(text);
  const cut = dash ?? placed;
  if (cut && /(?:19|20)\d{2}/u.test(text.slice(cut.index))) {
    const names = restOf(line, 0, cut.index);
    if (isPerson(names.text) || readAuthorLine(names, false))
      return { from: 0, to: cut.index, rest: cut.index + cut[0].length };
  }
  if (/\d/u.test(text)) return undefined;
  return see(page, line, 'person') || see(page, line, 'names') ? { from: 0, to: text.length } : undefined;
}

/** "(Northlake University, 2018-06) Reyes, Carmen": a repository has the date in brackets before the names. */
function behindDate(line: Line): Byline | undefined {
  const bracket = /^\((?:[^()]{2,80},\s)?((?:19|20)\d{2}(?:-\d{2}){0,2})\)\s(?=\p{L})/u.exec(line.text);
  if (!bracket?.[1]) return undefined;
  const [from, to] = [bracket[0].length, line.text.length];
  const start = bracket[0].lastIndexOf(bracket[1]);
  return readAuthorLine(restOf(line, from), false) && { from, to, date: [start, start + bracket[1].length] };
}

/** "Nowak A, de Wit L. Psychiatric Care Review. 2022;31(4):210-225.": a reference without its title. */
function beforePlace(line: Line): Byline | undefined {
  const stop = /(?<=\s\p{Lu}{1,3})\.\s(?=\p{Lu}[^.;]{3,90}\.?\s(?:19|20)\d{2}[^;]{0,12};)/u.exec(line.text);
  const names = stop && restOf(line, 0, stop.index);
  return names && (isPerson(names.text) || readAuthorLine(names, false))
    ? { from: 0, to: stop.index, rest: stop.index + stop[0].length }
    : undefined;
}

/** "Castellane N", "LIU Wei": a name with initials or capitals. */
const isPerson = (text: string): boolean => /^(?:\p{Lu}{1,3}\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}{1,3}\.?)?$/u.test(text);

function isTitle(page: Page, line: Line): boolean {
  const text = line.text.replace(beforeTitle, '');
  const isHan = shareOfHan(text) > 0.3;
  if (text.length < (isHan ? 6 : 12) || text.length > 400) return false;
  const label = see(page, line, 'label');
  // "[HTML] …" and "Editorial: …" are labels elsewhere, and begin a title in a list.
  const isMark = text !== line.text || /^editorial\b/iu.test(text);
  const isOther = label && !isMark && (label.field !== 'title' || label.alone);
  if (isOther || furnitureOf(text) || isInterface(text) || see(page, line, 'person')) return false;
  if (see(page, line, 'tail') || see(page, line, 'link') || isFacts(page, line)) return false;
  const sentences = text.match(/[.。]\s?(?=\S)/gu)?.length ?? 0;
  return !(see(page, line, 'prose') && sentences > 0 && /[.。]$/u.test(text)) && !/(?:\.\.\.|…)$/u.test(text);
}

/** Whether a line has a place in a journal, a date or an identifier. */
const isFacts = (page: Page, line: Line): boolean =>
  see(page, line, 'dois').length > 0 ||
  (see(page, line, 'kinds').size > 0 && see(page, line, 'locator').rest.length < 2 && line.text.length < 200) ||
  /^\d{1,5}\s?[-–]\s?\d{1,5}$|\bPMID:?\s?\d|\bIF\b\s?[:：]?\s?\d|\barXiv:\s?\d{4}/u.test(line.text) ||
  (line.text.length < 300 && /(?:published|volume|vol\.)\s.{0,80}(?:19|20)\d{2}/iu.test(line.text));

/** The number of a talk or a poster in a book of abstracts: "A-01", "P 112". */
const numberOfTalk = /^\p{Lu}{1,3}[-. ]?\d{1,4}$/u;

const hasFact = (page: Page, { title, names, lines }: Item): boolean =>
  numberOfTalk.test(see(page, title, 'previous')?.text ?? '') ||
  names.some(({ byline }) => (byline.rest ?? byline.date) !== undefined) ||
  lines.some((line) => see(page, line, 'kinds').size > 0 || isFacts(page, line));

function readItem(page: Page, { title, names, lines }: Item): Draft {
  const number = beforeTitle.exec(title.text)?.[0].length ?? 0;
  stateTitle(page, restOf(title, number));
  for (const { line, byline } of names) {
    stateValue(page, 'authors', restOf(line, byline.from, byline.to), { by: 'label' });
    if (byline.date) stateValue(page, 'date', restOf(line, ...byline.date), { by: 'label' });
    if (byline.rest !== undefined) readSource(page, line, byline.rest);
  }
  const blocks: Block[] = [];
  for (const line of lines) {
    if (names.some((one) => one.line === line) || !page.isFreeLine(line)) continue;
    const label = see(page, line, 'label');
    if (label && label.field !== 'abstract' && !label.alone) stateLabelled(page, label.field, restOf(line, label.from));
    else if (isFacts(page, line)) {
      readCitationLine(page, line.traced, true);
      // "Original Paper Open access 12 July 2022": the kind of the paper is not a journal.
      if (articleType.test(page.draft.journal?.value.split(' ').slice(0, 2).join(' ') ?? '')) delete page.draft.journal;
      stateIdentifiers(page, line.traced);
    } else if (see(page, line, 'prose') && !/\.\.\.|…/u.test(line.text))
      blocks.push({ ...restOf(line, label?.from ?? 0), as: 'paragraph', heading: false });
  }
  // What a list shows of an abstract ends in dots; a whole one does not.
  const abstract = blocks.length > 0 && blocks.length < 4 ? readAbstract(page, blocks) : undefined;
  if (abstract) page.draft.abstracts.push(abstract);
  settleRoles(page);
  return page.draft;
}

/** "Journal of Telemedicine, 2021 - Cited by 12": a journal up to its year. */
function readSource(page: Page, line: Line, from: number): void {
  if (/;\d/u.test(line.text.slice(from)) && readCitationLine(page, restOf(line, from), true)) return;
  const text = line.text.slice(from);
  const year = /(?:19|20)\d{2}(?!\d)/u.exec(text);
  if (!year) return;
  const end = from + year.index + 4;
  const name = restOf(line, from, from + year.index);
  const dash = /\s[-–—]\s/u.exec(name.text)?.index ?? name.text.length;
  const first = name.text.startsWith('《') ? 1 : 0;
  let past = dash;
  while (past > first && /[\s,，》]/u.test(name.text[past - 1] ?? '')) past--;
  const journal = trim(slice(name, first, past));
  if (journal.text.length > 1 && journal.text.length < 150 && !journal.text.includes('…'))
    stateValue(page, 'journal', journal, { by: 'label' });
  stateValue(page, 'year', restOf(line, end - 4, end), { by: 'label' });
}
