import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageOf } from '../../scripts/bench/pages.ts';
import { projectRoot } from '../../scripts/run.ts';
import { runHere, type Ended } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { papersOf, review, seeds } from './support.ts';

/** Runs a command of the project as a process of its own, as `npm run` does, with this on its standard input. */
const start = (script: string, args: readonly string[], input = ''): Promise<Omit<Ended, 'output'>> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join('scripts', `${script}.ts`), ...args],
      { cwd: projectRoot, maxBuffer: 1e8 },
      (problem, out, error) => resolve({ code: problem ? Number(problem.code ?? 1) : 0, out, error }),
    );
    child.stdin?.end(input);
  });

const page = `Repairing ruptures with interpreters present: an interview study
Maria Garcia, Tom van der Berg
J Test Alliance. 2022 Mar;9(2):101-115.
Abstract
Twelve interpreters were interviewed. Trust was rebuilt when roles were named.
`;
const id = 'garcia-2022-repairing-ruptures-interpreters';

describe('npm run read', () => {
  test('--json prints a line a source and nothing else', async () => {
    const { code, out } = await runHere('read', [seeds, '--json']);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((it) => it['format'])).toEqual([
      'booksci',
      'pubmed-mirror',
      'biocloudy',
      'practice-digest',
      'booksci',
    ]);
    expect(lines[1]).toMatchObject({
      file: join(seeds, '001_afa4d55277304d98.txt'),
      is_paper: true,
      title: null,
      title_zh: null,
      authors: null,
      journal: 'Clin Psychol Rev',
      year: 2024,
      date: '2024-11',
      volume: '113',
      issue: null,
      pages: '102469',
      doi: '10.1016/j.cpr.2024.102469',
      pmid: null,
      pmcid: null,
      keywords: null,
    });
    expect(Object.keys(lines[0] ?? {})).toEqual(Object.keys(lines[4] ?? {}));
    expect(lines[4]).toMatchObject({
      authors: ['Henrik Wang Iversen', 'Henriette Riley', 'Marit Råbu', 'Geir Fagerjord Lorem'],
      abstract: expect.stringMatching(/^Background: Therapeutic .* Conclusion: /u) as string,
      abstract_zh: expect.stringMatching(/^背景[:：]治疗关系/u) as string,
    });
  });

  test('shows people what is stated and what is not', async () => {
    const { out } = await runHere('read', [join(seeds, '003_896b1f89a11f002d.txt')]);
    expect(out).toContain('authors       Iona Myfanwy Newydd; Sophie North; Imogen Rushworth');
    expect(out).toContain('not stated    journal, year, doi');
  });

  test('shows a year that stands alone, and a date once', async () => {
    const folder = review({ 'year.txt': page.replace('2022 Mar;9', '2022;9'), 'date.txt': page });
    const year = await runHere('read', [join(folder, 'year.txt')]);
    expect(year.out).toContain('\n  year          2022\n');
    const date = await runHere('read', [join(folder, 'date.txt')]);
    expect(date.out).toContain('\n  date          2022-03\n');
    expect(date.out).not.toContain('  year ');
  });

  test('of a missing file says so', async () => {
    const { code, error } = await runHere('read', ['nowhere.txt']);
    expect(code).toBe(1);
    expect(error).toContain('error: nowhere.txt [no-such-file]');
  });
});

describe('npm run import', () => {
  test('into something that is not a folder ends with a notice and no stack trace', async () => {
    const folder = review({ 'sources/a.txt': pageOf(0), out: 'a file where a folder should be' });
    const { code, error } = await runHere('import', ['--content', folder, '--out', join(folder, 'out'), '--no-cache']);
    expect(code).toBe(1);
    expect(error).toContain('[not-our-folder]');
    expect(error).toContain('seen:     something that is not a folder');
    expect(error).not.toMatch(/\n\s+at .+:\d+:\d+/u);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file where a folder should be');
  });

  test('is quiet about a good folder, and counts', async () => {
    const folder = review({ 'sources/a.txt': pageOf(0), 'ids.yaml': '' });
    const { code, out } = await start('import', ['--content', folder, '--no-cache']);
    expect(out).toBe(`1 source (1 read in this run), 1 paper, 1 new id, 0 errors, 0 warnings. Written to ${folder}.\n`);
    expect(code).toBe(0);
  });

  test('ends with 0 on a source in quarantine, with --strict with 1', async () => {
    const folder = review({ 'sources/a.txt': pageOf(0), 'sources/b.txt': '' });
    const first = await runHere('import', ['--content', folder, '--json', '--no-cache']);
    expect(first.code).toBe(0);
    const said = JSON.parse(first.out) as { counts: object; notices: object[] };
    expect(said.counts).toMatchObject({ papers: 1, quarantined: 1 });
    expect(said.notices).toMatchObject([{ severity: 'warning', rule: 'source-empty', place: { file: 'b.txt' } }]);
    const strict = await runHere('import', ['--content', folder, '--strict', '--no-cache']);
    expect(strict.code).toBe(1);
    expect(strict.error).toContain('do:       save the page again, or delete the file');
  });

  test('--sources and --out leave the review alone', async () => {
    const [sources, out] = [review({ 'sources/a.txt': pageOf(0) }), temporaryFolder()];
    const { code } = await runHere('import', ['--sources', join(sources, 'sources'), '--out', out, '--no-cache']);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['ids.yaml', 'ledger.json', 'papers']);
    expect(readdirSync(sources)).toEqual(['sources']);
    const { code: differs, error } = await runHere('import', [
      '--sources',
      seeds,
      '--out',
      out,
      '--check',
      '--no-cache',
    ]);
    expect(differs).toBe(1);
    expect(error).toContain('is no longer imported');
  });
});

describe('npm run add', () => {
  test('copies, imports, and says what was read, what is missing and how to correct it', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'page one.txt'), page);
    const { code, out } = await runHere('add', ['--content', folder, join(elsewhere, 'page one.txt')]);
    expect(code).toBe(0);
    expect(out).toContain(`added: ${join(folder, 'sources', 'page-one.txt')}`);
    expect(out).toContain('authors       Maria Garcia; Tom van der Berg');
    expect(out).toContain('not stated    doi');
    expect(out).toContain(`papers        ${id}`);
    expect(out).toContain('npm run correct -- "page-one.txt" doi="…" --reason "…" --seen');
    expect(readFileSync(join(folder, 'sources', 'page-one.txt'), 'utf8')).toBe(page);
    expect([...papersOf(folder).keys()]).toEqual([id]);

    const again = await runHere('add', ['--content', folder, elsewhere]);
    expect(again.out).toContain('0 sources added, 1 already there, 0 refused.');

    mkdirSync(join(elsewhere, 'newer'));
    writeFileSync(
      join(elsewhere, 'newer', 'page-one.txt'),
      page.replace('101-115', '101-117').replace('Repairing', 'Mending'),
    );
    const newer = await runHere('add', ['--content', folder, join(elsewhere, 'newer')]);
    expect(newer.out).toContain(`added as a newer scrape: ${join(folder, 'sources', 'page-one~2.txt')}`);
    const paper = papersOf(folder).get(id);
    expect(paper?.pages).toMatchObject({ value: '101-117', others: [{ value: '101-115' }] });
    expect(paper?.titles[0]).toMatchObject({
      text: expect.stringContaining('Mending') as string,
      others: [{ text: expect.stringContaining('Repairing') as string }],
    });
    expect(papersOf(folder).size).toBe(1);
  });

  test('takes standard input, refuses what is not text, and touches nothing else', async () => {
    const folder = temporaryFolder();
    const pasted = await start('add', ['--content', folder, '--name', '../../out.txt', '-'], page);
    expect(pasted.code).toBe(0);
    expect(readdirSync(join(folder, 'sources'))).toEqual(['out.txt']);
    const nothing = await start('add', ['--content', folder, '-'], '');
    expect(nothing.code).toBe(1);
    expect(nothing.error).toContain('[source-empty]');
    expect(readdirSync(join(folder, 'sources'))).toEqual(['out.txt']);
  });

  test('two papers under one name stay two', async () => {
    const folder = temporaryFolder();
    const other = `Grief groups online: a survey of their moderators
Ines Moreau
J Test Alliance. 2019 May;6(1):11-20. doi: 10.5555/another.
Abstract
Forty moderators answered. Most had grieved themselves.
`;
    await start('add', ['--content', folder, '-'], page);
    const { out } = await start('add', ['--content', folder, '-'], other);
    expect(out).toContain('added under a free name, because it is about another paper');
    expect(readdirSync(join(folder, 'sources')).sort()).toEqual(['pasted.txt', 'pasted~2.txt']);
    expect(papersOf(folder).size).toBe(2);
  });

  test.each([
    ['a PDF', 'x.pdf', '%PDF-1.7\n1 0 obj\n', 'copy the text out into a .txt file'],
    ['a document of Word', 'x.docx', 'PK\u0003\u0004\u0014\u0000', 'save a document as plain text or HTML'],
    ['rich text', 'x.rtf', '{\\rtf1\\ansi Some words}', 'save it as plain text or HTML'],
    [
      'a web archive',
      'x.mht',
      'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n',
      'save the page again as HTML',
    ],
    ['nothing', 'x.txt', '', 'save the page again, or delete the file'],
  ])('%s is refused with what to do instead', async (_, name, text, remedy) => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, name), text, 'latin1');
    const { code, out, error } = await runHere('add', ['--content', folder, join(elsewhere, name)]);
    expect(code).toBe(1);
    expect(out).toContain(`refused: ${name}`);
    expect(error).toContain(remedy);
    expect(readdirSync(join(folder, 'sources'))).toEqual([]);
  });

  test('odd names are accepted or reported, and only files are opened', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const names = ['my page (1).txt', '中文 文件.txt', 'two\nlines.txt', '-dash.txt'];
    names.forEach((name, i) => writeFileSync(join(elsewhere, name), page.replace('Twelve', `${i + 20}`)));
    execFileSync('mkfifo', [join(elsewhere, 'pipe')]);
    const offered = names.map((name) => join(elsewhere, name));
    const { out, error, code } = await runHere('add', [
      ...['--content', folder, 'https://example.org/a\u001b[2Jb', join(elsewhere, 'pipe'), ''],
      ...offered,
    ]);
    expect(code).toBe(1);
    expect(error).toContain('error: https://example.org/a⟨U+001B⟩[2Jb [not-a-file]');
    expect(error).toContain('save the page as HTML');
    expect(error).toContain(`${join(elsewhere, 'pipe')} [not-a-file]`);
    expect(error).toContain('error: "" [no-such-file]');
    expect(`${out}${error}`).not.toMatch(/\n\s+at .+:\d+:\d+/u);
    expect(readdirSync(join(folder, 'sources')).sort()).toEqual(
      ['dash.txt', 'my-page-1-.txt', 'two-lines.txt', '中文-文件.txt'].sort(),
    );
  });
});

describe('npm run correct', () => {
  test('writes a correction, imports, and says what it corrects', async () => {
    const folder = review({ 'sources/page.txt': page });
    const { code, out } = await start('correct', [
      'page.txt',
      '--content',
      folder,
      'title.zh=口译在场时的破裂修复',
      'authors=Garcia, Maria; Berg, Tom van der; "Test Group"',
      'doi=10.5555/fixed',
      'issue=',
      '--reason',
      'as the journal has it',
      '--seen',
      'https://example.org/1',
      '--seen',
      'a library catalogue',
    ]);
    expect(code).toBe(0);
    expect(out).toContain(`It corrects ${id}.`);
    const paper = papersOf(folder).get(id);
    expect(paper?.titles.map((it) => [it.language, it.role])).toEqual([
      ['en', 'original'],
      ['zh-Hans', 'translation'],
    ]);
    expect(paper?.authors.map((it) => it.name)).toEqual([
      { written: 'Maria Garcia', family: 'Garcia', given: 'Maria' },
      { written: 'Tom van der Berg', family: 'Berg', given: 'Tom', particle: 'van der' },
      { written: 'Test Group', literal: 'Test Group' },
    ]);
    expect(paper?.issue).toBeUndefined();
    expect(paper?.doi?.from).toEqual([
      { correction: 'page.yaml', seen: 'https://example.org/1' },
      { correction: 'page.yaml', seen: 'a library catalogue' },
    ]);
    // The next correction does not overwrite it, and finds the paper by its id.
    const inChinese = ['--reason-zh', '以期刊为准', '--seen-zh', '该网页'];
    const said = ['--reason', 'as it is there', '--seen', 'the page', '--seen', 'https://example.org/2'];
    const second = await runHere('correct', [id, '--content', folder, 'volume=10', ...said, ...inChinese]);
    expect(second.out).toContain(`It corrects ${id}.`);
    expect(readdirSync(join(folder, 'corrections')).sort()).toEqual([`${id}.yaml`, 'page.yaml']);
    expect(parse(readFileSync(join(folder, 'corrections', `${id}.yaml`), 'utf8'))).toMatchObject({
      reason: { en: 'as it is there', zh: '以期刊为准' },
      seen: [{ en: 'the page', zh: '该网页' }, 'https://example.org/2'],
    });
    expect(papersOf(folder).get(id)?.volume?.from).toEqual([
      { correction: `${id}.yaml`, seen: 'the page' },
      { correction: `${id}.yaml`, seen: 'https://example.org/2' },
    ]);
  });

  test('decides, empties and confirms what was read of how a study was done', async () => {
    const words = 'We interviewed 16 people, twelve women and four men.';
    const folder = review({ 'sources/page.txt': page.replace('Twelve interpreters were interviewed.', words) });
    const given = ['--content', folder, '--reason', 'r', '--seen', 's'];
    const details = () =>
      papersOf(folder)
        .get(id)
        ?.details?.map(({ words, from }) => [words, from[0]]);
    expect((await runHere('correct', ['page.txt', '--confirm', 'makeup', ...given])).code).toBe(0);
    expect(details()).toEqual([['twelve women and four men', { correction: 'page.yaml', seen: 's' }]]);
    const emptied = await runHere('correct', ['page.txt', 'makeup=', 'databases=PubMed', ...given]);
    expect(`${emptied.out}${emptied.error}`).toContain('[words-of-no-sentence]');
    expect(details()).toBeUndefined();
    const nothing = await runHere('correct', [id, '--confirm', 'makeup', ...given]);
    expect(nothing.error).toContain('Nothing is read of makeup there.');
    const refused = await runHere('correct', [id, '--refuse', 'makeup', ...given]);
    expect(refused.error).toContain('npm run correct -- FOR makeup=');
  });

  test('of one day, the later replaces the earlier; a path that the shell completed is the source', async () => {
    const folder = review({ 'sources/page.txt': page });
    const given = ['--content', folder, '--reason', 'r', '--seen', 's'];
    for (const volume of [31, 32, 33])
      await runHere('correct', [join(folder, 'sources', 'page.txt'), `volume=${volume}`, ...given]);
    expect(readdirSync(join(folder, 'corrections')).sort()).toEqual(['page-2.yaml', 'page-3.yaml', 'page.yaml']);
    expect(papersOf(folder).get(id)?.volume).toMatchObject({
      value: '33',
      others: [{ value: '32' }, { value: '31' }, { value: '9' }],
    });
    const { out } = await runHere('correct', ['Page', 'volume=1', ...given]);
    expect(out).toContain('Did you mean page.txt?');
  });

  test('of one day and under two names, the one that loses by the order of names is reported', async () => {
    const folder = review({ 'sources/page.txt': page });
    const given = ['--content', folder, '--reason', 'r', '--seen', 's'];
    const first = await runHere('correct', ['page.txt', 'volume=31', 'issue=4', ...given]);
    expect(`${first.out}${first.error}`).not.toContain('decisions-of-one-day');
    const second = await runHere('correct', [id, 'volume=32', 'issue=4', ...given]);
    const told = `${second.out}${second.error}`;
    expect(told).toContain('[decisions-of-one-day]');
    expect(told).toContain(`corrections/${id}.yaml`);
    expect(told).toContain('volume: 32; page.yaml of the same day');
    expect(told).not.toContain('issue: 4');
    expect(papersOf(folder).get(id)?.volume?.value).toBe('31');
  });

  test('joins two records, and keeps two apart, by the words of the notice', async () => {
    const twin = (doi: string): string => page.replace('101-115.', `101-115. doi: ${doi}.`);
    const folder = review({ 'sources/a b.txt': twin('10.5555/one'), 'sources/b.txt': twin('10.5555/two') });
    const { error } = await runHere('import', ['--content', folder, '--no-cache']);
    const [, b = '', a = ''] = /npm run correct -- "(.+?)" same-as="(.+?)"/u.exec(error) ?? [];
    const decide = (word: string): Promise<Ended> =>
      runHere('correct', [b, `${word}=${a}`, '--content', folder, '--reason', 'compared', '--seen', 'both pages']);
    expect((await decide('not-same-as')).code).toBe(0);
    expect(papersOf(folder).size).toBe(2);
    expect((await runHere('import', ['--content', folder, '--no-cache'])).error).not.toContain('looks-like-one-paper');
    for (const name of readdirSync(join(folder, 'corrections'))) rmSync(join(folder, 'corrections', name));
    expect((await decide('same-as')).out).toContain('It corrects');
    expect(papersOf(folder).size).toBe(1);
  });

  test.each([
    [
      'a concept',
      'concepts=themes/interpreter',
      'The vocabulary has no concept "themes/interpreter". Did you mean delivery/interpreter-mediated, perspectives/interpreters, themes/interpreters?',
    ],
    ['a concept to take away', 'notConcepts=themes/nowhere', 'The vocabulary has no concept "themes/nowhere".'],
    ['a record to join', 'same-as=other.ris#3', 'No record of this review has the name "other.ris#3".'],
    [
      'a record to keep apart',
      `not-same-as=${id}-2`,
      `No record of this review has the name "${id}-2". Did you mean ${id}?`,
    ],
    ['a type', 'type=articel', 'set.type: expected one of: article-journal'],
    ['an address', 'url=javascript:alert(1)', 'set.url: expected an address that begins with https:// or http://'],
    ['authors', 'authors= ; ', '"authors= ; " is not a field=value of a correction.'],
  ])('refuses %s that cannot be, and writes nothing', async (_, value, told) => {
    const folder = review({ 'sources/page.txt': page }, { vocabulary: true });
    await runHere('import', ['--content', folder, '--no-cache']);
    const before = readdirSync(folder, { recursive: true });
    const args = ['page.txt', value, '--content', folder, '--reason', 'r', '--seen', 's'];
    const { code, error } = await runHere('correct', args);
    expect(error).toContain(told);
    expect(error).toContain('Nothing was written.');
    expect(code).toBe(2);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('may come before its target', async () => {
    const folder = review({ 'sources/page.txt': page });
    const { out, code } = await runHere('correct', [
      '10.5555/later',
      '--content',
      folder,
      'volume=10',
      '--reason',
      'r',
      '--seen',
      's',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Nothing here has the name "10.5555/later" yet');
  });

  test.each([
    ['no reason', ['page.txt', 'volume=1', '--seen', 's'], '--reason'],
    ['no place', ['page.txt', 'volume=1', '--reason', 'r'], '--seen'],
    [
      'more places in Chinese than places',
      ['page.txt', 'volume=1', '--reason', 'r', '--seen', 's', '--seen-zh', '甲', '--seen-zh', '乙'],
      'Each --seen-zh says a --seen in Chinese',
    ],
    [
      'an unknown field',
      ['page.txt', 'colour=red', '--reason', 'r', '--seen', 's'],
      '"colour=red" is not a field=value',
    ],
    [
      'a word that every object knows',
      ['page.txt', 'constructor=x', '--reason', 'r', '--seen', 's'],
      '"constructor=x" is not a field=value',
    ],
    ['a value that cannot be', ['page.txt', 'doi=abc', '--reason', 'r', '--seen', 's'], 'set.doi: expected a DOI'],
    ['no date', ['page.txt', 'year=20x', '--reason', 'r', '--seen', 's'], 'set.issued: expected a date'],
  ])('with %s writes nothing and says so', async (_, args, words) => {
    const folder = review({ 'sources/page.txt': page });
    const { code, error } = await runHere('correct', ['--content', folder, ...args]);
    expect(code).toBe(2);
    expect(error).toContain(words);
    expect(existsSync(join(folder, 'corrections'))).toBe(false);
  });
});

test.each([
  ['that does its work', 'read', [join(seeds, '003_896b1f89a11f002d.txt')]],
  ['that finds an error', 'read', ['nowhere.txt']],
  ['that refuses what was given', 'correct', ['page.txt', 'colour=red', '--reason', 'r', '--seen', 's']],
  ['that an error ends', 'import', ['--content', join(seeds, '003_896b1f89a11f002d.txt'), '--no-cache']],
])('a command %s ends here as it does in a process of its own', async (_, script, args) => {
  const started = await start(script, args);
  expect(`${started.out}${started.error}`).not.toBe('');
  expect(await runHere(script, args)).toMatchObject(started);
});

test.each([
  ['import'],
  ['read'],
  ['add'],
  ['remove'],
  ['correct'],
  ['dev'],
  ['readers'],
  ['joining', 'measure/join'],
  ['bench'],
])('npm run %s has --help', async (name, script = name) => {
  const { code, out } = await start(script, ['--help']);
  expect(code).toBe(0);
  expect(out).toContain(`npm run ${name} -- [options]`);
});
