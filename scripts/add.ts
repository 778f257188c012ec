/** The command `npm run add`: copies new sources into the review and imports them. */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { readArguments, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { removeTemporary, temporaryFolder, writeStaged } from './lib/files.ts';
import { concernsCache } from './lib/store/index.ts';
import { addSources } from './pipeline/sources/add-sources.ts';
import { formatsOf } from './pipeline/decisions/read-sites.ts';
import { draft } from './pipeline/read/draft.ts';
import { lineOf } from './pipeline/read/line.ts';
import type { Listed } from './pipeline/read/list.ts';
import { commandFiles } from './pipeline/sources/command-files.ts';
import { decodeSource, openSource, readSidecar } from './pipeline/read/open-source.ts';
import { toCheckLines } from './pipeline/ledger/to-check.ts';
import { exitCode, many, print, printChanges, printToCheck } from './lib/report.ts';
import { missingOf, shownLine } from './pipeline/read/show.ts';
import type { CopiedSource } from './pipeline/sources/copy-in.ts';

const command: Command<'content' | 'name' | 'strict' | 'trust-sidecars'> = {
  run: 'npm run add',
  does: 'Copies new sources in, imports them, and says what was read, what is missing and how to correct it. Asks nothing.',
  operands: 'FILE… | DIR | -',
  options: {
    content: { value: 'DIR', does: "the review's folder (content)" },
    name: { value: 'FILE', does: 'what a text from standard input (-) is called (pasted.txt)' },
    'trust-sidecars': { does: 'what FILE.meta.yaml beside a file says that it replaces counts as your own statement' },
    strict: { does: 'exits with 1 on warnings too' },
  },
};

const { given, operands } = readArguments(command);
const content = typeof given.content === 'string' ? given.content : 'content';
const sourcesDir = join(content, 'sources');
const formats = formatsOf(content);
const notices: Notice[] = [];
const passing: string[] = [];
if (!operands.length) {
  process.stderr.write('Name files, a folder, or - for standard input: npm run add -- page.txt\n');
  process.exit(2);
}
const { told, taken, result } = await addSources(operands.flatMap(offered), {
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
notices.push(
  ...result.notices.filter(
    (it) => it.severity === 'error' || concernsCache(it) || files.has(it.place.file.replace(/\.meta\.yaml$/u, '')),
  ),
);
print(notices);
printChanges(result.changes);
printToCheck(toCheckLines(result.toCheck.filter(({ file }) => files.has(file))));
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
  return operand === '-' ? [pasted()] : commandFiles(operand, basename, notices);
}

/** Puts standard input into a file, so that it is a source like any other. */
function pasted(): Listed {
  const folder = temporaryFolder();
  passing.push(folder);
  const name = basename(typeof given.name === 'string' ? given.name : 'pasted.txt');
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
  const fate = result.sources.find((it) => it.file === file);
  say(`${words[was]}: ${join(sourcesDir, file)}`);
  const opened = openSource({ file, path: join(sourcesDir, file), size: 0 });
  const source =
    opened.bytes && decodeSource(file, opened.bytes, readSidecar(file, join(sourcesDir, file), [])?.url).source;
  if (!source) return;
  const { format, reading } = draft(source, formats);
  const line = lineOf(file, format, reading);
  say(shownLine(line));
  if (fate?.papers.length) say(`  ${'papers'.padEnd(14)}${fate.papers.slice(0, 12).join(', ')}`);
  const missing = reading.drafts.length === 1 ? missingOf(line) : [];
  if (!missing.length) return;
  const example =
    missing[0] === 'year' ? 'issued=2024-11' : missing[0] === 'title' ? 'title.en="…"' : `${missing[0] ?? 'doi'}="…"`;
  say(`  ${'to correct'.padEnd(14)}npm run correct -- ${file} ${example} --reason "…" --seen "where you saw it"`);
}
