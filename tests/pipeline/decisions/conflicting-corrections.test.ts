import { expect, test } from 'vitest';
import { correctionSchema } from '#domain/correction';
import { filed, type FiledCorrection } from '../../../scripts/pipeline/decisions/read-decisions.ts';
import { conflictingCorrections } from '../../../scripts/pipeline/decisions/conflicting-corrections.ts';

const decision = (file: string, more: Record<string, unknown>): FiledCorrection =>
  filed(correctionSchema.parse({ for: 'page.txt', reason: 'r', seen: ['s'], date: '2026-11-21', ...more }), file);
const title = (text: string, role = 'original') => ({ titles: [{ language: 'en', role, text }] });

const told: [string, FiledCorrection[], string[]][] = [
  [
    'two values of a field',
    [decision('a.yaml', { set: { volume: '1' } }), decision('b.yaml', { set: { volume: '2' } })],
    ['volume'],
  ],
  [
    'a value, and the field taken back',
    [decision('a.yaml', { set: { journal: 'J' } }), decision('b.yaml', { unset: ['journal'] })],
    ['journal'],
  ],
  [
    'two authors',
    [
      decision('a.yaml', { set: { authors: [{ literal: 'Group' }] } }),
      decision('b.yaml', { set: { authors: [{ literal: 'Team' }] } }),
    ],
    ['authors'],
  ],
  [
    'two titles of one language and role',
    [decision('a.yaml', { set: title('One') }), decision('b.yaml', { set: title('Two') })],
    ['titles.en (original)'],
  ],
  [
    'no date on either',
    [
      decision('a.yaml', { date: undefined, set: { volume: '1' } }),
      decision('b.yaml', { date: undefined, set: { volume: '2' } }),
    ],
    ['volume'],
  ],
  [
    'one name, numbered in the order of writing',
    [decision('a.yaml', { set: { volume: '1' } }), decision('a-2.yaml', { set: { volume: '2' } })],
    [],
  ],
  [
    'a later day',
    [decision('b.yaml', { set: { volume: '1' } }), decision('a.yaml', { date: '2026-11-22', set: { volume: '2' } })],
    [],
  ],
  ['one value twice', [decision('a.yaml', { set: { volume: '1' } }), decision('b.yaml', { set: { volume: '1' } })], []],
  ['two fields', [decision('a.yaml', { set: { volume: '1' } }), decision('b.yaml', { set: { issue: '1' } })], []],
  [
    'a title and its translation',
    [decision('a.yaml', { set: title('One') }), decision('b.yaml', { set: title('Two', 'translation') })],
    [],
  ],
];

test.each(told)('of one day: %s', (_, decisions, fields) => {
  const notices = conflictingCorrections(decisions);
  expect(notices.map((it) => it.seen.split(':')[0])).toEqual(fields);
  for (const notice of notices)
    expect(notice).toMatchObject({ rule: 'decisions-of-one-day', place: { file: 'corrections/a.yaml' } });
});
