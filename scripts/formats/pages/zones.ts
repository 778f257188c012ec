/** Stretches of a page that may be its abstract. */

import { isMenuWord } from '../values/name-shapes.ts';
import { detectLanguage, shareOfHan, type Language } from '#domain/language';
import { readAbstract } from './abstracts.ts';
import { isRowOfNames } from '../values/author-lines.ts';
import { inlineMarkup, richBlocks, type Block } from '../text/html.ts';
import { type LabelledLine } from './labels.ts';
import { restOf, type Line, type Page } from './page.ts';
import { kindOfLabel, labelKey } from '../values/sections.ts';
import { isProse, near, see } from './sight.ts';
import { findTitle, sameLanguage } from './state-titles.ts';
import { canBeTitle } from './titles.ts';
import { stemsOf } from './aboutness.ts';
import { fold, slice, trim } from '../text/traced.ts';
import { inOneScript } from './two-languages.ts';

/** A paragraph of a structured abstract without a heading: "Objective: To explore …". */
export function isLabelledProse(text: string): boolean {
  const label = /^([\p{L}][\p{L}\s/&,'’-]{2,40}?)\s?[:：]\s?\S/u.exec(text)?.[1];
  return label !== undefined && kindOfLabel(label) !== undefined && text.length >= 20;
}

const isSpoken = (text: string): boolean => isProse(text) || isLabelledProse(text) || /[.。;；]$/u.test(text);

const blocksOf = (line: Line, from = 0, to?: number): Block[] => {
  const traced = restOf(line, from, to ?? line.text.length);
  const bullet = /^[•·▪◦‣]\s*/u.exec(traced.text);
  const body = bullet ? trim(slice(traced, bullet[0].length)) : traced;
  if (inlineMarkup.test(body.text)) return richBlocks(body);
  return body.text ? [{ ...body, as: bullet ? 'item' : 'paragraph', heading: false }] : [];
};

/** A stretch of the page that may be an abstract. */
export interface Zone {
  /** The line of the heading, or of the first paragraph where there is none. */
  from: number;
  /** The words of its heading. */
  head?: string;
  /** One past the last line. */
  to: number;
  blocks: readonly Block[];
  first: Line;
  last: Line;
  text: string;
  /** How long the text is, a Chinese character counted for three. */
  length: number;
  language: Language;
  /** The stems of its words. */
  stems: ReadonlySet<string>;
}

/** A stretch with what is seen of its text. */
function zoneOf(page: Page, from: number, to: number, blocks: readonly Block[], head?: string): Zone {
  const text = blocks.map((block) => block.text).join(' ');
  return {
    from,
    to,
    blocks,
    ...(head === undefined ? {} : { head }),
    first: page.lines[from] as Line,
    last: page.lines[to - 1] as Line,
    text,
    length: text.length * (shareOfHan(text) > 0.3 ? 3 : 1),
    language: detectLanguage(text),
    stems: new Set(stemsOf(text)),
  };
}

/** All that may be an abstract: what is under its heading, and each run of paragraphs of prose. */
export function zoneCandidates(page: Page): Zone[] {
  const zones: Zone[] = [];
  const { lines } = page;
  for (let i = 0; i < lines.length && zones.length < 40; i++) {
    const line = lines[i] as Line;
    if (!page.isFreeLine(line)) continue;
    const label = abstractLabel(page, line);
    const found = label && collect(page, i, label);
    if (found) {
      zones.push(zoneOf(page, i, found.to, found.blocks, label.label));
      i = found.to - 1;
    }
  }
  return [...zones, ...proseZones(page)];
}

/** A heading of an abstract; "Description" and the like count only before a long text. */
function abstractLabel(page: Page, line: Line): LabelledLine | undefined {
  const label = see(page, line, 'label');
  if (label?.field === 'abstract') {
    // Prose that begins with such a word is not a heading.
    if (!label.alone && label.from < line.text.length && line.text.length - label.from < 20) return undefined;
    return label;
  }
  const glued =
    /^(?:Abstract|ABSTRACT|Summary|摘\s?要|Resumen|RESUMEN|Resumo|RESUMO)(?:[.—–-]\s*|\s|(?=[\p{Lu}\p{Script=Han}]\p{Ll}?))/u.exec(
      line.text,
    );
  if (glued && line.text.length > (shareOfHan(line.text) > 0.3 ? 40 : 120))
    return { field: 'abstract', label: glued[0], from: glued[0].length, alone: false };
  return undefined;
}

/** What was collected of an abstract while its lines are read. */
interface Collected {
  blocks: Block[];
  /** How many headings of sections and how many paragraphs were seen, and how many links before the first paragraph. */
  headings: number;
  prose: number;
  links: number;
  /** Whether its paragraphs are Chinese; nothing before the first. */
  han: boolean | undefined;
}

/** What a line does to an abstract: it is passed over or taken in, ends it before itself, or shows that there is none. */
type Step = 'pass' | 'take' | 'end' | 'none';

/** Under an abstract's heading, what a line is and what it does: the first row that holds decides, and a line that no row knows is a paragraph. */
const steps: readonly ((line: Line, so: Collected, page: Page) => Step | undefined)[] = [
  (line, _, page) => (page.isFree(line.start, line.end) ? undefined : 'end'),
  // A point, or the switch between the languages of the abstract.
  (line) => (/^(?:[:：.]|\p{Script=Latin}{2})$/u.test(line.text) ? 'pass' : undefined),
  (line, _, page) => (see(page, line, 'tail') === 'summaries' ? 'end' : undefined),
  takeHeading,
  takeUnknownHeading,
  (line, _, page) => (isOtherLabel(page, line) || see(page, line, 'tail') ? 'end' : undefined),
  (line, so, page) => (see(page, line, 'furniture') === undefined ? undefined : passLink(so)),
  (line, { prose, blocks }) => (prose > 0 && isImplications(line.text) && !isSection(line, blocks) ? 'end' : undefined),
  (line, { han }) => (han !== undefined && isChinese(line.text) !== han ? 'end' : undefined),
  (line, { blocks }) => (isOtherTongue(blocks, line.text) ? 'end' : undefined),
  (line, { blocks, prose }) => (blocks.length > 0 && prose > 0 && !isOfText(line.text) ? 'end' : undefined),
  // What a menu names below the word is not text; a sentence may be short.
  (line, { prose }) => (prose === 0 && line.text.length < 40 && !isSpoken(line.text) ? 'none' : undefined),
];

/** No abstract has more paragraphs. */
const mostParagraphs = 30;

/** The lines under an abstract's heading, up to what is plainly something else. */
function collect(page: Page, at: number, { from, to }: LabelledLine): { to: number; blocks: Block[] } | undefined {
  const { lines } = page;
  const head = lines[at] as Line;
  const blocks = from < head.text.length ? blocksOf(head, from, to) : [];
  const han = blocks[0] && isChinese(blocks[0].text);
  const so: Collected = { blocks, headings: 0, prose: blocks.length, links: 0, han };
  let i = at + 1;
  for (; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!line.text) continue;
    const step = firstStep(line, so, page);
    if (step === 'none') return undefined;
    if (step === 'end') break;
    if (step) continue;
    so.han = isChinese(line.text);
    so.blocks.push(...blocksOf(line));
    if (++so.prose > mostParagraphs) break;
  }
  return so.prose > 0 && so.blocks.length > 0 ? { to: i, blocks: so.blocks } : undefined;
}

function firstStep(line: Line, so: Collected, page: Page): Step | undefined {
  for (const stepOf of steps) {
    const step = stepOf(line, so, page);
    if (step) return step;
  }
  return undefined;
}

const isChinese = (text: string): boolean => shareOfHan(text) > 0.3;

/** A heading of a section of the abstract; one of the full text ends it. */
function takeHeading(line: Line, so: Collected): Step | undefined {
  const section = kindOfLabel(line.text);
  const key = labelKey(line.text);
  if (!section || line.text.length >= 60 || key === 'summary') return undefined;
  // A heading of the full text: results first, or an introduction after the abstract has been said.
  if (so.blocks.length === 0 && (section === 'results' || section === 'conclusions')) return 'none';
  if (so.prose > 0 && /^(?:introduction|引言|前言|introducción|introdução)$/u.test(key)) return 'end';
  if (so.headings > 0 && so.prose === 0) return 'none';
  // The full text begins with a heading that the abstract has had.
  if (so.prose > 0 && so.blocks.some((block) => labelKey(block.text) === key)) return 'end';
  so.headings++;
  so.blocks.push(...blocksOf(line));
  return 'take';
}

function takeUnknownHeading(line: Line, so: Collected, page: Page): Step | undefined {
  if (!isUnknownHeading(page, line, line.index)) return undefined;
  so.headings++;
  so.blocks.push(...blocksOf(line).map((block) => ({ ...block, heading: true })));
  return 'take';
}

/** A label of another field than a statement's, which may begin a paragraph. */
function isOtherLabel(page: Page, line: Line): boolean {
  const label = see(page, line, 'label');
  // "Methodology: …" is a section of an abstract, and elsewhere a row of a catalogue.
  const isOpen = label?.field === 'statement' || (label?.field === 'catalogue' && isLabelledProse(line.text));
  return label !== undefined && !(isOpen && !label.alone && isProse(line.text));
}

/** A link or two may be between the heading and its text. */
const passLink = (so: Collected): Step => (so.blocks.length > 0 || ++so.links > 4 ? 'end' : 'pass');

/** "Clinical Impact Statement: …", "编者按：…": what journals, and those who report a paper, print below its abstract. */
const isImplications = (text: string): boolean =>
  /^(?:clinical|public|practical|practice|social)\b.{0,50}\b(?:significance|impact|relevance|implications)\b.{0,30}[:：]|^(?:comments?|editor['’]s note|my (?:take|comment))\s?[:：]|^[^:：]{0,8}(?:的话|按语?|点评|评论|评述|感想|有话说)\s?[:：]/iu.test(
    text,
  );

/** "Practice implications: …" below other labelled sections is one of them. */
const isSection = (line: Line, blocks: readonly Block[]): boolean =>
  isLabelledProse(line.text) && blocks.filter(({ text }) => isLabelledProse(text)).length >= 2;

/** A paragraph, a labelled section, an item of a list, or the end of a sentence. */
const isOfText = (text: string): boolean =>
  isProse(text) || isLabelledProse(text) || /^[•·▪]/u.test(text) || /^<\/?jats|[.。]$/u.test(text);

const isKorean = (text: string): boolean => (text.match(/\p{Script=Hangul}/gu)?.length ?? 0) > 0.3 * text.length;

/** Whether a paragraph is in another European language than the abstract so far, or in letters where that is Korean. */
function isOtherTongue(blocks: readonly Block[], text: string): boolean {
  const [begun] = blocks;
  if (begun && text.length >= 60 && begun.text.length >= 60 && isKorean(begun.text) !== isKorean(text)) return true;
  if (text.length < 120) return false;
  const first = blocks.find((block) => block.text.length >= 120);
  return first !== undefined && !sameLanguage(detectLanguage(first.text), detectLanguage(text));
}

/** A short line of words between the labelled paragraphs of an abstract, with prose below it: a label of its own kind. */
function isUnknownHeading(page: Page, line: Line, at: number): boolean {
  if (
    line.text.length > 45 ||
    /[.。!?:;,\d]/u.test(line.text) ||
    !/^\p{Lu}\p{Ll}/u.test(line.text) ||
    line.text.split(' ').length > 5
  )
    return false;
  if (see(page, line, 'label') || see(page, line, 'tail') || see(page, line, 'furniture') || isMenuWord(line.text))
    return false;
  const around = page.lines.slice(Math.max(0, at - 6), at + 8).filter((one) => one.text);
  const place = around.indexOf(line);
  const next = around[place + 1];
  const labels = around.filter((one) => one !== line && one.text.length < 60 && kindOfLabel(one.text));
  return (
    labels.length > 0 &&
    next !== undefined &&
    (isProse(next.text) || (next.text.length > 25 && /[.。]$/u.test(next.text)))
  );
}

/** Each run of paragraphs of prose in one script, without a heading. */
function proseZones(page: Page): Zone[] {
  const zones: Zone[] = [];
  const { lines } = page;
  for (let i = 0; i < lines.length && zones.length < 60; i++) {
    const line = lines[i] as Line;
    if (!canBegin(page, line)) continue;
    const blocks: Block[] = [];
    const han = see(page, line, 'han');
    let to = i;
    let last = line;
    for (let n = i; n < lines.length; n++) {
      const next = lines[n] as Line;
      if (!next.text) continue;
      if (n > i && !canGoOn(page, next, last, han, blocks)) break;
      last = next;
      blocks.push(...blocksOf(next));
      to = n + 1;
    }
    if (blocks.length > 6 && !blocks.some((block) => isLabelledProse(block.text) || kindOfLabel(block.text)))
      blocks.splice(1);
    if (blocks.length > 0) zones.push(zoneOf(page, i, to, blocks));
    i = Math.max(i, to - 1);
  }
  return zones;
}

const isParagraph = (page: Page, line: Line): boolean => see(page, line, 'prose') || isLabelledProse(line.text);

/** "Aim" above a paragraph, and "Methods" above the next: the label of a section on a line of its own. */
const isSectionHead = (page: Page, line: Line): boolean => {
  if (line.text.length > 40 || kindOfLabel(line.text) === undefined) return false;
  const [next, then] = near(page, line, 1, 2);
  const isBody = next !== undefined && next.text.length >= 15 && /[.。!?]$/u.test(next.text);
  return (
    isBody &&
    (then === undefined ||
      then.text.length > 60 ||
      kindOfLabel(then.text) !== undefined ||
      see(page, line, 'han') === see(page, next, 'han'))
  );
};

/** Whether a line can be the first of an abstract that has no heading. */
const canBegin = (page: Page, line: Line): boolean =>
  page.isFreeLine(line) &&
  (isParagraph(page, line) || isSectionHead(page, line)) &&
  !see(page, line, 'label') &&
  !see(page, line, 'furniture') &&
  !see(page, line, 'address') &&
  !see(page, line, 'names') &&
  !/^\d{1,3}\.?\s.*10\.\d{4}|https:\/\/|^\d{1,2}[.、．]\s?\S/u.test(line.text.slice(0, 2000)) &&
  (isLabelledProse(line.text) || !isOneSentenceTitle(page, line));

const canGoOn = (page: Page, line: Line, last: Line, han: boolean, blocks: readonly Block[]): boolean =>
  page.isFreeLine(line) &&
  (isParagraph(page, line) || isSectionHead(page, line) || isSectionHead(page, last)) &&
  see(page, line, 'han') === han &&
  !(isKorean(last.text) && isOtherTongue(blocks, line.text)) &&
  !(isImplications(line.text) && !isSection(line, blocks)) &&
  !see(page, line, 'label') &&
  !see(page, line, 'tail') &&
  !see(page, line, 'furniture') &&
  !see(page, line, 'address');

/** A long title is one line without a final stop before anything that looks like prose. */
function isOneSentenceTitle(page: Page, line: Line): boolean {
  if (/[.!?]\s\p{Lu}/u.test(line.text) || !canBeTitle(page, line)) return false;
  if (!/[.。]$/u.test(line.text)) return true;
  // PubMed ends every title in a point, above the names.
  const below = page.lines.slice(line.index + 1, line.index + 12).find((one) => one.text);
  if (below && (see(page, below, 'names') !== undefined || isRowOfNames(below.text))) return true;
  if (line.text.length < 300 && page.lines.every((one) => one.index >= line.index || !one.text)) return true;
  // A title in the page's other language above the abstract in that language.
  const next = page.lines.slice(line.index + 1).find((one) => one.text);
  const han = shareOfHan(line.text) > 0.3;
  return (
    next !== undefined &&
    next.text.length > 2.5 * line.text.length &&
    isProse(next.text) &&
    shareOfHan(next.text) > 0.3 === han
  );
}

/** Under its heading an abstract may begin with the title once more. */
function withoutTitle(page: Page, [first, ...others]: readonly Block[]): readonly Block[] {
  if (!first) return [];
  for (const { value } of page.draft.titles) {
    const [start, end] = findTitle(first.text, value.text) ?? [1, 0];
    const rest = fold(slice(first, end));
    if (
      start > 0 ||
      !(rest.text ? /^(?:\p{Lu}|\p{Script=Han})/u.test(rest.text) && value.text.length >= 40 : others.length > 0)
    )
      continue;
    return rest.text ? [{ ...first, ...rest }, ...others] : others;
  }
  return [first, ...others];
}

export function readZone(page: Page, zone: Zone): void {
  for (const blocks of inOneScript(withoutTitle(page, zone.blocks))) {
    const language = detectLanguage(blocks.map(({ text }) => text).join(' '));
    // The same abstract as page text: settled as a copy, or left to be seen if it says something else.
    if (page.draft.abstracts.some((abstract) => sameLanguage(abstract.value.language, language))) continue;
    const abstract = readAbstract(page, blocks);
    if (abstract) page.draft.abstracts.push(abstract);
    claimHeading(page, zone.first);
  }
}

function claimHeading(page: Page, line: Line): void {
  for (const [a, b] of page.freeStretches(line.start, line.end)) if (b - a < 60) page.furniture('heading', a, b);
}
