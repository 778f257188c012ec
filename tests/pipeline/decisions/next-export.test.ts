import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runHere } from '../../support/command.ts';
import { importFolder, papersOf, review } from '../support.ts';

const record = (author: string, title: string, rest: string): string =>
  `TY  - JOUR\nAU  - ${author}\nTI  - ${title}\nT2  - Journal of Made-up Care\n${rest}\nER  - \n`;
const naming = record(
  'Solfjord, Kari',
  'Naming the helper in community teams',
  'PY  - 2021\nVL  - 4\nSP  - 11\nEP  - 20',
);
const phone = record('Okorie, Ada', 'Alliance by telephone in rural clinics', 'PY  - 2020\nVL  - 3\nSP  - 1\nEP  - 9');
const remote = record('Haugland, Mia', 'Remote interpreting and rapport', 'PY  - 2022\nVL  - 5\nSP  - 30\nEP  - 41');
const [before, after] = [naming + phone, remote + naming + phone];
const said = ['--reason', 'as printed', '--seen', 'the journal'];
const idOfPhone = 'okorie-2020-alliance-telephone-rural';

/** A review with the first export, in which a person corrected its second record. */
async function corrected(...values: string[]): Promise<string> {
  const folder = review({ 'sources/found.ris': before });
  const { out } = await runHere('correct', ['found.ris#2', ...values, '--content', folder, ...said]);
  expect(out).toContain(`It corrects ${idOfPhone}.`);
  return folder;
}

const idsOf = (folder: string): string[] => [...papersOf(folder).keys()].map((id) => id.split('-')[0] ?? '').sort();

describe('the next export of a database', () => {
  test.each([
    ['another name', 'found-in-december.ris'],
    ['the same name in a place of its own', 'december/found.ris'],
    ['the same name', 'found.ris'],
  ])('under %s gives no paper twice, and a correction still applies to its record', async (_, name) => {
    const folder = await corrected('volume=33', 'year=2018', 'pages=101-109');
    if (name === 'found.ris') writeFileSync(join(folder, 'sources', name), after);
    else await runHere('add', [join(review({ [name]: after }), name), '--content', folder]);
    await importFolder(folder);
    expect(idsOf(folder)).toEqual(['haugland', 'okorie', 'solfjord']);
    const paper = papersOf(folder).get(idOfPhone);
    expect(paper?.titles[0]?.text).toBe('Alliance by telephone in rural clinics');
    expect([paper?.volume?.value, paper?.issued?.value, paper?.pages?.value]).toEqual(['33', '2018', '101-109']);
    const others = [...papersOf(folder).values()].filter(({ id }) => id !== idOfPhone);
    expect(others.map(({ volume }) => volume?.value)).toEqual(expect.arrayContaining(['4', '5']));
  });

  test('a correction that gives the number of another record of the database keeps them apart', async () => {
    const folder = await corrected('doi=10.5555/first');
    writeFileSync(join(folder, 'sources', 'later.ris'), phone.replace('ER  - ', 'DO  - 10.5555/second\nER  - '));
    await importFolder(folder);
    expect(idsOf(folder)).toEqual(['okorie', 'okorie', 'solfjord']);
  });

  test('the command names a record by what it says, not by its number', async () => {
    const folder = await corrected('issue=7');
    await runHere('correct', ['found.ris#1', 'not-same-as=found.ris#2', '--content', folder, ...said]);
    const written = readdirSync(join(folder, 'corrections')).map(
      (name) => parse(readFileSync(join(folder, 'corrections', name), 'utf8')) as { for: string; notSameAs?: string[] },
    );
    const names = written.flatMap((it) => [it.for, ...(it.notSameAs ?? [])]);
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^found\.ris#[0-9a-f]{8}$/u);
  });

  test('of two records that say the same, the number stays the name', async () => {
    const folder = review({ 'sources/twice.ris': phone + phone });
    await runHere('correct', ['twice.ris#2', 'issue=7', '--content', folder, ...said]);
    const [name = ''] = readdirSync(join(folder, 'corrections'));
    expect(parse(readFileSync(join(folder, 'corrections', name), 'utf8'))).toMatchObject({ for: 'twice.ris#2' });
  });
});
