/** The command `npm run dev`: the live site, which follows changes of sources, content and pages. */

import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { formatNotice, type Notice } from '#domain/notice';
import { buildDefaults } from './build.ts';
import { readArguments, say, sound, type Command } from './cli.ts';
import { readAddress } from './lib/address.ts';
import { versionOf } from './lib/digest.ts';
import { makeFolder, writeFile } from './lib/files.ts';
import { isTrace } from './lib/astro-output.ts';
import { unfitPath } from './lib/unfit-path.ts';
import { importCode } from './pipeline/import-options.ts';
import { finished, projectRoot, startProgram } from './run.ts';
import { watchFolder } from './watch.ts';

const command: Command<'content'> = {
  run: 'npm run dev',
  does: 'The live site on http://localhost:4321 (PORT, HOST, ALLOWED_HOSTS): a changed page, theme or correction, or a source dropped into content/sources, shows at once. Search needs a built site: npm start.',
  options: { content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` } },
};

/** Folders in the content that the import reads; Astro itself watches the others. */
const importedFolders = ['sources', 'corrections', 'sites', 'vocabulary'];
/** How many milliseconds a folder must be quiet before its files are read, because copying many files takes time. */
const quietMilliseconds = 200;

const { text } = readArguments(command);
const address = sound(readAddress());
const content = text('content') ?? buildDefaults.content;
sound(unfitPath('--content', resolve(content)));

let thread: Worker | undefined;
/** The code that the thread has loaded: another thread is needed where it has changed. */
let code = '';
let importing = false;
let again = false;
let timer: NodeJS.Timeout | undefined;

/**
 * Imports after the last change: one import at a time, and one more for changes during it. Its notices appear in the
 * terminal.
 */
function importSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    again = importing;
    if (again) return;
    importing = true;
    importer().postMessage('import');
  }, quietMilliseconds);
}

/** The thread that imports, with the code of the import as it is at this moment. */
function importer(): Worker {
  const present = versionOf(importCode);
  if (thread && present === code) return thread;
  thread?.removeAllListeners();
  void thread?.terminate();
  code = present;
  thread = new Worker(new URL('live-import.ts', import.meta.url), { workerData: content });
  thread.on('message', imported);
  thread.on('error', (problem: Error) => process.stderr.write(`${formatNotice(notLoaded(problem))}\n`));
  // A defect ends the thread; the next change begins another.
  thread.on('exit', () => {
    thread = undefined;
    imported();
  });
  return thread;
}

/** The code of the import cannot be run, for example while somebody writes it. */
const notLoaded = ({ message }: Error): Notice => ({
  severity: 'error',
  rule: 'import-not-run',
  place: { file: 'scripts/live-import.ts' },
  seen: message,
  expected: 'code that runs',
  remedy: 'mend what the message names: the next change of a source, a correction or the vocabulary imports again',
});

/** An import has ended. */
function imported(): void {
  importing = false;
  if (again) importSoon();
}

importSoon();
for (const folder of importedFolders)
  watchFolder(join(content, folder), (name) => {
    say(`changed: ${folder}${name && `/${name}`}`);
    importSoon();
  });

// Astro keeps entries of the content as long as their digest in its store is the same, so the store begins empty.
makeFolder(join(projectRoot, '.astro'));
writeFile(join(projectRoot, '.astro', 'data-store.json'), '');

// `--ignore-lock` and ASTRO_DEV_BACKGROUND keep the server in this terminal, however it was started.
const { host, port, allowed } = address;
const names = allowed.length > 0 ? ['--allowed-hosts', allowed.join(',')] : [];
const server = startProgram('astro', ['dev', '--ignore-lock', '--port', String(port), '--host', host, ...names], {
  env: { REVIEW_CONTENT: content, ASTRO_DEV_BACKGROUND: '1', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
  output: 'collect',
});
// Astro's messages on broken pages are shown without the stack trace, unless TRACE=1 is set.
for (const [from, to] of [
  [server.stdout, process.stdout],
  [server.stderr, process.stderr],
] as const)
  if (from)
    createInterface({ input: from }).on('line', (line) => {
      if (process.env['TRACE'] || !isTrace(line)) to.write(`${line}\n`);
    });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
process.exitCode = (await finished(server)).code;
process.exit();
