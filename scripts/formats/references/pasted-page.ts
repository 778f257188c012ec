/** Tells which lines go on with a record's value, and cuts a page that was pasted directly behind a record from its last one. */

import { isProse } from '../text/prose.ts';
import type { TaggedField } from '../text/tagged.ts';
import { kindOfWords } from '../values/sections.ts';

/**
 * Whether a line goes on with the value above it: it is directly below, or set in. After a blank line an abstract goes on with whole
 * sentences and with the head of a part; what a program says of its export is neither.
 */
export const goesOnBelow = (line: string, isApart: boolean, isAbstract = false): boolean =>
  !isApart ||
  /^\s/u.test(line) ||
  (isAbstract && (isProse(line) || isSentence(line.trim()) || kindOfWords(line.trim()) !== undefined));

/** A line as long as a short sentence at the least, with its end. */
const isSentence = (line: string): boolean => line.length > 12 && /[.。!?！？)）]$/u.test(line);

/** The label of an abstract as a page has it: alone on a line, or in Chinese before the text. */
const abstractLabel = /^(?:(?:abstract|summary|摘\s{0,4}要)\s?[:：]?|(?:\[|【)?摘\s{0,4}要(?:\]|】)?\s?[:：].*)$/iu;

/** A value of one short line, which prose does not go on: neither a text nor the head of a part of one. */
const isShort = (text: string): boolean =>
  /^https?:\/\/\S+$/u.test(text) || (text !== '' && text.length <= 60 && !/[:：]$/u.test(text) && !kindOfWords(text));

/**
 * From which of a value's lines on it is another page; `undefined` where it is not. Prose below a record's last, short value is not its
 * own, and nor is a label of an abstract with what stands between it and the prose above. Lines that are set in go on
 * with a value in every format.
 */
function pageFrom(all: readonly string[], isLast: boolean): number | undefined {
  // The label may be on a line of its own, with the value below.
  const above = Math.max(
    0,
    all.findIndex((line) => line.trim()),
  );
  const lines = all.slice(above);
  const [first = '', ...rest] = lines;
  if (rest.every((line) => line === '' || /^\s/u.test(line))) return undefined;
  if (isLast && isShort(first.trim()) && rest.some((line) => isProse(line) && !/^\s/u.test(line))) return above + 1;
  const label = rest.findIndex((line) => abstractLabel.test(line.trim())) + 1;
  if (label < 2 || !first.trim() || !lines.slice(label).some(isProse)) return undefined;
  let from = label;
  while (from > 1 && !isProse(lines[from - 1] ?? '')) from--;
  return from < label ? above + from : undefined;
}

/** A record's fields up to the page that is pasted behind it; a field below may be the page's, whose labels look alike. */
export function withoutPage(fields: readonly TaggedField[]): readonly TaggedField[] {
  for (const [i, field] of fields.entries()) {
    if (field.lines.length < 2) continue;
    const from = pageFrom(
      field.lines.map(({ text }) => text),
      i === fields.length - 1,
    );
    if (from !== undefined) return [...fields.slice(0, i), cutField(field, from)];
  }
  return fields;
}

/** A field with the first line of its value alone. */
export const firstLineOf = (field: TaggedField): TaggedField =>
  cutField(field, field.lines.findIndex(({ text }) => text.trim()) + 1);

/** A field with its first lines alone. */
function cutField(field: TaggedField, count: number): TaggedField {
  const lines = field.lines.slice(0, count);
  return { ...field, lines, end: lines.at(-1)?.runs.at(-1)?.to ?? field.bodyStart };
}
