import { expect, test } from 'vitest';
import { helpExamples, helpKeys } from '#search/help';
import { join } from 'node:path';
import { readVocabulary } from '../../scripts/pipeline/describe/vocabulary.ts';
import { projectRoot } from '../../scripts/run.ts';
import { papersOf } from '../pipeline/support.ts';
import { huggett, iversen, newydd, potocky, tremain } from '../support/seeds.ts';
import { fixtureContent, fixturePapers } from './fixtures.ts';
import { searchingIn } from './searching.ts';

const bed = searchingIn(fixtureContent);

const vocabulary = new Map(
  readVocabulary(join(projectRoot, 'content/vocabulary'), []).map((file) => [file.facet, file]),
);
const five = [...papersOf(join(projectRoot, 'content')).values()];

test.each([
  ['the five papers', five],
  ['all of them', [...five, ...fixturePapers]],
  ['the made-up ones', fixturePapers],
  ['Chinese ones alone', fixturePapers.filter(({ titles }) => titles.every(({ language }) => language !== 'en'))],
  ['one without authors, year and abstract', fixturePapers.filter(({ id }) => id === 'no-abstract')],
])('the help shows what can be asked of %s, and each question finds some of them', async (_, papers) => {
  const examples = helpExamples(papers, vocabulary);
  expect(examples.map(({ key }) => key)).toEqual(helpKeys.filter((key) => examples.some((it) => it.key === key)));
  expect(examples.map(({ key }) => key)).toContain('lang');
  for (const { query } of examples) {
    const { ids, remarks } = await bed.search(query);
    expect(remarks, query).toEqual([]);
    expect(
      ids.filter((id) => papers.some((paper) => paper.id === id)),
      query,
    ).not.toEqual([]);
  }
});

test('of these five, everything a query can do has an example; of no papers nothing has', () => {
  expect(helpExamples(five, vocabulary).map(({ key }) => key)).toEqual(helpKeys);
  expect(helpExamples([], vocabulary)).toEqual([]);
});

const all = () => bed.ids;
const except = (...ids: string[]) => all().filter((id) => !ids.includes(id));

test.each([
  ['interpreters trust', () => [potocky]],
  ['"therapeutic alliance"', () => [potocky, huggett, tremain]],
  ['interpret*', () => [potocky, 'interpretation-of-data']],
  ['refugees OR 难民', () => [potocky, newydd, 'bilingual-refugees']],
  [
    'alliance NOT digital',
    () => [potocky, huggett, 'traditional-suicide', 'interpretation-of-data', 'notes-on-alliance'],
  ],
  ['alliance -digital', () => [potocky, huggett, 'traditional-suicide', 'interpretation-of-data', 'notes-on-alliance']],
  ['(refugees OR migrants) AND professionals', () => [newydd]],
  ['author:potocky', () => [potocky]],
  [
    'year:2019..2024',
    () => [huggett, tremain, 'chinese-interpreters', 'suicidal-experiences-wards', 'bilingual-refugees'],
  ],
  ['journal:"Clinical Psychology Review"', () => [huggett]],
  ['title:alliance', () => [potocky, huggett, tremain, 'interpretation-of-data']],
  ['theme:interpreters', () => [potocky, 'chinese-interpreters']],
  ['design:"qualitative study"', () => [iversen, 'chinese-interpreters', 'suicidal-experiences-wards']],
  ['lang:zh', () => [potocky, huggett, tremain, 'chinese-interpreters', 'traditional-suicide', 'bilingual-refugees']],
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
