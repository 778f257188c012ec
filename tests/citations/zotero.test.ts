import { describe, expect, test } from 'vitest';
import { coins } from '#citations/embedded/coins';
import { dublinCoreTags } from '#citations/embedded/dublin-core';
import { highwireTags } from '#citations/embedded/highwire';
import { zoteroTags } from '#citations/embedded/zotero';
import { citationFormats } from '#citations/index';
import { toReference } from '#citations/reference';
import type { Paper } from '#domain/paper';
import { fromBibtex } from '../support/zotero/bibtex.ts';
import { fromCoins } from '../support/zotero/coins.ts';
import { embedded } from '../support/zotero/embedded.ts';
import { fromRis } from '../support/zotero/ris.ts';
import { itemTypes, stated, wanted, type Saved } from '../support/zotero/saved.ts';
import { allFields, author, fixtures, minimal, paper, said, title } from './support/papers.ts';

/** What Zotero would save of our tags, spans and files, by the rules of its translators (`tests/support/zotero`). */

const group = (name: string): Paper['authors'][number] =>
  author(name, { literal: name, family: undefined, given: undefined });

/** Names that programs cut in the wrong place: particles, suffixes, one name, groups with commas and "and". */
const hardNames: Paper['authors'] = [
  author('Berg, Jan', { particle: 'van der' }),
  author('King, Martin Luther', { suffix: 'Jr.' }),
  author('欧阳, 静'),
  author('Plato'),
  group('World Health Organization'),
  group('Department of Health, Housing and Social Care'),
  author('de Souza, Ana'),
];

/** Every field in a work of each type. */
const types = Object.keys(itemTypes) as Paper['type']['value'][];
const ofType = (type: Paper['type']['value']): Paper =>
  paper(`every-2021-${type}`, {
    ...allFields,
    id: `every-2021-${type}`,
    type: said(type),
    titles: [title(`A ${type} of LGBTQ+ care`), title('题名', 'zh-Hans', 'translation')],
    authors: hardNames,
  });
const bare = (type: Paper['type']['value']): Paper =>
  paper(`bare-nd-${type}`, { type: said(type), titles: [title('A title')], language: said('en') });

const fromPage = (record: Paper): Saved => {
  const reference = toReference(record);
  const tags = [
    ...highwireTags(reference, 'https://x.example/'),
    ...dublinCoreTags(reference),
    ...zoteroTags(reference),
  ];
  return embedded({ tags });
};
const fromList = (record: Paper): Saved => fromCoins(coins(toReference(record)));

describe('a paper’s page', () => {
  test.each(types)('a %s is one, whether or not it names what it appeared in', (type) => {
    expect(fromPage(ofType(type)).itemType).toBe(itemTypes[type]);
    expect(fromPage(bare(type)).itemType).toBe(itemTypes[type]);
  });

  test.each(fixtures)('every field of $id', (record) => {
    const skipped = ['url', 'tags'] as const;
    expect(stated(fromPage(record), skipped)).toEqual(stated(wanted(record), skipped));
  });

  test('every name is whole, and the order stays', () => {
    expect(fromPage(ofType('article-journal')).creators).toEqual([
      'van der Berg | Jan',
      'King | Martin Luther Jr',
      '欧阳 | 静',
      '[Plato]',
      '[World Health Organization]',
      '[Department of Health，Housing and Social Care]',
      'de Souza | Ana',
    ]);
  });

  test.each([
    [author('de la Cruz, Maria Elena'), 'de la Cruz | Maria Elena'],
    [author('Berg, Jan Willem', { particle: 'van der' }), 'van der Berg | Jan Willem'],
    [group('Department of Health, Housing and Social Care'), '[Department of Health，Housing and Social Care]'],
    [group('A; B Working Group'), '[A；B Working Group]'],
  ])('a sole author of many words is one: %#', (only, expected) => {
    expect(fromPage(paper('a-nd-b', { titles: [title('T')], authors: [only] })).creators).toEqual([expected]);
  });

  test('what has no tag stands in Extra, a line each', () => {
    expect(fromPage(allFields).extra?.split('\n')).toEqual([
      'PMCID: PMC7654321',
      'Corrected. 2022-01. A figure was replaced',
      'Registration: PROSPERO CRD42021000001',
      'Title in Chinese: 每一个字段：一个案例',
    ]);
    expect(fromPage(minimal).extra).toBeUndefined();
  });

  test('a title in another language is no journal’s abbreviation', () => {
    const { journal, ...rest } = allFields;
    expect(fromPage(paper('a-nd-b', { ...rest, journal: { name: journal?.name } })).abbreviation).toBeUndefined();
  });
});

describe('a list', () => {
  test.each(types)('a %s is one, with its title, authors and date', (type) => {
    const saved = fromList(ofType(type));
    expect(saved.itemType).toBe(itemTypes[type]);
    expect(fromList(bare(type)).itemType).toBe(itemTypes[type]);
    expect(saved).toMatchObject({
      title: `A ${type} of LGBTQ＋ care`,
      creators: fromPage(ofType(type)).creators,
      date: '2021-03-15',
      doi: '10.5555/every.field',
      url: 'https://example.org/articles/every-field',
    });
  });

  test.each(fixtures)('every field of $id that a span can hold', (record) => {
    const without = [
      'abstract',
      'attachment',
      'extra',
      'pmid',
      'url',
      'tags',
      ...(record === allFields ? ['publisher'] : []),
    ];
    const thesis = record.type.value === 'thesis' ? ['language'] : [];
    const skipped = [...without, ...thesis] as (keyof Saved)[];
    expect(stated(fromList(record), skipped)).toEqual(stated(wanted(record), skipped));
  });

  test('nothing stands for what is not known', () => {
    expect(stated(fromList(minimal), ['tags'])).toEqual({
      itemType: 'journalArticle',
      title: 'A title and nothing else',
      creators: [],
      language: 'en',
    });
  });
});

describe.each([
  ['ris', fromRis],
  ['bibtex', fromBibtex],
  ['biblatex', fromBibtex],
])('%s', (name, read) => {
  const format = citationFormats.find((known) => known.name === name);
  const saved = (...papers: Paper[]): Saved[] => read(format?.write(papers) ?? '');
  const isRis = name === 'ris';

  test('every record is one, and every field of it is saved', () => {
    const all = saved(...fixtures);
    expect(all).toHaveLength(fixtures.length);
    for (const [i, record] of fixtures.entries()) {
      const reference = toReference(record);
      const expected: Saved = {
        ...wanted(record),
        url: reference.url ?? (reference.doi ? undefined : reference.fulltext),
      };
      expected.tags = reference.keywords;
      // An article that names no journal is none to Biber, which would call it invalid.
      if (name === 'biblatex' && record === minimal) expected.itemType = 'document';
      const without: (keyof Saved)[] = ['notes', 'extra', 'pmcid', isRis ? 'pmid' : 'attachment'];
      const named = isRis
        ? expected
        : { ...expected, creators: expected.creators.map((one) => one.replaceAll('，', ', ')) };
      expect(stated(all[i] as Saved, without), record.id).toEqual(stated(named, without));
    }
  });

  test.each(types)('a %s is one, and nothing of it is taken for something else', (type) => {
    const [one] = saved(ofType(type));
    const expected: Readonly<Record<string, string>> = {
      ...itemTypes,
      // RIS has no type for what no source says, nor for preprints; BibTeX none for pages, BibLaTeX one only for them.
      ...(isRis ? { article: 'manuscript', document: 'journalArticle' } : {}),
      ...(name === 'bibtex' ? { webpage: 'document', article: 'document' } : {}),
      ...(name === 'biblatex' ? { article: 'webpage' } : {}),
    };
    expect(one?.itemType).toBe(expected[type]);
    expect(one).not.toHaveProperty('edition');
    expect(one).not.toHaveProperty('reportNumber');
    expect(one).not.toHaveProperty('numberOfVolumes');
    expect(one).not.toHaveProperty('accessDate');
    expect(one?.creators).toEqual([
      'van der Berg | Jan',
      'King | Martin Luther, Jr.',
      '欧阳 | 静',
      '[Plato]',
      '[World Health Organization]',
      isRis ? '[Department of Health，Housing and Social Care]' : '[Department of Health, Housing and Social Care]',
      'de Souza | Ana',
    ]);
  });

  test('what has no field stands in a note: both titles, status, registration, numbers', () => {
    const notes = saved(ofType('article-journal'))[0]?.notes?.join(' ');
    expect(notes).toContain('Corrected. 2022-01. A figure was replaced');
    expect(notes).toContain('Registration: PROSPERO CRD42021000001');
    expect(notes).toContain('Title in Chinese: 题名');
    if (name !== 'bibtex') expect(notes).toContain('PMCID: PMC7654321');
  });
});
