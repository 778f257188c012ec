import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { papersNamed, papersQuoted } from '../../src/site/cited.ts';

const mdx = `[Doe](/papers/doe-2020-trust/) and [Roe](/zh/papers/roe-2021-hope/) say
<q cite="/papers/doe-2020-trust/#s-12345678" lang="en">x</q>, as does <q cite="/papers/poe-2022-bond/" lang="en">y</q>.`;

it('finds the papers that a text quotes, and those that it only names', () => {
  expect(papersQuoted(mdx)).toEqual(new Set(['doe-2020-trust', 'poe-2022-bond']));
  expect(papersNamed(mdx)).toEqual(new Set(['doe-2020-trust', 'roe-2021-hope', 'poe-2022-bond']));
});

it('finds the same papers in both essays on a theme', () => {
  for (const theme of ['interpreters', 'suicidality', 'continuity']) {
    const read = (language: string): string => readFileSync(`content/themes/${theme}/${language}.mdx`, 'utf8');
    expect(papersQuoted(read('zh'))).toEqual(papersQuoted(read('en')));
    expect(papersNamed(read('zh'))).toEqual(papersNamed(read('en')));
  }
});
