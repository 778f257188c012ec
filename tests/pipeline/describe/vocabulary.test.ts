import { expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';
import { temporaryFolder } from '../../support/folder.ts';

const concept = (id: string, more = ''): string =>
  `  - { id: ${id}, prefLabel: { en: ${id} name, zh: ${id}名 }, scopeNote: { en: x, zh: 某 }${more} }`;
const file = (facet: string, concepts: readonly string[], head = ''): string =>
  `facet: ${facet}\nprefLabel: { en: x, zh: 某 }\n${head}concepts:\n${concepts.join('\n')}\n`;

function noticesOf(files: Record<string, string>): Notice[] {
  const notices: Notice[] = [];
  readVocabulary(temporaryFolder(files), notices);
  return notices;
}
const themes = (...concepts: string[]) => noticesOf({ 'themes.yaml': file('themes', concepts) });

test('concepts may be broader, beside one another, and say the same in another facet', () => {
  expect(
    noticesOf({
      'themes.yaml': file('themes', [
        concept('a', ', altLabel: { en: [one], zh-Hant: [壹] }'),
        concept('b', ', broader: [themes/a], related: [designs/a]'),
      ]),
      'designs.yaml': file('designs', [concept('a', ', altLabel: { en: [one] }')]),
    }),
  ).toEqual([]);
});

test.each([
  ['a concept twice', [concept('a'), concept('a')], 'vocabulary-reference', 5, /two concepts themes\/a/],
  [
    'a concept that is not there',
    [concept('a', ', broader: [themes/z]')],
    'vocabulary-reference',
    4,
    /names themes\/z/,
  ],
  ['a concept above itself', [concept('a', ', broader: [themes/a]')], 'vocabulary-reference', 4, /names itself/],
  ['a name without its facet', [concept('a'), concept('b', ', broader: [a]')], 'content-invalid', 5, /broader/],
])('%s is an error at its place', (_, concepts, rule, line, seen) => {
  const notices = themes(...concepts);
  expect(notices[0]).toMatchObject({
    severity: 'error',
    rule,
    place: { file: 'vocabulary/themes.yaml', line },
    seen: expect.stringMatching(seen) as string,
  });
  expect(notices[0]?.remedy).not.toBe('');
});

test('a circle of broader concepts is an error at each of its steps, and names both', () => {
  const notices = themes(
    concept('a', ', broader: [themes/b]'),
    concept('b', ', broader: [themes/c]'),
    concept('c', ', broader: [themes/a]'),
    concept('d', ', broader: [themes/a]'),
  );
  expect(notices.map(({ rule, place, seen }) => [rule, 'line' in place ? place.line : 0, seen])).toEqual([
    ['vocabulary-circle', 4, 'themes/a is broader than themes/b, and themes/b than themes/a'],
    ['vocabulary-circle', 5, 'themes/b is broader than themes/c, and themes/c than themes/b'],
    ['vocabulary-circle', 6, 'themes/c is broader than themes/a, and themes/a than themes/c'],
  ]);
});

test.each([
  ['in another inflection', "altLabel: { en: ['seekers of asylum'] }", "altLabel: { en: ['seeker of asylum'] }"],
  ['in the other script', 'altLabel: { zh-Hans: [治疗关系] }', 'altLabel: { zh-Hant: [治療關係] }'],
  ['as a hidden one', 'altLabel: { en: [one] }', 'hiddenLabel: { en: [One] }'],
])('a name of two concepts of a facet, %s, is an error unless the file says why', (_, first, second) => {
  const concepts = [concept('a', `, ${first}`), concept('b', `, ${second}`)];
  expect(themes(...concepts)).toMatchObject([
    {
      severity: 'error',
      rule: 'vocabulary-label',
      place: { line: 5 },
      seen: expect.stringContaining('of a and of b') as string,
    },
  ]);
  const label = /\[(.+)\]/.exec(second)?.[1] ?? '';
  const shared = `shared: [{ label: ${label}, why: it is both }]\n`;
  expect(noticesOf({ 'themes.yaml': file('themes', concepts, shared) })).toEqual([]);
});

test('one term of another vocabulary is the equivalent of one concept of a facet', () => {
  const match = (relation: string) => `, ${relation}: ['http://id.nlm.nih.gov/mesh/D012036']`;
  expect(themes(concept('a', match('exactMatch')), concept('b', match('exactMatch')))).toMatchObject([
    {
      severity: 'error',
      rule: 'vocabulary-equivalent',
      place: { file: 'vocabulary/themes.yaml', line: 5 },
      seen: 'http://id.nlm.nih.gov/mesh/D012036 as an exact match of a and of b',
      remedy: expect.stringContaining('closeMatch') as string,
    },
  ]);
  expect(themes(concept('a', match('exactMatch')), concept('b', match('closeMatch')))).toEqual([]);
});

test('a label is preferred, other or hidden; a sign may be anywhere', () => {
  expect(themes(concept('a', ", altLabel: { en: ['a name'] }"))).toMatchObject([
    { rule: 'vocabulary-label', seen: '“a name” twice in a' },
  ]);
  expect(themes(concept('a', ', signs: { en: [b name] }'), concept('b', ', signs: { en: [a name] }'))).toEqual([]);
});
