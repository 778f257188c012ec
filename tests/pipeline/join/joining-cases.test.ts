import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJoinCases } from '../../../scripts/measure/join-cases.ts';
import { labelOf, measureJoining, measureLater } from '../../../scripts/measure/joining.ts';
import { joinDrafts } from '../../../scripts/pipeline/join/join-drafts.ts';
import { projectRoot } from '../../../scripts/run.ts';

const read = (file: string) => {
  const { keys, labels } = readJoinCases(join(projectRoot, `tests/fixtures/joining/${file}.yaml`));
  const joining = joinDrafts(keys);
  return { joining, labels, measured: measureJoining(keys, joining, labels), later: measureLater(keys) };
};
const cases = read('cases');
const labelled = { cases, scrapes: read('scrapes'), 'scrapes-apart': read('scrapes-apart') };

/** How many pairs of one paper there are, and how many of them must be joined. */
const floors: [keyof typeof labelled, number, number][] = [
  ['cases', 39, 38],
  ['scrapes', 23, 23],
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

/** How many records come later than the first of their paper, and how many of them are believed completely. */
const believed: [keyof typeof labelled, number, number][] = [
  ['cases', 35, 30],
  ['scrapes', 20, 17],
  ['scrapes-apart', 18, 15],
];

test.each(believed)(
  'of the records of %s that come later, %i, none is lost and at least %i are believed',
  (name, all, least) => {
    const { confirm, add, claim, lost } = labelled[name].later;
    expect({ all: confirm + add + claim, claim, lost }).toEqual({ all, claim: 0, lost: 0 });
    expect(confirm).toBeGreaterThanOrEqual(least);
  },
);

test('a DOI that differs by a slip of the pen is a near-miss that a person decides', () => {
  const seen = cases.joining.notices.filter((it) => it.seen.includes('10.5555/sn.2014.819o'));
  expect(seen).toMatchObject([{ rule: 'looks-like-one-paper' }]);
});
