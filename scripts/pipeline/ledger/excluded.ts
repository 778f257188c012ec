/** Lists for the ledger the papers that screening excludes. */

import type { Excluded } from '#domain/ledger';
import { mainTitle, paperSchema } from '#domain/paper';
import type { NamedPaper } from '../ids/give-ids.ts';
import type { ImportContext } from '../import-context.ts';
import { recordText } from '../paper/finish.ts';
import { finishedOf } from '../paper/make-paper.ts';

/** The papers by id, with what the pages at their addresses say. */
export const excludedOf = (papers: readonly NamedPaper[], context: ImportContext): Excluded[] =>
  papers
    .flatMap(({ id, decided }): Excluded[] => {
      if (!id || decided.screening?.decision !== 'excluded') return [];
      const { stage, criteria, note, date } = decided.screening;
      const record = recordText(id, finishedOf(id, decided, context), []);
      const title = mainTitle(paperSchema.parse(JSON.parse(record)));
      return [
        {
          id,
          ...(title ? { title: { language: title.language, text: title.text } } : {}),
          stage,
          criteria,
          ...(note ? { note } : {}),
          ...(date ? { date } : {}),
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
