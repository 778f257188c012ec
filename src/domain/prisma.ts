/** What a review says about the items of the PRISMA statements. */

import { z } from 'zod';
import { inBothLanguages } from './language.ts';

/** The items of PRISMA 2020, and with an s those of PRISMA-S (doi:10.1136/bmj.n71, doi:10.1186/s13643-020-01542-z). */
export const prismaItems = Array.from({ length: 27 }, (_, i) => `${i + 1}`);
export const prismaSearchItems = Array.from({ length: 16 }, (_, i) => `s${i + 1}`);

const answerSchema = z.strictObject({ reported: z.enum(['yes', 'partly', 'no']), text: inBothLanguages });
export type PrismaAnswer = z.infer<typeof answerSchema>;

/** `content/prisma.yaml`: what the review says about each item; `search` answers those of PRISMA-S that have no own answer. */
export const prismaSchema = z.strictObject({
  items: z
    .record(z.string(), answerSchema)
    .default({})
    .refine((items) => Object.keys(items).every((id) => [...prismaItems, ...prismaSearchItems].includes(id)), {
      message: 'items 1 to 27, and s1 to s16',
    }),
  search: answerSchema.optional(),
});
export type Prisma = z.infer<typeof prismaSchema>;
