import { z } from 'zod';
import { languageSchema } from './language.ts';
import { paperIdSchema } from './paper.ts';
import { placeSchema } from './place.ts';
import { decisionSchema } from './screening.ts';

/** What a stretch of a source became. */
export const fateSchema = z.discriminatedUnion('kind', [
  /** A value of the record; `field` is its path in the draft, such as `titles.en` or `abstracts.zh-Hans`. */
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
  /** Site furniture, by a named rule of `scripts/formats`. */
  z.strictObject({ kind: z.literal('furniture'), rule: z.string() }),
  /** Says again what stands at another place. */
  z.strictObject({ kind: z.literal('copy'), of: placeSchema }),
  /** No rule knows it: the source page shows it as such. */
  z.strictObject({ kind: z.literal('unclassified') }),
]);
export type Fate = z.infer<typeof fateSchema>;

/** One stretch of one line; stretches of a file do not overlap and stand in order. */
export const stretchSchema = z.strictObject({
  line: z.int().min(1),
  columns: z.tuple([z.int().min(1), z.int().min(1)]),
  pointer: z.string().optional(),
  fate: fateSchema,
});
export type Stretch = z.infer<typeof stretchSchema>;

/** Non-blank characters (UTF-16 code units that are not white space) by fate; the four add up to `total`. */
export const tallySchema = z.strictObject({
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
  /** Ids of the papers that rest on the file; empty for one that is not a paper, is excluded or quarantined. */
  papers: z.array(z.string()),
  outcome: z.enum(['read', 'not-a-paper', 'excluded', 'quarantined', 'superseded']),
  reason: z.string().optional(),
  tally: tallySchema,
  stretches: z.array(stretchSchema),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/**
 * What a source says of a paper that was first made from others, and no person has looked at. `was` is what the paper's own
 * sources say, absent where they say nothing. Values are texts as people read them; long ones are cut.
 */
export const pendingSchema = z.strictObject({
  paper: z.string().min(1),
  file: z.string().min(1),
  record: z.int().min(1).optional(),
  /** A field as `npm run correct` names it: `title.en`, `abstract.zh`, `pmid`. */
  field: z.string().min(1),
  was: z.string().optional(),
  says: z.string(),
  /** Whether the record has it: the source confirms the rest of the paper, and nothing speaks against it. */
  taken: z.boolean(),
});
export type Pending = z.infer<typeof pendingSchema>;

/** A paper that its reviewers excluded, of which there is no record: its address says what was decided. */
export const excludedSchema = z.strictObject({
  id: paperIdSchema,
  title: z.strictObject({ language: languageSchema, text: z.string().min(1) }).optional(),
  ...decisionSchema.pick({ stage: true, criteria: true, note: true, date: true }).shape,
});
export type Excluded = z.infer<typeof excludedSchema>;

export const ledgerSchema = z.strictObject({
  sources: z.array(ledgerEntrySchema),
  /** Pairs of papers, by id, that look like one and were kept apart: a person decides. Absent where there are none. */
  alike: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** What waits for a person's word, by paper and file. Absent where nothing does. */
  pending: z.array(pendingSchema).optional(),
  /** Papers that screening.yaml excludes, by id. Absent where there are none. */
  excluded: z.array(excludedSchema).optional(),
});
export type Ledger = z.infer<typeof ledgerSchema>;
