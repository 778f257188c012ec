import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { auditContent } from '../../scripts/audit/content.ts';
import { temporaryFolder } from '../support/folder.ts';

let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'content');
  cpSync('content', folder, { recursive: true });
});

const potocky = 'potocky-2025-therapeutic-alliance-refugee';
const rest = `${potocky}#s-kp8d19dn`;
const finding = (fields: Record<string, string> = {}): string => {
  const all = { id: 'a', theme: 'themes/interpreters', en: 'It is so.', zh: '如此。', rests: `[${rest}]`, ...fields };
  const { id, theme, en, zh, rests } = all;
  return `  - { id: ${id}, theme: ${theme}, statement: { en: '${en}', zh: '${zh}' }, rests: ${rests} }\n`;
};

/** The errors that a table of findings brings, each as its rule and its line. */
function errorsOf(...findings: string[]): string[] {
  writeFileSync(join(folder, 'findings.yaml'), `findings:\n${findings.join('')}`);
  return auditContent(folder)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, place }) => `${rule} ${place.file}:${'line' in place ? place.line : ''}`);
}

test('a finding that rests on a sentence of a paper is right', () => {
  expect(errorsOf(finding())).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ['names no sentence', { rests: '[]' }, 'content-invalid'],
  ['names a paper without a sentence', { rests: `[${potocky}]` }, 'content-invalid'],
  ['is of a theme that nobody has', { theme: 'themes/nobody' }, 'finding-of-unknown-theme'],
  ['is of a part of a theme', { theme: 'themes/supervision' }, 'finding-of-unknown-theme'],
  ['rests on an unknown paper', { rests: '[nobody-2020-x#s-kp8d19dn]' }, 'finding-of-unknown-paper'],
  ['rests on an unknown sentence', { rests: `[${potocky}#s-00000000]` }, 'finding-sentence-unknown'],
  ['rests on one sentence twice', { rests: `[${rest}, ${rest}]` }, 'finding-rest-twice'],
  [
    'rests on the words of a machine',
    { rests: '[iversen-2025-building-sustaining-therapeutic#s-sttemrq3]' },
    'finding-on-machine-translation',
  ],
  ['is two sentences', { en: 'It is so. It is not so.' }, 'finding-not-one-sentence'],
  ['is in the other language', { zh: 'It is so.' }, 'finding-in-other-language'],
])('a finding that %s is an error with its place', (_, fields, rule) => {
  expect(errorsOf(finding({ id: 'right' }), finding(fields))).toEqual([`${rule} findings.yaml:3`]);
});

test('two findings of one id, and a finding on a paper that was taken out', () => {
  expect(errorsOf(finding(), finding())).toEqual(['finding-twice findings.yaml:3']);
  const record = join(folder, 'papers', `${potocky}.json`);
  const paper = JSON.parse(readFileSync(record, 'utf8')) as { status: unknown[]; sources: { file: string }[] };
  const from = [{ file: paper.sources[0]?.file, line: 1, columns: [1, 1] }];
  writeFileSync(record, JSON.stringify({ ...paper, status: [{ kind: 'withdrawn-from-review', from }] }));
  expect(errorsOf(finding()).filter((it) => it.startsWith('finding'))).toEqual([
    'finding-on-withdrawn-paper findings.yaml:2',
  ]);
});

test('a review without the file has no findings, and builds', () => {
  writeFileSync(join(folder, 'findings.yaml'), '# none yet\n');
  expect(auditContent(folder).filter(({ severity }) => severity === 'error')).toEqual([]);
});
