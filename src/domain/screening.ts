import { z } from 'zod';
import { partialDateSchema } from './date.ts';

const both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** What the reviewers decided about one paper. A paper without a decision is shown, as not screened yet. */
export const decisionSchema = z.strictObject({
  /** A source's file name, a DOI, `pmid:…`, or a paper's id: as in corrections. */
  for: z.string().min(1),
  decision: z.enum(['included', 'excluded']),
  /** On what the decision rests, with the stages of PRISMA 2020. */
  stage: z.enum(['title-and-abstract', 'full-text']).default('title-and-abstract'),
  /** Ids of criteria in `site.yaml`: those that the paper fails; may be left out for an inclusion. */
  criteria: z.array(z.string()).default([]),
  note: both.optional(),
  by: z.string().min(1).optional(),
  date: partialDateSchema.optional(),
});
export type ScreeningDecision = z.infer<typeof decisionSchema>;

/** `content/screening.yaml`: included, excluded with reasons, by whom, when. */
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
