/** Benchmark of robustness: the samples with random damage are read one by one, and no reading may fail. */

import { sourceText } from '#domain/source';
import { draft } from '../pipeline/read/draft.ts';
import { account } from '../pipeline/ledger/account.ts';
import { reconcile } from '../pipeline/paper/reconcile.ts';
import type { Benchmark } from './benchmark.ts';
import { mutation, samples, type Sample } from './mutate.ts';

const [first = 1, count = 2000] = (process.env['BENCH_MUTATIONS'] ?? '1,2000').split(',').map(Number);

/** The result of reading one mutated page. Nothing may throw; if something does, this says what. */
export function readMutation(seed: number, from: readonly Sample[]): { file: string; failures: string[] } {
  const { file, text } = mutation(seed, from);
  const source = sourceText(file, text);
  const { reading, notices } = draft(source);
  const laid = account(source, reading);
  const failures = [...notices, ...laid.notices]
    // Two samples joined together may be claimed by the formats of both. That is reported and not a failure.
    .filter((it) => (it.severity === 'error' && it.rule !== 'two-formats-claim') || it.rule === 'format-failed')
    .map((it) => `${it.rule}: ${it.seen}`);
  const { total, ...parts } = laid.tally;
  if (Object.values(parts).reduce((a, b) => a + b) !== total) failures.push('the ledger does not add up');
  for (const one of reading.drafts.slice(0, 50))
    reconcile([{ draft: one, file, sha256: '0'.repeat(64), format: 'mutated', unclassifiedLines: 0 }]);
  return { file, failures };
}

/** Checks that any mutation of any sample is read without a failure, in less than two seconds. */
export const mutationBenchmark: Benchmark = {
  name: 'mutations',
  measures: `${count} mutations of the project's samples from seed ${first} on (BENCH_MUTATIONS=1,100000 for others), read one by one`,
  run() {
    const from = samples();
    let failed = 0;
    let slowest = { milliseconds: 0, seed: 0 };
    for (let seed = first; seed < first + count; seed++) {
      const begun = performance.now();
      let failures: string[];
      try {
        ({ failures } = readMutation(seed, from));
      } catch (problem) {
        failures = [String(problem)];
      }
      const milliseconds = performance.now() - begun;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
      if (!failures.length) continue;
      failed++;
      if (failed <= 20) process.stderr.write(`seed ${seed}: ${failures[0] ?? ''}\n`);
    }
    return Promise.resolve([
      { what: 'samples', value: from.length, unit: '' },
      { what: 'mutations', value: count, unit: '' },
      { what: 'that fail', value: failed, unit: '' },
      { what: `slowest (seed ${slowest.seed})`, value: slowest.milliseconds, unit: 'ms' },
    ]);
  },
};
