/** Claims characters of a source for what they became: a value, a copy, syntax or furniture. */

import type { Claim, Read } from '#domain/draft';
import type { Place } from '#domain/place';
import { placesOf, type SourceText } from '#domain/source';
import type { Making } from './making.ts';
import { rangesOf, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';
import words from '../words/identifiers.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** Tags, entities, commands and words around a value that only say what it is. */
const wording = new RegExp(
  `<[^<>]*>|&lt;[^&<>]{1,20}&gt;|&#?\\w{1,8};|\\\\[a-zA-Z]+|\\b(?:${anyOf([...words.codes, ...everyWord(words.beside)])})\\b|(?<!\\d)\\d+(?=\\))`,
  'giu',
);

/** Whether a text says nothing but what the value beside it is. */
const isWording = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(wording, ''));

/** What a value leaves of its own span: syntax where it only frames the value, else unread. */
export function claimLeftover(making: Making, s: Statement, used: readonly Traced[]): void {
  const { source } = making;
  let at = s.span[0];
  const ranges = used.flatMap((p) => rangesOf(source, p)).sort((a, b) => a[0] - b[0]);
  for (const [from, to] of [...ranges, [s.span[1], s.span[1]] as const]) {
    if (from > at) {
      const between = source.text.slice(at, from).trim();
      if (between && between.length < 5000 && isWording(between))
        making.claim(at, from, { kind: 'furniture', rule: 'record-syntax' }, s.value.pointer);
    }
    at = Math.max(at, to);
  }
}

export function claimRange(
  claims: Claim[],
  source: SourceText,
  from: number,
  to: number,
  rule: string,
  pointer?: string,
): void {
  for (const at of placesOf(source, from, to, pointer)) claims.push({ at, outcome: { kind: 'furniture', rule } });
}

/** The text between the values that one stretch of a source holds: syntax where it has no words of its own. */
export function claimGaps(
  claims: Claim[],
  source: SourceText,
  span: [number, number],
  statements: readonly Statement[],
  frame = /^[^\p{L}\p{N}]*$/u,
): void {
  let at = span[0];
  for (const [from, to] of [
    ...statements.map((s) => s.span).sort((a, b) => a[0] - b[0]),
    [span[1], span[1]] as const,
  ]) {
    if (from > at && from - at < 2000 && frame.test(source.text.slice(at, from)))
      claimRange(claims, source, at, from, 'record-syntax');
    at = Math.max(at, to);
  }
}

/** A passage that repeats the text at a place. */
export function claimCopy(making: Making, p: Traced, of: Place | undefined): void {
  if (!of) return;
  for (const [from, to] of rangesOf(making.source, p)) making.claim(from, to, { kind: 'copy', of }, p.pointer);
}

/** A member of a list that is stated again. */
export function again(making: Making, said: Read<unknown>, p: Traced): void {
  const taken = making.repeat(said, p);
  if (typeof taken === 'object' && 'copyOf' in taken) claimCopy(making, p, taken.copyOf);
}
