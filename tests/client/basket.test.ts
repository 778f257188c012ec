import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import { hashOf, itemsOfHash } from '../../src/client/basket/link.ts';
import { holder, readOwn, type Known } from '../../src/client/basket/own.ts';
import { citingOfLink } from '../../src/client/styles/choice.ts';
import { itemsIn } from '../../src/client/basket/store.ts';
import { allFields, chinese, manyAuthors, minimal } from '../citations/support/papers.ts';

describe('a link carries the whole list', () => {
  test('ids, titles and notes are the same when read back, whatever they contain', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/),
            title: fc.string({ unit: 'grapheme', maxLength: 60 }),
            note: fc.string({ unit: 'grapheme', maxLength: 200 }),
          }),
          { maxLength: 30 },
        ),
        (made) => {
          const items = itemsIn(made);
          expect(itemsOfHash(hashOf(items))).toEqual(items);
        },
      ),
      { seed: 20261121, numRuns: 200 },
    );
  });

  test.each([
    [{ style: 'apa', choice: 'zh' as const }, ';style=apa;language=zh'],
    [{ style: 'csl:nature', choice: 'style' as const }, ';style=csl%3Anature;language=style'],
  ])('how it is cited goes with it: %o', (citing, written) => {
    const items = itemsIn([{ id: 'a-2020-b', title: 'A', note: '' }]);
    const hash = hashOf(items, citing);
    expect(hash.endsWith(written)).toBe(true);
    expect(itemsOfHash(hash)).toEqual(items);
    expect(citingOfLink(hash)).toEqual(citing);
  });

  test('what a link says wrongly of it is not taken', () => {
    expect(citingOfLink('#list=W10;style=<b>;language=fr')).toEqual({});
    expect(citingOfLink('#list=W10')).toEqual({});
  });

  test('an address without a list gives none; a broken one an empty list', () => {
    expect(itemsOfHash('')).toBeUndefined();
    expect(itemsOfHash('#cite')).toBeUndefined();
    for (const hash of [
      '#list=%%%',
      '#list=AAAA',
      '#list=',
      `#list=${btoa('{"a":1}')}`,
      `#list=${btoa('[[1],[null],7]')}`,
    ])
      expect(itemsOfHash(hash), hash).toEqual([]);
  });

  test('what is not the id of a paper is not an item', () => {
    expect(
      itemsIn([{ id: '../../x' }, { id: '<b>' }, { id: '__proto__' }, { id: 'a-2020-b' }, { id: 'a-2020-b' }]),
    ).toEqual([{ id: 'a-2020-b', title: 'a-2020-b', note: '' }]);
  });
});

describe('a library of the reader’s own', () => {
  const papers = [allFields, chinese, manyAuthors];
  const known: Known[] = [
    { title: 'Every field: a case & 50% of “patients”', year: '2021', doi: '10.5555/EVERY.FIELD', pmid: '12345678' },
    { title: '心理治疗中的治疗联盟：一项质性研究', year: '2021', doi: '', pmid: '' },
    { title: 'Many hands, light work', year: '2022', doi: '', pmid: '' },
  ];
  test.each(['ris', 'bibtex', 'biblatex', 'nbib', 'csl-json'])('%s: what the site exports is recognised', (name) => {
    const text = citationFormats.find((format) => format.name === name)?.write(papers) ?? '';
    const library = readOwn(text);
    expect(library).toHaveLength(papers.length);
    expect(known.map(holder(library ?? []))).toEqual([true, true, false]);
  });

  test('a file of another kind is not a library', () => {
    for (const text of ['', 'a,b\n1,2', '{broken', 'PK\u0003\u0004', '<html></html>'])
      expect(readOwn(text)).toBeUndefined();
  });

  test('a title of a word, or a year far off, is no match', () => {
    const has = holder([
      { title: 'Review', year: '2020', doi: '', pmid: '' },
      { title: 'The alliance in group therapy', year: '2010', doi: '', pmid: '' },
    ]);
    expect(has({ title: 'Review', year: '2020', doi: '', pmid: '' })).toBe(false);
    expect(has({ title: 'The alliance in group therapy', year: '2020', doi: '', pmid: '' })).toBe(false);
    expect(has({ title: 'The Alliance in Group Therapy.', year: '2011', doi: '', pmid: '' })).toBe(true);
  });

  test('many records of one title cost no more than as many others', () => {
    const title = 'The alliance in group therapy';
    const library = Array.from({ length: 100_000 }, (_, i) => ({ title, year: String(3000 + i), doi: '', pmid: '' }));
    const before = process.cpuUsage();
    const has = holder(library);
    const asked = Array.from({ length: 2000 }, () => has({ title, year: '2020', doi: '', pmid: '' }));
    const { user } = process.cpuUsage(before);
    expect(asked.some(Boolean)).toBe(false);
    // Microseconds. Looking at each record for each paper, or copying each record, would take ten times as long.
    expect(user).toBeLessThan(5_000_000);
  });

  test('a record that states nothing does no harm', () => {
    expect(readOwn(citationFormats.find(({ name }) => name === 'ris')?.write([minimal]) ?? '')).toEqual([
      { title: 'A title and nothing else', year: '', doi: '', pmid: '' },
    ]);
  });
});
