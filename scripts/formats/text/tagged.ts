import type { SourceText } from '#domain/source';
import { traceSource, type Traced } from './traced.ts';

/** One tag with its lines: `[start, bodyStart)` is the tag's own syntax, `lines` its value, a passage a line. */
export interface TaggedField {
  tag: string;
  /** Offset of the tag. */
  start: number;
  bodyStart: number;
  end: number;
  lines: Traced[];
}

export interface TaggedFile {
  fields: TaggedField[];
  /** Non-blank lines before the first tag, or that continue nothing. */
  strays: [number, number][];
}

/**
 * Reads `TAG value` lines. `tag` is matched at a line's start: group 1 is the tag, the match's end is where its value
 * begins. A line that is none continues the field above where `continues` allows it, else it is a stray.
 */
export function readTagged(
  source: SourceText,
  tag: RegExp,
  continues: (line: string, field: TaggedField) => boolean,
): TaggedFile {
  const fields: TaggedField[] = [];
  const strays: [number, number][] = [];
  let field: TaggedField | undefined;
  const { text, lineStarts } = source;
  for (let i = 0; i < lineStarts.length; i++) {
    const begin = (lineStarts[i] ?? 0) + (i === 0 && text.startsWith('\ufeff') ? 1 : 0);
    let end = lineStarts[i + 1] ?? text.length;
    while (end > begin && /[\r\n]/.test(text[end - 1] ?? '')) end--;
    // No tag is longer than this, and a line may be a million characters.
    const match = tag.exec(text.slice(begin, Math.min(end, begin + 40)));
    if (match) {
      const bodyStart = begin + match[0].length;
      field = {
        tag: (match[1] ?? match[2] ?? '').trim().toUpperCase(),
        start: begin,
        bodyStart,
        end,
        lines: [traceSource(source, bodyStart, end)],
      };
      fields.push(field);
    } else if (begin < end) {
      const line = text.slice(begin, end);
      if (line.trim() === '') continue;
      if (field && continues(line, field)) {
        field.lines.push(traceSource(source, begin, end));
        field.end = end;
      } else strays.push([begin, end]);
    }
  }
  return { fields, strays };
}

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

/** The first lines that are not blank, for a format to know its own kind by; a byte order mark is no character. */
export function firstLines(source: SourceText, count: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i < source.lineStarts.length && lines.length < count; i++) {
    const begin = source.lineStarts[i] ?? 0;
    const end = Math.min(source.lineStarts[i + 1] ?? source.text.length, begin + 2000);
    const line = source.text
      .slice(begin, end)
      .replace(/^\ufeff/, '')
      .trimEnd();
    if (line.trim()) lines.push(line);
  }
  return lines;
}
