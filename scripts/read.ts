/** The command `npm run read`: shows what is read from a source, and writes nothing. */

import { basename, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { readArguments, type Command } from './cli.ts';
import { formatsOf } from './pipeline/decisions/read-sites.ts';
import { draft } from './pipeline/read/draft.ts';
import { account } from './pipeline/ledger/account.ts';
import { flatReading, type FlatReading } from './pipeline/read/flat-reading.ts';
import type { Listed } from './pipeline/read/list.ts';
import { commandFiles } from './pipeline/sources/command-files.ts';
import { decodeSource, openSource, readSidecar } from './pipeline/read/open-source.ts';
import { countOf, exitCode, many, print } from './lib/report.ts';
import { shownLine } from './pipeline/read/show.ts';
import { shownChoices } from './pipeline/read/why.ts';
import { withArchivesOpen } from './pipeline/read/zip.ts';

const command: Command<'json' | 'strict' | 'why' | 'content'> = {
  run: 'npm run read',
  does: 'Shows what the formats read from each source, before merging and corrections. Writes nothing.',
  operands: 'FILE… | DIR',
  options: {
    json: {
      does: 'prints one JSON object for each source, each on its own line, and nothing else, to standard output',
    },
    why: {
      does: 'prints for each choice of a page what was taken, its reasons with their points, and the best other candidate',
    },
    content: { value: 'DIR', does: "the review's folder, whose site files are used (content)" },
    strict: { does: 'exits with 1 on warnings too' },
  },
};

const { given, text, operands } = readArguments(command);
// The command only prints, so it ends when nobody reads its output (`| head -1`).
process.stdout.once('error', () => process.exit());
const notices: Notice[] = [];
const formats = formatsOf(text('content') ?? 'content', notices);
let read = 0;
if (!operands.length) {
  process.stderr.write('Name a file or a folder: npm run read -- content/sources\n');
  process.exit(2);
}
for (const operand of operands)
  for (const listed of named(operand)) {
    const line = readOne(listed);
    read++;
    process.stdout.write(given.json ? `${JSON.stringify(line)}\n` : `${shownLine(line)}\n\n`);
  }
print(notices);
const summary = `${many(read, 'source')} read, ${many(countOf(notices, 'error'), 'error')}, ${many(countOf(notices, 'warning'), 'warning')}.\n`;
if (given.json) process.stderr.write(summary);
else process.stdout.write(summary);
process.exitCode = exitCode(notices, given.strict === true);

/** Files are named as on the command line, so that an editor can open them. */
function named(operand: string): Listed[] {
  return withArchivesOpen(
    commandFiles(operand, () => operand, notices).map((listed) => ({
      ...listed,
      file: listed.file === operand ? operand : join(operand, listed.file),
    })),
  );
}

function readOne(listed: Listed): FlatReading {
  const opened = openSource(listed);
  const sidecar = opened.bytes ? readSidecar(listed.file, listed.path, notices) : undefined;
  const decoded = opened.bytes ? decodeSource(listed.file, opened.bytes, sidecar?.url) : undefined;
  notices.push(...opened.notices, ...(decoded?.notices ?? []));
  if (!decoded?.source)
    return flatReading(listed.file, 'none', { drafts: [], isPaper: false, claims: [], notices: [] });
  const drafted = draft(decoded.source, formats);
  notices.push(...drafted.notices, ...account(decoded.source, drafted.reading).notices);
  if (given.why) process.stdout.write(`${shownChoices(decoded.source, formats)}\n`);
  return flatReading(basename(listed.file) ? listed.file : '?', drafted.format, drafted.reading);
}
