import { addSources } from '../../scripts/pipeline/sources/add-sources.ts';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import { withImportLock } from '../../scripts/pipeline/write/import-lock.ts';
import { listSources } from '../../scripts/pipeline/read/list.ts';
import { writeCorrection } from '../../scripts/pipeline/decisions/write-correction.ts';

/**
 * One of several processes that change a review at once: it follows orders, round by round, and says when it has
 * finished.
 */
export type Order = { content: string } & (
  { what: 'import' } | { what: 'add'; from: string } | { what: 'correct'; for: string; volume: string }
);

const today = '2026-11-29';

async function follow(order: Order): Promise<void> {
  const { content: contentDir } = order;
  if (order.what === 'import') await importReview({ contentDir });
  else if (order.what === 'add') await addSources(listSources(order.from), { contentDir, today });
  else
    await withImportLock({ contentDir }, () => {
      const { for: target, volume } = order;
      writeCorrection(contentDir, { for: target, reason: 'r', seen: ['s'], date: today, set: { volume } });
      return importReview({ contentDir });
    });
}

process.on('message', (order: Order) => {
  follow(order).then(
    () => process.send?.('done'),
    (problem: unknown) => process.send?.(String(problem)),
  );
});
process.send?.('ready');
