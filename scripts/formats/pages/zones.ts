/** Stretches of a page that may be its abstract. */

import { detectLanguage, shareOfHan } from '#domain/language';
import type { Block } from '../text/html.ts';
import { fold, slice } from '../text/traced.ts';
import { isMenuWord } from '../values/name-shapes.ts';
import { kindOfLabel, labelKey } from '../values/sections.ts';
import { readAbstract } from './abstracts.ts';
import type { LabelledLine } from './labels.ts';
import type { Line, Page } from './page.ts';
import { proseZones } from './prose-zones.ts';
import { isProse, see } from './sight.ts';
import { findTitle, sameLanguage } from './state-titles.ts';
import { inOneScript, isOtherTongue } from './two-languages.ts';
import { blocksOf, isImplications, isLabelledProse, isSection, zoneOf, type Zone } from './zone.ts';

const isSpoken = (text: string): boolean => isProse(text) || isLabelledProse(text) || /[.。;；]$/u.test(text);

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
    /^(?:Abstract|ABSTRACT|a b s t r a c t|A B S T R A C T|Summary|摘\s?要|Resumen|RESUMEN|Resumo|RESUMO)(?:[.—–-]\s*|\s|(?=[\p{Lu}\p{Script=Han}]\p{Ll}?))/u.exec(
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

/** "Join the Society to read the full article.": what a site says to a reader who may see the abstract alone. */
const askForAccess =
  /^(?:join|log ?in|sign (?:in|up)|subscribe|register|purchase|buy|become a member|to (?:read|view|access)|access to|members)\b.{0,60}\b(?:full|article|text|paper|pdf|content|access|members?)\b|^(?:登录|登陆|订阅|购买|开通|注册).{0,12}(?:全文|原文|阅读|查看)/iu;

/** Under an abstract's heading, what a line is and what it does: the first row that holds decides, and a line that no row knows is a paragraph. */
const steps: readonly ((line: Line, so: Collected, page: Page) => Step | undefined)[] = [
  (line, _, page) => (page.isFree(line.start, line.end) ? undefined : 'end'),
  // A point, or the switch between the languages of the abstract.
  (line) => (/^(?:[:：.]|\p{Script=Latin}{2})$/u.test(line.text) ? 'pass' : undefined),
  (line, _, page) => (see(page, line, 'tail') === 'summaries' ? 'end' : undefined),
  takeHeading,
  takeUnknownHeading,
  (line, _, page) => (isOtherLabel(page, line) || see(page, line, 'tail') ? 'end' : undefined),
  (line, { prose }) => (prose > 0 && line.text.length < 160 && askForAccess.test(line.text) ? 'end' : undefined),
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

/** A paragraph, a labelled section, an item of a list, or the end of a sentence. */
const isOfText = (text: string): boolean =>
  isProse(text) || isLabelledProse(text) || /^[•·▪]/u.test(text) || /^<\/?jats|[.。]$/u.test(text);

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
