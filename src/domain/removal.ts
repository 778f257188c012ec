/** Decisions to remove sources, and the addresses of papers that leave the review with them. */

import { z } from 'zod';
import type { Excluded } from './ledger.ts';
import { idRowSchema, type IdRow } from './ids.ts';
import { languageSchema } from './language.ts';
import { paperIdSchema } from './paper.ts';

/**
 * A person's decision to remove a source from the review: `content/removed/<name>/decision.yaml`. The unchanged file is
 * in `sources/` beside it. Its papers keep their addresses; a paper without another source has a notice there.
 */
export const removalSchema = z.strictObject({
  /** The name of the file in the folder of sources. */
  source: z.string().min(1),
  /** SHA-256 of its bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The reason, in the words of the person who decided; readers see it. */
  reason: z.string().min(1),
  /** The reason in Chinese. */
  reasonZh: z.string().min(1).optional(),
  by: z.string().min(1).optional(),
  /** The day of the decision (ISO 8601). */
  date: z.iso.date(),
  /** The papers that were made from it, with their titles at that time. */
  papers: z
    .array(
      z.strictObject({
        id: paperIdSchema,
        title: z.strictObject({ language: languageSchema, text: z.string().min(1) }).optional(),
        /** Its other sources, as `ids.yaml` lists them: the address is theirs from then on. */
        others: z.array(idRowSchema.omit({ id: true })).default([]),
      }),
    )
    .default([]),
});
export type Removal = z.infer<typeof removalSchema>;
export type RemovedPaper = Removal['papers'][number];

/** What the decisions say about addresses, as rows of `ids.yaml`: a paper stays with its other sources. */
export const rowsOf = (removals: readonly Removal[]): IdRow[] =>
  removals.flatMap(({ papers }) => papers.flatMap(({ id, others }) => others.map((other) => ({ id, ...other }))));

/** A paper that is no longer in the review, by its last id, with the decision that removed it. */
export interface TakenOutPaper {
  title?: RemovedPaper['title'];
  /** The last removal of one of its sources; or a screening decision, whose source is still there. */
  because: { removal: Removal } | { exclusion: Excluded };
}

/** The addresses without a paper, former addresses included: id -> the reason to show there. */
export function papersTakenOut(
  { removals, excluded, aliases }: Decisions,
  isThere: (id: string) => boolean,
): Map<string, TakenOutPaper> {
  const inOrder = [...removals].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const found = [
    ...inOrder.flatMap((removal) =>
      removal.papers.map(({ id, title }): [string, TakenOutPaper] => [id, saying(title, { removal })]),
    ),
    ...excluded.map((exclusion): [string, TakenOutPaper] => [exclusion.id, saying(exclusion.title, { exclusion })]),
  ];
  const gone = new Map(found.filter(([id]) => !isThere(id)));
  for (const [alias, id] of aliases) {
    const paper = gone.get(id);
    if (paper && !isThere(alias)) gone.set(alias, paper);
  }
  return gone;
}

/** What a review decided about papers that are not in it. */
interface Decisions {
  removals: readonly Removal[];
  excluded: readonly Excluded[];
  /** Former addresses of papers -> their present or last id. */
  aliases: ReadonlyMap<string, string>;
}

const saying = (title: RemovedPaper['title'], because: TakenOutPaper['because']): TakenOutPaper => ({
  ...(title ? { title } : {}),
  because,
});
