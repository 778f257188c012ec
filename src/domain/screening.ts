/** The schema of `content/screening.yaml`: which papers are included or excluded. */

import { z } from 'zod';
import { inBothLanguages } from './language.ts';
import { partialDateSchema } from './date.ts';
import type { Paper } from './paper.ts';

/** The reviewers' decision about one paper. A paper without a decision is shown as not yet screened. */
export const decisionSchema = z.strictObject({
  /** A source's file name, a DOI, `pmid:…`, or a paper's id, as in corrections. */
  for: z.string().min(1),
  decision: z.enum(['included', 'excluded']),
  /** What was read for the decision: the stages of PRISMA 2020. */
  stage: z.enum(['title-and-abstract', 'full-text']).default('title-and-abstract'),
  /** Ids of criteria in `site.yaml` that the paper fails; optional for an inclusion. */
  criteria: z.array(z.string()).default([]),
  note: inBothLanguages.optional(),
  by: z.string().min(1).optional(),
  date: partialDateSchema.optional(),
});
export type ScreeningDecision = z.infer<typeof decisionSchema>;

/** `content/screening.yaml`: which papers are included or excluded, with reasons, by whom, and when. */
export const screeningSchema = z.strictObject({
  decisions: z
    .array(
      decisionSchema.refine((it) => it.decision === 'included' || it.criteria.length > 0, {
        path: ['criteria'],
        message: 'an exclusion names the criteria that the paper fails',
      }),
    )
    .default([]),
});
export type Screening = z.infer<typeof screeningSchema>;

/** What several decisions about one paper come to. */
export interface Settled {
  decision: ScreeningDecision | undefined;
  /** True where people decided differently and none of them has changed their mind. */
  disputed: boolean;
}

/**
 * The decision that counts among those about one paper, in the order of the file. A decision on the full text outweighs
 * those on title and abstract. Of each person the last one counts; one without a name is the whole team's, and ends what
 * was open before it. Where people disagree the paper is kept, so that a reader sees it and the disagreement.
 */
export function settleDecisions(decisions: readonly ScreeningDecision[]): Settled {
  const onFullText = decisions.filter(({ stage }) => stage === 'full-text');
  const stage = onFullText.length > 0 ? onFullText : decisions;
  const since = stage.slice(
    Math.max(
      0,
      stage.findLastIndex(({ by }) => by === undefined),
    ),
  );
  const lastOf = new Map(since.map((decision) => [decision.by, decision]));
  if (since[0]?.by === undefined && lastOf.size > 1) lastOf.delete(undefined);
  const standing = [...lastOf.values()];
  const included = standing.findLast(({ decision }) => decision === 'included');
  const disputed = new Set(standing.map(({ decision }) => decision)).size > 1;
  return { decision: disputed ? included : since.at(-1), disputed };
}

/** The names by which a decision may mean a paper: its id, its identifiers, and its sources. */
const namesOfPaper = (paper: Named): string[] => [
  paper.id,
  ...(paper.doi ? [paper.doi.value] : []),
  ...(paper.pmid ? [`pmid:${paper.pmid.value}`] : []),
  ...paper.sources.map(({ file }) => file),
];
type Named = Pick<Paper, 'id' | 'doi' | 'pmid' | 'sources'>;

/** The decisions about a paper, in the order of `screening.yaml`. */
export function decisionsOn(paper: Named, decisions: readonly ScreeningDecision[]): ScreeningDecision[] {
  const names = new Set(namesOfPaper(paper).map((name) => name.toLowerCase()));
  return decisions.filter((decision) => names.has(decision.for.toLowerCase()));
}
