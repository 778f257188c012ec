import type { DraftBlock } from '#domain/draft';
import type { Place } from '#domain/place';
import { lineAt, placesOf, type SourceText } from '#domain/source';
import { sources } from '#text/characters';

/** A stretch of a text and the stretch of the source it was made from; equal lengths mean character by character. */
export interface Run {
  at: number;
  length: number;
  raw: number;
  rawEnd: number;
}

/** A text that knows where in its source each character stands, through unescaping, decoding and folding. */
export interface Traced {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Of the JSON value that the text was decoded from. */
  readonly pointer?: string;
}

const isExact = (run: Run): boolean => run.length === run.rawEnd - run.raw;

/** The source's own text from `start` to `end`. */
export const traceSource = (source: SourceText, start: number, end: number): Traced => ({
  text: source.text.slice(start, end),
  runs: end > start ? [{ at: 0, length: end - start, raw: start, rawEnd: end }] : [],
});

/** Puts a traced text together piece by piece. */
export class Tracer {
  #parts: string[] = [];
  #runs: Run[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds `text`, made from `[raw, rawEnd)` of the source. */
  add(text: string, raw: number, rawEnd: number): void {
    if (!text) return;
    const last = this.#runs.at(-1);
    const exact = text.length === rawEnd - raw;
    if (last && exact && isExact(last) && last.rawEnd === raw) {
      last.length += text.length;
      last.rawEnd = rawEnd;
    } else this.#runs.push({ at: this.#length, length: text.length, raw, rawEnd });
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Adds text that stands nowhere in the source, such as the space between two joined lines. */
  addUntraced(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Adds `[start, end)` of another traced text. */
  addSlice(traced: Traced, start: number, end: number): void {
    let from = start;
    for (let i = firstRunAt(traced.runs, start); i < traced.runs.length; i++) {
      const run = traced.runs[i] as Run;
      if (run.at >= end) break;
      const a = Math.max(start, run.at);
      const b = Math.min(end, run.at + run.length);
      if (a > from) this.addUntraced(traced.text.slice(from, a));
      const text = traced.text.slice(a, b);
      if (isExact(run)) this.add(text, run.raw + a - run.at, run.raw + b - run.at);
      else this.add(text, run.raw, run.rawEnd);
      from = b;
    }
    if (end > from) this.addUntraced(traced.text.slice(from, end));
  }

  done(pointer?: string): Traced {
    return { text: this.#parts.join(''), runs: this.#runs, ...(pointer === undefined ? {} : { pointer }) };
  }
}

/** The index of the first run that ends after `offset`. */
function firstRunAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (run.at + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function slice(traced: Traced, start: number, end = traced.text.length): Traced {
  const tracer = new Tracer();
  tracer.addSlice(traced, Math.max(0, start), Math.max(start, end));
  return tracer.done(traced.pointer);
}

/** Without the white space and invisible characters at both ends. */
export function trim(traced: Traced): Traced {
  const lead = /^[\s\u200b\u200e\u200f\ufeff]*/u.exec(traced.text)?.[0].length ?? 0;
  let end = traced.text.length;
  while (end > lead && /[\s\u200b\u200e\u200f\ufeff]/u.test(traced.text[end - 1] as string)) end--;
  return lead === 0 && end === traced.text.length ? traced : slice(traced, lead, end);
}

/** A run of white space, or of what nobody sees: characters that mean nothing where they stand, and halves of some. */
const folding = new RegExp(`(?<blanks>(?:${sources.blank})+)|(?:${sources.unseen}|\\p{Surrogate})+`, 'gu');

/** White space folded to single spaces, invisible characters dropped, both ends trimmed. */
export function fold(traced: Traced): Traced {
  const tracer = new Tracer();
  let from = 0;
  let pending: [number, number] | undefined;
  const { text } = traced;
  for (const match of [...text.matchAll(folding), null]) {
    const start = match ? match.index : text.length;
    if (start > from) {
      if (pending && tracer.length > 0) {
        const [raw, rawEnd] = rawSpan(traced, ...pending);
        if (raw < rawEnd) tracer.add(' ', raw, rawEnd);
        else tracer.addUntraced(' ');
      }
      pending = undefined;
      tracer.addSlice(traced, from, start);
    }
    if (match) {
      if (match.groups?.['blanks']) {
        pending = pending ? [pending[0], start + match[0].length] : [start, start + match[0].length];
      }
      from = start + match[0].length;
    }
  }
  return tracer.done(traced.pointer);
}

/** The raw `[start, end)` that a stretch of the text was made from, whole. */
export function rawSpan(traced: Traced, start = 0, end = traced.text.length): [number, number] {
  let raw = Infinity;
  let rawEnd = -1;
  for (const [a, b] of rawSpans(traced, start, end)) {
    raw = Math.min(raw, a);
    rawEnd = Math.max(rawEnd, b);
  }
  return rawEnd < 0 ? [0, 0] : [raw, rawEnd];
}

/** The raw stretches of a stretch of the text, in the text's order. */
export function rawSpans(traced: Traced, start = 0, end = traced.text.length): [number, number][] {
  const spans: [number, number][] = [];
  for (let i = firstRunAt(traced.runs, start); i < traced.runs.length; i++) {
    const run = traced.runs[i] as Run;
    if (run.at >= end) break;
    const a = Math.max(start, run.at);
    const b = Math.min(end, run.at + run.length);
    const span: [number, number] = isExact(run) ? [run.raw + a - run.at, run.raw + b - run.at] : [run.raw, run.rawEnd];
    const last = spans.at(-1);
    if (last && last[1] === span[0]) last[1] = span[1];
    else spans.push(span);
  }
  return spans;
}

/** Where a stretch of the text stands: a place a line and a run; runs with nothing but white space between are one. */
export function placesFor(source: SourceText, traced: Traced, start = 0, end = traced.text.length): Place[] {
  const merged: [number, number][] = [];
  for (const [a, b] of rawSpans(traced, start, end)) {
    const last = merged.at(-1);
    if (last && a >= last[1] && a - last[1] < 200 && !/\S/u.test(source.text.slice(last[1], a))) last[1] = b;
    else merged.push([a, b]);
  }
  return merged.flatMap(([a, b]) => placesOf(source, a, b, traced.pointer));
}

/** A paragraph or list item with a piece wherever the way from text to source changes. */
export function blockOf(source: SourceText, traced: Traced, as: DraftBlock['as'] = 'paragraph'): DraftBlock {
  const pieces: DraftBlock['pieces'] = [];
  for (const run of traced.runs) {
    let raw = run.raw;
    for (let line = lineAt(source, raw); raw < run.rawEnd; line++) {
      const begin = source.lineStarts[line - 1] ?? 0;
      const past = Math.min(run.rawEnd, source.lineStarts[line] ?? source.text.length);
      if (/\S/u.test(source.text.slice(raw, past)))
        pieces.push({
          start: run.at + (isExact(run) ? raw - run.raw : 0),
          place: {
            file: source.file,
            line,
            columns: [raw - begin + 1, past - begin + 1],
            ...(traced.pointer === undefined ? {} : { pointer: traced.pointer }),
          },
        });
      raw = past;
    }
  }
  return { as, text: traced.text, pieces };
}
