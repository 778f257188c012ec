/** The schema of `content/ids.yaml`: the ids of papers, which never change. */

import { z } from 'zod';
import { doiSchema, pmidSchema } from './identifiers.ts';
import { paperIdSchema } from './paper.ts';

/**
 * A row of `content/ids.yaml`: a paper with one of these identifiers or files has this id. Rows are only
 * ever added. Several rows of one id together say what is known about it, and the first row in the file that fits a
 * paper gives its id. The listed files are those that the paper was first made from, and those that a person added to
 * it: what they say becomes the paper's record.
 */
export const idRowSchema = z.strictObject({
  id: paperIdSchema,
  /** Files with one paper each. */
  sources: z.array(z.string().min(1)).default([]),
  /** Files with many papers, of which one record is this paper's. */
  records: z.array(z.string().min(1)).default([]),
  /** What their sidecars said when the files were listed here, each part as a hash: `page.txt url 0a1b…`. */
  sidecars: z.array(z.string().min(1)).default([]),
  doi: doiSchema.optional(),
  pmid: pmidSchema.optional(),
  /** For a record without DOI and PMID in a file of many: the hash of its title, year and first author. */
  record: z.string().optional(),
  /** Former ids of this paper: their addresses redirect here. */
  aliases: z.array(paperIdSchema).default([]),
});
export type IdRow = z.infer<typeof idRowSchema>;

export const idsSchema = z.array(idRowSchema).nullable();
