/** Drafts the records of a file from its tagged fields, and claims the characters between the values. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { claimGaps, claimRange } from '../draft/claims.ts';
import { slice, spanOf, trim, type Traced } from '../text/traced.ts';
import { RecordsReading } from './reading.ts';
import { meanings, type Meaning, type TagMeaning, type Statement } from '../draft/statement.ts';
import type { TaggedField } from '../text/tagged.ts';

/** Drafts each record of tagged fields; what claims nothing here stays unclassified, and is shown. */
export function readRecords(
  source: SourceText,
  records: readonly (readonly TaggedField[])[],
  statementsOf: (fields: readonly TaggedField[], claims: Claim[]) => Statement[],
  claims: Claim[] = [],
): Reading {
  const reading = new RecordsReading(source, claims);
  reading.addEach(records, (fields) => {
    for (const field of fields) claimRange(claims, source, field.start, field.bodyStart, 'record-syntax');
    const statements = statementsOf(fields, claims);
    const inOrder = statements.toSorted((a, b) => a.span[0] - b.span[0]);
    let at = 0;
    for (const { bodyStart, end } of fields) {
      const own: Statement[] = [];
      for (let next = inOrder[at]; next && next.span[0] <= end; next = inOrder[++at])
        if (next.span[0] >= bodyStart && next.span[1] <= end) own.push(next);
      if (own.length) claimGaps(claims, source, [bodyStart, end], own, frame);
    }
    return statements;
  });
  return reading.done();
}

/** An end of record that ends none. */
export function isLoneEnd(source: SourceText, fields: readonly TaggedField[], claims: Claim[]): boolean {
  const [first, ...others] = fields;
  if (first?.tag !== 'ER' || others.length) return false;
  claimRange(claims, source, first.start, first.end, 'record-syntax');
  return true;
}

/** What is between the values of one field: signs, and the words that name a number. */
const frame =
  /^(?:[^\p{L}\p{N}]|\b(?:vol|pp?|no|epub|doi|pmc?id|issue|cited|times|date|of|publication|article|number|author|information|indexed|for|medline|\d{1,4}p)\b|\(\d{1,3}\)|\bcited \d{1,6} times)*$/iu;

/** A statement of a whole passage; none where it is blank. */
export function stated(means: TagMeaning, value: Traced, more: Partial<Statement> = {}): Statement[] {
  const span = spanOf(value);
  return span && value.text.trim() ? [{ ...more, means, value, span }] : [];
}

/** Each named group of a pattern that a packed value matches, as a statement of what its name says. */
export function packed(
  value: Traced,
  patterns: readonly RegExp[],
  reads: Readonly<Record<string, Meaning>> = {},
): Statement[] {
  const match = patterns
    .map((pattern) => new RegExp(pattern, `${pattern.flags}d`).exec(value.text))
    .find((found) => found);
  return Object.entries(match?.indices?.groups ?? {}).flatMap(([name, at]) => {
    const means = Object.hasOwn(reads, name) ? reads[name] : isMeaning(name) ? name : undefined;
    return (at as [number, number] | undefined) && means ? stated(means, trim(slice(value, at[0], at[1]))) : [];
  });
}

const isMeaning = (name: string): name is Meaning => (meanings as readonly string[]).includes(name);
