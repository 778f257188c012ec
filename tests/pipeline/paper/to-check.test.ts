import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere, type Ended } from '../../support/command.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { importFolder, review } from '../support.ts';

/** A page whose title follows only from its place. */
const page = `Counselling at the harbour clinic
The Working Alliance of Dock Workers and Their Counsellors: A Diary Study

阅读：3

This diary study followed dock workers and their counsellors for one year. The alliance grew slowly and held.

特别声明：本页面内容来源于网络。
`;
const ris = `TY  - JOUR
TI  - The Working Alliance of Dock Workers and Their Counsellors: A Diary Study
ER  - 
`;

const command = (script: string, ...args: string[]): Promise<Ended> => runHere(script, args);

const fieldsOf = async (folder: string): Promise<string[]> =>
  (await importFolder(folder)).toCheck.map(({ field }) => field);

/** The words of a command as a person copies it into a shell. */
const wordsIn = (line: string): string[] =>
  [...(line.split('npm run correct -- ')[1] ?? '').matchAll(/"([^"]*)"|(\S+)/gu)].map(([, a, b]) => a ?? b ?? '');

describe('values to check', () => {
  test('are in the ledger and in the summary of an import, with a command that records a look', async () => {
    const folder = review({ 'sources/page.txt': page });
    const { out } = await command('import', '--content', folder);
    const line = out.split('\n').find((it) => it.startsWith('check ')) ?? '';
    expect(line).toMatch(
      /^check [a-z-]+: (?:[a-z.]+, )*title\.en; if all is as on the page: npm run correct -- "page\.txt"/u,
    );
    expect(out).toMatch(/\d values? to check in 1 paper,/u);
    expect(readFileSync(join(folder, 'ledger.json'), 'utf8')).toContain(
      '"field":"title.en","says":"The Working Alliance',
    );
    const done = await command('correct', '--content', folder, ...wordsIn(line));
    expect({ code: done.code, error: done.error.includes('Nothing was written') }).toEqual({ code: 0, error: false });
    const [file = ''] = readdirSync(join(folder, 'corrections'));
    const written = readFileSync(join(folder, 'corrections', file), 'utf8');
    expect(written).toContain('for: page.txt\n');
    expect(written).toContain('title.en: "The Working Alliance of Dock Workers');
    expect(await fieldsOf(folder)).toEqual([]);
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
  });

  test('are to check again where the value has become another one than the one that was looked at', async () => {
    const folder = review({ 'sources/page.txt': page });
    expect(await fieldsOf(folder)).toContain('title.en');
    const before = await fieldsOf(folder);
    mkdirSync(join(folder, 'corrections'));
    const decision = (value: string): void =>
      writeFileSync(
        join(folder, 'corrections', 'page.yaml'),
        `for: page.txt\nreason: looked\nseen: [page.txt]\nchecked: { title.en: "${value}" }\n`,
      );
    decision('The Working Alliance of Dock Workers and Their Counsellors: A Diary Study');
    expect(await fieldsOf(folder)).toEqual(before.filter((field) => field !== 'title.en'));
    decision('The Working Alliance of Dock Workers');
    expect(await fieldsOf(folder)).toEqual(before);
  });

  test('are none where a record or a correction says the same value', async () => {
    const both = review({ 'sources/page.txt': page, 'sources/record.ris': ris });
    expect(await fieldsOf(both)).not.toContain('title.en');
    const corrected = review({
      'sources/page.txt': page,
      'corrections/page.yaml':
        'for: page.txt\nreason: the page cuts it\nseen: [page.txt]\nset: { titles: [{ language: en, role: original, text: Another title }] }\n',
    });
    expect(await fieldsOf(corrected)).not.toContain('title.en');
  });

  test('are listed by npm run add for what was added alone', async () => {
    const folder = review({ 'sources/first.txt': page.replaceAll('Dock Workers', 'Night Nurses') });
    await importFolder(folder);
    const { out } = await command('add', '--content', folder, temporaryFolder({ 'page.txt': page }));
    const lines = out.split('\n').filter((it) => it.startsWith('check '));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"page.txt" --confirm');
  });

  test('are not what --refuse is for', async () => {
    const folder = review({ 'sources/page.txt': page });
    await importFolder(folder);
    const given = ['--reason', 'looked', '--seen', 'the page'];
    const refused = await command('correct', '--content', folder, 'page.txt', '--refuse', ...given);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('No decision is waiting');
  });
});
