/** Labelled lines of a page, such as "Published: 2021": reads the value behind the label or on the line below. */

import { see } from './sight.ts';
import { isGroupName } from '../values/names.ts';
import { isAffiliation, stateAffiliation } from './affiliations.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { blockOf, readNames } from './bylines.ts';
import { stateIdentifiers } from './citations.ts';
import { articleType } from './furniture.ts';
import { isThesaurus } from './keywords.ts';
import { type LabelField, type LabelledLine } from './labels.ts';
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

/** Fields whose value may stand on the line below a label that is alone. */
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

/** Reads a labelled line, with the line below where the label stands alone; returns the index of the last line read. */
export function readField(page: Page, line: Line, given: LabelledLine): number {
  const isSubject = given.field === 'keywords' && isThesaurus(given.label) && page.draft.keywords.length > 0;
  // "页数: 6" counts pages; "共5页(1196-1200)" says which.
  const value = given.alone
    ? page.lines.slice(line.index + 1).find((one) => one.text)?.text
    : line.text.slice(given.from);
  const isCount = given.field === 'pages' && given.label === '页数' && !/\d\s?[-–]\s?\d/u.test(value ?? '');
  // "Issue 4" is the issue's number, "Issue: Vol. 3, No. 4" a place.
  const isNumber =
    /^issue$/iu.test(given.label.trim()) && /^[(]?\d{1,4}(?:[-–/]\d{1,4})?[)]?$/u.test(value?.trim() ?? '');
  const label: LabelledLine = isSubject
    ? { ...given, field: 'subjects' }
    : isCount
      ? { ...given, field: 'catalogue' }
      : isNumber
        ? { ...given, field: 'issue' }
        : given;
  if (!label.alone) {
    const inside = segmentsOf(line.text, label.from);
    // "Published in: X (Volume: 29, Issue: 4, April 2021)" is one citation.
    const isPlace = label.field === 'source' && inside.every(({ field }) => /^(?:volume|issue|pages)$/u.test(field));
    const segments = isPlace
      ? []
      : facts.has(label.field) || label.field === 'other-date'
        ? inside
        : inside.filter((segment) => /^(?:doi|pmid|pmcid)$/u.test(segment.field));
    const [next] = segments;
    stateLabelled(page, label.field, restOf(line, label.from, next?.start ?? label.to ?? line.text.length));
    for (const segment of segments) stateLabelled(page, segment.field, restOf(line, segment.from, segment.to));
    if (/^(?:online|date|download|url|source|journal|citation)$/u.test(label.field))
      stateIdentifiers(page, restOf(line, label.from));
    settleLabelled(page, line, label.field);
    return isAddressee(label) ? claimBlock(page, line) : line.index;
  }
  if (isAddressee(label) || label.field === 'journal-blurb') {
    page.furnitureLine('label', line);
    return claimBlock(page, line, label.field);
  }
  if (!below.has(label.field)) {
    page.furnitureLine(label.field, line);
    return line.index;
  }
  let last = line.index;
  let read = 0;
  for (let i = line.index + 1; i < page.lines.length && i <= line.index + (several.has(label.field) ? 40 : 4); i++) {
    const next = page.lines[i] as Line;
    if (!next.text) {
      if (read > 0) break;
      continue;
    }
    if (!page.isFreeLine(next) || see(page, next, 'label') || see(page, next, 'tail')) break;
    if (label.field === 'keywords') {
      if (read === 0 && see(page, next, 'type')) continue;
      if (read >= 2 && isCaseBroken(page, line, next)) break;
    }
    if (see(page, next, 'interface') || (read > 0 && /[:：]$|:\s|https?:|\.(?:pdf|docx?)$/u.test(next.text))) break;
    if (read > 0 && (see(page, next, 'furniture') || (label.field === 'keywords' && isSentence(next.text)))) break;
    if (!facts.has(label.field) && !/^(?:correspondence|editors)$/u.test(label.field) && !canBelong(page, next)) break;
    if (label.field === 'authors' && isAffiliation(`${next.text}, x`)) {
      // "Ana Berg, University of X" is no address alone.
      const isNamed = see(page, next, 'byline') !== undefined;
      if (isNamed) readNames(page, next);
      else if (page.draft.authors.length > 0) stateAffiliation(page, next.traced);
      if (isNamed || page.draft.authors.length > 0) {
        read += Number(isNamed);
        last = i;
        continue;
      }
    }
    const block = label.field === 'authors' ? blockOf(page, next) : undefined;
    const stated = stateLabelled(page, label.field, block ?? next.traced, read === 0 && isGroupName(next.text));
    if (!stated) break;
    settleLabelled(page, next, label.field);
    read++;
    last = i;
    if (!several.has(label.field)) break;
    // Terms on one line are all; terms on a line each go on.
    const raw = page.source.text
      .slice(next.start, next.end)
      .trim()
      .replace(/^[•·▪◦*-]\s*/u, '');
    const terms = next.text.replace(/^[•·▪◦*-]\s?|\s?[;；,，、|/]$/gu, '');
    if (label.field === 'keywords' && (/[;；|•]|[,，、].*[,，、]/u.test(terms) || /\S(?:\s{2,}|\t)\S/u.test(raw)))
      break;
  }
  page.furnitureLine(read > 0 ? 'label' : facts.has(label.field) ? 'label' : label.field, line);
  return last;
}

/** A capital below terms that all begin with small letters: the next heading. */
const isCaseBroken = (page: Page, head: Line, next: Line): boolean =>
  /^\p{Lu}/u.test(next.text) &&
  page.lines.slice(head.index + 1, next.index).every(({ text }) => !text || /^\p{Ll}/u.test(text));

/** Words up to a full stop without anything between them that parts terms. */
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

/** What may stand below a label of no interest: a word or two, never the paper's own names, reference or text. */
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

/** What a journal says of itself, under its own labels: no prose of the paper, so it is named before abstracts are sought. */
export function claimBlurbs(page: Page): void {
  for (const line of page.lines) {
    if (!page.isFreeLine(line)) continue;
    const label = see(page, line, 'label');
    if (label?.field !== 'journal-blurb') continue;
    page.furnitureLine(label.alone ? 'label' : 'journal-blurb', line);
    if (label.alone) claimBlock(page, line, 'journal-blurb');
  }
}
