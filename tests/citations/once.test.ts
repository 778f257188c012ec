import { expect, test } from 'vitest';
import { toCsl } from '#citations/csl';
import { onceEach } from '#citations/once';
import { toInertReference, toReference } from '#citations/reference';
import { fixtures } from './support/papers.ts';

test('a value is made once for each object, however often it is asked for', () => {
  let made = 0;
  const numbered = onceEach((_: object) => ++made);
  const [one, two] = [{}, {}];
  expect([one, two, one, two, one].map(numbered)).toEqual([1, 2, 1, 2, 1]);
  expect(made).toBe(2);
});

test('all pages and files of a paper share one reference, one without markup and one item of CSL', () => {
  for (const paper of fixtures)
    for (const make of [toReference, toInertReference, toCsl]) expect(make(paper)).toBe(make(paper));
});
