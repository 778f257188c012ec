/** Reads all records of a review, for commands that do not report broken ones. */

import { join } from 'node:path';
import { paperSchema, type Paper } from '#domain/paper';
import { readJson } from './read-content.ts';
import { namesIn } from './read-text.ts';

/** The records of a review, by id; unreadable ones are left out, and the import reports them. */
export const readPapers = (content: string): Paper[] =>
  namesIn(join(content, 'papers'), 'papers', /\.json$/u, []).flatMap((name) => {
    const written = readJson(join(content, 'papers', name), `papers/${name}`, []);
    return paperSchema.safeParse(written?.value).data ?? [];
  });
