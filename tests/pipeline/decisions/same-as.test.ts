import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerSchema, type Ledger } from '#domain/ledger';
import { importFolder, papersOf, review } from '../support.ts';

const page = (title: string, doi: string): string =>
  `${title}\nAna Example, Bo Sample\nJ Test Alliance. 2021 Nov;12:45-57. doi: ${doi}.\nAbstract\nThis study examined trust. Interviews were held with 12 participants.\n`;
const title = 'Trust among refugees in telehealth during the first winter';
/** Two pages that look like one paper, and state two DOIs. */
const twins = { 'sources/a.txt': page(title, '10.5555/one'), 'sources/b.txt': page(title, '10.5555/0ne') };

const tell = (folder: string, text: string): void => {
  mkdirSync(join(folder, 'corrections'), { recursive: true });
  writeFileSync(
    join(folder, 'corrections', 'told.yaml'),
    `reason: seen beside each other\nseen: [the journal]\n${text}\n`,
  );
};
const ledgerOf = (folder: string): Ledger =>
  ledgerSchema.parse(JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')));
const near = (notices: readonly { rule: string }[]): unknown[] =>
  notices.filter((it) => it.rule === 'looks-like-one-paper');

describe('what looks like one paper', () => {
  test('is a notice that says how to decide', async () => {
    const folder = review(twins);
    const { notices, counts } = await importFolder(folder);
    expect(counts.papers).toBe(2);
    expect(ledgerOf(folder).alike).toEqual([[...papersOf(folder).keys()].sort()]);
    expect(near(notices)).toMatchObject([{ remedy: expect.stringContaining('-- "b.txt" same-as="a.txt"') as string }]);
  });

  test.each([
    ['file', 'for: b.txt\nsameAs: [a.txt]'],
    ['DOI', 'for: 10.5555/0NE\nsameAs: ["https://doi.org/10.5555/one"]'],
    ['id', 'for: example-2021-trust-among-refugees-2\nsameAs: [example-2021-trust-among-refugees]'],
  ])('becomes one where a person says so by %s; the older id stays, the other leads to it', async (_, text) => {
    const folder = review(twins);
    await importFolder(folder);
    const [first, second] = [...papersOf(folder).keys()];
    tell(
      folder,
      text
        .replace('example-2021-trust-among-refugees-2', second ?? '')
        .replace('[example-2021-trust-among-refugees]', `[${first}]`),
    );
    const { notices, counts } = await importFolder(folder);
    expect(near(notices)).toEqual([]);
    expect(ledgerOf(folder).alike).toBeUndefined();
    expect(counts).toMatchObject({ papers: 1, waiting: 0 });
    const [paper] = papersOf(folder).values();
    expect(paper?.id).toBe(first);
    expect(new Set([paper?.doi?.value, paper?.doi?.others?.map((it) => it.value)].flat())).toEqual(
      new Set(['10.5555/0ne', '10.5555/one']),
    );
    expect(paper?.sources.find((it) => it.joined)?.joined).toMatchObject({ rule: 'told-by-a-person' });
    expect((await importFolder(folder)).counts).toMatchObject({ papers: 1, newIds: 0 });
    expect([...papersOf(folder).keys()]).toEqual([first]);
  });

  test('stays two where a person says so, and is asked no more', async () => {
    const folder = review({
      'sources/a.txt': twins['sources/a.txt'],
      'sources/b.txt': twins['sources/a.txt'].replace('12 part', '14 part'),
    });
    expect((await importFolder(folder)).counts.papers).toBe(1);
    tell(folder, 'for: a.txt\nnotSameAs: [b.txt]');
    const { notices, counts } = await importFolder(folder);
    expect(counts).toMatchObject({ papers: 2, waiting: 0 });
    expect(near(notices)).toEqual([]);
    const quiet = review(twins);
    tell(quiet, 'for: a.txt\nnotSameAs: [b.txt]');
    expect(near((await importFolder(quiet)).notices)).toEqual([]);
  });

  test('a record of a file of many is named by its number', async () => {
    const ris = (doi: string): string =>
      `TY  - JOUR\nAU  - Example, Ana\nTI  - ${title}\nPY  - 2021\nDO  - ${doi}\nER  - \n`;
    const folder = review({ 'sources/all.ris': ris('10.5555/x') + ris('10.5555/y') + ris('10.5555/z') });
    tell(folder, 'for: all.ris#1\nsameAs: [all.ris#3]\nnotSameAs: [all.ris#2]');
    expect((await importFolder(folder)).counts.papers).toBe(2);
    expect([...papersOf(folder).values()].map((it) => it.sources.map(({ record }) => record))).toContainEqual([1, 3]);
  });

  test('an unknown name is reported', async () => {
    const folder = review(twins);
    tell(folder, 'for: a.txt\nsameAs: [c.txt]');
    const { notices } = await importFolder(folder);
    expect(notices.filter((it) => it.rule === 'names-nobody')).toMatchObject([
      { severity: 'info', place: { file: 'corrections/told.yaml' }, seen: 'same-as or not-same-as names c.txt' },
    ]);
  });
});
