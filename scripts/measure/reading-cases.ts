/** The cases of `npm run cases` and its test: a text, and what its records say. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { sourceText } from '#domain/source';
import { draft } from '../pipeline/read/draft.ts';
import { recordOf } from '../pipeline/read/flat-reading.ts';

/**
 * The fields of `npm run read -- FILE --json` that a case states, with the type, the publisher and the status of the draft; null says
 * that there is none. What a case does not state is not looked at.
 */
const factsSchema = z.strictObject({
  title: z.string().optional(),
  title_zh: z.string().optional(),
  authors: z.array(z.string()).nullable().optional(),
  journal: z.string().optional(),
  year: z.number().optional(),
  date: z.string().optional(),
  volume: z.string().nullable().optional(),
  issue: z.string().nullable().optional(),
  pages: z.string().nullable().optional(),
  doi: z.string().optional(),
  pmid: z.string().nullable().optional(),
  pmcid: z.string().optional(),
  abstract: z.string().nullable().optional(),
  abstract_zh: z.string().nullable().optional(),
  keywords: z.array(z.string()).nullable().optional(),
  type: z.string().optional(),
  publisher: z.string().optional(),
  status: z.string().nullable().optional(),
  /** What a notice says of other papers: `retraction of 10.5555/a`. */
  updates: z.array(z.string()).optional(),
});
const casesSchema = z.array(
  z.strictObject({
    kind: z.string().min(1),
    case: z.string().min(1),
    text: z.string().min(1),
    records: z.array(factsSchema).min(1),
    /** Rules of notices that must be among those of the reading. */
    notices: z.array(z.string()).optional(),
  }),
);
export type ReadingCase = z.infer<typeof casesSchema>[number];

/** The cases of a file: a text and what each of its records says, in the order of the text. */
export const readingCases = (file: string): ReadingCase[] => casesSchema.parse(parse(readFileSync(file, 'utf8')));

/** How many facts a case states, the number of its records among them, and those that are read otherwise. */
export function measureReading({ text, records, notices = [] }: ReadingCase): { facts: number; wrong: string[] } {
  const { reading, notices: told } = draft(sourceText('case.txt', text));
  const { drafts } = reading;
  const wrong = drafts.length === records.length ? [] : [`records: ${records.length}, read: ${drafts.length}`];
  let facts = 1 + notices.length;
  for (const rule of notices) if (!told.some((notice) => notice.rule === rule)) wrong.push(`notice: ${rule}, not told`);
  records.forEach((stated, i) => {
    const one = drafts[i];
    const read = one && {
      ...recordOf(one),
      type: one.type?.value ?? null,
      publisher: one.publisher?.value ?? null,
      status: one.status?.value ?? null,
      updates: (one.updates ?? []).map(({ value: { kind, doi, pmid } }) => `${kind} of ${doi ?? pmid}`),
    };
    for (const [field, value] of Object.entries(stated)) {
      facts++;
      const found = read?.[field as keyof typeof read] ?? null;
      if (JSON.stringify(found) !== JSON.stringify(value))
        wrong.push(`record ${i + 1}, ${field}: ${JSON.stringify(value)}, read: ${JSON.stringify(found)}`);
    }
  });
  return { facts, wrong };
}
