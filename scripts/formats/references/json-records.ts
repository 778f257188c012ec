/** What the formats of JSON have in common: the values of a file, and the claims of what is around those of its records. */

import type { Claim, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import { claimRange } from '../draft/claims.ts';
import type { Statement } from '../draft/statement.ts';
import { readJson, type JsonNode, type JsonResult } from '../text/json.ts';
import { traceSource } from '../text/traced.ts';
import { RecordsReading } from './reading.ts';

const begin = (source: SourceText, from = 0): number => {
  const blanks = /[\s\ufeff]*/uy;
  blanks.lastIndex = from;
  return from + (blanks.exec(source.text)?.[0].length ?? 0);
};

/** The beginning of a file that begins like JSON; empty for any other. */
export function beginningOf(source: SourceText, length: number): string {
  const from = begin(source);
  return /[[{]/u.test(source.text[from] ?? '') ? source.text.slice(from, from + length) : '';
}

/**
 * The values of a file, one after the other: one, or one object per line (JSON Lines). What else follows is not JSON.
 */
export function valuesOf(source: SourceText): JsonResult[] {
  const whole = traceSource(source, 0, source.text.length);
  const values: JsonResult[] = [];
  let from = begin(source);
  while (/[[{]/u.test(source.text[from] ?? '')) {
    const value = readJson(whole, from);
    if (!value) break;
    values.push(value);
    if (value.broken) break;
    from = begin(source, value.end);
  }
  return values;
}

/** All that is neither a statement's value nor claimed: brackets, keys, commas. */
function claimSyntax(
  source: SourceText,
  statements: readonly Statement[],
  furnished: readonly Claim[],
  span: [number, number],
  all: Claim[],
): void {
  const { lineStarts } = source;
  const offset = (place: Claim['at']) => (lineStarts[place.line - 1] ?? 0) + place.columns[0] - 1;
  const past = (place: Claim['at']) => (lineStarts[place.line - 1] ?? 0) + place.columns[1] - 1;
  const taken: [number, number][] = [
    ...statements.flatMap((s) => s.value.runs.map((run): [number, number] => [run.from, run.to])),
    ...furnished.map(({ at }): [number, number] => [offset(at), past(at)]),
  ].sort((a, b) => a[0] - b[0]);
  let at = span[0];
  for (const [from, to] of [...taken, [span[1], span[1]] as const]) {
    if (from > at) claimRange(all, source, at, from, 'record-syntax');
    at = Math.max(at, to);
  }
}

/**
 * Drafts each item of a file. `statementsOf` claims what is furniture; the stretches that `unread` names stay
 * unclassified.
 */
export function readItems(
  source: SourceText,
  itemsOf: (root: JsonNode) => readonly JsonNode[],
  statementsOf: (item: JsonNode, furnished: Claim[]) => readonly Statement[],
  unread: (item: JsonNode) => readonly Claim[],
): Reading {
  const values = valuesOf(source);
  const reading = new RecordsReading(source);
  let done = begin(source);
  for (const item of values.flatMap(({ root }) => itemsOf(root))) {
    const furnished: Claim[] = [];
    const statements = statementsOf(item, furnished);
    claimSyntax(source, statements, [...furnished, ...unread(item)], [done, item.end], reading.claims);
    done = item.end;
    reading.claims.push(...furnished);
    reading.add(statements, [item.start, item.end]);
  }
  const last = values.at(-1);
  if (last) claimRange(reading.claims, source, done, last.end, 'record-syntax');
  if (last?.broken) reading.notices.push(brokenJson(source, last.broken));
  return reading.done();
}

function brokenJson(source: SourceText, broken: { at: number; expected: string }): Notice {
  const [place] = placesOf(source, broken.at, Math.min(broken.at + 20, source.text.length));
  return {
    severity: 'warning',
    rule: 'json-broken',
    place: place ?? { file: source.file },
    seen: traceSource(source, broken.at, broken.at + 20).text || 'the end of the file',
    expected: broken.expected,
    remedy: 'export the file again; the items before this place are read',
  };
}
