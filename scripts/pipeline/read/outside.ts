/** Finds the text of a file of references that belongs to none of its records: a page or a remark between or behind them. */

import type { Reading } from '#domain/draft';
import { lineAt, type SourceText } from '#domain/source';
import { linesOf, splitWhere, type TextLine } from '../../formats/text/tagged.ts';
import type { Stretch } from './joined.ts';
import { holdProse, isPage, severalKinds, textOutside, type Part } from './parts.ts';

/** A line of text rather than of brackets, tags or a rule between records. */
const isText = ({ text }: TextLine): boolean => /\p{L}{2}/u.test(text.replace(/<[^<>]{0,500}>/gu, ''));

/**
 * The stretches of whole lines before, between and behind the records that hold prose no rule has claimed and no notice told. What a
 * program says of its export, and a few words of a person, are shorter.
 */
export function stretchesOutside(source: SourceText, { spans, claims, notices }: Reading): Stretch[] {
  if (!spans?.length) return [];
  const told = notices.flatMap(({ place }) => ('line' in place ? [place.line] : []));
  const claimed = new Set([...claims.map(({ at }) => at.line), ...told]);
  const records = spans.toSorted((a, b) => a[0] - b[0]);
  let next = 0;
  let past = -1;
  const outside: (TextLine & { gap: number })[] = [];
  for (const line of linesOf(source)) {
    for (let span = records[next]; span && span[0] < line.end; span = records[++next]) past = Math.max(past, span[1]);
    if (line.start >= past && !claimed.has(lineAt(source, line.start)) && isText(line))
      outside.push({ ...line, gap: next });
  }
  const stretches = Object.values(Object.groupBy(outside, ({ gap }) => gap));
  return stretches.flatMap((lines = []) => {
    const [first, last] = [lines[0], lines.at(-1)];
    const holdsProse = splitWhere(lines, ({ isApart }) => isApart).some(holdProse);
    return first && last && holdsProse ? [{ kind: undefined, from: first.start, to: last.end }] : [];
  });
}

/** What is read of a file of references and of the text outside its records: pages are read, and all else is told. */
export function withOutside(
  source: SourceText,
  { format, reading, notices }: Pick<Part, 'format' | 'reading' | 'notices'>,
  outside: readonly ({ stretch: Stretch } & Partial<Part>)[],
): Pick<Part, 'reading' | 'notices'> {
  if (!outside.length) return { reading, notices };
  const isRead = (part: Partial<Part>): part is Part =>
    part.reading !== undefined && (part.reading.kind === 'references' || isPage(part.reading));
  const read = outside.filter((part) => isRead(part));
  const drafts = [...reading.drafts, ...read.flatMap(({ reading }) => reading.drafts)];
  drafts.forEach((draft, i) => (draft.record = i + 1));
  const claims = [...reading.claims, ...read.flatMap(({ reading }) => reading.claims)];
  const told = outside.flatMap((part) =>
    isRead(part)
      ? part.notices
      : [...(part.notices ?? []).filter(({ severity }) => severity !== 'info'), textOutside(source, part.stretch)],
  );
  const kinds = read.length ? [severalKinds(source.file, [{ format, reading }, ...read])] : [];
  return { reading: { ...reading, drafts, claims }, notices: [...notices, ...told, ...kinds] };
}
