import { z } from 'zod';
import { doiSchema, pmidSchema } from './identifiers.ts';
import { paperIdSchema } from './paper.ts';

/**
 * A row of `content/ids.yaml`: whatever bears one of these is the paper of that id. Rows are only ever added; several rows
 * of one id together say what is known of it, and the first row of the file that fits a paper gives its id. The files that it
 * names are those that a paper was first made from, and those that a person added to it: what they say is the paper's.
 */
export const idRowSchema = z.strictObject({
  id: paperIdSchema,
  /** Files that hold one paper each. */
  sources: z.array(z.string().min(1)).default([]),
  /** Files of many papers, of which one record is this paper's. */
  records: z.array(z.string().min(1)).default([]),
  /** What their sidecars said when they came to stand here, each part as a hash: `page.txt url 0a1b…`. */
  sidecars: z.array(z.string().min(1)).default([]),
  doi: doiSchema.optional(),
  pmid: pmidSchema.optional(),
  /** For a record of a file of many that has neither DOI nor PMID: the hash of its title, year and first author. */
  record: z.string().optional(),
  /** Ids that this paper bore before: their addresses lead here. */
  aliases: z.array(paperIdSchema).default([]),
});
export type IdRow = z.infer<typeof idRowSchema>;

export const idsSchema = z.array(idRowSchema).nullable();
