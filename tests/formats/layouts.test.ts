import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLabelled } from '../../scripts/measure/labelled.ts';
import { impossibleIn } from '../../scripts/measure/impossible.ts';
import { scoreLists } from '../../scripts/measure/lists.ts';
import { measureOf, scorePage, sumTallies, totalOf } from '../../scripts/measure/score.ts';

const folderOf = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** The set, its pages, and the F1 over all fields that it is held to; what it was is in the README. */
test.each<[string, number, number]>([
  ['layouts', 65, 0.99],
  ['layouts-apart/a', 30, 0.96],
  ['layouts-apart/b', 40, 0.965],
  ['layouts-apart/c', 24, 0.965],
  ['layouts-apart/d', 23, 0.94],
  ['layouts-apart/e', 20, 0.95],
  ['layouts-apart/f', 40, 0.965],
  ['layouts-apart/g', 40, 0.94],
  ['layouts-apart/h', 25, 0.98],
  ['layouts-apart/i', 40, 0.915],
  ['layouts-apart/j', 60, 0.92],
  ['layouts-apart/k', 30, 0.89],
  ['layouts-apart/l', 30, 0.95],
  ['layouts-apart/m', 40, 0.87],
  ['layouts-apart/n', 20, 0.97],
  ['layouts-apart/o', 16, 0.98],
  ['layouts-apart/p', 24, 0.96],
  ['layouts-apart/q', 24, 0.98],
  ['layouts-apart/r', 24, 0.97],
  ['layouts-apart/s', 20, 0.93],
  ['layouts-apart/t', 20, 0.98],
  ['layouts-apart/u', 8, 0.98],
  ['layouts-unseen/b', 40, 0.93],
  ['layouts-unseen/c', 40, 0.89],
])('of %s, %s pages', { timeout: 120_000 }, (name, count, floor) => {
  // The first set is read only by the general reader, except for markup; the others as the import reads them.
  const pages = readLabelled(folderOf(name), name === 'layouts');
  const { precision, f1 } = measureOf(totalOf(sumTallies(pages.map(({ tallies }) => tallies))));
  expect(pages).toHaveLength(count);
  expect(f1).toBeGreaterThanOrEqual(floor);
  // Nothing is invented to find more.
  expect(precision).toBeGreaterThanOrEqual(floor);
  // Nothing is read that a glance shows to be wrong, and no label looks like that.
  expect(pages.flatMap(({ file, read }) => impossibleIn(read).map((value) => `${file}: ${value}`))).toEqual([]);
  expect(pages.flatMap(({ file, label }) => impossibleIn(label).map((value) => `${file}: ${value}`))).toEqual([]);
});

test('of pages that list papers, every record that is found is one, and nine in ten are found', () => {
  const { precision, recall } = measureOf(scoreLists(folderOf('lists')));
  expect(precision).toBe(1);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

const total = (label: object, read: object) => totalOf(scorePage(label, read));

test.each<[string, object, object, [number, number, number]]>([
  ['values but for case and a final stop', { title: 'Trust and hope' }, { title: 'Trust and Hope.' }, [2, 0, 0]],
  ['a wrong value is invented and missing', { doi: '10.5555/a' }, { doi: '10.5555/b' }, [1, 1, 1]],
  ['a value where the page states none', {}, { year: 2020 }, [1, 1, 0]],
  ['authors in their order', { authors: ['A B', 'C D'] }, { authors: ['C D', 'A B'] }, [2, 1, 1]],
  ['keywords in any', { keywords: ['a', 'b'] }, { keywords: ['b', 'a', 'c'] }, [3, 1, 0]],
  ['abstracts by their words', { abstract: 'one two three' }, { abstract: 'three, two: one' }, [2, 0, 0]],
  ['half an abstract', { abstract: 'one two three four' }, { abstract: 'one two' }, [1, 1, 1]],
  ['a page that is no paper', { is_paper: false, title: 'x' }, { is_paper: false, title: 'y' }, [1, 0, 0]],
  ['one that was taken for none', { title: 'x' }, { is_paper: false, title: 'x' }, [0, 1, 2]],
])('scores %s', (_, label, read, [right, invented, missing]) => {
  expect(total(label, read)).toEqual({ right, invented, missing });
});
