/** Labelled lines of a page, such as "Published: 2021": reads the value after the label or on the line below. */

import { near, see } from './sight.ts';
import { isGroupName } from '../values/names.ts';
import { isAffiliation } from './affiliations.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { namesBlock, readNames } from './bylines.ts';
import { stateIdentifiers } from './citations.ts';
import { articleType } from './furniture.ts';
import { isThesaurus } from './keywords.ts';
import { type LabelField, type LabelledLine } from './labels.ts';
import { readLocator } from '../values/locators.ts';
import { join } from '../text/traced.ts';
import { restOf, type Line, type Page } from './page.ts';
import { kindOfLabel } from '../values/sections.ts';
import { segmentsOf } from './segments.ts';
import { stateLabelled } from './state.ts';

/** What a record holds; all other labels announce furniture. */
const facts = new Set<LabelField>(
  'title authors affiliation journal source date online year volume issue pages first-page last-page article-number doi pmid pmcid issn publisher keywords abstract type url arxiv citation language subtitle'.split(
    ' ',
  ) as LabelField[],
);

/** Fields whose value may be on the line below a label that is alone. */
const below = new Set<LabelField>([
  ...[...facts].filter((field) => field !== 'abstract' && field !== 'citation' && field !== 'subtitle'),
  'other-date',
  'editors',
  'classification',
  'subjects',
  'journal-metrics',
  'rights',
  'correspondence',
  'journal-blurb',
  'funding',
]);

const several = new Set<LabelField>(['authors', 'keywords', 'affiliation']);

/** Reads a labelled line, with the line below where the label is alone; returns the index of the last line read. */
export function readField(page: Page, line: Line, given: LabelledLine): number {
  const label = { ...given, field: meantBy(page, line, given) };
  if (label.field === 'keywords' && isThesaurus(label.label)) page.unsure.add('keywords');
  if (!label.alone) return readBeside(page, line, label);
  if (isAddressee(label) || label.field === 'journal-blurb') {
    page.furnitureLine('label', line);
    return claimBlock(page, line, label.field);
  }
  if (!below.has(label.field)) {
    page.furnitureLine(label.field, line);
    return line.index;
  }
  return readBelow(page, line, label);
}

/** What a label means beside its value and among the labels of its page. */
function meantBy(page: Page, line: Line, { field, label, alone, from }: LabelledLine): LabelField {
  const value = alone ? near(page, line, 1)[0]?.text : line.text.slice(from);
  // Authors' own terms have precedence over a thesaurus, wherever they are.
  if (field === 'keywords' && isThesaurus(label) && (page.draft.keywords.length > 0 || hasOwnTerms(page)))
    return 'subjects';
  // "页数: 6" counts pages; "共5页(1196-1200)" says which.
  if (field === 'pages' && label === '页数' && !/\d\s?[-–]\s?\d/u.test(value ?? '')) return 'catalogue';
  // "Date: 08 September 2016, At: 01:54" is when somebody took the file.
  if (field === 'date' && /,\sAt:\s\d/u.test(value ?? '')) return 'download';
  // "【年份】2015年第6期 P88-99": a year with its issue is a place.
  if (field === 'year' && readLocator(value ?? '').tokens.some(({ kind }) => kind === 'issue' || kind === 'volume'))
    return 'source';
  // "Issue 4" is the number, "Issue: Vol. 3, No. 4" a place.
  if (/^issue$/iu.test(label.trim()) && /^[(]?\d{1,4}(?:[-–/]\d{1,4})?[)]?$/u.test(value?.trim() ?? '')) return 'issue';
  return field;
}

const hasOwnTerms = (page: Page): boolean =>
  page.lines.some((line) => {
    const label = line.text ? see(page, line, 'label') : undefined;
    if (label?.field !== 'keywords' || isThesaurus(label.label)) return false;
    const [next] = near(page, line, 1);
    return !label.alone || (next !== undefined && !see(page, next, 'furniture') && !see(page, next, 'label'));
  });

/** The end of a row of terms that a program broke inside a term: "…; second garden", "acquisition; gardening". */
function restOfTerms(page: Page, line: Line, text: string): Line | undefined {
  const [next] = near(page, line, 1);
  const isBroken =
    next &&
    next.index - line.index <= 2 &&
    /[;,].*[;,]/u.test(text) &&
    !/[;,.。]$/u.test(text) &&
    next.text.length <= 80 &&
    /^\p{Ll}/u.test(next.text) &&
    !/[.!?:]/u.test(next.text.slice(0, -1)) &&
    (/[;,]/u.test(next.text) || next.text.split(' ').length <= 3) &&
    page.isFreeLine(next) &&
    !see(page, next, 'label');
  return isBroken ? next : undefined;
}

/** The value after a label on its line, and after further labels of the same line. */
function readBeside(page: Page, line: Line, label: LabelledLine): number {
  const inside = segmentsOf(line.text, label.from);
  // "Published in: X (Volume: 29, Issue: 4, April 2021)" is one citation.
  const isPlace = label.field === 'source' && inside.every(({ field }) => /^(?:volume|issue|pages)$/u.test(field));
  const segments = isPlace
    ? []
    : facts.has(label.field) || label.field === 'other-date'
      ? inside
      : inside.filter((segment) => /^(?:doi|pmid|pmcid)$/u.test(segment.field));
  const [next] = segments;
  // "作者 韦若兰 钟以宁 《山城心理》 2014年第12卷第3期": where they published is behind the names.
  const place = label.field === 'authors' ? line.text.indexOf('《', label.from) : -1;
  if (place > label.from) stateLabelled(page, 'source', restOf(line, place));
  const below = label.field === 'keywords' && !next ? restOfTerms(page, line, line.text.slice(label.from)) : undefined;
  if (below) {
    stateLabelled(page, label.field, join([restOf(line, label.from), below.traced], ' '));
    return below.index;
  }
  stateLabelled(
    page,
    label.field,
    restOf(line, label.from, place > label.from ? place : (next?.start ?? label.to ?? line.text.length)),
  );
  for (const segment of segments) stateLabelled(page, segment.field, restOf(line, segment.from, segment.to));
  if (/^(?:online|date|download|url|source|journal|citation)$/u.test(label.field))
    stateIdentifiers(page, restOf(line, label.from));
  settleLabelled(page, line, label.field);
  if (label.field === 'keywords' && segments.length === 0 && isOneTerm(line.text.slice(label.from)))
    return readBelow(page, line, label, 1);
  return isAddressee(label) ? claimBlock(page, line) : line.index;
}

/** "關鍵詞: 求助": a column of terms may begin beside its label. */
const isOneTerm = (text: string): boolean => text.length <= 40 && !/[;；|•,，、/.。·]|\S\s+\p{Script=Han}/u.test(text);

/** The values on the lines below a label that is alone, or has one of several `beside` it. */
function readBelow(page: Page, line: Line, label: LabelledLine, beside = 0): number {
  const most = several.has(label.field) ? 40 : 4;
  let last = line.index;
  let read = beside;
  // Where a blank line is below the label, others may be between the names.
  const isSpaced = label.field === 'authors' && page.lines[line.index + 1]?.text === '';
  for (const next of page.lines.slice(line.index + 1, line.index + most + 1)) {
    if (!next.text && (read === 0 || isSpaced)) continue;
    if (isSpaced && read > 0 && !(see(page, next, 'byline') || isAffiliation(next.text))) break;
    if (!next.text || !page.isFreeLine(next) || see(page, next, 'label') || see(page, next, 'tail')) break;
    if (label.field === 'keywords' && read === 0 && see(page, next, 'type')) continue;
    if (isPast(page, line, label, next, read)) break;
    const named = label.field === 'authors' ? readWithAddress(page, next) : undefined;
    if (named === undefined) {
      const block = label.field === 'authors' ? namesBlock(page, next) : undefined;
      if (!stateLabelled(page, label.field, block ?? next.traced, read === 0 && isGroupName(next.text))) break;
      settleLabelled(page, next, label.field);
    }
    read += named ?? 1;
    last = next.index;
    if (named === undefined && (!several.has(label.field) || isWholeRow(page, label, next))) break;
  }
  // A column of terms has no end of its own.
  if (label.field === 'keywords' && read > 1) page.unsure.add('keywords');
  page.furnitureLine(read > 0 || facts.has(label.field) ? 'label' : label.field, line);
  return last;
}

/** "求助" in a column of terms is a word of the title, though sites have it on buttons. */
const isOwnTerm = ({ draft }: Page, field: LabelField, text: string): boolean =>
  field === 'keywords' && draft.titles.some(({ value }) => value.text.toLowerCase().includes(text.toLowerCase()));

/** Whether the value of a label has ended before this line; `read` is the number of values taken so far. */
const isPast = (page: Page, head: Line, label: LabelledLine, next: Line, read: number): boolean =>
  (label.field === 'keywords' && read >= 2 && isCaseBroken(page, head, next)) ||
  (label.field === 'keywords' && read > 0 && /^\d{1,2}[.、．]\s?\p{Script=Han}|。/u.test(next.text)) ||
  (label.field === 'keywords' &&
    read > 0 &&
    ((see(page, next, 'address') && /[,，\d]/u.test(next.text)) || (see(page, next, 'names')?.length ?? 0) > 1)) ||
  (see(page, next, 'interface') && !isOwnTerm(page, label.field, next.text)) ||
  (read > 0 && /[:：]$|:\s|https?:|\.(?:pdf|docx?)$/u.test(next.text)) ||
  ((read > 0 || label.field === 'keywords') &&
    see(page, next, 'furniture') !== undefined &&
    !isOwnTerm(page, label.field, next.text)) ||
  (read > 0 && label.field === 'keywords' && isSentence(next.text)) ||
  (!facts.has(label.field) && !/^(?:correspondence|editors)$/u.test(label.field) && !canBelong(page, next));

/**
 * "Ana Berg, University of X" below a label of authors: the number of values read; `undefined` if it is another line.
 */
function readWithAddress(page: Page, line: Line): number | undefined {
  if (!isAffiliation(`${line.text}, x`)) return undefined;
  const isNamed = see(page, line, 'byline') !== undefined;
  if (!isNamed && page.draft.authors.length === 0) return undefined;
  if (isNamed) readNames(page, line);
  else page.put('affiliation', line.traced);
  return Number(isNamed);
}

/** A line with several terms is the whole list; one term per line means that more lines follow. */
function isWholeRow(page: Page, label: LabelledLine, line: Line): boolean {
  const raw = page.source.text
    .slice(line.start, line.end)
    .trim()
    .replace(/^[•·▪◦*-]\s*/u, '');
  const terms = line.text.replace(/^[•·▪◦*-]\s?|\s?[;；,，、|/]$/gu, '');
  return (
    label.field === 'keywords' && (/[;；|•]|[,，、].*[,，、]|\s\/\s/u.test(terms) || /\S(?:\s{2,}|\t)\S/u.test(raw))
  );
}

/** A capital below terms that all begin with small letters: the next heading. */
const isCaseBroken = (page: Page, head: Line, next: Line): boolean =>
  /^\p{Lu}/u.test(next.text) &&
  !/[;；]$/u.test(next.text) &&
  page.lines.slice(head.index + 1, next.index).every(({ text }) => !text || /^\p{Ll}/u.test(text));

/** Words up to a full stop without anything between them that separates terms. */
const isSentence = (text: string): boolean =>
  /[.!?。]$/u.test(text) && !/[,;，；、|•·]/u.test(text) && text.split(' ').length > 5;

/** "Corresponding Author:" announces an address; "Contact" may be a menu's word. */
const isAddressee = (label: LabelledLine): boolean =>
  label.field === 'correspondence' && /^(?:correspond|autor(?:a)? (?:para|de|corr)|通[讯信]作者)/iu.test(label.label);

/** The address or blurb below its label: short lines, or prose for a blurb, up to the next label or heading. */
function claimBlock(page: Page, line: Line, rule = 'correspondence'): number {
  let last = line.index;
  for (const next of page.lines.slice(line.index + 1, line.index + 26)) {
    if (!next.text) continue;
    const label = see(page, next, 'label');
    const isOwn = label && label.field !== 'correspondence';
    const isLong =
      rule === 'correspondence'
        ? next.text.length > 80
        : next.text.length < 60 || readAuthorLine(next.traced, false) !== undefined;
    if (
      !page.isFreeLine(next) ||
      isOwn ||
      isLong ||
      /^[,，]\s?\p{L}/u.test(next.text) ||
      see(page, next, 'furniture') === 'navigation' ||
      see(page, next, 'tail') ||
      kindOfLabel(next.text.split(':')[0] ?? '') ||
      articleType.test(next.text)
    )
      break;
    page.furnitureLine(rule, next);
    last = next.index;
    if (rule !== 'correspondence' && last - line.index > 5) break;
  }
  return last;
}

/** What may be below a label of no interest: a word or two, never the paper's own names, reference or text. */
const canBelong = (page: Page, line: Line): boolean =>
  line.text.length <= 90 &&
  !see(page, line, 'reference') &&
  !(/[,;，；]/u.test(line.text) && readAuthorLine(line.traced, false) !== undefined);

function settleLabelled(page: Page, line: Line, field: LabelField): void {
  if (!facts.has(field)) {
    page.furnitureLine(field, line);
    return;
  }
  for (const [a, b] of page.freeStretches(line.start, line.end)) {
    const text = page.source.text.slice(a, b);
    if (b - a <= 40 || !/[\p{L}\p{N}]/u.test(text))
      page.furniture(/[\p{L}]/u.test(text) ? 'label' : 'punctuation', a, b);
  }
}

/**
 * What a journal says of itself, under its own labels: no prose of the paper, so it is named before abstracts are
 * looked for.
 */
export function claimBlurbs(page: Page): void {
  for (const line of page.lines) {
    if (!page.isFreeLine(line)) continue;
    const label = see(page, line, 'label');
    if (label?.field !== 'journal-blurb') continue;
    page.furnitureLine(label.alone ? 'label' : 'journal-blurb', line);
    if (label.alone) claimBlock(page, line, 'journal-blurb');
  }
}
