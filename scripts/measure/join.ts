/** The command `npm run joining`: measures how well drafts of one paper are joined. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../cli.ts';
import { joinDrafts } from '../pipeline/join/join-drafts.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';
import { readJoinCases } from './join-cases.ts';
import { labelOf, measureJoining, measureLater, type Labels } from './joining.ts';
import { sharedKeys } from './shared-drafts.ts';

const { given } = readArguments({
  run: 'npm run joining',
  does: 'Measures which drafts are joined to one paper: precision and recall of pairs, over the cases of tests/fixtures/joining and the shared material beside the project, where it exists.',
  options: {
    shared: { value: 'DIR', does: 'the folder of shared material (../shared)' },
    wrong: { does: 'lists each pair that is wrong or missing' },
  },
});

const root = join(import.meta.dirname, '../..');
for (const [name, file] of [
  ['cases', 'cases'],
  ['scrapes', 'scrapes'],
  ['scrapes apart', 'scrapes-apart'],
] as const) {
  const cases = readJoinCases(join(root, `tests/fixtures/joining/${file}.yaml`));
  measure(name, cases.keys, cases.labels);
}

const shared = typeof given.shared === 'string' ? given.shared : join(root, '../shared');
if (existsSync(join(shared, 'exports'))) {
  const labels = JSON.parse(readFileSync(join(import.meta.dirname, 'join-labels.json'), 'utf8')) as Labels;
  measure('shared material', sharedKeys(shared), labels);
} else process.stdout.write(`There is no shared material at ${shared}: not measured.\n`);

/** Measures twice: with the drafts as they are, and without their identifiers. */
function measure(what: string, keys: readonly DraftKey[], labels: Labels): void {
  const hidden = keys.map(({ doi: _doi, pmid: _pmid, pmcid: _pmcid, ...rest }): DraftKey => rest);
  for (const [name, some] of [
    [what, keys],
    [`${what}, identifiers hidden`, hidden],
  ] as const)
    show(name, some, labels);
}

function show(name: string, keys: readonly DraftKey[], labels: Labels): void {
  const joining = joinDrafts(keys);
  const { found, right, expected, apart, wrong, missing } = measureJoining(keys, joining, labels);
  const { confirm, add, claim, lost } = measureLater(keys);
  const rules = new Map<string, number>();
  for (const group of joining.groups)
    for (const reason of group.reasons) if (reason) rules.set(reason.rule, (rules.get(reason.rule) ?? 0) + 1);
  const by = [...rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} ${count}`);
  process.stdout.write(
    [
      `${name}: ${keys.length} drafts, ${joining.groups.length} papers, ${joining.near.length} near-misses`,
      `  precision ${(right / Math.max(1, found)).toFixed(4)} (${right} of ${found} pairs)`,
      `  recall    ${(right / Math.max(1, expected)).toFixed(4)} (${right} of ${expected} pairs)`,
      `  look-alikes kept apart: ${apart} of ${labels.apart.length}`,
      `  by rule: ${by.join(', ')}`,
      `  later than the first of their paper: ${confirm} confirm it, ${add} only add, ${claim} only claim, ${lost} leave it`,
      '',
    ].join('\n'),
  );
  if (!given.wrong) return;
  for (const [a, b] of wrong) process.stdout.write(`  joined, and two papers: ${labelOf(a)} and ${labelOf(b)}\n`);
  for (const [a, b] of missing) process.stdout.write(`  one paper, and not joined: ${labelOf(a)} and ${labelOf(b)}\n`);
}
