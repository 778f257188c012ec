import { describe, expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import type { Paper } from '#domain/paper';
import { mostBytes, partExtension, partsOfList } from '../../src/site/export-parts.ts';
import { listFile } from '../../src/site/exports.ts';
import { abstract, allFields, minimal, paper, title } from '../citations/support/papers.ts';

const many: Paper[] = Array.from({ length: 120 }, (_, i) =>
  paper(`p-2020-${String(i).padStart(3, '0')}`, {
    titles: [title(i % 3 ? `Trust & <care> ${i}` : `信任与照护 ${i}`)],
    abstracts: [abstract('A word of it. '.repeat(i + 1).trim())],
  }),
);
const bytesOf = async (file: Response): Promise<number> => (await file.arrayBuffer()).byteLength;

describe.each(citationFormats.map((format) => [format.name, format] as const))('%s', (_, format) => {
  test('a list comes in parts, each paper once and in order, no file larger than the room', async () => {
    const room = 20_000;
    const parts = partsOfList(format, many, room);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat().map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    for (const part of parts) expect(await bytesOf(listFile(format, 'library', part, many))).toBeLessThanOrEqual(room);
  });

  test('a paper larger than a part is alone in one', () => {
    expect(partsOfList(format, [allFields, minimal], 1).map((part) => part.length)).toEqual([1, 1]);
  });

  test('what takes no part by its records takes none by its file', async () => {
    for (const papers of [[allFields], [minimal], many.slice(0, 1), many])
      expect(await bytesOf(listFile(format, 'library', papers))).toBeLessThan(
        3 * papers.reduce((sum, it) => sum + Buffer.byteLength(JSON.stringify(it)), 1000),
      );
  });

  test('a small list is one file, at its own address', () => {
    expect(partsOfList(format, many)).toHaveLength(1);
    expect(partsOfList(format, [])).toEqual([[]]);
    expect([1, 2].map((part) => partExtension(format, part))).toEqual([format.extension, `2.${format.extension}`]);
  });
});

test('a part is below what hosts take', () => {
  expect(mostBytes).toBeLessThan(25 * 1024 * 1024);
});
