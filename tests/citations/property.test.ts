import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import type { Name } from '#domain/person';
import type { Paper } from '#domain/paper';
import { abstract, keyword, paper, said, title } from './support/papers.ts';
import { readers } from './support/readers.ts';

/** Text as scraped pages have it: words, signs of every format, line ends, other scripts, broken halves. */
const sign = fc.constantFrom(
  ...[
    '%',
    '&',
    '_',
    '#',
    '$',
    '{',
    '}',
    '\\',
    '~',
    '^',
    '"',
    "'",
    '`',
    '<',
    '>',
    '=',
    '@',
    '|',
    ';',
    ',',
    '.',
    ' and ',
  ],
  ...['\n', '\r\n', '\r', '\u2028', '\u0085', '\t', '\u0000', '\u202e', '\u200b', '\ufeff', '\ud800', '\u00a0'],
  ...[
    'TY  - JOUR',
    'ER  - ',
    '\nTI  - x',
    '\n%0 Book',
    '\n\nPMID- 1',
    '}\n@article{x,',
    ']]>',
    '<!--',
    '</title>',
    '&amp;',
    '<i>',
    '@string{',
    '\\input{',
    '\n      go on',
    '\rER  - \rTY  - JOUR',
    '__proto__',
    '＝1',
    '\u2029',
    '\v',
  ],
  ...['治疗联盟', 'çå', 'مرحبا', '𝒜', 'word', 'van der', '=1+1', '- item', '2024'],
);
const text = fc
  .array(fc.oneof(sign, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));
const filled = text.filter((value) => value.length > 0);

const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ written: filled, family: filled, given: filled }),
  fc.record({
    written: filled,
    family: filled,
    given: filled,
    particle: fc.constant('van der'),
    suffix: fc.constant('Jr'),
  }),
  fc.record({ written: filled, literal: filled }),
  fc.record({ written: filled }),
);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const date = fc.constantFrom('2024', '2024-11', '2024-02-29', '1998-12-31');

const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    type: fc.constantFrom<Paper['type']['value']>(
      ...([
        'article-journal',
        'chapter',
        'book',
        'thesis',
        'report',
        'paper-conference',
        'webpage',
        'article',
      ] as const),
    ),
    titles: fc.array(filled, { maxLength: 2 }),
    names: fc.array(name, { maxLength: 4 }),
    journal: maybe(filled),
    publisher: maybe(filled),
    issued: maybe(date),
    volume: maybe(filled),
    pages: maybe(filled),
    article: maybe(filled),
    doi: maybe(fc.constantFrom('10.5555/a', '10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2', '10.5555/a_b%20{c}')),
    url: maybe(fc.constantFrom('https://example.org/a?b=c&d=%20e_f#g', 'javascript:1')),
    keywords: fc.array(filled, { maxLength: 3 }),
    abstract: maybe(filled),
  })
  .map((made) =>
    paper('any-2024-paper', {
      type: said(made.type),
      titles: made.titles.map((words, i) =>
        title(words, i === 0 ? 'en' : 'zh-Hans', i === 0 ? 'original' : 'translation'),
      ),
      authors: made.names.map((each) => ({ name: each, from: [{ file: 'a', line: 1, columns: [1, 2] }] })),
      keywords: made.keywords.map((words) => keyword(words)),
      abstracts: made.abstract ? [abstract(made.abstract)] : [],
      ...(made.journal || made.publisher
        ? {
            journal: {
              ...(made.journal ? { name: said(made.journal) } : {}),
              ...(made.publisher ? { publisher: said(made.publisher) } : {}),
            },
          }
        : {}),
      ...(made.issued ? { issued: said(made.issued) } : {}),
      ...(made.volume ? { volume: said(made.volume) } : {}),
      ...(made.pages ? { pages: said(made.pages) } : {}),
      ...(made.article ? { articleNumber: said(made.article) } : {}),
      ...(made.doi ? { doi: said(made.doi) } : {}),
      ...(made.url ? { url: said(made.url) } : {}),
    }),
  );

/** Runs of the property, the same ones each time. */
const runs = { numRuns: 150, seed: 20261121 };

describe('any record exports to exactly one record', () => {
  const pairs = Object.entries(readers).flatMap(([format, programs]) =>
    programs.map((reader) => [format, reader.name, reader] as const),
  );
  test.each(pairs)('%s, read by %s', async (format, _reader, { read }) => {
    const write = citationFormats.find((candidate) => candidate.name === format)?.write;
    await fc.assert(
      fc.asyncProperty(anyPaper, async (record) => {
        expect(await read(write?.([record]) ?? '')).toHaveLength(1);
      }),
      runs,
    );
  });

  // BibTeX's own reader counts every brace, escaped or not.
  test.each(['bibtex', 'biblatex'])('%s: braces pair up, and end with the entry', (format) => {
    const write = citationFormats.find((candidate) => candidate.name === format)?.write;
    fc.assert(
      fc.property(anyPaper, (record) => {
        const made = (write?.([record]) ?? '').trimEnd();
        let depth = 0;
        const closes: number[] = [];
        for (const { 0: brace, index } of made.matchAll(/[{}]/gu)) {
          depth += brace === '{' ? 1 : -1;
          if (depth === 0) closes.push(index);
        }
        expect(closes).toEqual([made.length - 1]);
      }),
      runs,
    );
  });

  test.each(citationFormats.map((format) => [format.name, format] as const))('%s is clean text', (_name, { write }) => {
    fc.assert(
      fc.property(anyPaper, (record) => {
        // What the record itself holds is JSON's to keep, escaped.
        const made = write([record]);
        if (!_name.startsWith('json'))
          expect(made.replace(/^\ufeff/u, '')).not.toMatch(
            /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u,
          );
        expect(made.isWellFormed()).toBe(true);
        expect(made).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/u);
      }),
      runs,
    );
  });
});
