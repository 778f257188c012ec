/** Traced text: a text that knows where in its source each of its characters comes from. */

import type { DraftBlock } from '#domain/draft';
import type { Place } from '#domain/place';
import { lineAt, placesOf, type SourceText } from '#domain/source';
import type { Mark } from '#domain/text';
import { sources } from '#text/characters';

/**
 * `[start, end)` of a text was made from `[from, to)` of its source: character for character where both are of one
 * length; else (an entity, an escape, a TeX command) the run is one piece.
 */
export interface Run {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** A text that knows where in its source each character is, through unescaping, decoding and folding. */
export interface Traced {
  readonly text: string;
  /** In the text's order. Characters that no run covers are not in the source. */
  readonly runs: readonly Run[];
  /** Inline marks by offsets of the text; one that covers the whole of it marks nothing, and is left out. */
  readonly marks?: readonly Mark[];
  /** Of the JSON value that the text was decoded from. */
  readonly pointer?: string;
}

const isExact = (run: Run): boolean => run.end - run.start === run.to - run.from;

/** The source's own text from `start` to `end`. */
export const traceSource = (source: SourceText, start: number, end: number): Traced =>
  madeFrom(source.text.slice(start, end), start, end);

/** A text that was made from the whole of `[from, to)`. */
export const madeFrom = (text: string, from: number, to: number): Traced => ({
  text,
  runs: text && to > from ? [{ start: 0, end: text.length, from, to }] : [],
});

/** A stretch of a text that has marks, and where it went: to `[at, past)`. */
interface Kept {
  of: Traced;
  start: number;
  end: number;
  at: number;
  past: number;
}

/** Puts a traced text together piece by piece. */
export class Tracer {
  #parts: string[] = [];
  #runs: Run[] = [];
  #kept: Kept[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds `text`, made from `[from, to)` of the source. */
  add(text: string, from: number, to: number): void {
    if (!text) return;
    const last = this.#runs.at(-1);
    const run = { start: this.#length, end: this.#length + text.length, from, to };
    if (last?.end === run.start && last.to === from && isExact(last) && isExact(run)) {
      last.end = run.end;
      last.to = to;
    } else this.#runs.push(run);
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Adds text that is not in the source, such as the space between two joined lines. */
  addUntraced(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Adds `[start, end)` of another traced text, with its marks. */
  addSlice(traced: Traced, start = 0, end = traced.text.length): void {
    const at = this.#length;
    let done = start;
    for (let i = firstEndingAfter(traced.runs, start); i < traced.runs.length; i++) {
      const run = traced.runs[i] as Run;
      if (run.start >= end) break;
      const a = Math.max(start, run.start);
      const b = Math.min(end, run.end);
      if (a > done) this.addUntraced(traced.text.slice(done, a));
      const [from, to] = sourceOf(run, a, b);
      this.add(traced.text.slice(a, b), from, to);
      done = b;
    }
    if (end > done) this.addUntraced(traced.text.slice(done, end));
    if (traced.marks?.length) this.#kept.push({ of: traced, start, end, at, past: this.#length });
  }

  /** Adds `text` in the place of `[start, end)` of another traced text: it is made from what is whole there. */
  addInstead(traced: Traced, start: number, end: number, text: string): void {
    const at = this.#length;
    // Beyond the first stretch there are tags between: they say nothing of this text.
    const [span] = spansOf(traced, start, end);
    if (span) this.add(text, ...span);
    else this.addUntraced(text);
    if (traced.marks?.length) this.#kept.push({ of: traced, start, end, at, past: this.#length });
  }

  done(pointer?: string): Traced {
    const text = this.#parts.join('');
    const marks = tidyMarks(this.#kept.length ? movedMarks(this.#kept) : [], text);
    return {
      text,
      runs: this.#runs,
      ...(marks.length ? { marks } : {}),
      ...(pointer === undefined ? {} : { pointer }),
    };
  }
}

/** The text without what a global pattern finds in it; the text itself where it finds nothing. */
export function without(traced: Traced, pattern: RegExp): Traced {
  const tracer = new Tracer();
  let from = 0;
  for (const match of traced.text.matchAll(pattern)) {
    tracer.addSlice(traced, from, match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return traced;
  tracer.addSlice(traced, from);
  return fold(tracer.done(traced.pointer));
}

/** The index of the first stretch that ends after `offset`, by bisection. */
function firstEndingAfter(stretches: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What `[start, end)` of a text, inside a run, was made from. */
const sourceOf = (run: Run, start: number, end: number): [number, number] =>
  isExact(run) ? [run.from + start - run.start, run.from + end - run.start] : [run.from, run.to];

function movedMarks(kept: readonly Kept[]): Mark[] {
  return [...Map.groupBy(kept, ({ of }) => of)].flatMap(([{ marks = [] }, pieces]) =>
    marks.flatMap((mark) => {
      const first = pieces[firstEndingAfter(pieces, mark.start)];
      const next = firstEndingAfter(pieces, mark.end - 1);
      const last = (pieces[next]?.start ?? Infinity) < mark.end ? pieces[next] : pieces[next - 1];
      if (!first || !last) return [];
      const start = first.at + Math.max(0, mark.start - first.start);
      const end = mark.end >= last.end ? last.past : last.at + mark.end - last.start;
      return end > start ? [{ ...mark, start, end }] : [];
    }),
  );
}

/** Marks of at least one character, in order, without those that cover the whole text: they mark nothing. */
export const tidyMarks = (marks: readonly Mark[], text: string): Mark[] =>
  marks
    .filter((mark) => mark.end > mark.start && !(mark.start === 0 && mark.end >= text.length))
    .sort((a, b) => a.start - b.start || b.end - a.end);

export function slice(traced: Traced, start: number, end = traced.text.length): Traced {
  const tracer = new Tracer();
  tracer.addSlice(traced, Math.max(0, start), Math.max(start, end));
  return tracer.done(traced.pointer);
}

/** Several texts as one. */
export function join(parts: readonly Traced[], between = ''): Traced {
  const tracer = new Tracer();
  parts.forEach((part, i) => {
    if (i > 0) tracer.addUntraced(between);
    tracer.addSlice(part);
  });
  return tracer.done(parts[0]?.pointer);
}

/** Without the white space and invisible characters at both ends. */
export function trim(traced: Traced): Traced {
  const lead = /^[\s\u200b\u200e\u200f\ufeff]*/u.exec(traced.text)?.[0].length ?? 0;
  let end = traced.text.length;
  while (end > lead && /[\s\u200b\u200e\u200f\ufeff]/u.test(traced.text[end - 1] as string)) end--;
  return lead === 0 && end === traced.text.length ? traced : slice(traced, lead, end);
}

/** A run of white space, or of what nobody sees: characters that mean nothing where they are, and halves of some. */
const folding = new RegExp(`(?<blanks>(?:${sources.blank})+)|(?:${sources.unseen}|\\p{Surrogate})+`, 'gu');

/** Whether there is anything to fold: texts may be long, and most are folded already. */
const unfolded = new RegExp(`(?! )${sources.blank}| {2}|^ | $|${sources.unseen}|\\p{Surrogate}`, 'u');

/** Letters and signs of which none is blank or unseen, with single spaces between: most lines are so, and need no closer look. */
const plain = /^(?:[!-~¡-¬®-ɏ‐-—‘-”一-鿿、。，：；（）]| (?! |$))*$/u;

/** White space folded to single spaces, invisible characters dropped, both ends trimmed. */
export function fold(traced: Traced): Traced {
  const { text } = traced;
  if ((plain.test(text) && !text.startsWith(' ')) || !unfolded.test(text)) return traced;
  const tracer = new Tracer();
  let from = 0;
  let pending: [number, number] | undefined;
  const keep = (end: number): void => {
    if (end === from) return;
    if (pending && tracer.length > 0) tracer.addInstead(traced, ...pending, ' ');
    pending = undefined;
    tracer.addSlice(traced, from, end);
  };
  for (const match of text.matchAll(folding)) {
    keep(match.index);
    from = match.index + match[0].length;
    if (match.groups?.['blanks']) pending = [pending?.[0] ?? match.index, from];
  }
  keep(text.length);
  return tracer.done(traced.pointer);
}

/** Each match of a global pattern replaced; `undefined` leaves it as it is. The new text is made from the match's. */
export function rewrite(traced: Traced, pattern: RegExp, to: (match: RegExpExecArray) => string | undefined): Traced {
  const tracer = new Tracer();
  let done = 0;
  for (const match of traced.text.matchAll(pattern)) {
    const text = to(match);
    if (text === undefined || match[0] === '') continue;
    const end = match.index + match[0].length;
    tracer.addSlice(traced, done, match.index);
    tracer.addInstead(traced, match.index, end, text);
    done = end;
  }
  if (done === 0) return traced;
  tracer.addSlice(traced, done);
  return tracer.done(traced.pointer);
}

/** The parts between matches of a global pattern, trimmed, empty ones left out. */
export function split(traced: Traced, pattern: RegExp): Traced[] {
  const parts: Traced[] = [];
  let done = 0;
  for (const match of traced.text.matchAll(pattern)) {
    parts.push(slice(traced, done, match.index));
    done = match.index + match[0].length;
  }
  parts.push(slice(traced, done));
  return parts.map(trim).filter((part) => part.text !== '');
}

/** What a pattern's first match (or its first group) covers; `undefined` if it does not match. */
export function find(traced: Traced, pattern: RegExp): Traced | undefined {
  const match = pattern.exec(traced.text);
  if (!match) return undefined;
  const [all, group = all] = match;
  const at = match.index + all.indexOf(group);
  return slice(traced, at, at + group.length);
}

/**
 * `[from, to)` of the source that a stretch of the text was made from, whole; `undefined` if it is not in the source.
 */
export function spanOf(traced: Traced, start = 0, end = traced.text.length): [number, number] | undefined {
  let from = Infinity;
  let to = -1;
  for (const [a, b] of spansOf(traced, start, end)) {
    from = Math.min(from, a);
    to = Math.max(to, b);
  }
  return to < 0 ? undefined : [from, to];
}

/** The stretches of the source that a stretch of the text was made from, in the text's order. */
export function spansOf(traced: Traced, start = 0, end = traced.text.length): [number, number][] {
  const spans: [number, number][] = [];
  for (let i = firstEndingAfter(traced.runs, start); i < traced.runs.length; i++) {
    const run = traced.runs[i] as Run;
    if (run.start >= end) break;
    const span = sourceOf(run, Math.max(start, run.start), Math.min(end, run.end));
    const last = spans.at(-1);
    if (last && last[1] === span[0]) last[1] = span[1];
    else spans.push(span);
  }
  return spans;
}

/** The same stretches, those with nothing but white space between taken together, none twice. */
export function rangesOf(source: SourceText, traced: Traced, start = 0, end = traced.text.length): [number, number][] {
  const ranges: [number, number][] = [];
  for (const [a, b] of spansOf(traced, start, end)) {
    const last = ranges.at(-1);
    if (last && a >= last[1] && a - last[1] < 200 && !/\S/u.test(source.text.slice(last[1], a))) last[1] = b;
    else ranges.push([a, b]);
  }
  return ranges;
}

/** Where a stretch of the text is: a place for each line and range. */
export const placesFor = (source: SourceText, traced: Traced, start = 0, end = traced.text.length): Place[] =>
  rangesOf(source, traced, start, end).flatMap(([a, b]) => placesOf(source, a, b, traced.pointer));

/** A paragraph or list item with a piece wherever the way from text to source changes. */
export function blockOf(source: SourceText, traced: Traced, as: DraftBlock['as'] = 'paragraph'): DraftBlock {
  const pieces: DraftBlock['pieces'] = [];
  for (const run of traced.runs) {
    let from = run.from;
    for (let line = lineAt(source, from); from < run.to; line++) {
      const begin = source.lineStarts[line - 1] ?? 0;
      const past = Math.min(run.to, source.lineStarts[line] ?? source.text.length);
      if (/\S/u.test(source.text.slice(from, past)))
        pieces.push({
          start: run.start + (isExact(run) ? from - run.from : 0),
          place: {
            file: source.file,
            line,
            columns: [from - begin + 1, past - begin + 1],
            ...(traced.pointer === undefined ? {} : { pointer: traced.pointer }),
          },
        });
      from = past;
    }
  }
  return { as, text: traced.text, pieces, ...(traced.marks?.length ? { marks: [...traced.marks] } : {}) };
}
