import { expect, test } from 'vitest';
import { packOfCard, type Card, type SectionCard } from '#search/catalogue';
import { cardFiles, usualCards } from '../../scripts/search/card-packs.ts';

const card = (id: string, journal = 'A journal'): Card => ({
  id,
  titles: [],
  authors: '',
  journal,
  status: [],
  texts: [],
  evidence: {},
});
const section = (anchor: string): SectionCard => ({
  path: 'about/',
  page: 'en',
  language: 'en',
  title: 'About',
  heading: anchor,
  anchor,
  sentences: [],
});
const papers = Array.from({ length: 3000 }, (_, n) => card(`paper-${n}`));
const sections = Array.from({ length: 40 }, (_, n) => section(`part-${n}`));
const before = cardFiles(papers, sections);
const names = new Set(before.map(({ name }) => name));
const newIn = (now: readonly Card[]): number => cardFiles(now, sections).filter(({ name }) => !names.has(name)).length;

test('a small review has a file for each paper, a large one a file for about five', () => {
  expect([0, 5, 600, 601, 1800, 1801, 10_000, 100_000].map(usualCards)).toEqual([1, 1, 1, 3, 3, 6, 6, 6]);
  const counts = before.map(({ held }) => held.length);
  expect(Math.max(...counts)).toBe(9);
  expect(counts.length).toBeLessThan(700);
});

test('each card is found in its file by its number, those of sections after those of papers', () => {
  const packs = { version: '', counts: before.map(({ held }) => held.length), names: before.map(({ name }) => name) };
  const found = [...papers, ...sections].map((_, number) => {
    const at = packOfCard(packs, number);
    return before.find(({ name }) => name === at?.name)?.held[at?.place ?? -1];
  });
  expect(found).toEqual([...papers, ...sections]);
  expect(packOfCard(packs, papers.length + sections.length)).toBeUndefined();
});

test('a name is made from what the file holds: a paper that changes renames one file, one that comes or goes a few', () => {
  expect(newIn(papers)).toBe(0);
  for (const at of [0, 7, 1500, 2999]) {
    expect(newIn(papers.with(at, card(`paper-${at}`, 'Another journal')))).toBe(1);
    expect(newIn(papers.toSpliced(at, 1))).toBeLessThanOrEqual(5);
    expect(newIn(papers.toSpliced(at, 0, card('a-new-paper')))).toBeLessThanOrEqual(5);
  }
});
