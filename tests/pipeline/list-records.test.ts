/** Records of a page that lists papers, which a person takes in by number. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '#domain/ledger';
import { runHere, type Ended } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { importFolder, papersOf, review } from './support.ts';

const results = `Search results for "working alliance"
Showing 1-3 of 1,204 results
Sort by: Relevance
The working alliance on night wards
A. Berg, C. Dahl - Journal of Ward Nursing, 2021 - Cited by 12
Harbour counselling and its dock workers
M. Lund - Harbour Psychology, 2019 - Cited by 40
Measuring trust in day clinics
E. Vik - Family Process, 2018 - Cited by 8
Next page
`;
const contents = `心理学通讯季刊
2023年 第6卷 第2期  出版日期:2023-06-20
目 录
专题:治疗关系
线上咨询中的在场感与工作同盟
钟离雪, 姚振邦
2023, 6(2): 81-90.  doi: 10.5555/xl.1
摘要 ( 210 )   PDF (1045KB) ( 98 )
督导同盟的文化维度
曹知远
2023, 6(2): 91-102.  doi: 10.5555/xl.2
摘要 ( 143 )   PDF (880KB) ( 61 )
团体咨询的破裂与修复:十年回顾
麦可欣
2023, 6(2): 103-117.  doi: 10.5555/xl.3
摘要 ( 320 )   PDF (1320KB) ( 204 )
`;
const digest = `OPEN DOOR NETWORK
Research round-up – Spring 2023
1. Walking therapy and the alliance with young men
Jonah Prescott & Saoirse Tierney, Ecotherapy Review, 2022
What they found: talking side by side was easier than face to face for the men.
2. Does a dog in the counselling room help? A crossover study
Verity Lam and Kofi Mensah, School Wellbeing, 2023
What they found: more sessions were attended with the dog in the room.
3. What parents want from play therapists
Greta Sandström, Child & Play, 2021
What they found: parents want to be told what happens in the room.
Leave a comment
`;

const add = (folder: string, ...args: string[]): Promise<Ended> => runHere('add', ['--content', folder, ...args]);
const titlesOf = (folder: string): string[] =>
  [...papersOf(folder).values()].map(({ titles }) => titles[0]?.text ?? '').sort();
const ledgerOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')) as Ledger;

describe('npm run add -- FILE --records', () => {
  test.each([
    [
      'results of a search',
      results,
      ['1. The working alliance on night wards (A. Berg; C. Dahl, 2021)', '3. Measuring trust'],
    ],
    [
      'the contents of an issue',
      contents,
      ['1. 线上咨询中的在场感与工作同盟 (钟离雪; 姚振邦, 2023)', '3. 团体咨询的破裂与修复'],
    ],
    [
      'a digest of several papers',
      digest,
      ['1. Walking therapy', '2. Does a dog in the counselling room help', '3. What parents want'],
    ],
  ])('%s: --list shows its records and writes nothing; by itself it gives no paper', async (_, text, shown) => {
    const folder = review({ 'sources/.keep': '' });
    const page = join(temporaryFolder({ 'page.txt': text }), 'page.txt');
    const { code, out } = await add(folder, page, '--list');
    expect(code).toBe(0);
    for (const line of shown) expect(out).toContain(line);
    expect(existsSync(join(folder, 'sources', 'page.txt'))).toBe(false);
    const { error } = await add(folder, page);
    expect(error).toContain('a page that lists 3 papers');
    expect(error).toContain('--records 1,2 takes');
    expect(titlesOf(folder)).toEqual([]);
  });

  test('takes in the records that a person names, and each leads back to its own lines', async () => {
    const folder = review({ 'sources/.keep': '' });
    const page = join(temporaryFolder({ 'page.txt': results }), 'page.txt');
    expect((await add(folder, page, '--records', '1,3')).code).toBe(0);
    expect(titlesOf(folder)).toEqual(['Measuring trust in day clinics', 'The working alliance on night wards']);
    const last = [...papersOf(folder).values()].find(({ titles }) => titles[0]?.text.startsWith('Measuring'));
    expect(last?.sources).toMatchObject([{ file: 'page.txt', record: 3 }]);
    expect(last?.titles[0]?.from).toMatchObject([{ file: 'page.txt', line: 8 }]);
    expect(last?.journal?.name).toMatchObject({ value: 'Family Process', from: [{ file: 'page.txt', line: 9 }] });
    const [entry] = ledgerOf(folder).sources;
    expect(entry).toMatchObject({ outcome: 'read', papers: [...papersOf(folder).keys()].sort() });
    expect(entry?.stretches.find(({ line }) => line === 8)?.outcome).toEqual({
      kind: 'field',
      field: 'records.3.titles.en',
    });
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
    // Its values were found by their place.
    expect(ledgerOf(folder).toCheck?.map(({ file, record }) => `${file}#${record}`)).toContain('page.txt#3');
  });

  test('the same record twice is one, also where a page or another list has it; more can be taken in later', async () => {
    const ris =
      'TY  - JOUR\nTI  - Measuring trust in day clinics\nAU  - Vik, E.\nPY  - 2018\nJO  - Family Process\nER  - \n';
    const folder = review({ 'sources/record.ris': ris });
    const other = results.replace('Search results for "working alliance"', 'Search results for "trust"');
    const from = temporaryFolder({ 'page.txt': results, 'other.txt': other });
    await importFolder(folder);
    await add(folder, join(from, 'page.txt'), '--records', '3');
    await add(folder, 'page.txt', '--records', '3,1');
    await add(folder, join(from, 'other.txt'), '--records', '1-1');
    expect(titlesOf(folder)).toEqual(['Measuring trust in day clinics', 'The working alliance on night wards']);
    expect(readFileSync(join(folder, 'sources', 'page.txt.meta.yaml'), 'utf8')).toBe(
      'records:\n  - record: 1\n    title: The working alliance on night wards\n  - record: 3\n    title: Measuring trust in day clinics\n',
    );
  });

  test('says what is wrong before it writes anything', async () => {
    const folder = review({ 'sources/.keep': '' });
    const from = temporaryFolder({ 'page.txt': results, 'one.ris': 'TY  - JOUR\nTI  - A title of its own\nER  - \n' });
    expect((await add(folder, join(from, 'page.txt'), '--records', '9')).error).toContain('[record-not-there]');
    expect((await add(folder, join(from, 'one.ris'), '--records', '1')).error).toContain('[not-a-list]');
    expect((await add(folder, join(from, 'page.txt'), '--records', 'two')).code).toBe(2);
    expect(existsSync(join(folder, 'sources', 'page.txt'))).toBe(false);
  });

  test('a sidecar that comes with a page takes nothing in, and a record that is not there is a warning', async () => {
    const folder = review({ 'sources/.keep': '' });
    const chosen =
      'url: https://example.org/search\nrecords:\n  - record: 1\n    title: The working alliance on night wards\n';
    const from = temporaryFolder({ 'page.txt': results, 'page.txt.meta.yaml': chosen });
    await add(folder, join(from, 'page.txt'));
    expect(titlesOf(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'sources', 'page.txt.meta.yaml'), 'utf8')).toBe(
      'url: https://example.org/search\n',
    );
    const gone = review({
      'sources/page.txt': results,
      'sources/page.txt.meta.yaml': 'records: [{ record: 2, title: Gone }]\n',
    });
    expect((await importFolder(gone)).notices.map(({ rule }) => rule)).toContain('record-not-there');
    // A record is known by its title, whatever its number has become.
    const moved = review({
      'sources/page.txt': results,
      'sources/page.txt.meta.yaml': 'records: [{ record: 2, title: Measuring trust in day clinics }]\n',
    });
    await importFolder(moved);
    expect(titlesOf(moved)).toEqual(['Measuring trust in day clinics']);
  });
});
