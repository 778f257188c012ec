/** The schema of `content/ledger.json`: what became of every source and of each stretch of it. */

import { z } from 'zod';
import { languageSchema } from './language.ts';
import { paperIdSchema } from './paper.ts';
import { placeSchema } from './place.ts';
import { decisionSchema } from './screening.ts';

/** What a stretch of a source became. */
const outcomeSchema = z.discriminatedUnion('kind', [
  /** A value of the record. `field` is its path in the draft, such as `titles.en` or `abstracts.zh-Hans`. */
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
  /** Furniture: a part of the site around the paper, by a named rule of `scripts/formats`. */
  z.strictObject({ kind: z.literal('furniture'), rule: z.string() }),
  /** A repetition of what is at another place. */
  z.strictObject({ kind: z.literal('copy'), of: placeSchema }),
  /** Text that no rule knows; the source page shows it as such. */
  z.strictObject({ kind: z.literal('unclassified') }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One stretch of one line. The stretches of a file are in order and do not overlap. */
const stretchSchema = z.strictObject({
  line: z.int().min(1),
  columns: z.tuple([z.int().min(1), z.int().min(1)]),
  pointer: z.string().optional(),
  outcome: outcomeSchema,
});
export type Stretch = z.infer<typeof stretchSchema>;

/** The number of characters (UTF-16 code units that are not white space) by outcome; the four add up to `total`. */
const tallySchema = z.strictObject({
  field: z.int().min(0),
  furniture: z.int().min(0),
  copy: z.int().min(0),
  unclassified: z.int().min(0),
  total: z.int().min(0),
});
export type Tally = z.infer<typeof tallySchema>;

export const ledgerEntrySchema = z.strictObject({
  file: z.string().min(1),
  sha256: z.string().length(64),
  encoding: z.string(),
  format: z.string(),
  /** Ids of the papers made from the file; empty for a file that is not a paper, or is excluded or quarantined. */
  papers: z.array(z.string()),
  outcome: z.enum(['read', 'not-a-paper', 'excluded', 'quarantined', 'superseded']),
  reason: z.string().optional(),
  tally: tallySchema,
  stretches: z.array(stretchSchema),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/**
 * What a source says about a paper that was first made from other sources, and no person has checked. `was` is the
 * value of the paper's own sources, absent where they have none. Values are texts for people; long ones are cut.
 */
const pendingSchema = z.strictObject({
  paper: z.string().min(1),
  file: z.string().min(1),
  record: z.int().min(1).optional(),
  /** The field as `npm run correct` names it: `title.en`, `abstract.zh`, `pmid`. */
  field: z.string().min(1),
  was: z.string().optional(),
  says: z.string(),
  /** Whether the record has it, because the source confirms the rest of the paper and nothing contradicts it. */
  taken: z.boolean(),
});
export type Pending = z.infer<typeof pendingSchema>;

/**
 * A value of a paper that was found only by its place on a page, and not surely: no other source says it, and no
 * person has looked at it. `says` is the value as `checked` of a correction repeats it.
 */
const toCheckSchema = z.strictObject({
  paper: z.string().min(1),
  file: z.string().min(1),
  record: z.int().min(1).optional(),
  /** The field as `npm run correct` names it. */
  field: z.string().min(1),
  says: z.string().min(1),
});
export type ToCheck = z.infer<typeof toCheckSchema>;

/** A paper that its reviewers excluded. It has no record; the page at its address says what was decided. */
const excludedSchema = z.strictObject({
  id: paperIdSchema,
  title: z.strictObject({ language: languageSchema, text: z.string().min(1) }).optional(),
  ...decisionSchema.pick({ stage: true, criteria: true, note: true, date: true }).shape,
});
export type Excluded = z.infer<typeof excludedSchema>;

export const ledgerSchema = z.strictObject({
  sources: z.array(ledgerEntrySchema),
  /**
   * Pairs of papers, by id, that look like one and were kept apart, for a person to decide. Absent where there are
   * none.
   */
  alike: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** What waits for a person's decision, by paper and file. Absent where nothing does. */
  pending: z.array(pendingSchema).optional(),
  /** Values that a person should look at, by paper and file. Absent where there are none. */
  toCheck: z.array(toCheckSchema).optional(),
  /** Papers that screening.yaml excludes, by id. Absent where there are none. */
  excluded: z.array(excludedSchema).optional(),
});
export type Ledger = z.infer<typeof ledgerSchema>;
