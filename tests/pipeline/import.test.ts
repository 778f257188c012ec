import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '#domain/ledger';
import { ledgerSchema } from '#domain/ledger';
import { paperSchema } from '#domain/paper';
import { pageOf } from '../../scripts/bench/pages.ts';
import { outcomesOf } from '../../scripts/pipeline/ledger/source-outcomes.ts';
import { finish } from '../../scripts/pipeline/paper/finish.ts';
import { runIn } from './run-in.ts';
import { write } from '../../scripts/pipeline/write/write.ts';
import { temporaryFolder } from '../support/folder.ts';
import { filesBelow, importFolder, papersOf, review, seeds } from './support.ts';

const pages = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`sources/${String(i).padStart(3, '0')}.txt`, pageOf(i)]));
const ledgerOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')) as Ledger;
const made = (folder: string) => {
  const { 'ids.yaml': ids, 'ledger.json': ledger, ...rest } = filesBelow(folder);
  return {
    ids,
    ledger,
    papers: Object.fromEntries(Object.entries(rest).filter(([path]) => path.startsWith('papers/'))),
  };
};

const ris = (...records: { title: string; doi?: string; year?: string }[]): string =>
  records
    .map(({ title, doi, year = '2021' }) =>
      [
        'TY  - JOUR',
        'AU  - Example, Ana',
        `TI  - ${title}`,
        `PY  - ${year}`,
        'T2  - Journal of Tests',
        ...(doi ? [`DO  - ${doi}`] : []),
        'ER  - ',
        '',
      ].join('\n'),
    )
    .join('\n');

describe('an import', () => {
  test('makes valid records and a valid ledger, and the same ones again', async () => {
    const folder = review(pages(12), { vocabulary: true });
    const { notices, counts } = await importFolder(folder);
    expect(notices.filter((it) => it.severity === 'error')).toEqual([]);
    expect(counts).toMatchObject({ sources: 12, papers: 12, quarantined: 0, newIds: 12 });
    for (const [id, paper] of papersOf(folder)) {
      expect(paperSchema.parse(paper)).toEqual(paper);
      expect(paper.id).toBe(id);
    }
    expect(ledgerSchema.parse(ledgerOf(folder))).toEqual(ledgerOf(folder));
    const before = made(folder);
    expect((await importFolder(folder)).counts.newIds).toBe(0);
    expect(made(folder)).toEqual(before);
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
  });

  test('of one changed source makes only that one again, with the same result with and without the cache', async () => {
    const cache = temporaryFolder();
    const folder = review(pages(12), { vocabulary: true });
    expect((await importFolder(folder, { cacheDir: cache })).counts).toMatchObject({ sourcesRead: 12, papersMade: 12 });
    expect((await importFolder(folder, { cacheDir: cache })).counts).toMatchObject({ sourcesRead: 0, papersMade: 0 });
    appendFileSync(join(folder, 'sources', '003.txt'), '\nPMID: 12345678\n');
    expect((await importFolder(folder, { cacheDir: cache })).counts).toMatchObject({
      sourcesRead: 1,
      papersMade: 1,
      papers: 12,
    });
    // A changed file of many records is read again as a whole; the pages beside it are not.
    writeFileSync(join(folder, 'sources', 'all.ris'), ris({ title: 'Trust in care' }, { title: 'Rupture in care' }));
    expect((await importFolder(folder, { cacheDir: cache })).counts).toMatchObject({ sourcesRead: 1, papersMade: 2 });
    rmSync(join(folder, 'sources', 'all.ris'));
    expect((await importFolder(folder, { cacheDir: cache })).counts).toMatchObject({ sourcesRead: 0, papersMade: 0 });
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
    const cached = made(folder);
    for (const path of ['papers', 'ledger.json']) rmSync(join(folder, path), { recursive: true });
    await importFolder(folder);
    expect(made(folder)).toEqual(cached);
  });

  test('treats a damaged file of the cache as absent', async () => {
    const cache = temporaryFolder();
    const folder = review(pages(2));
    await importFolder(folder, { cacheDir: cache });
    const before = made(folder);
    for (const path of Object.keys(filesBelow(cache))) writeFileSync(join(cache, path), '{"format":');
    expect((await importFolder(folder, { cacheDir: cache })).counts.sourcesRead).toBe(2);
    expect(made(folder)).toEqual(before);
  });

  test('gives the same whatever the files are called', async () => {
    const folder = review(pages(8));
    await importFolder(folder);
    const turned = review(
      Object.fromEntries(Object.values(pages(8)).map((text, i) => [`sources/${String(90 - i)}.txt`, text])),
    );
    await importFolder(turned);
    expect([...papersOf(turned).keys()]).toEqual([...papersOf(folder).keys()]);
  });

  test('with --check writes nothing, and says what differs', async () => {
    const folder = review(pages(3));
    const empty = await importFolder(folder, { check: true });
    expect(empty.written).toBe(false);
    expect(empty.differences).toHaveLength(3 + 1 + 3);
    expect(existsSync(join(folder, 'papers'))).toBe(false);
    await importFolder(folder);
    const [id] = papersOf(folder).keys();
    appendFileSync(join(folder, 'papers', `${id}.json`), ' ');
    rmSync(join(folder, 'sources', '002.txt'));
    writeFileSync(join(folder, 'papers', 'notes.json'), '{}');
    const { differences, notices } = await importFolder(folder, { check: true });
    expect(differences[0]).toBe(`papers/${id}.json differs`);
    expect(differences.slice(1)).toEqual([
      expect.stringMatching(/^papers\/.* is no longer imported$/u),
      'ledger.json differs',
    ]);
    expect(notices).toContainEqual(
      expect.objectContaining({ rule: 'files-of-yours', seen: 'papers/notes.json: not made by the project' }),
    );
  });

  test('with an error keeps what is there', async () => {
    const folder = review(pages(2));
    await importFolder(folder);
    const before = made(folder);
    mkdirSync(join(folder, 'corrections'));
    writeFileSync(join(folder, 'corrections', 'bad.yaml'), 'for: 000.txt\nreason: [\n');
    appendFileSync(join(folder, 'sources', '001.txt'), '\nPMID: 12345678\n');
    const { notices, written } = await importFolder(folder);
    expect(written).toBe(false);
    expect(notices.filter((it) => it.severity === 'error')).toMatchObject([
      { severity: 'error', rule: 'yaml-broken', place: { file: 'corrections/bad.yaml', line: 3 } },
    ]);
    expect(made(folder)).toEqual(before);
  });

  test('of a folder without sources says so', async () => {
    const { notices, written } = await importFolder(temporaryFolder());
    expect(written).toBe(false);
    expect(notices).toMatchObject([{ severity: 'error', rule: 'no-sources' }]);
  });
});

describe('an interrupted run', () => {
  const hidden = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.alliance-review-'));

  test('while it wrote leaves the old records whole', async () => {
    const folder = review(pages(2));
    await importFolder(folder);
    const before = made(folder);
    let madeTexts = 0;
    const output = {
      papers: [
        ['new-paper', () => '{}'],
        [
          'second',
          () => {
            // A text is made twice: for comparing and for writing.
            if (++madeTexts < 2) return '{}';
            throw new Error('the power went');
          },
        ],
      ] as [string, () => string][],
      ledger: [''],
      ids: [],
    };
    await expect(write(runIn(folder), output)).rejects.toThrow('the power went');
    expect(made(folder)).toEqual(before);
    expect(hidden(folder)).toEqual([]);
  });

  test('by a signal that nothing can catch leaves them whole, and the next run clears up', async () => {
    const folder = review(pages(3));
    await importFolder(folder);
    const before = made(folder);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'stalled-write.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(hidden(folder).some((path) => path.endsWith('papers/new-paper.json'))).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(made(folder)).toEqual(before);
    writeFileSync(join(folder, 'sources', '003.txt'), pageOf(3));
    const { counts, notices } = await importFolder(folder);
    expect(counts.papers).toBe(4);
    expect(notices.map(({ rule }) => rule)).toContain('leftover-removed');
    expect(hidden(folder)).toEqual([]);
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
  });

  test('an id that is no name of a file is never written', async () => {
    const folder = temporaryFolder();
    const output = { papers: [['../outside', () => '{}']] as [string, () => string][], ledger: [], ids: [] };
    await expect(write(runIn(folder), output)).rejects.toThrow();
    expect(existsSync(join(folder, '..', 'outside.json'))).toBe(false);
  });
});

describe('what people decide', () => {
  const title = 'Trust among refugees in telehealth';
  const page = `${title}\nAna Example, Bo Sample\nJ Test Alliance. 2021 Nov;12:45-57. doi: 10.5555/decided.\nAbstract\nThis study examined trust. Interviews were held with 12 participants.\n`;

  test('is corrected by file, DOI, or id, also before what it is for arrives', async () => {
    const folder = review({
      'sources/other.txt': pageOf(0),
      'corrections/by-doi.yaml':
        'for: 10.5555/DECIDED\nreason: misprint\nseen: [the journal]\ndate: 2024-01-01\nset: { volume: "13" }\n',
      'corrections/by-file.yaml':
        'for: page.txt\nreason: misprint\nseen: [the journal]\ndate: 2024-01-02\nset: { issue: "4" }\n',
      'corrections/by-id.yaml':
        'for: example-2021-trust-refugees-telehealth\nreason: misprint\nseen: [the journal]\nset: { pmid: "12345678" }\nunset: [pages]\n',
    });
    expect((await importFolder(folder)).counts).toMatchObject({ waiting: 3, papers: 1 });
    writeFileSync(join(folder, 'sources', 'page.txt'), page);
    expect((await importFolder(folder)).counts).toMatchObject({ waiting: 0, papers: 2 });
    const paper = papersOf(folder).get('example-2021-trust-refugees-telehealth');
    expect(paper).toMatchObject({
      volume: { value: '13', from: [{ correction: 'by-doi.yaml', seen: 'the journal' }], others: [{ value: '12' }] },
      issue: { value: '4' },
      pmid: { value: '12345678' },
    });
    expect(paper?.pages).toBeUndefined();
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
  });

  test('is decided by an id of the same import, also of a record that has nothing but its title', async () => {
    const folder = review({
      'sources/all.ris': ris({ title: 'Trust in care for migrants' }, { title: 'Rupture and repair in groups' }),
      'corrections/a.yaml':
        'for: example-2021-trust-care-migrants\nreason: misprint\nseen: [the journal]\nset: { doi: 10.5555/late, titles: [{ language: en, role: original, text: Mistrust in care }] }\n',
      'screening.yaml':
        'decisions:\n  - for: example-2021-rupture-repair-groups\n    decision: excluded\n    criteria: [off-topic]\n',
    });
    const { counts, notices } = await importFolder(folder);
    expect(counts).toMatchObject({ papers: 1, waiting: 0 });
    expect(notices).toMatchObject([{ severity: 'info', rule: 'correction-may-join-next-time' }]);
    const before = made(folder);
    expect(papersOf(folder).get('example-2021-trust-care-migrants')).toMatchObject({
      doi: { value: '10.5555/late' },
      titles: [{ text: 'Mistrust in care' }],
    });
    const again = await importFolder(folder);
    expect(again.counts).toMatchObject({ papers: 1, waiting: 0, newIds: 0 });
    expect(made(folder)).toEqual(before);
  });

  test('keeps its id when a person mends its DOI', async () => {
    const folder = review({
      'sources/page.txt': page,
      'sources/all.ris': ris({ title: 'Rupture', doi: '10.5555/wrnog' }),
    });
    await importFolder(folder);
    const before = [...papersOf(folder).keys()];
    mkdirSync(join(folder, 'corrections'));
    for (const [name, right] of [
      ['page.txt', '10.5555/mended'],
      ['10.5555/wrnog', '10.5555/wrong'],
    ] as const)
      writeFileSync(
        join(folder, 'corrections', `${name.replace('/', '-')}.yaml`),
        `for: ${name}\nreason: misprint\nseen: [the journal]\nset: { doi: ${right} }\n`,
      );
    expect((await importFolder(folder)).counts).toMatchObject({ newIds: 0, papers: 2 });
    expect([...papersOf(folder).keys()]).toEqual(before);
    expect((await importFolder(folder)).counts.newIds).toBe(0);
  });

  test('a later decision replaces an earlier one, and keeps it beside', async () => {
    const folder = review({
      'sources/page.txt': page,
      'corrections/a.yaml': 'for: page.txt\nreason: second\nseen: [b]\ndate: 2024-02-01\nset: { volume: "14" }\n',
      'corrections/b.yaml': 'for: page.txt\nreason: first\nseen: [a]\ndate: 2024-01-01\nset: { volume: "13" }\n',
    });
    await importFolder(folder);
    const [paper] = papersOf(folder).values();
    expect(paper?.volume?.value).toBe('14');
    expect(paper?.volume?.others?.map((it) => it.value)).toEqual(['13', '12']);
  });

  test('a correction without a reason is an error', async () => {
    const folder = review({
      'sources/page.txt': page,
      'corrections/a.yaml': 'for: page.txt\nseen: [a]\nset: { volume: "1" }\n',
    });
    const { notices } = await importFolder(folder);
    expect(notices).toMatchObject([
      { severity: 'error', rule: 'content-invalid', place: { file: 'corrections/a.yaml', line: 1 } },
    ]);
    expect(notices[0]?.seen).toContain('reason');
  });

  test('a withdrawn paper keeps its address, with a notice on it', async () => {
    const folder = review({
      'sources/page.txt': page,
      'corrections/a.yaml':
        'for: page.txt\nreason: out of scope\nseen: [the editors]\nset: { status: [{ kind: withdrawn-from-review, note: out of scope, date: 2025-01-01 }] }\n',
    });
    await importFolder(folder);
    expect(papersOf(folder).get('example-2021-trust-refugees-telehealth')?.status).toMatchObject([
      { kind: 'withdrawn-from-review', note: 'out of scope', from: [{ correction: 'a.yaml' }] },
    ]);
  });

  test('an excluded paper has no record, and the ledger says why', async () => {
    const folder = review({
      'sources/page.txt': page,
      'sources/other.txt': pageOf(0),
      'screening.yaml':
        'decisions:\n  - for: doi:10.5555/decided\n    decision: excluded\n    criteria: [off-topic]\n    note: { en: about trust in banks, zh: 关于对银行的信任 }\n',
    });
    const { counts } = await importFolder(folder);
    expect(counts).toMatchObject({ papers: 1, excluded: 1 });
    expect(ledgerOf(folder).sources.find((it) => it.file === 'page.txt')).toMatchObject({
      outcome: 'excluded',
      papers: [],
      reason: 'about trust in banks',
    });
    // Its id is kept in case it is added again.
    expect(readFileSync(join(folder, 'ids.yaml'), 'utf8')).toContain('example-2021-trust-refugees-telehealth');
  });

  test('nothing that a person decided is overwritten by a later scrape', async () => {
    const folder = review({
      'sources/page.txt': page,
      'corrections/a.yaml': 'for: page.txt\nreason: misprint\nseen: [the journal]\nset: { volume: "13" }\n',
    });
    await importFolder(folder);
    writeFileSync(join(folder, 'sources', 'page~2.txt'), page.replace('12:45-57', '15:45-59'));
    writeFileSync(join(folder, 'sources', 'page~2.txt.meta.yaml'), 'retrieved: 2025-01-01\nreplaces: page.txt\n');
    await importFolder(folder);
    const [paper, ...rest] = papersOf(folder).values();
    expect(rest).toEqual([]);
    expect(paper?.id).toBe('example-2021-trust-refugees-telehealth');
    expect(paper?.volume).toMatchObject({ value: '13', others: [{ value: '12' }, { value: '15' }].reverse() });
    expect(paper?.pages).toMatchObject({ value: '45-59', others: [{ value: '45-57', from: [{ file: 'page.txt' }] }] });
    expect(ledgerOf(folder).sources.map((it) => [it.file, it.outcome])).toEqual([
      ['page.txt', 'superseded'],
      ['page~2.txt', 'read'],
    ]);
  });
});

describe('a file of many records', () => {
  test('gives a paper each; the ledger accounts for each of its lines', async () => {
    const folder = review({
      'sources/all.ris': ris(
        { title: 'Trust in care', doi: '10.5555/a' },
        { title: 'Rupture and repair' },
        { title: 'Empathy online', doi: '10.5555/c' },
      ),
    });
    const { counts } = await importFolder(folder);
    expect(counts).toMatchObject({ sources: 1, papers: 3 });
    const papers = papersOf(folder);
    expect([...papers.values()].map((it) => it.sources[0]?.record ?? 0).sort((a, b) => a - b)).toEqual([1, 2, 3]);
    const [entry] = ledgerOf(folder).sources;
    expect(entry?.papers).toEqual([...papers.keys()]);
    expect(
      entry?.stretches.some((it) => it.outcome.kind === 'field' && it.outcome.field === 'records.2.titles.en'),
    ).toBe(true);
  });

  test('keeps its ids when the file is exported again in another order', async () => {
    const [a, b, c] = [
      { title: 'Trust in care' },
      { title: 'Rupture and repair' },
      { title: 'Empathy online', doi: '10.5555/c' },
    ];
    const folder = review({ 'sources/all.ris': ris(a, b, c) });
    await importFolder(folder);
    const before = readFileSync(join(folder, 'ids.yaml'), 'utf8');
    const titles = new Map([...papersOf(folder)].map(([id, it]) => [id, it.titles[0]?.text]));
    writeFileSync(join(folder, 'sources', 'all.ris'), ris(c, b, a));
    await importFolder(folder);
    expect(readFileSync(join(folder, 'ids.yaml'), 'utf8')).toBe(before);
    expect(new Map([...papersOf(folder)].map(([id, it]) => [id, it.titles[0]?.text]))).toEqual(titles);
  });

  test('a record of it is corrected by its number', async () => {
    const folder = review({
      'sources/all.ris': ris({ title: 'Trust in care' }, { title: 'Rupture' }),
      'corrections/a.yaml':
        'for: all.ris#2\nreason: cut\nseen: [the journal]\nset: { titles: [{ language: en, role: original, text: Rupture and repair }] }\n',
    });
    await importFolder(folder);
    expect([...papersOf(folder).values()].map((it) => it.titles[0]?.text ?? '').sort()).toEqual([
      'Rupture and repair',
      'Trust in care',
    ]);
  });
});

describe('one bad source', () => {
  const seed = (name: string): string => readFileSync(join(seeds, name), 'utf8');

  test('of two pages glued together is in quarantine, and the notice names both formats', async () => {
    const glued = `${seed('002_85e016079e16807d.txt')}\n${seed('003_896b1f89a11f002d.txt')}`;
    const site = readFileSync(join(seeds, '../sites/biocloudy.yaml'), 'utf8');
    const folder = review({
      'sources/glued.txt': glued,
      'sources/good.txt': pageOf(3),
      'sites/biocloudy.yaml': site,
    });
    const { notices, counts, written } = await importFolder(folder);
    expect(written).toBe(true);
    expect(counts).toMatchObject({ papers: 1, quarantined: 1 });
    expect(notices).toMatchObject([
      {
        severity: 'warning',
        rule: 'two-formats-claim',
        place: { file: 'glued.txt' },
        seen: 'biocloudy and practice-digest claim the source',
        remedy: expect.stringContaining('split it') as string,
      },
    ]);
    const [entry] = ledgerOf(folder).sources;
    expect(entry).toMatchObject({
      outcome: 'quarantined',
      reason: expect.stringContaining('two-formats-claim') as string,
    });
    expect(entry?.tally.unclassified).toBe(glued.replace(/\s/gu, '').length);
  });

  test('whose record would not be valid affects nothing else', () => {
    const { finished, notices } = finish({ titles: [] } as unknown as Parameters<typeof finish>[0], 'bad.txt');
    expect(finished).toBeUndefined();
    expect(notices[0]).toMatchObject({ severity: 'warning', rule: 'record-not-valid', place: { file: 'bad.txt' } });
    const row = { file: 'bad.txt', key: 'k', kind: 'page', isPaper: true, format: 'general', notices: [] };
    const group = { members: [0], reasons: [undefined], later: [undefined] };
    const outcomes = outcomesOf(
      [row as unknown as Parameters<typeof outcomesOf>[0][number]],
      [{ id: '', superseded: [], notices, decided: { group, corrections: [], screening: undefined } }],
      [{ file: 'bad.txt', titles: [], journals: [], authors: [], registrations: [] }],
    );
    expect(outcomes.get('bad.txt')).toMatchObject({
      outcome: 'quarantined',
      reason: expect.stringContaining('record-not-valid') as string,
    });
  });
});

describe('the lines that no rule reads', () => {
  test('of a file of many records belong to the record that they are in', async () => {
    const record = (title: string, odd: string): string =>
      `TY  - JOUR\nAU  - Example, Ana\nTI  - ${title}\n${odd}PY  - 2021\nER  - \n`;
    const odd = 'X9  - what no rule knows\n';
    const folder = review({
      'sources/all.ris': [
        record('Trust in care', ''),
        record('Rupture in groups', `${odd}${odd}`),
        record('Empathy', odd),
      ].join('\n'),
    });
    await importFolder(folder);
    const counts = new Map([...papersOf(folder).values()].map((it) => [it.titles[0]?.text, it.unclassified]));
    const stretches = ledgerOf(folder).sources[0]?.stretches.filter((it) => it.outcome.kind === 'unclassified') ?? [];
    const lines = new Set(stretches.map((it) => it.line));
    expect(lines.size).toBe(3);
    expect(Object.fromEntries(counts)).toEqual({ 'Trust in care': 0, 'Rupture in groups': 2, Empathy: 1 });
  });
});

test('a page and a record of one paper are one, with the reason', async () => {
  const folder = review({
    'sources/a.txt': pageOf(3),
    'sources/b.ris': ris({ title: pageOf(3).split('\n')[0] ?? '', doi: '10.5555/bench.3' }),
  });
  await importFolder(folder);
  const [paper, ...rest] = papersOf(folder).values();
  expect(rest).toEqual([]);
  expect(paper?.sources).toHaveLength(2);
  expect(paper?.sources.find((it) => it.joined)?.joined?.rule).toBe('same-doi');
});
