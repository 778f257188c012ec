import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildDefaults } from './build.ts';
import { readArguments, say, type Command } from './cli.ts';
import { serveHost, servePort } from './serve.ts';
import { finished, runNode, startProgram } from './run.ts';

const command: Command<'content'> = {
  run: 'npm run dev',
  does: 'The live site on http://localhost:4321 (PORT, HOST): a changed page, theme or correction, or a source dropped into content/sources, shows at once. Search needs a built site: npm start.',
  options: { content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` } },
};

/** Folders below the content whose files are read by the import; the rest Astro watches itself. */
const imported = ['sources', 'corrections', 'vocabulary'];
/** How long a folder must be quiet before its files are read: copying many takes a while. */
const quietMilliseconds = 300;

const { given } = readArguments(command);
const content = String(given.content ?? buildDefaults.content);

let importing: Promise<unknown> = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

/** One import at a time, after the last change; its notices show in the terminal. */
function importSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    importing = importing.then(() =>
      runNode(['scripts/import.ts', '--sources', join(content, 'sources'), '--out', content]),
    );
  }, quietMilliseconds);
}

importSoon();
for (const folder of imported) {
  try {
    watch(join(content, folder), { recursive: true }, (_event, name) => {
      say(`changed: ${folder}/${name ?? ''}`);
      importSoon();
    });
  } catch {
    say(`${join(content, folder)} is not there: not watched`);
  }
}

// `--ignore-lock` and ASTRO_DEV_BACKGROUND keep the server in this terminal, whatever starts it.
const server = startProgram('astro', ['dev', '--ignore-lock', '--port', String(servePort()), '--host', serveHost()], {
  env: { REVIEW_CONTENT: content, ASTRO_DEV_BACKGROUND: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
process.exitCode = (await finished(server)).code;
process.exit();
