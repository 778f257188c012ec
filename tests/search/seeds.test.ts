import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchingIn, type Testbed } from './searching.ts';

let bed: Testbed;
beforeAll(async () => {
  bed = await searchingIn('content');
});
afterAll(() => bed.close());

const potocky = 'potocky-2025-therapeutic-alliance-refugee';
const huggett = 'huggett-2024-client-therapist-perspectives';
const tremain = 'tremain-2020-therapeutic-alliance-digital';
const newydd = 'newydd-nd-experiences-mental-health';

/** What a reader of the five papers expects of the searches that the review was made for, and nothing else. */
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
