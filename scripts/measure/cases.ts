/** The command `npm run cases`: reads texts with known faults, and prints how many facts are right. */

import { join } from 'node:path';
import { readArguments } from '../cli.ts';
import { measureReading, readingCases } from './reading-cases.ts';

readArguments({
  run: 'npm run cases',
  does: 'Reads the cases of tests/fixtures/reading and prints how many of their facts are right, by kind of fault.',
  options: {},
});

const cases = readingCases(join(import.meta.dirname, '../../tests/fixtures/reading/cases.yaml'));
const byKind = Map.groupBy(cases, ({ kind }) => kind);
let failed = false;
for (const [kind, some] of byKind) {
  const measured = some.map((one) => ({ name: one.case, ...measureReading(one) }));
  const facts = measured.reduce((sum, one) => sum + one.facts, 0);
  const wrong = measured.reduce((sum, one) => sum + one.wrong.length, 0);
  const right = measured.filter((one) => !one.wrong.length).length;
  process.stdout.write(`${kind}: ${right} of ${some.length} cases, ${facts - wrong} of ${facts} facts\n`);
  for (const { name, wrong: faults } of measured)
    for (const fault of faults) process.stdout.write(`  ${name}: ${fault}\n`);
  failed ||= wrong > 0;
}
process.exitCode = failed ? 1 : 0;
