import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { doiKey, webAddress } from '#domain/identifiers';
import type { Ledger } from '#domain/ledger';
import { paperIdSchema, type Paper } from '#domain/paper';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import type { ImportResult } from '../../scripts/pipeline/import-result.ts';
import { projectRoot } from '../../scripts/run.ts';
import { attacksIn, fieldOf, lostWords } from '../support/attacks.ts';
import { temporaryFolder } from '../support/folder.ts';
import { filesBelow, papersOf, review } from './support.ts';

const fixtures = join(projectRoot, 'tests', 'fixtures', 'attacks');
const attacks = attacksIn(fixtures);

let folder: string;
let result: ImportResult;
let papers: Map<string, Paper>;
let around: Record<string, string>;

beforeAll(async () => {
  const parent = temporaryFolder();
  folder = join(parent, 'review');
  mkdirSync(folder);
  cpSync(fixtures, join(folder, 'sources'), {
    recursive: true,
    filter: (path) => !/attacks\.jsonl$|README\.md$/u.test(path),
  });
  // Their pages are made like those of sites that the review knows.
  cpSync(join(projectRoot, 'content', 'sites'), join(folder, 'sites'), { recursive: true });
  writeFileSync(join(parent, 'beside.txt'), 'untouched');
  result = await importReview({ contentDir: folder });
  papers = papersOf(folder);
  around = filesBelow(parent);
});

const paperOf = (file: string): Paper | undefined =>
  [...papers.values()].find((paper) => paper.sources.some((it) => it.file === file));

describe.each(attacks)('$file: $attack', (attack) => {
  test(`ends as ${attack.result}`, () => {
    const source = result.sources.find((it) => it.file === attack.file);
    const warnings = result.notices.filter((it) => it.severity === 'warning' && it.place.file === attack.file);
    if (attack.result === 'quarantine') expect(source?.outcome).toBe('quarantined');
    else expect(source).toMatchObject({ outcome: 'read', papers: [paperOf(attack.file)?.id] });
    if (attack.result === 'publish-warn') expect(warnings.length).toBeGreaterThan(0);
  });

  test('states what it should', () => {
    const paper = paperOf(attack.file);
    if (!paper) throw new Error('no record');
    const stated = Object.keys(attack.expect ?? {}).map((field) => [field, fieldOf(paper, field)]);
    expect(Object.fromEntries(stated)).toEqual(attack.expect ?? {});
    expect(lostWords(paper, attack)).toEqual([]);
  });

  test('leaves nothing active or invisible in the record', () => {
    const paper = paperOf(attack.file);
    if (!paper) throw new Error('no record');
    const record = JSON.stringify(paper);
    expect(record).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\ufff9-\ufffb\u{e0000}-\u{e007f}]/u);
    expect(record.isWellFormed()).toBe(true);
    expect(record).not.toMatch(/\\ud[89a-f]/iu);
    for (const value of [paper.url?.value, paper.openAccess?.value]) if (value) expect(webAddress(value)).toBe(value);
    expect(paper.id).toMatch(/^[a-z0-9][a-z0-9-]*$/u);
  });
});

describe('all of them together', () => {
  test('end without an error, each with a record of its own', () => {
    expect(result.notices.filter((it) => it.severity === 'error')).toEqual([]);
    expect(result.written).toBe(true);
    expect(papers.size).toBe(attacks.length);
  });

  test('write nothing beside the records, the ledger and the ids', () => {
    const written = Object.keys(around).filter((path) => !/^review\/(?:sources|sites)\//u.test(path));
    const records = [...papers.keys()].map((id) => `review/papers/${id}.json`);
    const others = ['beside.txt', 'review/ids.yaml', 'review/ledger.json', 'review/papers/.made-by-alliance-review'];
    expect(written.sort()).toEqual([...others, ...records].sort());
    expect(around['beside.txt']).toBe('untouched');
  });

  test('leave Object.prototype as it was', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('get the same ids whatever their files are called', async () => {
    const files = Object.fromEntries(
      attacks.map(({ file }, i) => [
        `sources/${String(99 - i).padStart(2, '0')}.txt`,
        readFileSync(join(fixtures, file)),
      ]),
    );
    const turned = review(files);
    cpSync(join(projectRoot, 'content', 'sites'), join(turned, 'sites'), { recursive: true });
    await importReview({ contentDir: turned });
    expect([...papersOf(turned).keys()].sort()).toEqual([...papers.keys()].sort());
  });

  test('of two DOIs that differ in a sign, two papers', () => {
    const [a, b] = ['36_slug-collision-a.txt', '37_slug-collision-b.txt'].map(paperOf);
    expect(a?.id).not.toBe(b?.id);
    expect(doiKey(a?.doi?.value ?? '')).not.toBe(doiKey(b?.doi?.value ?? ''));
  });
});

describe('files that are no pages', () => {
  const page = readFileSync(join(fixtures, '35_doi-sici.txt'));

  async function imported(
    prepare: (sources: string) => void,
  ): Promise<{ result: ImportResult; ledger: Ledger; papers: Map<string, Paper> }> {
    const content = review({ 'sources/good.txt': page });
    prepare(join(content, 'sources'));
    const imported = await importReview({ contentDir: content });
    const ledger = JSON.parse(readFileSync(join(content, 'ledger.json'), 'utf8')) as Ledger;
    return { result: imported, ledger, papers: papersOf(content) };
  }

  test.each<[string, string, (sources: string) => void]>([
    ['an empty file', 'source-empty', (sources) => writeFileSync(join(sources, 'x.txt'), '')],
    ['white space alone', 'source-empty', (sources) => writeFileSync(join(sources, 'x.txt'), ' \n\t\u00a0\n')],
    [
      'a picture',
      'source-binary',
      (sources) => writeFileSync(join(sources, 'x.txt'), Buffer.from('89504e470d0a1a0a', 'hex')),
    ],
    [
      'a file of 100 MB',
      'source-too-large',
      (sources) => {
        writeFileSync(join(sources, 'x.txt'), 'a');
        truncateSync(join(sources, 'x.txt'), 100 * 1024 * 1024);
      },
    ],
    [
      'a line of a million characters',
      'source-line-too-long',
      (sources) => writeFileSync(join(sources, 'x.txt'), 'word '.repeat(220_000)),
    ],
    ['a link out of the folder', 'source-is-a-link', (sources) => symlinkSync('/etc/passwd', join(sources, 'x.txt'))],
    ['a link to a folder', 'source-is-a-link', (sources) => symlinkSync('/etc', join(sources, 'x'))],
    ['a link that leads nowhere', 'source-is-a-link', (sources) => symlinkSync('nowhere', join(sources, 'x.txt'))],
    [
      'a name that turns text round',
      'source-name-unsafe',
      (sources) => writeFileSync(join(sources, 'x\u202etxt.exe'), page),
    ],
    ['a name of two lines', 'source-name-unsafe', (sources) => writeFileSync(join(sources, 'x\ny.txt'), page)],
    ['a name with a backslash', 'source-name-unsafe', (sources) => writeFileSync(join(sources, 'x\\..\\y.txt'), page)],
  ])('%s costs itself alone, with a notice', async (_, rule, prepare) => {
    const { result: outcome, ledger, papers: made } = await imported(prepare);
    const notices = outcome.notices.filter((it) => it.rule === rule);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.severity).toBe('warning');
    for (const field of ['seen', 'expected', 'remedy'] as const) expect(notices[0]?.[field]).not.toBe('');
    expect(notices[0]?.place.file).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(made.size).toBe(1);
    const bad = ledger.sources.find((it) => it.file !== 'good.txt');
    expect(bad).toMatchObject({ outcome: 'quarantined', papers: [] });
    expect(bad?.reason).toContain(rule);
  });

  test('a page that is not about a paper is reported as such', async () => {
    const {
      result: outcome,
      ledger,
      papers: made,
    } = await imported((sources) => writeFileSync(join(sources, 'x.txt'), '1\n2\n'));
    expect(outcome.notices).toMatchObject([{ severity: 'info', rule: 'not-a-paper', place: { file: 'x.txt' } }]);
    expect(ledger.sources[1]).toMatchObject({ file: 'x.txt', outcome: 'not-a-paper', papers: [] });
    expect(made.size).toBe(1);
  });

  test('names that are only odd are read', async () => {
    const names = ['__proto__.txt', '-rf.txt', 'a b & <c>.txt', '页面.txt', "it's.txt", 'constructor', '%2e%2e.txt'];
    const { papers: made, ledger } = await imported((sources) => {
      names.forEach((name, i) => {
        writeFileSync(join(sources, name), page.toString().replaceAll('AID-SIM968', `AID-${i}`));
      });
    });
    expect(made.size).toBe(names.length + 1);
    for (const id of made.keys()) expect(paperIdSchema.safeParse(id).success).toBe(true);
    expect(ledger.sources.map((it) => it.file).sort()).toEqual([...names, 'good.txt'].sort());
  });

  test('hidden files and sidecars are no sources', async () => {
    const { ledger } = await imported((sources) => {
      writeFileSync(join(sources, '.DS_Store'), 'x');
      writeFileSync(join(sources, 'good.txt.meta.yaml'), 'url: https://example.org/paper\nretrieved: 2026-11-21\n');
    });
    expect(ledger.sources.map((it) => it.file)).toEqual(['good.txt']);
  });

  test('every fixture is one of the list', () => {
    expect(
      readdirSync(fixtures)
        .filter((name) => /^\d/u.test(name))
        .sort(),
    ).toEqual(attacks.map((it) => it.file).sort());
  });
});
