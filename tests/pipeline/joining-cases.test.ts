import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJoinCases } from '../../scripts/measure/join-cases.ts';
import { labelOf, measureJoining } from '../../scripts/measure/joining.ts';
import { joinDrafts } from '../../scripts/pipeline/join.ts';
import { projectRoot } from '../../scripts/run.ts';

const read = (file: string) => {
  const { keys, labels } = readJoinCases(join(projectRoot, `tests/fixtures/joining/${file}.yaml`));
  const joining = joinDrafts(keys);
  return { joining, labels, measured: measureJoining(keys, joining, labels) };
};
const cases = read('cases');
const labelled = { cases, scrapes: read('scrapes'), 'scrapes-apart': read('scrapes-apart') };

/** Pairs of one paper, and how many of them must be joined. */
const floors: [keyof typeof labelled, number, number][] = [
  ['cases', 39, 38],
  ['scrapes', 23, 22],
  ['scrapes-apart', 22, 19],
];

test.each(floors)('no two papers of %s are made one', (name) => {
  const { labels, measured } = labelled[name];
  expect(measured.wrong.map(([a, b]) => `${labelOf(a)} | ${labelOf(b)}`)).toEqual([]);
  expect(measured.apart).toBe(labels.apart.length);
});

test.each(floors)('of the pairs of one paper in %s, %i, at least %i are joined', (name, expected, least) => {
  const { measured } = labelled[name];
  expect(measured.expected).toBe(expected);
  expect(measured.right).toBeGreaterThanOrEqual(least);
});

test('a DOI that differs by a slip of the pen is a near-miss that a person decides', () => {
  const seen = cases.joining.notices.filter((it) => it.seen.includes('10.5555/sn.2014.819o'));
  expect(seen).toMatchObject([{ rule: 'looks-like-one-paper' }]);
});
