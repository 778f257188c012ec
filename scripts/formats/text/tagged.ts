/** Reads files of tagged lines (`TI  - Title`) into fields and records that keep their places. */

import type { SourceText } from '#domain/source';
import { traceSource, type Traced } from './traced.ts';

/** One tag with its lines: `[start, bodyStart)` is the tag's own syntax, `lines` its value, one passage per line. */
export interface TaggedField {
  tag: string;
  /** Offset of the tag. */
  start: number;
  bodyStart: number;
  end: number;
  lines: Traced[];
  /** Whether a blank line, or the file's beginning, is before it. */
  opens: boolean;
}

/** Where a line begins after byte order marks: joined files have the marks of each of them. */
function behindMarks(text: string, lineStart: number): number {
  let begin = lineStart;
  while (text[begin] === '\ufeff') begin++;
  return begin;
}

export interface TaggedFile {
  fields: TaggedField[];
  /** Non-blank lines before the first tag, or that continue nothing. */
  strays: [number, number][];
}

/**
 * Reads `TAG value` lines. `tag` is matched at a line's start: group 1 is the tag, the match's end is where its value
 * begins. Any other line continues the field above where `continues` allows it; else it is a stray; `isApart` says
 * that a blank line is before it. Where a record `begins` with a tag of its own, other tags below several strays are strays too.
 */
export function readTagged(
  source: SourceText,
  tag: RegExp,
  continues: (line: string, field: TaggedField, isApart: boolean) => boolean,
  begins?: (tag: string) => boolean,
): TaggedFile {
  const fields: TaggedField[] = [];
  const strays: [number, number][] = [];
  let field: TaggedField | undefined;
  let blank = true;
  let lone = 0;
  const { text, lineStarts } = source;
  for (let i = 0; i < lineStarts.length; i++) {
    const begin = behindMarks(text, lineStarts[i] ?? 0);
    let end = lineStarts[i + 1] ?? text.length;
    while (end > begin && /[\r\n]/.test(text[end - 1] ?? '')) end--;
    // No tag is longer than this, and a line may be a million characters.
    const match = tag.exec(text.slice(begin, Math.min(end, begin + 40)));
    const isStray = begins && lone >= mostStrays && !begins((match?.[1] ?? '').trim().toUpperCase());
    if (match && !isStray) {
      lone = 0;
      const bodyStart = begin + match[0].length;
      field = {
        tag: (match[1] ?? match[2] ?? '').trim().toUpperCase(),
        start: begin,
        bodyStart,
        end,
        lines: [traceSource(source, bodyStart, end)],
        opens: blank,
      };
      blank = false;
      fields.push(field);
    } else {
      const line = text.slice(begin, end);
      if (line.trim() === '') {
        blank = true;
        continue;
      }
      const isApart = blank;
      blank = false;
      if (field && !isRule(line) && continues(line, field, isApart)) {
        field.lines.push(traceSource(source, begin, end));
        field.end = end;
      } else {
        strays.push([begin, end]);
        lone++;
        // What goes on below goes on with the stray line.
        field = undefined;
      }
    }
  }
  return { fields, strays };
}

/** A rule that people and programs set between records, which is not text. */
export const isRule = (line: string): boolean => /^[ \t]*([_=*~–—-])\1{4,}\s*$/u.test(line);

/** Below so many lines that no record holds, labels are those of a page, until a record begins. */
export const mostStrays = 3;

/** The fields of each record: one begins at each `first` tag, and after each `last` tag. */
export function splitRecords(
  fields: readonly TaggedField[],
  first: (tag: string) => boolean,
  last: (tag: string) => boolean,
): TaggedField[][] {
  const records: TaggedField[][] = [];
  let current: TaggedField[] = [];
  const flush = () => {
    if (current.length) records.push(current);
    current = [];
  };
  for (const field of fields) {
    if (first(field.tag)) flush();
    current.push(field);
    if (last(field.tag)) flush();
  }
  flush();
  return records;
}

/**
 * The fields of each record of a format whose records have one field of their own each and end at a blank line, whatever
 * the order of their fields. A stretch between blank lines that has no such field goes on with the record before; one
 * that has several begins a record at each, or at the field that it begins with where that comes as often; a field whose
 * tag `leads` and that is right before the own one is of the same record.
 */
export function splitAtBlanks(
  fields: readonly TaggedField[],
  isMark: (tag: string) => boolean,
  leads = '',
): TaggedField[][] {
  const records: TaggedField[][] = [];
  const stretches = splitWhere(fields, (field) => field.opens);
  for (const stretch of stretches) {
    const marks = stretch.filter(({ tag }) => isMark(tag)).length;
    const last = records.at(-1);
    const isFirst = ({ tag }: TaggedField): boolean => tag === stretch[0]?.tag;
    if (marks === 0 && last) last.push(...stretch);
    else if (marks < 2) records.push(stretch);
    else {
      const begins = stretch.filter(
        ({ tag }, i) => isMark(tag) || (tag === leads && isMark(stretch[i + 1]?.tag ?? '')),
      );
      const led = new Set(begins.filter((_, i) => begins[i - 1]?.tag === leads));
      const firsts = stretch.filter(isFirst);
      const cuts = new Set(begins.length > marks || firsts.length !== marks ? begins : firsts);
      records.push(...splitWhere(stretch, (field) => cuts.has(field) && !led.has(field)));
    }
  }
  return records;
}

/**
 * The fields of each record of a format whose records have one beginning tag and an end tag. The end counts first: some
 * programs write the other tags in any order. A stretch between two ends that has several beginnings lost an end, and is
 * cut at each of them.
 */
export function splitAtEnds(
  fields: readonly TaggedField[],
  isFirst: (tag: string) => boolean,
  isLast: (tag: string) => boolean,
): TaggedField[][] {
  const records: TaggedField[][] = [];
  let stretch: TaggedField[] = [];
  const flush = () => {
    const firsts = stretch.filter(({ tag }) => isFirst(tag)).length;
    if (firsts > 1) records.push(...splitWhere(stretch, ({ tag }) => isFirst(tag)));
    else if (stretch.length) records.push(stretch);
    stretch = [];
  };
  for (const field of fields) {
    stretch.push(field);
    if (isLast(field.tag)) flush();
  }
  flush();
  return records;
}

/** A list cut before each of its members that a test accepts. */
export function splitWhere<T>(list: readonly T[], begins: (one: T) => boolean): T[][] {
  const parts: T[][] = [];
  for (const one of list) {
    const last = parts.at(-1);
    if (!last || begins(one)) parts.push([one]);
    else last.push(one);
  }
  return parts;
}

/** The first lines that are not blank, by which a format recognises its files; a byte order mark is not a character. */
export function firstLines(source: SourceText, count: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i < source.lineStarts.length && lines.length < count; i++) {
    const begin = behindMarks(source.text, source.lineStarts[i] ?? 0);
    const end = Math.min(source.lineStarts[i + 1] ?? source.text.length, begin + 2000);
    const line = source.text.slice(begin, end).trimEnd();
    if (line.trim()) lines.push(line);
  }
  return lines;
}

/** Lines up to the last that a test accepts: what is behind a short file's records does not say what they are. */
export const upToLast = (lines: readonly string[], test: RegExp): string[] =>
  lines.slice(0, lines.findLastIndex((line) => test.test(line)) + 1 || undefined);

/** A line that is not blank, with its place; `isApart` says that a blank line, a rule or the file's beginning is before it. */
export interface TextLine {
  start: number;
  end: number;
  text: string;
  isApart: boolean;
}

/** The lines of a source that are not blank, without a byte order mark. */
export function linesOf(source: SourceText): TextLine[] {
  const { text, lineStarts } = source;
  const lines: TextLine[] = [];
  let isApart = true;
  lineStarts.forEach((lineStart, i) => {
    const start = behindMarks(text, lineStart);
    const line = text.slice(start, lineStarts[i + 1] ?? text.length).trimEnd();
    if (line.trim()) lines.push({ start, end: start + line.length, text: line, isApart });
    isApart = line.trim() === '' || isRule(line);
  });
  return lines;
}
