import { expect, test } from 'vitest';
import { examples } from '#search/help';
import { huggett, iversen, newydd, potocky, tremain } from '../support/seeds.ts';
import { fixtureContent } from './fixtures.ts';
import { searchingIn } from './searching.ts';

const bed = searchingIn(fixtureContent);

const all = () => bed.catalogue.ids;
const except = (...ids: string[]) => all().filter((id) => !ids.includes(id));

/** What each example of the help finds. */
const found: Record<(typeof examples)[number]['key'], () => readonly string[]> = {
  words: () => [potocky],
  phrase: () => [potocky, huggett, tremain],
  beginning: () => [potocky, 'interpretation-of-data'],
  or: () => [potocky, newydd, 'bilingual-refugees'],
  not: () => [potocky, huggett, 'traditional-suicide', 'interpretation-of-data', 'notes-on-alliance'],
  minus: () => [potocky, huggett, 'traditional-suicide', 'interpretation-of-data', 'notes-on-alliance'],
  brackets: () => [newydd],
  author: () => [potocky],
  year: () => [huggett, tremain, 'chinese-interpreters', 'suicidal-experiences-wards', 'bilingual-refugees'],
  journal: () => [huggett],
  title: () => [potocky, huggett, tremain, 'interpretation-of-data'],
  theme: () => [potocky, 'chinese-interpreters'],
  design: () => [iversen, 'chinese-interpreters'],
  lang: () => [potocky, huggett, tremain, 'chinese-interpreters', 'traditional-suicide', 'bilingual-refugees'],
};

test.each(examples)('$query', async ({ query, key }) => {
  const { ids, remarks } = await bed.search(query);
  expect(remarks).toEqual([]);
  expect(ids.toSorted()).toEqual([...found[key]()].toSorted());
});

test.each([
  ['', () => all()],
  [
    '-alliance',
    () => except(potocky, huggett, tremain, 'interpretation-of-data', 'notes-on-alliance', 'traditional-suicide'),
  ],
  ['year:..2010', () => ['interpretation-of-data', 'notes-on-alliance']],
  ['author:"Zoë Müller"', () => ['suicidal-experiences-wards']],
  ['affiliation:Lund', () => ['cafe-support']],
  ['Lund', () => []],
  ['keyword:self-harm', () => ['british-behaviour']],
  ['doi:10.5555/us.behav', () => ['american-behavior']],
  ['theme:口译员', () => [potocky, 'chinese-interpreters']],
  ['主题：口译', () => [potocky, 'chinese-interpreters']],
  ['theme:no-such-theme', () => []],
  ['NOT NOT alliance', async () => (await bed.search('alliance')).ids],
] as [string, () => readonly string[] | Promise<readonly string[]>][])('%s', async (query, papers) => {
  const { ids } = await bed.search(query);
  expect(ids.toSorted()).toEqual([...(await papers())].toSorted());
});
