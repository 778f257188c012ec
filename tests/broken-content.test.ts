import { execFileSync, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { formatNotice, type Notice } from '#domain/notice';
import { buildSite } from '../scripts/build.ts';
import { sorted } from '../scripts/lib/report.ts';
import { importReview } from '../scripts/pipeline/import-review.ts';
import { finished, projectRoot, startNode, type RunResult } from '../scripts/run.ts';
import { runHere, type Ended } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { limits } from './support/limits.ts';

/** Breaks something in a copy of the review. */
type Break = (folder: string) => void;

const put =
  (file: string, text: string | Uint8Array): Break =>
  (folder) => {
    rmSync(join(folder, file), { recursive: true, force: true });
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
const change =
  (file: string, from: string | RegExp, to: string): Break =>
  (folder) => {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, file), after);
  };
const append =
  (file: string, text: string | Uint8Array): Break =>
  (folder) =>
    appendFileSync(join(folder, file), text);
const instead =
  (file: string, make: (path: string) => unknown): Break =>
  (folder) => {
    rmSync(join(folder, file), { recursive: true, force: true });
    make(join(folder, file));
  };
const folderAt = (file: string) => instead(file, (path) => mkdirSync(path));
const linkAt = (file: string, target: string) => instead(file, (path) => symlinkSync(target, path));
const pipeAt = (file: string) => instead(file, (path) => execFileSync('mkfifo', [path]));
const gone = (file: string) => instead(file, () => undefined);

const correction = 'corrections/iversen-2025-themes.yaml';
const vocabulary = 'vocabulary/settings.yaml';
const paper = 'papers/tremain-2020-therapeutic-alliance-digital.json';
const essay = 'themes/refugees/zh.mdx';
const source = 'sources/000_f44325428cb35bf3.txt';
const lines = (file: string): number => readFileSync(join(projectRoot, 'content', file), 'utf8').split('\n').length;

const explosion = 'abcdefghi'
  .split('')
  .map(
    (name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => (i ? `*${'abcdefghi'[i - 1]}` : 'x')).join()}]`,
  )
  .join('\n');

/** What is reported first, and alone unless `errors` says otherwise: the printed place, and what was seen there. */
interface Told {
  at: string;
  seen: string | RegExp;
  expected?: string;
  errors?: number;
}

/** Breakages that end a build before it makes a page. */
const errors: Record<string, [Break, Told]> = {
  'an essay with a tag that does not end': [
    append(essay, '\n<b>open\n'),
    { at: `${essay}:${lines(essay) + 1}:1-1`, seen: /^Expected a closing tag for `<b>`/ },
  ],
  'an essay with a tag that nobody has': [
    append(essay, '\n<Reading><Nobody>一句话。</Nobody></Reading>\n'),
    { at: `${essay}:${lines(essay) + 1}:`, seen: '<Nobody>' },
  ],
  'a correction that was emptied': [put(correction, ''), { at: `${correction}:1:1-1`, seen: 'an empty file' }],
  'a correction of comments': [put(correction, '# x\n'), { at: `${correction}:1:1-1`, seen: 'nothing but comments' }],
  'an alias of nothing': [
    put(correction, 'for: *nobody\nreason: x\nseen: [y]\n'),
    { at: `${correction}:1:6-12`, seen: /the alias \*nobody/ },
  ],
  'aliases that explode': [put(correction, explosion), { at: `${correction}:1:1`, seen: /too many values/ }],
  'ids that explode': [put('ids.yaml', explosion), { at: 'ids.yaml:1:1', seen: /too many values/ }],
  'YAML that does not end': [put(correction, 'for: [a\nreason: x\n'), { at: `${correction}:2:1`, seen: /must/ }],
  'YAML without a bottom': [put(correction, '['.repeat(20_000)), { at: `${correction}:1:`, seen: /./ }],
  'a field of no correction': [
    put(correction, 'for: a.txt\nreason: x\nseen: [y]\nset:\n  volum: "3"\n'),
    { at: `${correction}:5:10`, seen: 'set.volum, which is not a known name' },
  ],
  'one of several corrections': [
    put(correction, '- { for: a, reason: x, seen: [y] }\n- { for: b, seen: [y] }\n'),
    { at: `${correction}:2:3`, seen: 'reason: not there' },
  ],
  'a concept of a correction that no vocabulary has': [
    put(correction, 'for: a.txt\nreason: x\nseen: [y]\nset:\n  concepts: [themes/interpreters, themes/nobody]\n'),
    { at: `${correction}:5:`, seen: 'themes/nobody' },
  ],
  'a date of a correction that is none': [
    put(correction, 'for: a.txt\nreason: x\nseen: [y]\nset:\n  issued: May 2024\n'),
    { at: `${correction}:5:`, seen: 'set.issued: "May 2024"', expected: 'a date: 2024, 2024-11 or 2024-11-05' },
  ],
  'a correction behind a link that leads nowhere': [
    linkAt(correction, 'nowhere'),
    { at: correction, seen: 'a link that leads nowhere' },
  ],
  'a link to itself': [
    linkAt(correction, 'iversen-2025-themes.yaml'),
    { at: correction, seen: 'a link that leads back to itself' },
  ],
  "a folder in a correction's place": [folderAt(correction), { at: correction, seen: 'a folder' }],
  "a pipe in a correction's place": [pipeAt(correction), { at: correction, seen: 'a pipe, socket or device' }],
  'a file in the place of the corrections': [put('corrections', 'x'), { at: 'corrections', seen: 'a file' }],
  'corrections behind a link that leads nowhere': [
    linkAt('corrections', 'nowhere'),
    { at: 'corrections', seen: 'a link that leads nowhere' },
  ],
  'a vocabulary that is no YAML': [
    change(vocabulary, 'facet: settings', 'facet: [settings'),
    { at: `${vocabulary}:`, seen: /must/ },
  ],
  'a vocabulary with a name misspelt': [
    change(vocabulary, 'prefLabel', 'prefLable'),
    { at: `${vocabulary}:1:`, seen: 'prefLabel: not there', errors: 2 },
  ],
  'a vocabulary that was emptied': [put(vocabulary, ''), { at: `${vocabulary}:1:1`, seen: 'an empty file' }],
  'a vocabulary in another encoding': [
    append(vocabulary, Uint8Array.of(0x23, 0xe9, 0x0a)),
    { at: `${vocabulary}:${lines(vocabulary)}:2-2`, seen: /0xE9/ },
  ],
  'a concept that names nobody': [
    change('vocabulary/themes.yaml', 'settings/inpatient', 'settings/nobody'),
    { at: 'vocabulary/themes.yaml:', seen: /names settings\/nobody/ },
  ],
  'two files of one facet': [
    (folder) => cpSync(join(folder, vocabulary), join(folder, 'vocabulary/settings-2.yml')),
    { at: `${vocabulary}:`, seen: 'a second file of settings' },
  ],
  'a file of another kind among the records': [
    put('papers/notes.json', '{ "note": 1 }'),
    { at: 'papers/notes.json:1:', seen: 'JSON that is not the record of a paper' },
  ],
  'a file in the place of the vocabulary': [put('vocabulary', 'x'), { at: 'vocabulary', seen: 'a file' }],
  'ids behind a link that leads nowhere': [
    linkAt('ids.yaml', 'nowhere'),
    { at: '--content FOLDER', seen: 'a link ids.yaml that leads nowhere' },
  ],
  "a folder in the ids' place": [
    folderAt('ids.yaml'),
    { at: '--content FOLDER', seen: 'ids.yaml, which is not a file' },
  ],
  'ids that were emptied': [put('ids.yaml', ''), { at: 'ids.yaml:1:1', seen: 'an empty file' }],
  'a row of ids that is none': [
    change('ids.yaml', '- id:', '- di:'),
    { at: 'ids.yaml:', seen: '0.id: not there', errors: 2 },
  ],
  'screening behind a link that leads nowhere': [
    linkAt('screening.yaml', 'nowhere'),
    { at: 'screening.yaml', seen: 'a link that leads nowhere' },
  ],
  'a criterion that nobody set': [
    change('screening.yaml', /criteria: \[[^\]]*\]/, 'criteria: [nonsense]'),
    { at: 'screening.yaml:', seen: /nonsense/ },
  ],
  'a version in a file with the name of another': [
    (folder) => cpSync(join(folder, 'versions/1.0.json'), join(folder, 'versions/1.1.json')),
    { at: 'versions/1.1.json:2:', seen: 'version 1.0 in a file with the name 1.1.json' },
  ],
  'a version that is cut off': [
    put('versions/1.1.json', '{"version": "1.1"'),
    { at: 'versions/1.1.json:1', seen: /./ },
  ],
  'a version with too few digests': [
    change('versions/1.0.json', '"authors",', ''),
    { at: 'versions/1.0.json:', seen: /papers/ },
  ],
  'no identity of the review': [gone('site.yaml'), { at: 'site.yaml', seen: 'nothing with this name' }],
  'an identity behind a link that leads nowhere': [
    linkAt('site.yaml', 'nowhere'),
    { at: 'site.yaml', seen: 'a link that leads nowhere' },
  ],
  "a pipe in the identity's place": [pipeAt('site.yaml'), { at: 'site.yaml', seen: 'a pipe, socket or device' }],
  'a NUL': [change('site.yaml', 'title:', 'tit\0le:'), { at: 'site.yaml:2:4-4', seen: /U\+0000/ }],
  'a public address with a path': [
    append('site.yaml', 'url: https://h/sub\n'),
    { at: `site.yaml:${lines('site.yaml')}:6-18`, seen: 'url: "https://h/sub"' },
  ],
  'an essay in GBK': [
    put(essay, Buffer.from('2d2d2d0a7469746c653a20c4e3bac30a2d2d2d0a', 'hex')),
    { at: `${essay}:2:8-8`, seen: /0xC4/ },
  ],
  'an essay behind a link that leads nowhere': [
    linkAt(essay, 'nowhere'),
    { at: essay, seen: 'a link that leads nowhere' },
  ],
  "a folder in an essay's place": [folderAt(essay), { at: essay, seen: 'a folder' }],
  "a pipe in an essay's place": [pipeAt(essay), { at: essay, seen: 'a pipe, socket or device' }],
  'an essay that was emptied': [put(essay, ''), { at: `${essay}:1:1`, seen: 'an empty file' }],
  'front matter that does not end': [
    change(essay, /\n---\n/, '\n'),
    { at: `${essay}:1:1`, seen: 'a first line `---` without a second one' },
  ],
  'front matter with a name misspelt': [
    change(essay, 'summary:', 'sumary:'),
    { at: `${essay}:2:`, seen: 'summary: not there', errors: 2 },
  ],
  'an essay on no theme': [
    (folder) => cpSync(join(folder, essay), join(folder, 'themes/nobody/zh.mdx'), { recursive: true }),
    { at: 'themes/nobody/zh.mdx', seen: 'an essay on “nobody”' },
  ],
  'a file in the place of the themes': [put('themes', 'x'), { at: 'themes', seen: 'a file' }],
  'a file in the place of the papers': [
    put('papers', 'x'),
    { at: '--content FOLDER', seen: 'papers, which is not a folder' },
  ],
  "a folder in the ledger's place": [
    folderAt('ledger.json'),
    { at: '--content FOLDER', seen: 'ledger.json, which is not a file' },
  ],
  'a file in the place of the sources': [put('sources', 'x'), { at: 'FOLDER/sources', seen: /ENOTDIR|a file/ }],
  'no sources': [gone('sources'), { at: 'FOLDER/sources', seen: 'no such folder' }],
};

/** Breakages that affect nothing else: what is reported, or that nothing is. */
const harmless: Record<string, [Break, Told | undefined]> = {
  'an essay with the line ends of Windows': [change(essay, /\n/g, '\r\n'), undefined],
  'a source behind a link that leads nowhere': [
    linkAt('sources/x.txt', 'nowhere'),
    { at: 'x.txt', seen: 'a link to nowhere' },
  ],
  'a pipe among the sources': [pipeAt('sources/x.txt'), { at: 'x.txt', seen: 'a device, pipe or socket' }],
  'a link to a folder above among the sources': [linkAt('sources/x', '..'), { at: 'x', seen: 'a link to ..' }],
  'a vocabulary with the other ending': [
    (folder) => renameSync(join(folder, vocabulary), join(folder, 'vocabulary/settings.YML')),
    undefined,
  ],
  'a file of a person among the records': [put('papers/notes.pdf', 'x'), undefined],
  'a source of nothing': [put('sources/x.ris', ''), { at: 'x.ris', seen: '0 bytes' }],
  'a sidecar of nothing': [
    put(`${source}.meta.yaml`, ''),
    { at: `${source.slice(8)}.meta.yaml:1:1-1`, seen: 'an empty file' },
  ],
  'a sentence of a correction that its paper does not have': [
    put(
      'corrections/x.yaml',
      'for: iversen-2025-building-sustaining-therapeutic\nreason: x\nseen: [y]\nset:\n  concepts: [{ concept: constructs/boundaries, sentences: [s-00000000] }]\n',
    ),
    { at: 'corrections/x.yaml', seen: 'set.concepts: s-00000000, which is not a sentence of the paper' },
  ],
  'a link to the content in it': [linkAt('x', '.'), undefined],
  'a sidecar that is no YAML': [
    put(`${source}.meta.yaml`, 'retrieved: 2026-11-21\nurl: [\n'),
    { at: `${source.slice(8)}.meta.yaml:3:1-1`, seen: /must/ },
  ],
  'a sidecar that explodes': [
    put(`${source}.meta.yaml`, explosion),
    { at: `${source.slice(8)}.meta.yaml:1:1-25`, seen: /too many values/ },
  ],
  'a sidecar that is a pipe': [
    pipeAt(`${source}.meta.yaml`),
    { at: `${source.slice(8)}.meta.yaml`, seen: 'a link or a folder' },
  ],
  'a record that a person changed': [
    change(paper, '"volume"', '"volumen"'),
    { at: `FOLDER/${paper}`, seen: /did not write/ },
  ],
  'a record that was cut': [
    (folder) => writeFileSync(join(folder, paper), '{ "id":'),
    { at: `FOLDER/${paper}`, seen: /did not write/ },
  ],
  "a folder in a record's place": [folderAt(paper), { at: `FOLDER/${paper}`, seen: /did not write/ }],
  "a pipe in a record's place": [pipeAt(paper), { at: `FOLDER/${paper}`, seen: /did not write/ }],
  'a ledger that was cut': [put('ledger.json', '{'), undefined],
};

const trace = /^\s+at .+:\d+:\d+\)?$|\bnode:internal\b|\bfile:\/\/\//mu;
const cache = temporaryFolder();

/** A command of the project, as the shell would run it. */
async function command(
  name: string,
  args: readonly string[],
  leave?: (child: ChildProcess) => void,
): Promise<RunResult> {
  const child = startNode([`scripts/${name}.ts`, ...args], { output: 'collect' });
  // Reading a pipe to which nobody writes would never end.
  const hung = setTimeout(() => child.kill('SIGKILL'), limits.step);
  leave?.(child);
  const ended = await finished(child);
  clearTimeout(hung);
  expect(ended.output).not.toMatch(trace);
  return ended;
}

function broken(make: Break): string {
  const folder = temporaryFolder();
  cpSync(join(projectRoot, 'content'), folder, { recursive: true });
  make(folder);
  return folder;
}

/** The same in this process. */
async function commandHere(name: string, args: readonly string[]): Promise<Ended> {
  const ended = await runHere(name, args);
  expect(ended.output).not.toMatch(trace);
  return ended;
}

type Run = (make: Break, name: string, ...args: string[]) => Promise<{ code: number; output: string }>;

/** Runs a command on a broken copy of the review. In its arguments and its output the copy is called FOLDER. */
const onCopy =
  (start: typeof commandHere | typeof command): Run =>
  async (make, name, ...args) => {
    const folder = broken(make);
    const given = args.map((it) => it.replace('FOLDER', folder));
    const { code, output } = await start(name, ['--content', folder, ...given]);
    rmSync(folder, { recursive: true, force: true });
    return { code, output: output.replaceAll(folder, 'FOLDER') };
  };
const run = onCopy(command);
const runInHere = onCopy(commandHere);

const notices = (output: string, severity: string): string[] =>
  output.split('\n').filter((line) => line.startsWith(`${severity}: `));

function expectTold(output: string, severity: string, { at, seen, expected, errors: count = 1 }: Told): void {
  const told = notices(output, severity);
  expect(told.length, output).toBe(count);
  expect(told[0]?.slice(`${severity}: `.length).startsWith(at), `${told[0]} is at ${at}`).toBe(true);
  const [, after = ''] = output.split(`${told[0]}\n`);
  expect(/^ {2}seen: {5}(.*)$/mu.exec(after)?.[1]).toMatch(
    typeof seen === 'string' ? RegExp(`^${escaped(seen)}$`) : seen,
  );
  if (expected) expect(/^ {2}expected: (.*)$/mu.exec(after)?.[1]).toBe(expected);
  expect(after).toMatch(/^ {2}do: {7}\S/mu);
}

/** That nothing is wrong but what is told, where something is. */
function expectOnly(output: string, told: Told | undefined): void {
  expect(notices(output, 'error')).toEqual([]);
  if (told) expectTold(output, 'warning', told);
  else expect(notices(output, 'warning')).toEqual([]);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Builds or imports a broken copy as the commands do, without the time that a program needs to start. */
async function here<T>(make: Break, work: (folder: string) => Promise<{ notices: readonly Notice[] } & T>) {
  const folder = broken(make);
  const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const done = await work(folder);
    return { ...done, output: `${sorted(done.notices).map(formatNotice).join('\n')}\n`.replaceAll(folder, 'FOLDER') };
  } finally {
    quiet.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A wrong reader would wait at a pipe for ever: only a program can be ended then. */
const needsProgram = ([what]: readonly [string, unknown]): boolean => /\bpipe\b/u.test(what);
const byProgram = <T>(rows: Record<string, T>) => Object.entries(rows).filter((row, i) => i === 0 || needsProgram(row));
const inHere = <T>(rows: Record<string, T>) => Object.entries(rows).filter((row) => !needsProgram(row));

test.concurrent.each(byProgram(errors))('%s ends the command before a page is made', async (_what, [make, told]) => {
  const { code, output } = await run(make, 'build', '--out', 'FOLDER-site', '--cache', cache);
  expectTold(output, 'error', told);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^pages {2}/mu);
});

test.each(inHere(errors))('%s ends a build before a page is made', async (_what, [make, told]) => {
  const { built, output, site } = await here(make, async (content) => {
    const out = `${content}-site`;
    return { ...(await buildSite({ content, out, base: '/', cache })), site: existsSync(out) };
  });
  expectTold(output, 'error', told);
  expect({ built, site }).toEqual({ built: false, site: false });
});

test.concurrent.each(byProgram(harmless))(
  '%s affects nothing else that the command reads',
  async (_what, [make, told]) => {
    const { code, output } = await run(make, 'import');
    expectOnly(output, told);
    expect(code).toBe(0);
    expect(output).toMatch(/\b5 papers\b/u);
  },
);

test.each(inHere(harmless))('%s affects nothing else', async (_what, [make, told]) => {
  const { counts, output, written } = await here(make, (contentDir) =>
    importReview({ contentDir, cacheDir: join(cache, 'import') }),
  );
  expectOnly(output, told);
  expect({ written, papers: counts.papers }).toEqual({ written: true, papers: 5 });
});

test('an identifier under two ids is reported, unless one of them redirects to the other', async () => {
  const row = '- id: another-2020-paper\n  doi: 10.1007/S10903-025-01688-9\n';
  const told: Told = {
    at: `ids.yaml:${lines('ids.yaml') + 1}:`,
    seen: '10.1007/s10903-025-01688-9, which potocky-2025-therapeutic-alliance-refugee already has',
  };
  const twice = await runInHere(append('ids.yaml', row), 'import');
  expectTold(twice.output.replace(/^info: (?!ids\.yaml)/gmu, ''), 'info', told);
  expect(twice.code).toBe(0);
  const alias = '- id: potocky-2025-therapeutic-alliance-refugee\n  aliases: [another-2020-paper]\n';
  const once = await runInHere(append('ids.yaml', row + alias), 'import');
  expect(once.output).not.toMatch(/\[identifier-of-two-ids\]/u);
});

test('of a hundred faults of one kind in one file the first twenty are printed, and the rest are counted', async () => {
  const many = '- { for: a, seen: [y] }\n'.repeat(100);
  const { code, output } = await runInHere(put('corrections/many.yaml', many), 'import');
  const told = notices(output, 'error');
  expect(told).toHaveLength(21);
  expect(told[0]).toMatch(/^error: corrections\/many\.yaml:1:/u);
  expect(told[20]).toBe('error: corrections/many.yaml [content-invalid]: and 80 more like these');
  expect(output).toMatch(/\b100 errors/u);
  expect(code).toBe(1);
});

const misspelt = put('corrections/other.yaml', 'for: a.txt\nreson: x\nseen: [y]\n');
const otherCorrection: Told = { at: 'corrections/other.yaml:', seen: /./, errors: 2 };

test('records that cannot be compared are not called equal', async () => {
  const { code, output } = await runInHere(misspelt, 'import', '--check');
  expectTold(output, 'error', otherCorrection);
  expect(output).toContain('The comparison was not completed');
  expect(code).toBe(1);
});

test('a correction that cannot be applied for another one is written, and not called applied', async () => {
  const { code, output } = await runInHere(
    misspelt,
    'correct',
    '10.1016/x',
    'volume=3',
    '--reason',
    'r',
    '--seen',
    's',
  );
  expectTold(output, 'error', otherCorrection);
  expect(output).toContain('It was not applied: see the errors.');
  expect(code).toBe(1);
});

test('a source that cannot be imported because of a broken decision is reported', async () => {
  const page = join(temporaryFolder({ 'page.txt': 'A page of its own\n\nAbstract\nWords.\n' }), 'page.txt');
  const { code, output } = await runInHere(misspelt, 'add', page);
  expectTold(output, 'error', otherCorrection);
  expect(output).toContain('Nothing was imported: see the errors.');
  expect(code).toBe(1);
});

test.each([
  ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'a device, pipe or socket'],
  ['a link that leads nowhere', (path: string) => symlinkSync('nowhere', path), 'nothing of that name'],
  ['a link to itself', (path: string) => symlinkSync('x', path), 'nothing of that name'],
  ['nothing', () => undefined, 'nothing of that name'],
])('%s is told by whoever is asked to read it', async (what, make, seen) => {
  const path = join(temporaryFolder(), 'x');
  make(path);
  const isPipe = needsProgram([what, make]);
  const told = isPipe
    ? await Promise.all([command('read', [path]), run(() => undefined, 'add', path)])
    : [await commandHere('read', [path]), await runInHere(() => undefined, 'add', path)];
  for (const { code, output } of told) {
    expectTold(output, 'error', { at: path, seen });
    expect(code).toBe(1);
  }
});

test.each([
  ['build', ['--base', 'http://h/x'], '--base'],
  ['build', ['--site', 'https://h/sub'], '--site'],
  ['start', ['--base', '/a b/'], '--base'],
])('%s %j ends before it begins', async (name, args, at) => {
  const { code, output } = await run(() => undefined, name, ...args);
  expectTold(output, 'error', { at, seen: args[1] ?? '' });
  expect(output).toMatch(/^error: /u);
  expect(code).toBe(2);
});

describe('where nobody reads what a command prints (`| head -1`)', () => {
  const away = ({ stdout, stderr }: ChildProcess): void => {
    stdout?.destroy();
    stderr?.destroy();
  };
  test('an import still does its work', async () => {
    const folder = broken(gone('ledger.json'));
    expect((await command('import', ['--content', folder], away)).code).toBe(0);
    expect(existsSync(join(folder, 'ledger.json'))).toBe(true);
  });
  test('a build still says by its code that it failed', async () => {
    const args = [
      '--content',
      broken(put('site.yaml', '')),
      '--out',
      join(temporaryFolder(), 'site'),
      '--cache',
      cache,
    ];
    expect((await command('build', args, away)).code).toBe(1);
  });
  test('what does nothing but print ends quietly', async () => {
    const { code, output } = await command('read', [join(projectRoot, 'content/sources')], ({ stdout }) =>
      stdout?.destroy(),
    );
    expect({ code, output }).toEqual({ code: 0, output: '' });
  });
});
