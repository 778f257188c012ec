import type { DraftBlock } from '#domain/draft';
import type { Place } from '#domain/place';
import { placesOf, type SourceText } from '#domain/source';
import type { Mark } from '#domain/text';
import { sources } from '#text/characters';

/**
 * `text.slice(start, end)` was made of `source.text.slice(from, to)`. Equal lengths: character for character; else (an
 * entity, a TeX command) the run is one piece.
 */
export interface Run {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** A text that knows where each of its characters stands. Characters that no run covers were put in between. */
export interface Passage {
  text: string;
  runs: readonly Run[];
  marks?: readonly Mark[];
}

export const passage = (source: SourceText, from: number, to: number): Passage => ({
  text: source.text.slice(from, to),
  runs: to > from ? [{ start: 0, end: to - from, from, to }] : [],
});

/** A text that stands for the whole of `[from, to)`, not character for character. */
export const standsFor = (text: string, from: number, to: number): Passage => ({
  text,
  runs: text && to > from ? [{ start: 0, end: text.length, from, to }] : [],
});

/** The first run that ends after `at`, by bisection. */
function firstRunAfter(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function slice(p: Passage, start: number, end: number): Passage {
  const text = p.text.slice(start, end);
  const runs: Run[] = [];
  for (let i = firstRunAfter(p.runs, start); i < p.runs.length; i++) {
    const run = p.runs[i];
    if (!run || run.start >= end) break;
    const verbatim = run.end - run.start === run.to - run.from;
    const first = Math.max(run.start, start);
    const last = Math.min(run.end, end);
    runs.push({
      start: first - start,
      end: last - start,
      from: verbatim ? run.from + first - run.start : run.from,
      to: verbatim ? run.from + last - run.start : run.to,
    });
  }
  if (!p.marks?.length) return { text, runs };
  const marks = p.marks
    .map((m) => ({ ...m, start: Math.max(m.start, start) - start, end: Math.min(m.end, end) - start }))
    .filter((m) => m.end > m.start);
  return marks.length ? { text, runs, marks } : { text, runs };
}

export function join(parts: readonly Passage[], between = ''): Passage {
  const runs: Run[] = [];
  const marks: Mark[] = [];
  let at = 0;
  for (const part of parts) {
    if (part !== parts[0]) at += between.length;
    for (const run of part.runs) runs.push({ ...run, start: run.start + at, end: run.end + at });
    for (const mark of part.marks ?? []) marks.push({ ...mark, start: mark.start + at, end: mark.end + at });
    at += part.text.length;
  }
  const text = parts.map((part) => part.text).join(between);
  return marks.length ? { text, runs, marks } : { text, runs };
}

export function trim(p: Passage): Passage {
  const lead = p.text.length - p.text.trimStart().length;
  const past = p.text.trimEnd().length;
  return lead === 0 && past === p.text.length ? p : slice(p, lead, Math.max(lead, past));
}

/** Each match of a global pattern replaced; `undefined` leaves it as it is. The new text stands for the match. */
export function rewrite(p: Passage, pattern: RegExp, to: (match: RegExpExecArray) => string | undefined): Passage {
  const parts: Passage[] = [];
  let done = 0;
  for (const match of p.text.matchAll(pattern)) {
    const text = to(match);
    if (text === undefined || match[0] === '') continue;
    const end = match.index + match[0].length;
    parts.push(slice(p, done, match.index));
    const runs = slice(p, match.index, end).runs;
    const first = runs[0];
    const last = runs.at(-1);
    parts.push(first && last ? standsFor(text, first.from, Math.max(first.to, last.to)) : { text, runs: [] });
    done = end;
  }
  if (done === 0) return p;
  parts.push(slice(p, done, p.text.length));
  return join(parts.filter((part) => part.text !== ''));
}

const unseen = new RegExp(`(?:${sources.unseen})+`, 'gu');
const blanks = new RegExp(`(?:${sources.blank})+`, 'gu');
const foldable = new RegExp(`(?! )${sources.blank}| {2}|^ | $`, 'u');

/** The stretches between the matches of a global pattern, empty ones left out. */
function between(p: Passage, pattern: RegExp): Passage[] {
  const parts: Passage[] = [];
  let done = 0;
  for (const match of p.text.matchAll(pattern)) {
    if (match.index > done) parts.push(slice(p, done, match.index));
    done = match.index + match[0].length;
  }
  if (done < p.text.length) parts.push(slice(p, done, p.text.length));
  return parts;
}

/** White space of every kind to single spaces, line ends inside a value too; without what nobody sees. */
export function fold(whole: Passage): Passage {
  const p = whole.text.search(unseen) < 0 ? whole : join(between(whole, unseen));
  return foldable.test(p.text) ? joinSpaced(between(p, blanks)) : p;
}

/** Words joined by a space; neighbours that a single space parts in the source too become one run again. */
function joinSpaced(words: readonly Passage[]): Passage {
  const joined = join(words, ' ');
  const runs: Run[] = [];
  for (const run of joined.runs) {
    const last = runs.at(-1);
    const verbatim = run.end - run.start === run.to - run.from;
    if (
      last &&
      verbatim &&
      last.end - last.start === last.to - last.from &&
      run.start - last.end === run.from - last.to &&
      run.start - last.end <= 1
    )
      runs[runs.length - 1] = { ...last, end: run.end, to: run.to };
    else runs.push(run);
  }
  const marks: Mark[] = [];
  for (const mark of joined.marks ?? []) {
    const last = marks.findLast((one) => one.tag === mark.tag);
    if (last && mark.start - last.end <= 1) last.end = mark.end;
    else marks.push({ ...mark });
  }
  return marks.length ? { ...joined, runs, marks } : { text: joined.text, runs };
}

/** The parts between matches of a global pattern, trimmed, empty ones left out. */
export function split(p: Passage, pattern: RegExp): Passage[] {
  const parts: Passage[] = [];
  let done = 0;
  for (const match of p.text.matchAll(pattern)) {
    parts.push(slice(p, done, match.index));
    done = match.index + match[0].length;
  }
  parts.push(slice(p, done, p.text.length));
  return parts.map(trim).filter((part) => part.text !== '');
}

/** What a pattern's first match (or its first group) covers; nothing where it does not match. */
export function find(p: Passage, pattern: RegExp): Passage | undefined {
  const match = pattern.exec(p.text);
  if (!match) return undefined;
  const group = match[1];
  if (group === undefined) return slice(p, match.index, match.index + match[0].length);
  const at = match.index + match[0].indexOf(group);
  return slice(p, at, at + group.length);
}

/** Source ranges of a passage, those that only white space parts taken together. */
export function rangesOf(source: SourceText, p: Passage): [number, number][] {
  const ranges: [number, number][] = [];
  for (const run of p.runs) {
    const last = ranges.at(-1);
    if (last && run.from >= last[1] && source.text.slice(last[1], run.from).trim() === '') last[1] = run.to;
    else if (!last || run.to > last[1]) ranges.push([last ? Math.max(run.from, last[1]) : run.from, run.to]);
  }
  return ranges;
}

export const placesOfPassage = (source: SourceText, p: Passage, pointer?: string): Place[] =>
  rangesOf(source, p).flatMap(([from, to]) => placesOf(source, from, to, pointer));

/** The passage as a block of an abstract: each run tells where the text stands from there on. */
export function blockOf(source: SourceText, p: Passage, pointer?: string): DraftBlock {
  const pieces: DraftBlock['pieces'] = [];
  for (const run of p.runs) {
    const place = placesOf(source, run.from, run.to, pointer)[0];
    if (place) pieces.push({ start: run.start, place });
  }
  const marks = p.marks?.length ? { marks: [...p.marks] } : {};
  return { as: 'paragraph', text: p.text, pieces, ...marks };
}
