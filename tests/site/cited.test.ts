import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { paperSchema } from '#domain/paper';
import { papersOnPage, papersUsed, sentencesOfEssay } from '../../src/site/cited.ts';

const papers = new Map(
  readdirSync('content/papers')
    .filter((name) => name.endsWith('.json'))
    .map((name) => paperSchema.parse(JSON.parse(readFileSync(`content/papers/${name}`, 'utf8'))))
    .map((paper) => [paper.id, paper]),
);
const newydd = 'newydd-nd-experiences-mental-health';
const tremain = 'tremain-2020-therapeutic-alliance-digital';

const used = (body: string, summary = 'A [b](/papers/none/#s-1).') =>
  papersUsed(
    sentencesOfEssay({ body, data: { title: 'T', summary } }).flatMap(({ rests }) => rests),
    papers,
  );

it('tells papers that a text uses by their own words from those of which it uses a digest', () => {
  expect(used(`[x](/papers/${newydd}/#s-v03kg4h2).`)).toEqual({
    all: new Set([newydd]),
    abstracts: new Set(),
    digests: new Set([newydd]),
  });
  expect(used(`[x](/papers/${newydd}/#s-v03kg4h2). [y](/zh/papers/${newydd}/#s-o7umlqcn).`)).toEqual({
    all: new Set([newydd]),
    abstracts: new Set([newydd]),
    digests: new Set([newydd]),
  });
});

it('counts what a summary rests on and the title of a paper that is quoted, and no paper that is only named', () => {
  const quoted = `They write <q cite="/papers/${tremain}/" lang="en">narrative review</q>. See [it](/papers/${newydd}/).`;
  expect([...used(quoted).all]).toEqual([tremain]);
  expect([...used('', `[A](/papers/${tremain}/#s-eppw6iun).`).abstracts]).toEqual([tremain]);
});

it('finds the same papers in both essays on each theme', () => {
  for (const theme of readdirSync('content/themes')) {
    const read = (language: string) => {
      const text = readFileSync(`content/themes/${theme}/${language}.mdx`, 'utf8');
      const data = parse(/^---\n([^]*?)\n---\n/u.exec(text)?.[1] ?? '') as { title: string; summary: string };
      return papersUsed(
        sentencesOfEssay({ body: text, data }).flatMap(({ rests }) => rests),
        papers,
      );
    };
    const [en, zh] = [read('en'), read('zh')];
    for (const part of ['all', 'abstracts', 'digests'] as const)
      expect([...zh[part]].sort()).toEqual([...en[part]].sort());
  }
});

it('shows all papers of a small review beside its texts, and of a large one those that the texts rest on', () => {
  const some = [...papers.values()];
  const many = some.flatMap((paper) => Array.from({ length: 2000 }, (_, n) => ({ ...paper, id: `made-up-${n}` })));
  expect(papersOnPage(some, [])).toEqual(some);
  expect(papersOnPage([...many, ...some], [{ paper: tremain, anchor: 's-eppw6iun' }, { paper: tremain }])).toEqual([
    papers.get(tremain),
  ]);
});
