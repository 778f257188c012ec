import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJoinCases } from '../../scripts/measure/join-cases.ts';
import { labelOf, measureJoining } from '../../scripts/measure/joining.ts';
import { joinDrafts } from '../../scripts/pipeline/join.ts';
import { projectRoot } from '../../scripts/run.ts';

const { keys, labels } = readJoinCases(join(projectRoot, 'tests/fixtures/joining/cases.yaml'));
const joining = joinDrafts(keys);
const measured = measureJoining(keys, joining, labels);
const named = (pairs: typeof measured.wrong): string[] => pairs.map(([a, b]) => `${labelOf(a)} | ${labelOf(b)}`);

test('no two papers of the independent cases are made one', () => {
  expect(named(measured.wrong)).toEqual([]);
  expect(measured.apart).toBe(labels.apart.length);
});

test('nearly all records of one paper are joined', () => {
  expect(measured.expected).toBeGreaterThan(35);
  expect(measured.right / measured.expected).toBeGreaterThan(0.9);
});

test('a DOI that differs by a slip of the pen is a near-miss that a person decides', () => {
  const seen = joining.notices.filter((it) => it.seen.includes('10.5555/sn.2014.819o'));
  expect(seen).toMatchObject([{ rule: 'looks-like-one-paper' }]);
});
