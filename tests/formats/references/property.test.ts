import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { partialDateSchema } from '#domain/date';
import { doiSchema, issnSchema, pmcidSchema, pmidSchema } from '#domain/identifiers';
import { languageSchema } from '#domain/language';
import { nameSchema } from '#domain/person';
import { sourceText, type SourceText } from '#domain/source';
import { referenceFormats } from '../../../scripts/formats/references/index.ts';
import { readRows } from '../../../scripts/formats/text/delimited.ts';
import { coverage, fixturesFolder, inputOf, readSource } from './fixtures.ts';

const seed = 20261121;
const inputs = readdirSync(fixturesFolder).map((name) => readSource(inputOf(join(fixturesFolder, name))));

/** Pieces that break records, lines, strings and tags. */
const shards = [
  '\n', '\r', '\r\n', '\t', ' ', '"', "'", '{', '}', '(', ')', '[', ']', '<', '>', '</', '/>', '<!--', '<![CDATA[', ']]>', '&', '&#x0;',
  '&#99999999;', '&amp;', '%', '%0 ', '@', '@article{', '=', '#', ',', ';', '\\', '\\"', '$', '~', ':', 'TY  - ', 'ER  - ', 'AU  - ',
  'PMID- ', 'PT J', 'EF', '<1>', '\u0000', '\ufeff', '\u202e', '\ud800', '\udc00', '𝒳', '口译', 'Ａ', '10.5555/', 'http://', ' and ',
  '__proto__', 'constructor', '{"a":', '1e999',
]; // prettier-ignore

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 60 }),
  put: fc.oneof(fc.constantFrom(...shards), fc.string({ maxLength: 12 }), fc.constant('')),
});

const mutated = fc.record({
  of: fc.nat({ max: inputs.length - 1 }),
  by: fc.array(mutation, { minLength: 1, maxLength: 8 }),
});

function apply({ of, by }: { of: number; by: { at: number; drop: number; put: string }[] }): SourceText {
  let text = inputs[of]?.text ?? '';
  for (const { at, drop, put } of by) {
    const i = Math.floor(at * text.length);
    text = text.slice(0, i) + put + text.slice(i + drop);
  }
  return sourceText('mutated.txt', text);
}

const validates = { doi: doiSchema, pmid: pmidSchema, pmcid: pmcidSchema, issued: partialDateSchema, online: partialDateSchema, language: languageSchema } as const; // prettier-ignore

/** What must hold of a reading, whatever the text. */
function check(source: SourceText, reads: (typeof referenceFormats)[number]): void {
  const reading = reads.read(source);
  const { field, claimed, unread } = coverage(source, reading);
  const left = unread.join('').replace(/\s/gu, '').length;
  expect(field + claimed + left).toBe([...source.text].join('').replace(/[\s\ufeff]/gu, '').length);
  expect(reading.drafts.map((draft) => draft.record)).toEqual(reading.drafts.map((_, i) => i + 1));
  for (const draft of reading.drafts) {
    for (const [name, schema] of Object.entries(validates) as [keyof typeof validates, (typeof validates)['doi']][])
      if (draft[name]) expect(schema.safeParse(draft[name].value).success, `${name} ${draft[name].value}`).toBe(true);
    for (const issn of draft.issn) expect(issnSchema.safeParse(issn.value).success).toBe(true);
    for (const author of draft.authors) expect(nameSchema.safeParse(author.value.name).success).toBe(true);
    for (const { value } of draft.titles) {
      expect(value.text.trim()).not.toBe('');
      for (const mark of value.marks ?? []) expect(mark.end).toBeLessThanOrEqual(value.text.length);
    }
    for (const { value } of draft.abstracts)
      for (const block of value.sections.flatMap((section) => section.blocks)) {
        expect(block.text.trim()).not.toBe('');
        for (const piece of block.pieces) expect(piece.start).toBeLessThan(block.text.length);
      }
    for (const value of Object.values(draft).flat() as unknown[])
      if (typeof value === 'object' && value && 'at' in value) expect(value.at).not.toEqual([]);
  }
  for (const notice of reading.notices) expect(notice.remedy).not.toBe('');
}

describe('any text ends, throws nothing, and keeps its places inside itself', () => {
  for (const format of referenceFormats)
    test(format.name, () => {
      fc.assert(
        fc.property(mutated, (how) => {
          const source = apply(how);
          format.claims(source);
          check(source, format);
        }),
        { seed, numRuns: 120 },
      );
    });

  test('at most one format claims a mutated file', () => {
    fc.assert(
      fc.property(mutated, (how) => {
        const source = apply(how);
        expect(referenceFormats.filter((format) => format.claims(source)).length).toBeLessThan(2);
      }),
      { seed, numRuns: 400 },
    );
  });

  const long: [string, string][] = [
    ['open braces', `@article{a, title = ${'{'.repeat(50_000)}`],
    ['open elements', `<PubmedArticleSet><PubmedArticle>${'<a>'.repeat(30_000)}`],
    ['open quotes', `Title,Author,Year,DOI\n${'"a,'.repeat(30_000)}`],
    ['open arrays', '['.repeat(50_000)],
    ['one long RIS line', `TY  - JOUR\nAB  - ${'METHODS: a. '.repeat(50_000)}\nER  - \n`],
    ['one long author line', `%0 Journal Article\n%A ${'Smith, J., '.repeat(20_000)}\n%T x\n`],
    ['many ands', `@article{a, author = {${'A B and '.repeat(5_000)} C D}, title = {x}}`],
    ['many records', 'TY  - JOUR\nTI  - x\nER  - \n'.repeat(5_000)],
    ['many keywords', `TY  - JOUR\nTI  - x\nKW  - ${'a, (b; '.repeat(20_000)}\nER  - \n`],
  ];
  test.each(long)('%s', (_, text) => {
    const source = sourceText('long.txt', text);
    const kinds = referenceFormats.filter((format) => format.claims(source)).map((format) => format.read(source).kind);
    expect(kinds.filter((kind) => kind !== 'references')).toEqual([]);
  });
});

test('cells are those that papaparse wrote', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '口', '"', ',', ';', '\n', '\r\n', ' ', '\t', "'"),
    maxLength: 8,
  });
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })); // prettier-ignore
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const read = readRows(sourceText('t.csv', text), delimiter);
        expect(read.map((row) => row.map(({ value }) => value.text))).toEqual(rows);
      },
    ),
    { seed, numRuns: 500 },
  );
});
