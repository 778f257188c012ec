/**
 * The schema of `content/findings.yaml`: what the papers say together, and how sure one can be of it (GRADE-CERQual).
 */

import { z } from 'zod';
import { inBothLanguages } from './language.ts';
import { conceptRefSchema } from './concept.ts';
import { partialDateSchema } from './date.ts';
import { anchorSchema, paperIdSchema } from './paper.ts';

/** A sentence of a paper: `<paper>#<anchor>`, as in the address of the sentence. */
const restSchema = z
  .string()
  .refine((written) => {
    const [paper, anchor, ...more] = written.split('#');
    return paperIdSchema.safeParse(paper).success && anchorSchema.safeParse(anchor).success && !more.length;
  }, 'a sentence as <paper>#<anchor>, such as a-2020-x#s-0a1b2c3d')
  .transform((written) => {
    const [paper = '', anchor = ''] = written.split('#');
    return { paper: paperIdSchema.parse(paper), anchor };
  });

/** The four components of GRADE-CERQual (Lewin and others, Implementation Science 2018, 13, Suppl 1). */
export const cerqualComponents = ['limitations', 'coherence', 'adequacy', 'relevance'] as const;
export type CerqualComponent = (typeof cerqualComponents)[number];
const confidenceLevels = ['high', 'moderate', 'low', 'very-low'] as const;

/** How sure one can be of a finding, by the people who assessed it: a level, and the reason for each component. */
const confidenceSchema = z.strictObject({
  level: z.enum(confidenceLevels),
  reasons: z.strictObject({
    limitations: inBothLanguages,
    coherence: inBothLanguages,
    adequacy: inBothLanguages,
    relevance: inBothLanguages,
  }),
  by: z.string().min(1),
  date: partialDateSchema,
});

const findingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  /** The theme that the finding is listed under. */
  theme: conceptRefSchema,
  /** One sentence in each language, by a person. */
  statement: inBothLanguages,
  /** The sentences of papers that it rests on. */
  rests: z.array(restSchema).min(1, 'a finding names at least one sentence that it rests on'),
  /** Absent while nobody has assessed it. */
  confidence: confidenceSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** `content/findings.yaml`: the reviewers' table of what the papers say, and how sure one can be of it. */
export const findingsSchema = z.strictObject({ findings: z.array(findingSchema).default([]) });
export type Findings = z.infer<typeof findingsSchema>;
