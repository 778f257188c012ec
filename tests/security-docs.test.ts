import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
/** The rows of the tables below each heading, with trimmed cells. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| -+ \|/u.test(line))
  .map((line) => line.split(/(?<!\\)\|/u).slice(1, -1));
const tests = (cell = ''): string[] => [...cell.matchAll(/`(tests\/[\w./-]+)`/gu)].map(([, path = '']) => path);

describe('docs/security.md', () => {
  test('names files that are there', () => {
    const named = [...text.matchAll(/`((?:tests|scripts|src|public)\/[\w./-]+)`/gu)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names a test for every promise and for everything that was found', () => {
    const told = rows.filter((cells) => !['tested in', 'test'].includes(cells.at(-1)?.trim() ?? ''));
    expect(told.length).toBeGreaterThan(60);
    expect(told.filter((cells) => !tests(cells.at(-1)).length).map(([what]) => what?.trim())).toEqual([]);
  });

  test('says of everything that was found whether it is fixed or why not', () => {
    const found = rows
      .filter((cells) => cells.length === 3)
      .slice(1)
      .filter(([, now]) => now?.trim() !== 'now');
    expect(found.filter(([, now = '']) => !/^ (?:fixed|answered)\b/u.test(now)).map(([what]) => what)).toEqual([]);
  });
});
