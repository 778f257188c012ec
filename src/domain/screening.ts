/** The schema of `content/screening.yaml`: which papers are included or excluded. */

import { z } from 'zod';
import { partialDateSchema } from './date.ts';

const both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** The reviewers' decision about one paper. A paper without a decision is shown as not yet screened. */
export const decisionSchema = z.strictObject({
  /** A source's file name, a DOI, `pmid:…`, or a paper's id, as in corrections. */
  for: z.string().min(1),
  decision: z.enum(['included', 'excluded']),
  /** What was read for the decision: the stages of PRISMA 2020. */
  stage: z.enum(['title-and-abstract', 'full-text']).default('title-and-abstract'),
  /** Ids of criteria in `site.yaml` that the paper fails; optional for an inclusion. */
  criteria: z.array(z.string()).default([]),
  note: both.optional(),
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
