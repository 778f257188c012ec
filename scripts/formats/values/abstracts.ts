/** Abstracts: cuts a text into labelled sections, and takes off copyright lines and keywords at its end. */

import type { DraftAbstract, DraftSection } from '#domain/draft';
import { detectLanguage, type Language } from '#domain/language';
import type { SectionKind } from '#domain/paper';
import type { Role } from '#domain/role';
import type { SourceText } from '#domain/source';
import { kindOfWords } from './sections.ts';
import { blockOf, fold, slice, trim, type Traced } from '../text/traced.ts';

interface Piece {
  label?: Traced;
  body: Traced;
}

/** An export may have the keywords at the end of the abstract. */
const kindOf = (label: string): SectionKind | undefined =>
  kindOfWords(label) ?? (/^key\s?words:?$/iu.test(label) ? 'other' : undefined);

/** A label is where a sentence may begin, and is followed by a colon; in capitals any words may be one. */
const candidate =
  /(?<=^|[.!?。！？;；)\]]\s{0,3}|[.。])(\p{L}[\p{L}\d\s/&,'’().-]{1,58}?)(\s{0,2}[:：]\s{0,3}|\.\s+(?=\p{Lu}))/gu;

const isCapitals = (text: string) =>
  /^[\p{Lu}\d\s/&,'’().-]+$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 3;

/** Where the labels of one paragraph are: `[label start, label end, body start]`. */
function labelsIn(text: string): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (const match of text.matchAll(candidate)) {
    const label = match[1] ?? '';
    const withColon = /[:：]/u.test(match[2] ?? '');
    const known = kindOf(label) !== undefined;
    const capitals = isCapitals(label);
    const first = match.index === 0;
    // "Results." and "BACKGROUND." label only in capitals, and only known words; a colon lets unknown capitals label too.
    if (withColon ? known || (capitals && (first || found.length > 0)) : known && capitals)
      found.push([match.index, match.index + label.length, match.index + match[0].length]);
  }
  return found;
}

/** One paragraph cut at its labels. A label that nothing follows is text. */
function cut(p: Traced): Piece[] {
  const labels = labelsIn(p.text);
  const [first] = labels;
  if (!first) return [{ body: p }];
  const pieces: Piece[] = [];
  if (first[0] > 0) pieces.push({ body: slice(p, 0, first[0]) });
  labels.forEach(([start, end, body], i) => {
    pieces.push({ label: slice(p, start, end), body: slice(p, body, labels[i + 1]?.[0] ?? p.text.length) });
  });
  return pieces;
}

/**
 * The sections of an abstract from its paragraphs: labels inline ("METHODS: …"), or alone on a line of their own. What
 * the labels are is known from the table and from capitals; a text without labels is one section.
 */
export function sectionsOf(source: SourceText, paragraphs: readonly Traced[]): DraftSection[] {
  const pieces: Piece[] = [];
  for (const raw of paragraphs) {
    const p = trim(fold(raw));
    if (!p.text) continue;
    const label = p.text.length < 60 && kindOf(p.text) ? p : undefined;
    const open = pieces.at(-1);
    if (label) pieces.push({ label: trimColon(label), body: slice(p, p.text.length, p.text.length) });
    else if (open?.label && !open.body.text) pieces.splice(-1, 1, { label: open.label, body: p });
    else pieces.push(...cut(p));
  }
  const sections: DraftSection[] = [];
  for (const { label, body: raw } of pieces) {
    const body = trim(raw);
    const last = sections.at(-1);
    if (!body.text) {
      if (label) sections.push({ blocks: [blockOf(source, label)] });
      continue;
    }
    const block = blockOf(source, body);
    if (!label && last) last.blocks.push(block);
    else sections.push({ ...labelled(label?.text), blocks: [block] });
  }
  return sections;
}

const trimColon = (p: Traced): Traced => slice(p, 0, p.text.replace(/\s?[:：]$/u, '').length);

export function labelled(label: string | undefined): Pick<DraftSection, 'label' | 'kind'> {
  const text = label?.replace(/\s+/gu, ' ').trim();
  return text ? { label: text, kind: kindOf(text) ?? 'other' } : {};
}

/** The abstract in the language that its own text is written in, unless the source names it. */
export function abstractOf(sections: DraftSection[], language?: Language, role?: Role): DraftAbstract | undefined {
  const text = sections.flatMap((section) => section.blocks.map((block) => block.text)).join(' ');
  if (!text.trim()) return undefined;
  // A database says Chinese; the text itself says in which script.
  const own = language && language !== 'zh' ? language : detectLanguage(text);
  return { language: own, ...(role ? { role } : {}), sections };
}

/** Publishers' and databases' lines at an abstract's end, which are not part of it. */
const tail =
  /(?<=^|[.!?。)\]"”]\s{0,4})(?:\(?(?:APA )?Psyc(?:INFO|Info|ARTICLES)(?: Database)? Record.{0,160}|(?:Copyright\s*)?(?:©|\([Cc]\)|&copy;)\s?(?:the authors?\s*)?(?:\(s\)\s*)?,?\s*(?:19|20)\d\d.{0,300}|Copyright\s+(?:©|\([Cc]\))?\s*(?:19|20)\d\d.{0,300}|(?:19|20)\d\d\s*©.{0,200}|©\s\p{Lu}.{0,200}(?:19|20)\d\d.{0,120}|ABSTRACT FROM AUTHOR\]?)$/u;

/** A paragraph that only says whose the text is, or where a database has it from. */
const noticeAlone =
  /^\W{0,3}(?:Copyright of .{1,300} is the property of |(?:Copyright\s*)?(?:©|\([Cc]\)|&copy;)\s?.{0,200}|Copyright\b.{0,60}(?:19|20)\d\d.{0,300}|(?:ABSTRACT|Abstract) FROM (?:AUTHOR|PUBLISHER)|All rights reserved)/su;

export const isNotice = ({ text }: Traced): boolean => text.length < 1500 && noticeAlone.test(text.trim());

/** The abstract without its copyright line, and that line. */
export function cutCopyright(p: Traced): { text: Traced; copyright?: Traced } {
  const from = Math.max(0, p.text.length - 500);
  const match = tail.exec(p.text.slice(from).replace(/[\r\n]/gu, ' '));
  if (!match || from + match.index === 0) return { text: p };
  const at = from + match.index;
  return { text: trim(slice(p, 0, at)), copyright: trim(slice(p, at, p.text.length)) };
}

/**
 * Keywords, separated by semicolons, that databases write after an abstract, with the words that say whose abstract it
 * is.
 */
const keywordsBehind =
  /(?<=[.!?。\])]\s{0,3})(?<tail>(?:[[(]\s?(?:author|journal)\sabstract\s?[\])]\.?\s*)?(?:key\s?words?|关键词)\s?[:：]\s*)(?<words>[^.。;；]{1,80}(?:[;；][^;；。]{1,80}){1,30}?)[.。]?$/iu;

/** The abstract without the keywords after it; `tail` is what only announces them. */
export function cutKeywords(p: Traced): { body: Traced; tail?: Traced; words?: Traced } {
  const from = Math.max(0, p.text.length - 1000);
  const match = keywordsBehind.exec(p.text.slice(from));
  const { tail = '', words = '' } = match?.groups ?? {};
  if (!match || from + match.index === 0) return { body: p };
  const at = from + match.index;
  const begin = at + tail.length;
  return { body: trim(slice(p, 0, at)), tail: trim(slice(p, at, begin)), words: slice(p, begin, begin + words.length) };
}
