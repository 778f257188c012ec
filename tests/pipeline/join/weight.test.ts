import { describe, expect, test } from 'vitest';
import type { DraftKey } from '../../../scripts/pipeline/join/draft-key.ts';
import { candidate } from '../../../scripts/pipeline/join/facts.ts';
import { enough, some, isAboutOther, sumWithout, weigh, weights } from '../../../scripts/pipeline/join/weight.ts';
import { may, rights } from '../../../scripts/pipeline/paper/later/field-rights.ts';
import { differencesOf } from '../../../scripts/pipeline/paper/differences.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { abstractOf, member, said } from '../support.ts';

const title = 'The working alliance in online groups for grieving parents: a mixed-methods study';
const whole: DraftKey = {
  file: 'a',
  doi: '10.5555/a',
  titles: [{ language: 'en', text: title }],
  year: 2021,
  journals: ['Journal of Invented Psychiatry'],
  volume: '12',
  pages: '114-129',
  authors: ['Iversen', 'Riley'],
  registrations: [],
  sentences: ['en s-1', 'en s-2', 'en s-3'],
};
const bare: DraftKey = { file: 'b', doi: '10.5555/a', titles: [], journals: [], authors: [], registrations: [] };
const weighed = (more: Partial<DraftKey>) => weigh(candidate({ ...bare, ...more }, 1), [candidate(whole, 0)]);
const other = 'Pumps in rural wells: a survey of their owners';

describe('what a source agrees on with a paper', () => {
  const { titles, journals, volume = '', pages = '', authors, sentences = [] } = whole;
  test.each<[string, Partial<DraftKey>, 'confirms' | 'adds' | 'claims' | 'another paper']>([
    ['an identifier alone', {}, 'claims'],
    ['an identifier and the year', { year: 2021 }, 'claims'],
    [
      'part of the title',
      { titles: [{ language: 'en', text: 'The working alliance in online groups for grieving parents' }] },
      'adds',
    ],
    ['the title', { titles }, 'adds'],
    ['title and authors', { titles, authors }, 'adds'],
    ['title, authors and year', { titles, authors, year: 2021 }, 'confirms'],
    ['title, authors and journal', { titles, authors, journals }, 'confirms'],
    ['title and abstract', { titles, sentences }, 'confirms'],
    ['title, year, journal and place', { titles, year: 2021, journals, volume, pages }, 'confirms'],
    ['all of it, with a journal abbreviated', { ...whole, journals: ['J Invent Psychiatry'] }, 'confirms'],
    ['title and authors, of another year', { titles, authors, year: 2011 }, 'adds'],
    ['the title, with other authors', { titles, authors: ['Mallory'] }, 'claims'],
    ['another title', { titles: [{ language: 'en', text: other }] }, 'another paper'],
    [
      'another title by other authors',
      { titles: [{ language: 'en', text: other }], authors: ['Mallory'], year: 2021 },
      'another paper',
    ],
    ['other authors', { authors: ['Mallory'] }, 'another paper'],
    [
      'another title, and all the rest, the abstract too',
      { ...whole, titles: [{ language: 'en', text: other }] },
      'confirms',
    ],
    [
      'another title, and all the rest but the abstract',
      { ...whole, titles: [{ language: 'en', text: other }], sentences: [] },
      'adds',
    ],
  ])('%s', (_, more, expected) => {
    const found = weighed(more);
    const kind = isAboutOther(found) ? 'another paper' : found.sum >= enough ? 'confirms' : found.sum >= some ? 'adds' : 'claims'; // prettier-ignore
    expect([kind, found.sum]).toEqual([expected, found.sum]);
  });

  test('a new value of a fact does not count against the source', () => {
    const found = weighed({ ...whole, titles: [{ language: 'en', text: other }], sentences: [] });
    expect(may(found, 'title', true, true)).toBe(true);
    expect(may(found, 'abstract', true, true)).toBe(false);
    expect(sumWithout(found, 'title') - found.sum).toBe(3);
  });

  test('a fact agrees where it does with one of the paper’s records', () => {
    const records = [
      { ...bare, titles: whole.titles },
      { ...bare, authors: whole.authors, year: 2021 },
    ].map(candidate);
    expect(weigh(candidate(whole, 5), records).sum).toBe(6);
  });
});

describe('the tables', () => {
  test('give a reason in every row, and weigh no fact twice', () => {
    expect([...weights, ...rights].filter(({ why }) => why.length < 5)).toEqual([]);
    expect(new Set(weights.map(({ fact }) => fact)).size).toBe(weights.length);
    const fields = rights.flatMap((row) => row.fields);
    expect(new Set(fields).size).toBe(fields.length);
  });

  test('let nothing replace what it could not add', () => {
    expect(rights.filter(({ adds, replaces }) => replaces < adds)).toEqual([]);
  });

  test('let no sum replace what a paper says by anything that does not say all of it', () => {
    const all = weighed(whole);
    for (const field of ['title', 'abstract', 'authors'] as const)
      expect([may(all, field, true), may(all, field, true, true)], field).toEqual([false, true]);
  });

  test('let no sum replace an identifier, a link or a status', () => {
    const all = weighed(whole);
    for (const field of ['doi', 'pmid', 'pmcid', 'openAccess', 'url', 'status'] as const)
      expect(may(all, field, true), field).toBe(false);
    expect(may(all, 'status', false)).toBe(false);
  });
});

describe('what readers see differently', () => {
  const body = (text: string, words: string, author = 'Maria Garcia') =>
    reconcile([
      member({
        titles: [said({ language: 'en', text })],
        abstracts: [abstractOf(words)],
        authors: [said({ name: { written: author } })],
      }),
    ]).body;
  const before = body('The therapist and trust', 'Trust was seen. It grew.');
  test.each<[string, ReturnType<typeof body>, string[]]>([
    ['nothing, where case and marks alone differ', body('The Therapist and trust.', 'Trust was seen. It grew.'), []],
    [
      'nothing, where given names are written out',
      body('The therapist and trust', 'Trust was seen. It grew.', 'M. Garcia'),
      [],
    ],
    [
      'a title whose words are parted otherwise',
      body('The the rapist and trust', 'Trust was seen. It grew.'),
      ['title.en'],
    ],
    [
      'an abstract with a sentence more',
      body('The therapist and trust', 'Trust was seen. It grew. It fell.'),
      ['abstract.en'],
    ],
    [
      'a person with another given name',
      body('The therapist and trust', 'Trust was seen. It grew.', 'Mad Garcia'),
      ['authors'],
    ],
    ['another person', body('The therapist and trust', 'Trust was seen. It grew.', 'Eve Mallory'), ['authors']],
  ])('%s', (_, after, fields) => {
    expect(differencesOf(before, after).map(({ field }) => field)).toEqual(fields);
  });
});
