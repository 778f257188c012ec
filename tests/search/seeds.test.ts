import { expect, test } from 'vitest';
import { huggett, newydd, potocky, tremain } from '../support/seeds.ts';
import { searchingIn } from './searching.ts';

const bed = searchingIn(() => 'content');

/** The searches that the review was made for, with the papers of the five that they must find, and no others. */
const expected: Record<string, string[]> = {
  interpreters: [potocky],
  interpreter: [potocky],
  口译: [potocky],
  kouyi: [potocky],
  suicidality: [huggett],
  自杀: [huggett],
  自殺: [huggett],
  'therapeutic alliance': [huggett, tremain, potocky],
  治疗联盟: [huggett, tremain, potocky],
  难民: [potocky, newydd],
  難民: [potocky, newydd],
  'immigration law': [],
};

test.each(Object.entries(expected))('%s', async (query, papers) => {
  const { ids } = await bed.search(query);
  expect(ids.toSorted()).toEqual(papers.toSorted());
});
