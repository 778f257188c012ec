import { describe, expect, test } from 'vitest';
import { differencesOf, flatten } from '../scripts/compare/values.ts';
import { runNode } from '../scripts/run.ts';

const place = { file: 'a.txt', line: 1, columns: [1, 6] };
const made = (title: string, column = 6) => ({
  lines: [{ file: '/tmp/x/sources/a.txt', title }],
  papers: [
    {
      id: 'a',
      titles: [{ text: title, from: [{ ...place, columns: [1, column] }] }],
      sources: [{ file: 'a.txt' }],
    },
  ],
  ledger: {
    sources: [
      {
        file: 'a.txt',
        outcome: 'read',
        stretches: [{ line: 1, columns: [1, column], outcome: { kind: 'field', field: 'titles.en' } }],
      },
    ],
  },
});
const nameOf = (file: string) => file.replace(/^.*\//, '');
const compared = (before: ReturnType<typeof made>, after: ReturnType<typeof made>) =>
  differencesOf(flatten(before, nameOf), flatten(after, nameOf));

describe('values of two trees', () => {
  test('nothing differs where all is equal', () => {
    expect(compared(made('Trust'), made('Trust'))).toEqual([]);
  });

  test('a value that differs is named by its file or paper and its path', () => {
    expect(compared(made('Trust'), made('Rust')).map(({ of, path, was, is }) => [of, path, was, is])).toEqual([
      ['a.txt', 'read.title', '"Trust"', '"Rust"'],
      ['paper of a.txt', 'titles.1.text', '"Trust"', '"Rust"'],
    ]);
  });

  test('places are distinguished from values', () => {
    expect(compared(made('Trust'), made('Trust', 5)).every(({ kind }) => kind === 'place')).toBe(true);
    expect(compared(made('Trust'), made('Trust', 5)).length).toBeGreaterThan(0);
  });

  test('a paper that only one side makes is one difference', () => {
    const without = { ...made('Trust'), papers: [] };
    expect(compared(made('Trust'), without)).toEqual([
      { of: 'paper of a.txt', path: 'is no longer made', kind: 'value', was: '"Trust"' },
    ]);
  });
});

test('the command reads a commit and the working tree', async () => {
  const { code, stdout } = await runNode(['scripts/compare.ts', '--only', 'content/sources', 'HEAD'], {
    output: 'collect',
  });
  expect(stdout).toMatch(/\d+ values? and \d+ places? differ, in \d+ files?/);
  expect(stdout).toContain('of 5 files');
  expect(code).toBe(0);
});
