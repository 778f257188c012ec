import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/draft';
import { sourceText, type SourceText } from '#domain/source';
import { draftAtOnce } from '../../../scripts/pipeline/read/draft.ts';
import { fixturesFolder, inputOf, readSource } from '../../formats/references/fixtures.ts';
import { mutations } from '../../support/file-mutations.ts';
import { hasShared, sharedFolder } from '../../support/shared.ts';

/** A long file of RIS up to the end of a record: more of the same kind shows nothing new. */
const shortened = ({ file, text }: SourceText): SourceText => {
  const end = text.length > 150_000 ? text.indexOf('\nER  -', 50_000) : -1;
  return end < 0 ? sourceText(file, text) : sourceText(file, `${text.slice(0, end)}\nER  - \n`);
};

/** Programs that write XML of their own making do not write external entities. */
const notRebuilt = /entity-bomb/u;

const files: [string, SourceText][] = [
  ...readdirSync(fixturesFolder)
    .filter((name) => !notRebuilt.test(name))
    .map((name): [string, SourceText] => [name, readSource(inputOf(join(fixturesFolder, name)))]),
  ...(hasShared('exports')
    ? readdirSync(join(sharedFolder, 'exports')).map((name): [string, SourceText] => [
        name,
        shortened(readSource(join(sharedFolder, 'exports', name))),
      ])
    : []),
];

const titlesOf = ({ titles }: Draft): string[] =>
  titles.map(({ value }) => value.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));

/** The titles of which no record of their own is there any more. Which of a record's titles is first may differ. */
function lost(wanted: readonly string[][], drafts: readonly Draft[]): string[] {
  const left = drafts.map(titlesOf);
  return wanted.flatMap((titles) => {
    const at = left.findIndex((found) => (titles.length ? titles.some((one) => found.includes(one)) : !found.length));
    if (at < 0) return [titles.join(' / ')];
    left.splice(at, 1);
    return [];
  });
}

describe('a changed file of references has every record that it had', () => {
  test.each(files)('%s', (_, { file, text }) => {
    const { format, reading } = draftAtOnce(sourceText(file, text));
    const titles = reading.drafts.map(titlesOf);
    for (const { name, of } of mutations) {
      const changed = of({ format, text });
      if (!changed) continue;
      const { reading: found, notices } = draftAtOnce(sourceText(file, changed.text));
      const wanted = Array.from({ length: changed.times }, () => titles).flat();
      if (name === 'its last line cut') {
        // What is left of the last record is read, or told.
        expect(lost(wanted.slice(0, -1), found.drafts), name).toEqual([]);
        const isTold = notices.some(({ rule, severity }) => rule === 'record-cut' && severity === 'warning');
        expect(found.drafts.length + Number(isTold), name).toBe(wanted.length);
      } else {
        expect(lost(wanted, found.drafts), name).toEqual([]);
        expect(found.drafts.length, name).toBe(wanted.length);
      }
    }
  });
});
