import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { correctionSchema } from '#domain/correction';
import { sayField } from '../../src/site/outcomes.ts';
import { projectFiles } from '../support/tree.ts';
import { areas, say, table, words, type StringKey } from '../../src/site/strings/index.ts';

const entries = Object.entries(table);
const forms = (text: string | { one: string; other: string }): string[] =>
  typeof text === 'string' ? [text] : [text.one, text.other];
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the table of strings', () => {
  test('no two areas share a key', () => {
    const keys = Object.values(areas).flatMap((area) => Object.keys(area));
    expect(keys).toHaveLength(entries.length);
  });

  test('both languages, and both numbers of English, have the same places for values', () => {
    const uneven = entries.filter(([, { en, zh }]) =>
      forms(en).some((form) => places(form).join() !== places(zh).join()),
    );
    expect(uneven.map(([key]) => key)).toEqual([]);
  });

  test('Chinese punctuation is full-width between Chinese characters', () => {
    const narrow = entries.filter(([, { zh }]) => /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(zh));
    expect(narrow.map(([key, { zh }]) => `${key}: ${zh}`)).toEqual([]);
  });

  test('apostrophes in English prose are curly, in the strings and in the definitions of concepts', () => {
    const strings = entries.flatMap(([, { en }]) => forms(en));
    const definitions = readdirSync('content/vocabulary').flatMap((file) =>
      readFileSync(join('content/vocabulary', file), 'utf8')
        .split('\n')
        .filter((line) => /^\s+en: '?[A-Z].*\.'?$/u.test(line)),
    );
    expect(definitions.length).toBeGreaterThan(30);
    expect([...strings, ...definitions].filter((text) => /\p{L}''?\p{L}/u.test(text))).toEqual([]);
  });

  test('every field that a person may correct has its word', () => {
    const fields = Object.keys(correctionSchema.shape.set.unwrap().shape);
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => sayField(field, 'zh', words('zh')) === field)).toEqual([]);
  });

  test('every string is asked for: by its key, by the beginning of its key, or by a script that has its area alone', () => {
    const files = projectFiles().filter(({ path }) => /^src\/.*\.(?:ts|astro)$/u.test(path));
    const textOf = (of: RegExp) =>
      files
        .filter(({ path }) => of.test(path))
        .map(({ text }) => text)
        .join('\n');
    const code =
      textOf(/^src\/(?!site\/strings\/)/u) + textOf(/^src\/site\/strings\//u).replace(/^ {2}'[^']+':/gmu, '');
    const scripts = textOf(/^src\/client\//u);
    const beginnings = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/gu)].map(([, beginning = '']) => beginning);
    const isAsked = (key: string): boolean =>
      code.includes(`'${key}'`) ||
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      scripts.includes(`'${key.slice(key.indexOf('.') + 1)}'`);
    expect(Object.keys(table).filter((key) => !isAsked(key))).toEqual([]);
  });

  test('nothing is blank', () => {
    expect(entries.filter(([, { en, zh }]) => !zh.trim() || forms(en).some((form) => !form.trim()))).toEqual([]);
  });
});

describe('say', () => {
  const entry = { en: { one: '{count} paper', other: '{count} papers' }, zh: '{count} 篇文献' };
  test.each([
    [1, 'en', '1 paper'],
    [0, 'en', '0 papers'],
    [12345, 'en', '12,345 papers'],
    [1, 'zh', '1 篇文献'],
  ] as const)('%i in %s', (count, lang, expected) => {
    expect(say(entry, lang, { count })).toBe(expected);
  });

  test('a place without a value stays to be seen, and a value with a place in it is not filled again', () => {
    expect(say({ en: '{a} {b}', zh: '{a} {b}' }, 'en', { a: '{b}' })).toBe('{b} {b}');
  });

  test('words', () => {
    const key: StringKey = 'paper.role.machine-translation';
    expect([words('en')(key), words('zh')(key)]).toEqual(['machine translation', '机器翻译']);
  });
});
