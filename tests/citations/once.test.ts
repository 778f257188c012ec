import { expect, test } from 'vitest';
import { toCsl } from '#citations/csl';
import { onceEach, onceInARow } from '#citations/once';
import { toInertReference, toReference } from '#citations/reference';
import { fixtures } from './support/papers.ts';

test('a value is made once for each object, however often it is asked for', () => {
  let made = 0;
  const numbered = onceEach((_: object) => ++made);
  const [one, two] = [{}, {}];
  expect([one, two, one, two, one].map(numbered)).toEqual([1, 2, 1, 2, 1]);
  expect(made).toBe(2);
});

test('a large value is made once for the times in a row that it is asked for, and not kept longer', () => {
  let made = 0;
  const numbered = onceInARow((_: object) => ++made);
  const [one, two] = [{}, {}];
  expect([one, one, two, two, one].map(numbered)).toEqual([1, 1, 2, 2, 3]);
});

test('all pages and files of a paper share one reference, one without markup and one item of CSL', () => {
  for (const paper of fixtures)
    for (const make of [toReference, toInertReference, toCsl]) expect(make(paper)).toBe(make(paper));
});
