/** The command `npm run add`: copies new sources into the review and imports them. */

import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { insideZip } from '#text/zip';
import { readArguments, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { removeTemporary, temporaryFolder, writeStaged } from './lib/files.ts';
import { concernsCache } from './lib/store/index.ts';
import { shellWord } from './lib/shell-word.ts';
import { readNumbers, whyNotTaken } from './pipeline/sources/take-records.ts';
import { addSources } from './pipeline/sources/add-sources.ts';
import { formatsOf } from './pipeline/decisions/read-sites.ts';
import { recordName } from './pipeline/join/draft-key.ts';
import { draft } from './pipeline/read/draft.ts';
import { flatReading, type FlatReading } from './pipeline/read/flat-reading.ts';
import type { Listed } from './pipeline/read/list.ts';
import { commandFiles } from './pipeline/sources/command-files.ts';
import { decodeSource, openSource, readSidecar } from './pipeline/read/open-source.ts';
import { someRecords } from './pipeline/read/taken-records.ts';
import { toCheckLines } from './pipeline/ledger/to-check.ts';
import { exitCode, many, print, printChanges, printToCheck } from './lib/report.ts';
import { missingOf, shownLine } from './pipeline/read/show.ts';
import type { CopiedSource } from './pipeline/sources/copy-in.ts';
import { withArchivesOpen } from './pipeline/read/zip.ts';

const command: Command<'content' | 'name' | 'strict' | 'trust-sidecars' | 'records' | 'list'> = {
  run: 'npm run add',
  does: 'Copies new sources in, imports them, and says what was read, what is missing and how to correct it. Asks nothing.',
  operands: 'FILE… | DIR | -',
  options: {
    content: { value: 'DIR', does: "the review's folder (content)" },
    name: { value: 'FILE', does: 'what a text from standard input (-) is called (pasted.txt)' },
    'trust-sidecars': { does: 'what FILE.meta.yaml beside a file says that it replaces counts as your own statement' },
    records: {
      value: 'NUMBERS',
      does: 'of a page that lists papers, such as results of a search, takes these records in as papers: 2,5 or 3-7',
    },
    list: { does: 'prints the records of such a page with their numbers; writes nothing' },
    strict: { does: 'exits with 1 on warnings too' },
  },
};

const { given, text, operands } = readArguments(command);
const content = text('content') ?? 'content';
const sourcesDir = join(content, 'sources');
const formats = formatsOf(content);
const notices: Notice[] = [];
const passing: string[] = [];
if (!operands.length) {
  process.stderr.write('Name files, a folder, or - for standard input: npm run add -- page.txt\n');
  process.exit(2);
}
const offers = operands.flatMap(offered);
if (given.list) listRecords(offers);
const numbers = text('records');
const take = numbers === undefined ? undefined : recordsToTake(offers, numbers);
const { told, taken, result } = await addSources(offers, {
  ...(take ? { take } : {}),
  contentDir: content,
  cacheDir: importCache(),
  trustsSidecars: given['trust-sidecars'] === true,
  today: new Date().toISOString().slice(0, 10),
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
notices.push(...told);
for (const folder of passing) removeTemporary(folder);
for (const it of taken) notices.push(...it.notices);
for (const it of taken) show(it);
const files = new Set(taken.flatMap((it) => it.file ?? []));
const isAdded = (file: string): boolean => files.has(file) || files.has(insideZip(file)?.zip ?? '');
notices.push(
  ...result.notices.filter(
    (it) => it.severity === 'error' || concernsCache(it) || isAdded(it.place.file.replace(/\.meta\.yaml$/u, '')),
  ),
);
print(notices);
printChanges(result.changes);
printToCheck(toCheckLines(result.toCheck.filter(({ file }) => isAdded(file))));
const added = taken.filter((it) => it.file && it.was !== 'known').length;
const refused = taken.filter((it) => it.was === 'refused').length;
say(
  `${many(added, 'source')} added, ${taken.length - added - refused} already there, ${refused} refused. ` +
    (result.written
      ? `The review has ${many(result.counts.papers, 'paper')}.`
      : 'Nothing was imported: see the errors.'),
);
process.exitCode = exitCode(notices, given.strict === true) || (refused && refused === taken.length ? 1 : 0);

function offered(operand: string): Listed[] {
  if (operand === '-') return [pasted()];
  // A source of the review may be named as decisions name it.
  const own = join(sourcesDir, operand);
  if (!existsSync(operand) && existsSync(own) && lstatSync(own).isFile())
    return [{ file: operand, path: own, size: 0 }];
  return commandFiles(operand, basename, notices);
}

function readingOf(listed: Listed): { line: FlatReading; reading: Reading } | undefined {
  const opened = openSource(listed);
  const url = opened.bytes ? readSidecar(listed.file, listed.path, [])?.url : undefined;
  const decoded = opened.bytes && decodeSource(listed.file, opened.bytes, url);
  if (!decoded || !decoded.source) {
    notices.push(...opened.notices, ...(decoded ? decoded.notices : []));
    return undefined;
  }
  const { format, reading } = draft(decoded.source, formats);
  return { line: flatReading(listed.file, format, reading), reading };
}

/** Ends without writing anything. */
function end(code: number): never {
  for (const folder of passing) removeTemporary(folder);
  print(notices);
  process.exit(code);
}

function listRecords(files: readonly Listed[]): never {
  for (const listed of files) {
    const read = readingOf(listed);
    if (read) say(shownLine(read.line));
  }
  return end(exitCode(notices, false));
}

/** The records that a person takes in; the command ends here where they are not there. */
function recordsToTake(files: readonly Listed[], written: string): { records: number[]; drafts: Draft[] } {
  const records = readNumbers(written);
  const [listed, more] = files;
  if (!records || !listed || more) {
    process.stderr.write('Name one page and the numbers of its records: npm run add -- page.txt --records 2,5\n');
    return end(2);
  }
  const read = readingOf(listed);
  const why = read && whyNotTaken(listed.file, read.reading, records);
  if (why) notices.push(why);
  if (!read || why) return end(1);
  return { records, drafts: read.reading.drafts };
}

/** Puts standard input into a file, so that it is a source like any other. */
function pasted(): Listed {
  const folder = temporaryFolder();
  passing.push(folder);
  const name = basename(text('name') ?? 'pasted.txt');
  const path = join(folder, name);
  const bytes = readFileSync(0);
  writeStaged(path, bytes);
  return { file: name, path, size: bytes.length };
}

function show({ offered, file, was }: CopiedSource): void {
  if (!file) {
    say(`refused: ${offered}`);
    return;
  }
  const words = {
    new: 'added',
    newer: 'added as a newer scrape',
    other: 'added under a free name, because it is about another paper',
    known: 'already there',
    refused: 'refused',
  };
  say(`${words[was]}: ${join(sourcesDir, file)}`);
  for (const one of withArchivesOpen([{ file, path: join(sourcesDir, file), size: 0 }]))
    if (!one.quarantined) showRead(one.file);
}

function showRead(file: string): void {
  const outcome = result.sources.find((it) => it.file === file);
  const opened = openSource({ file, path: join(sourcesDir, file), size: 0 });
  const source =
    opened.bytes && decodeSource(file, opened.bytes, readSidecar(file, join(sourcesDir, file), [])?.url).source;
  if (!source) return;
  const { format, reading } = draft(source, formats);
  const line = flatReading(file, format, reading);
  say(shownLine(line));
  if (reading.kind === 'list' && reading.drafts.length)
    say(
      `  ${'to take in'.padEnd(14)}npm run add -- ${shellWord(file)} --records ${someRecords(reading.drafts.length)}`,
    );
  if (outcome?.papers.length) say(`  ${'papers'.padEnd(14)}${outcome.papers.slice(0, 12).join(', ')}`);
  const missing = reading.drafts.length === 1 ? missingOf(line) : [];
  if (!missing.length) return;
  const example =
    missing[0] === 'year' ? 'issued=2024-11' : missing[0] === 'title' ? 'title.en="…"' : `${missing[0] ?? 'doi'}="…"`;
  // A record of a file of references is called by its number, even where it is the only one.
  const name = shellWord(recordName({ file, record: reading.drafts[0]?.record }));
  say(`  ${'to correct'.padEnd(14)}npm run correct -- ${name} ${example} --reason "…" --seen "where you saw it"`);
}
