/** Where a value comes from: a place in a source, or a person's decision. */

import { z } from 'zod';

/**
 * The place of a value: one stretch of one line in one source file, as its bytes decode to text. Lines count from 1.
 * `columns` are `[first, one past the last]`, counted from 1 in UTF-16 code units. `pointer` is the JSON pointer (RFC
 * 6901) of the value where the line holds JSON; JSON inside a JSON string continues the pointer after `#`, as in
 * `/resultStr#/title`. A value on several lines has one place for each.
 */
export const placeSchema = z.strictObject({
  file: z.string().min(1),
  line: z.int().min(1),
  columns: z.tuple([z.int().min(1), z.int().min(1)]),
  pointer: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/**
 * A person's decision as the origin of a value: the correction's file in `content/corrections/`, and where the value
 * was seen.
 */
const decisionSchema = z.strictObject({
  correction: z.string().min(1),
  seen: z.string().min(1),
});

/** What a value of a paper rests on. */
export const originSchema = z.union([placeSchema, decisionSchema]);
export type Origin = z.infer<typeof originSchema>;

/**
 * The rule for a value that no source states literally, such as `pmcid-from-address` or `name-cut-at-last-token`.
 * Readers see the value marked "derived".
 */
export const ruleSchema = z.string().regex(/^[a-z0-9-]+$/, 'a rule is named in lower-case words joined by hyphens');

/** A value of a paper with its origins, and with the values of other sources. */
export const stated = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    from: z.array(originSchema).min(1),
    derived: ruleSchema.optional(),
    others: z.array(z.strictObject({ value, from: z.array(originSchema).min(1) })).optional(),
  });
export type Stated<T> = {
  value: T;
  from: Origin[];
  derived?: string | undefined;
  others?: { value: T; from: Origin[] }[] | undefined;
};

/** `file:line:first-last`, which editors and terminals understand; the last column is that of the last character. */
export function formatPlace(place: Place): string {
  const [first, past] = place.columns;
  return `${place.file}:${place.line}:${first}-${Math.max(first, past - 1)}${place.pointer ? ` (${place.pointer})` : ''}`;
}
