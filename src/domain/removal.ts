import { z } from 'zod';
import type { Excluded } from './ledger.ts';
import { idRowSchema, type IdRow } from './ids.ts';
import { languageSchema } from './language.ts';
import { paperIdSchema } from './paper.ts';

/**
 * A person's decision to take a source out of the review: `content/removed/<name>/decision.yaml`, beside `sources/` with the
 * file as it was. Its papers keep their addresses: one without another source as a notice that says so.
 */
export const removalSchema = z.strictObject({
  /** The name that the file had among the sources. */
  source: z.string().min(1),
  /** Of its bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Why, in the words of whoever decided; shown to readers. */
  reason: z.string().min(1),
  /** The same in Chinese. */
  reasonZh: z.string().min(1).optional(),
  by: z.string().min(1).optional(),
  /** The day of the decision (ISO 8601). */
  date: z.iso.date(),
  /** What was made of it, as it was called then. */
  papers: z
    .array(
      z.strictObject({
        id: paperIdSchema,
        title: z.strictObject({ language: languageSchema, text: z.string().min(1) }).optional(),
        /** Its other sources, as rows of `ids.yaml` name such: the address is theirs from then on. */
        others: z.array(idRowSchema.omit({ id: true })).default([]),
      }),
    )
    .default([]),
});
export type Removal = z.infer<typeof removalSchema>;
export type RemovedPaper = Removal['papers'][number];

/** What decisions say of addresses, as rows of `ids.yaml`: a paper stays with the sources that it still has. */
export const rowsOf = (removals: readonly Removal[]): IdRow[] =>
  removals.flatMap(({ papers }) => papers.flatMap(({ id, others }) => others.map((other) => ({ id, ...other }))));

/** A paper that is no longer in the review, by the id that it has or had, with the decision that made it so. */
export interface TakenOutPaper {
  title?: RemovedPaper['title'];
  /** The last removal of a source of it; or what screening decided, which speaks of a source that is still there. */
  because: { removal: Removal } | { exclusion: Excluded };
}

/** The addresses at which no paper is any more, those that such a paper had before too: id -> what to say there. */
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

/** What a review decided of papers that are not in it. */
interface Decisions {
  removals: readonly Removal[];
  excluded: readonly Excluded[];
  /** Addresses that papers had before -> the id that they have, or had last. */
  aliases: ReadonlyMap<string, string>;
}

const saying = (title: RemovedPaper['title'], because: TakenOutPaper['because']): TakenOutPaper => ({
  ...(title ? { title } : {}),
  because,
});
