import { z } from 'zod';

/**
 * Where a value stands: one stretch of one line of one source file, as its bytes decode to text.
 * Lines count from 1. `columns` are `[first, one past the last]`, counted from 1 in UTF-16 code units.
 * `pointer` is the JSON pointer (RFC 6901) of the value where the line holds JSON; JSON inside a JSON
 * string continues the pointer after `#`, as in `/resultStr#/title`.
 * A value that spans lines has one place a line.
 */
export const placeSchema = z.strictObject({
  file: z.string().min(1),
  line: z.int().min(1),
  columns: z.tuple([z.int().min(1), z.int().min(1)]),
  pointer: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A person's decision that a value rests on: the correction's file in `content/corrections/`, and where it was seen. */
const decisionSchema = z.strictObject({
  correction: z.string().min(1),
  seen: z.string().min(1),
});

/** What a value of a paper rests on. */
export const originSchema = z.union([placeSchema, decisionSchema]);
export type Origin = z.infer<typeof originSchema>;

/**
 * The rule that made a value which no source states in so many words, such as `pmcid-from-address`
 * or `name-cut-at-last-token`. Shown to readers as "derived".
 */
export const ruleSchema = z.string().regex(/^[a-z0-9-]+$/, 'a rule is named in lower-case words joined by hyphens');

/** A value of a paper with what it rests on, and what other sources say instead. */
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

/** `file:line:first-last`, as editors and terminals understand it; the last column is the last character's. */
export function formatPlace(place: Place): string {
  const [first, past] = place.columns;
  return `${place.file}:${place.line}:${first}-${Math.max(first, past - 1)}${place.pointer ? ` (${place.pointer})` : ''}`;
}
