import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cslOf } from '#citations/csl';
import { citationFormats } from '#citations/index';
import { toReference } from '#citations/reference';
import { paperSchema, type Paper } from '#domain/paper';
import { fixtures } from './support/papers.ts';
import { readers } from './support/readers.ts';
import { differences, seenInCsl } from './support/seen.ts';

const folder = new URL('../../content/papers/', import.meta.url);
const published = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => paperSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
const papers: readonly Paper[] = [...published, ...fixtures];

/** What every reader should find: the reference as CSL has it, its title without markup. */
const expected = papers.map((paper) => {
  const reference = toReference(paper);
  const groups = reference.authors.flatMap(({ literal }) => literal ?? []);
  return { id: paper.id, seen: seenInCsl(cslOf(reference)), groups };
});

const format = (name: string) => {
  const found = citationFormats.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no format ${name}`);
  return found;
};

describe.each(Object.keys(readers))('%s', (name) => {
  const text = format(name).write(papers);
  test.each(readers[name] ?? [])(
    '$name reads every record and field back',
    async ({ read, cannot, group = (name) => name }) => {
      const seen = await read(text);
      expect(seen).toHaveLength(papers.length);
      const lost = expected.flatMap(({ id, seen: all, groups }, i) => {
        const authors = (all.authors ?? []).map((name) => (groups.includes(name) ? group(name) : name));
        return differences({ ...all, authors }, seen[i], cannot).map((difference) => `${id}: ${difference}`);
      });
      expect(lost).toEqual([]);
    },
  );
});

test('JSON and JSON Lines hold the records themselves', () => {
  const asJson: unknown = JSON.parse(format('json').write(papers));
  const asLines = format('jsonl')
    .write(papers)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(asJson).toEqual(papers);
  expect(asLines).toEqual(papers);
});

test('every format but the lists of text is read back by two other programs at least', () => {
  const unread = citationFormats.map(({ name }) => name).filter((name) => (readers[name]?.length ?? 0) < 2);
  expect(unread).toEqual(['text', 'markdown', 'json', 'jsonl']);
});
