import { describe, expect, test } from 'vitest';
import type { Concept, ConceptRef } from '#domain/concept';
import { auditAbsences, papersToRead, type Collection } from '../../scripts/audit/absences.ts';
import { addFront, readProse, type Prose } from '../../scripts/audit/prose.ts';
import { auditSentences, restedOn } from '../../scripts/audit/sentences.ts';
import { auditThemes } from '../../scripts/audit/themes.ts';
import { abstract, author, paper, title } from '../citations/support/papers.ts';

const doe = paper('doe-2020-trust', {
  titles: [title('Trust')],
  authors: [author('Doe, Jane')],
  abstracts: [abstract('Trust grew in therapy.'), abstract('信任增长。', 'zh-Hans', 'machine-translation')],
});
const roe = paper('roe-2021-hope', { titles: [title('Hope')], abstracts: [abstract('Hope helps.')] });
const papers = new Map([doe, roe].map((it) => [it.id, it]));
const anchor = 's-00000000';
const link = `/papers/${doe.id}/#${anchor}`;

const file = 'themes/trust/en.mdx';
const essay = (body: string, front?: { title: string; summary: string }, at = file): Prose => {
  const prose = readProse(at, body);
  return front ? addFront(prose, front, () => ({ file: at, line: 2, columns: [1, 9] })) : prose;
};
const rules = (prose: Prose): string[] => auditSentences([prose], papers).map(({ rule }) => rule);
const told = `Trust [grew](${link}). `;

describe('a sentence', () => {
  test('without any of the five bases is reported at its place', () => {
    expect(auditSentences([essay(`${told}\n\nIt **matters** a lot.`)], papers)).toMatchObject([
      {
        severity: 'error',
        rule: 'sentence-without-basis',
        place: { file, line: 3, columns: [1, 22] },
        seen: '“It matters a lot.”',
      },
    ]);
  });

  test('of a title or a summary counts as one of the essay', () => {
    const notices = auditSentences([essay(told, { title: 'Trust: it grows', summary: 'Trust grew.' })], papers);
    expect(notices.map(({ rule, seen }) => [rule, seen])).toEqual([
      ['sentence-without-basis', '“it grows”, in the title'],
      ['sentence-without-basis', '“Trust grew.”, in the summary'],
    ]);
  });

  test.each([
    [`Trust [grew](/papers/${doe.id}/#s-nowhere0).`, 'basis-unknown'],
    ['It <Reading>may be</Reading> so.', 'basis-tag-misplaced'],
    [`${told}${told}${told}<Reading>The study found trust.</Reading>`, 'reading-reports'],
    [`${told}${told}${told}<Reading>As Doe has it, trust matters.</Reading>`, 'reading-reports'],
    [`${told}${told}${told}<Pointer>The review says more, [here](/about/).</Pointer>`, 'reading-reports'],
    ['<Absence>The abstract says so.</Absence>', 'absence-affirms'],
    [`## The review found trust\n\n${told}`, 'reading-reports'],
    ['<Reading>Open.', 'mdx-broken'],
    [`${told}<Reading>One.</Reading>`, 'essay-mostly-ours'],
    [`${told}See [more](/about/).`, 'essay-mostly-ours'],
  ])('%s: %s', (mdx, rule) => expect(rules(essay(mdx))).toContain(rule));

  test('may rest on no words of a machine', () => {
    const machine = paper('poe-2022-x', {
      titles: [title('X')],
      abstracts: [abstract('信任。', 'zh-Hans', 'machine-translation')],
    });
    const notices = auditSentences(
      [essay(`It [grew](/papers/poe-2022-x/#${anchor}).`)],
      new Map([[machine.id, machine]]),
    );
    expect(notices.map(({ rule }) => rule)).toEqual(['basis-machine-translation']);
  });

  test('with its basis raises nothing, and a quarter may be ours', () => {
    expect(rules(essay(`${told}${told}${told}<Reading>So be it.</Reading>`))).toEqual([]);
    expect(rules(essay(`${told}<Absence>Nothing more is said.</Absence>`))).toEqual([]);
  });

  test('on a page that is not an essay is the reviewers’ own unless it shows another basis', () => {
    const page = (mdx: string) => rules(essay(mdx, { title: 'About', summary: 'A page.' }, 'about/en.mdx'));
    expect(page('One. Two. <Reading>Three.</Reading>')).toEqual([]);
    expect(page('The study found trust.')).toEqual(['reading-reports']);
    expect(page(`The study found [trust](${link}).`)).toEqual([]);
  });
});

test('a summary is as short as lists need it, links and tags not counted', () => {
  const summary = (text: string) => rules(essay(told, { title: 'Trust', summary: `[${text}](${link}).` }));
  expect(summary('a'.repeat(319))).toEqual([]);
  expect(summary('a'.repeat(320))).toEqual(['summary-too-long']);
});

test('the papers that prose rests on', () => {
  expect(restedOn([essay(`${told}<q cite="/papers/${roe.id}/" lang="en">Hope</q>.`)])).toEqual([
    { paper: doe.id, anchor },
    { paper: roe.id },
  ]);
});

const concept = (broader: string[] = []): Concept => ({ broader, related: [] }) as unknown as Concept;
const collection: Collection = {
  papers,
  concepts: new Map<string, Set<ConceptRef>>([
    [doe.id, new Set(['themes/trust', 'designs/diary'])],
    [roe.id, new Set([])],
  ]),
  vocabulary: new Map<ConceptRef, Concept>([
    ['themes/trust', concept()],
    ['designs/study', concept()],
    ['designs/diary', concept(['designs/study'])],
  ]),
};
const refuted = (tag: string, body = 'None.'): string[] =>
  auditAbsences([essay(`<Absence ${tag}>${body}</Absence>`)], collection).map(({ rule, seen }) => `${rule}: ${seen}`);

describe('an absence', () => {
  test.each([
    [`words="therap*"`, `“therap*” is at /papers/${doe.id}/#${anchor}: “Trust grew in therapy.”`],
    [`of="themes/trust"`, `${doe.id} has themes/trust`],
    [`of="designs/study"`, `${doe.id} has designs/diary`],
    [`of="designs"`, `${doe.id} has designs/diary`],
    [`words="grew" in="${doe.id}"`, `“grew” is at`],
  ])('is refuted: %s', (tag, seen) => {
    const found = refuted(tag);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('absence-refuted: “None.”, and ');
    expect(found[0]).toContain(seen);
  });

  test('of named papers is an error; one about all papers is a warning, once for all that contradict it', () => {
    const notices = (tag: string) =>
      auditAbsences([essay(`<Absence ${tag}>None.</Absence>`)], collection).map(({ severity, seen }) => [
        severity,
        seen,
      ]);
    expect(notices(`words="helps" in="${roe.id}"`)).toEqual([['error', expect.stringContaining('“helps” is at')]]);
    const [all, ...others] = notices(`words="grew, helps" except="nobody-2020"`).filter(
      ([severity]) => severity === 'warning',
    );
    expect(others).toEqual([]);
    expect(all?.[1]).toContain(`“grew” is at /papers/${doe.id}/#${anchor}`);
    expect(all?.[1]).toContain(`; “helps” is at /papers/${roe.id}/`);
  });

  test.each([
    '',
    `words="distrust"`,
    `words="trust*" in="${roe.id}"`,
    `words="trust*" of="themes/trust" except="${doe.id}"`,
    `of="designs/study" in="${roe.id}"`,
  ])('holds: %s', (tag) => expect(refuted(tag)).toEqual([]));

  test.each([
    ['of="themes/none"', 'of="themes/none"'],
    ['in="nobody-2020"', 'in="nobody-2020"'],
    ['except="nobody-2020"', 'except="nobody-2020"'],
  ])('names what is there: %s', (tag, seen) => {
    expect(refuted(tag)).toContain(`absence-of-unknown: ${seen}`);
  });

  test('needs the texts of the papers that it is about, and no others', () => {
    const ids = (tag: string) => papersToRead([essay(`<Absence ${tag}>None.</Absence>`)], collection.concepts);
    expect(ids('words="x"')).toEqual([doe.id, roe.id]);
    expect(ids(`words="x" except="${doe.id}"`)).toEqual([roe.id]);
    expect(ids('of="themes/trust"')).toEqual([]);
  });
});

describe('the papers of an essay and of its theme', () => {
  const differ = (...essays: Prose[]): string[] => auditThemes(essays, collection).map(({ seen }) => seen);
  test('agree', () => expect(differ(essay(told))).toEqual([]));
  test('or the build names those that differ, once for both languages', () => {
    const body = `It [helps](/papers/${roe.id}/#${anchor}).`;
    expect(differ(essay(body), essay(body, undefined, 'themes/trust/zh.mdx'))).toEqual([
      `used, without the theme themes/trust: ${roe.id}; with the theme themes/trust, and not used: ${doe.id}`,
    ]);
  });
  test('whatever a page says that is no essay', () => {
    expect(differ(essay(`It [helps](/papers/${roe.id}/#${anchor}).`, undefined, 'about/en.mdx'))).toEqual([]);
  });
});
