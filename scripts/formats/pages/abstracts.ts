/** Labels of abstracts on a page ("Abstract", 摘要, "Methods:"), and the sections of the text under them. */

import type { DraftAbstract, DraftSection, Read } from '#domain/draft';
import { detectLanguage, type Language } from '#domain/language';
import type { SectionKind } from '#domain/paper';
import type { Place } from '#domain/place';
import { offsetsOf, type SourceText } from '#domain/source';
import { hasHan } from '#text/han';
import type { Block } from '../text/html.ts';
import { findRegistrations } from '../values/identifiers.ts';
import type { Page } from './page.ts';
import { allLabels, kindOfLabel, kindOfWords } from '../values/sections.ts';
import { blockOf, fold, slice, type Traced } from '../text/traced.ts';

/** A label inside a paragraph: `[start, end)` are its words, `past` is where its text begins. */
interface Label {
  start: number;
  end: number;
  past: number;
  kind: SectionKind;
  /** How it is set off; `bare` and `glued` labels count only in company. */
  by: 'colon' | 'bracket' | 'stop' | 'bare' | 'glued';
}

/** Where a sentence begins: at the start, after a final stop with its closing quotes, or after a Chinese one. */
const sentenceStart = /(?:^|[.!?;)\]"”’%]\s+|[。!?！？;；]\s*|\.(?=\p{Lu}\p{Ll}))/gu;
const wordy = /^[\p{L}'’(][\p{L}\s'’/&,()-]{1,58}/u;
const labelsByInitial = new Map<string, string[]>();
for (const label of allLabels) {
  const initial = label[0] ?? '';
  labelsByInitial.set(initial, [...(labelsByInitial.get(initial) ?? []), label]);
}

/** The label that begins at `at`, if one does. */
function labelAt(text: string, at: number): Label | undefined {
  const ahead = text.slice(at, at + 72);
  const bracket = /^[【[〔［<〈]\s*([^\]】〕］>〉]{2,30}?)\s*[】\]〕］>〉]\s*[:：]?\s*/u.exec(ahead);
  if (bracket) {
    const kind = kindOfWords(bracket[1] ?? '');
    const start = at + bracket[0].indexOf(bracket[1] ?? '');
    return kind && { start, end: start + (bracket[1] ?? '').length, past: at + bracket[0].length, kind, by: 'bracket' };
  }
  const words = wordy.exec(ahead)?.[0];
  if (!words) return undefined;
  const first = ahead[0] ?? '';
  const isHan = hasHan(first);
  if (!isHan && first !== first.toUpperCase()) return undefined;
  const colon = /^([^:：]{2,58}?)\s?[:：]\s*/u.exec(ahead);
  if (colon && colon[1] !== undefined && wordy.exec(`${colon[1]} `)?.[0].trim() === colon[1].trim()) {
    const kind = kindOfWords(colon[1]);
    if (kind) return { start: at, end: at + colon[1].trimEnd().length, past: at + colon[0].length, kind, by: 'colon' };
  }
  const lower = ahead.toLowerCase();
  for (const label of labelsByInitial.get(lower[0] ?? '') ?? []) {
    if (!lower.startsWith(label)) continue;
    const kind = kindOfLabel(label);
    const after = ahead.slice(label.length);
    if (!kind) continue;
    const found = (by: Label['by'], gap: number): Label => ({
      start: at,
      end: at + label.length,
      past: at + label.length + gap,
      kind,
      by,
    });
    if (isHan) {
      const gap = /^\s+(?=\S)/u.exec(after)?.[0].length;
      return gap ? found('bare', gap) : /^[\p{Script=Han}\p{L}\d“"]/u.test(after) ? found('glued', 0) : undefined;
    }
    const stop = /^\s?(?:\.|[-–—|])\s+(?=[\p{Lu}\d"“(])/u.exec(after)?.[0].length;
    if (stop) return found('stop', stop);
    const capitals = ahead.slice(0, label.length) === label.toUpperCase();
    if (/^\s(?=[\p{Lu}\d"“(])/u.test(after)) return found('bare', 1);
    if (/^\p{Lu}[\p{Ll}\s]/u.test(after) && !capitals) return found('glued', 0);
    if (capitals && /^\p{Lu}\p{Ll}/u.test(after)) return found('glued', 0);
    return undefined;
  }
  return undefined;
}

/** The labels of a paragraph; `anywhere` finds those inside it as well, at the starts of sentences. */
function labelsOf(text: string): Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(sentenceStart)) {
    const at = match.index + match[0].length;
    if (at < (labels.at(-1)?.past ?? 0)) continue;
    const label = labelAt(text, at);
    // A semicolon or bracket does not end a sentence for any label but one in capitals or with its colon.
    if (label && (label.by === 'colon' || label.by === 'bracket' || !/^[;)\]%"”’]/u.test(match[0]))) labels.push(label);
  }
  return labels;
}

/** What a label alone on its line says. */
export function labelAlone(text: string): SectionKind | undefined {
  return text.length <= 60 ? kindOfWords(text) : undefined;
}

/**
 * Weak labels count where the abstract is labelled in that one way, with several kinds of label and none set off by a
 * colon: a sentence that begins with "Results" or 参与者 opens no section.
 */
function accepted(all: readonly (readonly Label[])[], blocks: readonly Traced[]): Label[][] {
  const flat = all.flat();
  const strong = (label: Label) => label.by === 'colon' || label.by === 'bracket';
  const kinds = (by: Label['by']) => new Set(flat.filter((label) => label.by === by).map((label) => label.kind)).size;
  const labelled = flat.filter(strong).length >= 2;
  return all.map((labels, i) => {
    const text = blocks[i]?.text ?? '';
    return labels.filter((label) => {
      if (strong(label)) return true;
      if (labelled) return false;
      const words = text.slice(label.start, label.end);
      const latin = /^\p{Script=Latin}/u.test(words);
      if (latin && label.by === 'glued' && label.start === 0) return true;
      if (latin && label.by === 'bare' && label.start === 0 && words === words.toUpperCase() && words.length > 2)
        return true;
      return kinds(label.by) >= 3;
    });
  });
}

/** The end of an abstract's own words: a publisher's copyright line, or a link's text, may follow on the same line. */
function ownEnd(text: string): number {
  const note =
    /(?:^|[.。!?)]\s*)(\([\p{L}\s]{0,40}Database Record \(c\).{0,80}|(?:\(?(?:Copyright|版权|Crown copyright)\s?)?(?:©|\(c\)\s?(?:19|20)\d{2}|Copyright\s(?:19|20)\d{2}|©).{0,300})$/isu.exec(
      text.slice(-320),
    );
  if (!note?.[1]) return text.length;
  return text.length - note[1].length;
}

export interface AbstractOptions {
  language?: Language | undefined;
  role?: DraftAbstract['role'];
}

/**
 * Sections of paragraphs, with the characters they rest on. Labels inside paragraphs are found where `labelled` says
 * so; a digest has only headings.
 */
export function readSections(
  page: Page,
  blocks: readonly Block[],
  labelled = true,
): { sections: DraftSection[]; at: Place[]; text: string } {
  const sections: DraftSection[] = [];
  const at: Place[] = [];
  const found = accepted(
    blocks.map((block) => (block.heading || !labelled ? [] : labelsOf(block.text))),
    blocks,
  );
  let section: DraftSection | undefined;
  const open = (label?: string, kind?: SectionKind) => {
    section = { ...(label ? { label } : {}), ...(kind ? { kind } : {}), blocks: [] };
    sections.push(section);
  };
  const push = (block: Block, start: number, end: number) => {
    const traced = fold(slice(block, start, end));
    if (!/[\p{L}\p{N}]/u.test(traced.text)) return;
    if (!section) open();
    section?.blocks.push(blockOf(page.source, traced, block.as));
    at.push(...page.take(traced));
  };
  blocks.forEach((block, i) => {
    const { text } = block;
    const alone = labelled && block.as === 'paragraph' ? labelAlone(text) : undefined;
    if (alone || (block.heading && text.length <= 80)) {
      open(text.replace(/^[【[〔［<]\s*|(?:(?<!\s)\s+)?(?:[】\]〕］>]\s*)?(?:[:：]\s*)?$/gu, ''), alone ?? 'other');
      at.push(...page.take(block));
      return;
    }
    const end = i === blocks.length - 1 ? ownEnd(text) : text.length;
    const labels = found[i] ?? [];
    push(block, 0, labels[0] ? labels[0].start - (labels[0].by === 'bracket' ? 1 : 0) : end);
    labels.forEach((label, n) => {
      const next = labels[n + 1];
      open(text.slice(label.start, label.end), label.kind);
      at.push(...page.take(block, label.by === 'bracket' ? label.start - 1 : label.start, label.past));
      push(block, label.past, next ? next.start - (next.by === 'bracket' ? 1 : 0) : end);
    });
    if (end < text.length) {
      for (const run of slice(block, end).runs) page.furniture('copyright', run.from, run.to);
    }
  });
  const kept = sections.filter((one) => one.blocks.length > 0);
  return { sections: kept, at, text: kept.flatMap((one) => one.blocks.map((block) => block.text)).join('\n') };
}

/** An abstract from its paragraphs; `undefined` where nothing is said under its heading. */
export function readAbstract(
  page: Page,
  blocks: readonly Block[],
  options: AbstractOptions = {},
): Read<DraftAbstract> | undefined {
  const { sections, at, text } = readSections(page, blocks);
  if (sections.length === 0) return undefined;
  for (const block of blocks)
    for (const found of findRegistrations(block.text))
      stateRegistration(page, found.value, page.places(block, found.start, found.end));
  const language = options.language ?? detectLanguage(text);
  return {
    value: { language, ...(options.role ? { role: options.role } : {}), sections },
    at: tidyPlaces(page.source, at),
  };
}

function stateRegistration(page: Page, value: { registry: string; id: string }, at: Place[]): void {
  const had = page.draft.registrations.find((one) => one.value.id === value.id);
  if (had) had.at.push(...at);
  else page.draft.registrations.push({ value, at });
}

/** Places in order, those with nothing but white space between them joined. */
export function tidyPlaces(source: SourceText, places: readonly Place[]): Place[] {
  const out: Place[] = [];
  for (const place of [...places].sort((a, b) => a.line - b.line || a.columns[0] - b.columns[0])) {
    const last = out.at(-1);
    const joins = () => {
      if (last?.line !== place.line || last.pointer !== place.pointer) return false;
      const [, past] = offsetsOf(source, last);
      const [start] = offsetsOf(source, place);
      return start <= past || (start - past < 100 && !/\S/u.test(source.text.slice(past, start)));
    };
    if (last && joins()) last.columns = [last.columns[0], Math.max(last.columns[1], place.columns[1])];
    else out.push({ ...place, columns: [...place.columns] });
  }
  return out;
}
