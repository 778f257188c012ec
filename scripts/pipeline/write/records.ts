/** Lists the records that an import writes. */

import type { Paper } from '#domain/paper';
import type { NamedPaper } from '../ids/give-ids.ts';
import type { ImportContext } from '../import-context.ts';
import { recordText } from '../paper/finish.ts';
import { finishedOf } from '../paper/make-paper.ts';

/** The papers that the review shows, in the order of their ids. */
export const shownOf = (papers: readonly NamedPaper[]): NamedPaper[] =>
  papers
    .filter(({ id, decided }) => id && decided.screening?.decision !== 'excluded')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Each paper's id with a function that makes the text of its record, because all texts do not fit in memory at once.
 */
export const recordsOf = (
  papers: readonly NamedPaper[],
  related: ReadonlyMap<string, Paper['related']>,
  context: ImportContext,
): Iterable<[string, () => string]> => ({
  *[Symbol.iterator]() {
    for (const { id, decided } of papers)
      yield [id, () => recordText(id, finishedOf(id, decided, context), related.get(id) ?? [])];
  },
});
