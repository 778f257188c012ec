import { expect, test } from 'vitest';
import { huggett, iversen, newydd, potocky, tremain } from '../support/seeds.ts';
import { fixtureContent } from './fixtures.ts';
import { searchingIn } from './searching.ts';

const bed = searchingIn(fixtureContent);

/** The paper that must come first for a query. */
const first: Record<string, string> = {
  口译员: 'chinese-interpreters',
  口译: 'chinese-interpreters',
  'interpreters refugees': potocky,
  interpretation: 'interpretation-of-data',
  'suicidal experiences': huggett,
  'suicidal experiences psychotherapy': huggett,
  自杀意念: 'traditional-suicide',
  自殺意念: 'traditional-suicide',
  'meta-ethnography': huggett,
  'digital alliance': tremain,
  'digital mental health': tremain,
  'serious mental illness': tremain,
  'narrative review refugees': potocky,
  'refugee mental health': potocky,
  难民: potocky,
  'forced migrants': newydd,
  'mental health professionals': newydd,
  'therapeutic relationships': iversen,
  'group dynamics': iversen,
  'treatment settings': iversen,
  'qualitative study patients': iversen,
  trust: 'bilingual-refugees',
  信任: 'bilingual-refugees',
  'asylum seekers trust': 'bilingual-refugees',
  'inpatient wards': 'suicidal-experiences-wards',
  behavioral: 'american-behavior',
  behavioural: 'british-behaviour',
  'rupture repair': 'no-abstract',
  'peer support': 'cafe-support',
  'alliance data': 'interpretation-of-data',
  Potocky: potocky,
  'Clinical Psychology Review': huggett,
};

test('there are thirty', () => expect(Object.keys(first).length).toBeGreaterThanOrEqual(30));

test.each(Object.entries(first))('%s', async (query, paper) => {
  const { ids } = await bed.search(query);
  expect(ids[0]).toBe(paper);
});

test('a title comes before a theme, a theme before an abstract, an abstract before a mere mention', async () => {
  const { ids } = await bed.search('alliance');
  const place = (id: string) => ids.indexOf(id);
  expect(place(potocky)).toBeLessThan(place('notes-on-alliance'));
  expect(place('interpretation-of-data')).toBeLessThan(place('notes-on-alliance'));
  expect(ids.at(-1)).toBe('notes-on-alliance');
});
