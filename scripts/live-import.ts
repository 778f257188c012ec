/**
 * The thread in which the live site imports. It keeps the program and what it has read of the vocabulary and the
 * decisions, so that an import after one change takes a fifth of the time of a new program.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { formatNotice } from '#domain/notice';
import { endPlainly } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { NoticeError } from './lib/notice-error.ts';
import { importReview } from './pipeline/import-review.ts';
import { tellImport } from './pipeline/tell-import.ts';

const content = workerData as string;
endPlainly('the import of the live site');

parentPort?.on('message', () => {
  void importReview({
    contentDir: content,
    cacheDir: importCache(),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  })
    .then((result) => tellImport(result, { out: content }), tellRefusal)
    .then(() => parentPort?.postMessage('done'));
});

/** A refusal ends this import and not the next, for which a person may have mended its cause. */
function tellRefusal(problem: unknown): void {
  if (!(problem instanceof NoticeError)) throw problem;
  process.stderr.write(`${formatNotice(problem.notice)}\nNothing was written.\n`);
}
