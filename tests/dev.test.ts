import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { projectRoot, runNode } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';
import { limits } from './support/limits.ts';

const parts = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'scripts', 'src'];
const title = 'Dropped while the site is live: interviews on trust';
const page = `${title}
Ana Example, Bo Sample
J Test Alliance. 2021 Nov;12:45-57. doi: 10.5555/dropped.
Abstract
This study examined trust between clients and their interpreters. Interviews were held with 12 participants.
`;

/** What Astro keeps of the content for the next run. */
const kept = '.astro/data-store.json';

let folder: string;
let dev: ChildProcess;
let ended = true;
let output = '';
let origin = '';

beforeAll(async () => {
  // A copy of everything that the live site is made of, because Astro keeps files beside it and other tests build at
  // the same time.
  folder = temporaryFolder();
  for (const part of parts) cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
  // In Astro's format (devalue): a collection that does not exist, as an example of old stored data.
  mkdirSync(join(folder, '.astro'));
  writeFileSync(join(folder, kept), '[["Map",1,2],"untrue",["Map",3,4],"page",{"id":3}]');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  // A process group of its own, so that its children end with it.
  dev = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '',
      ALLOWED_HOSTS: 'review.example.org',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  ended = false;
  dev.on('exit', () => (ended = true));
  for (const stream of [dev.stdout, dev.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  await until('the site is there', async () => (await get('/papers/')).status === 200);
});

afterAll(async () => {
  stop('SIGTERM');
  for (let i = 0; i < 200 && !ended; i++) await wait(100);
  stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

beforeEach(() => {
  onTestFailed(() => console.log(`npm run dev said last:\n${output.slice(-4000)}`));
});

test('the live site shows the present content and nothing from its cache', async () => {
  await until('Astro keeps what it has read', () => Promise.resolve(existsSync(join(folder, kept))));
  const text = readFileSync(join(folder, kept), 'utf8');
  expect(text.includes('vocabulary')).toBe(true);
  expect(text.includes('untrue')).toBe(false);
});

test('a dropped file is a page at once, a broken one affects nothing else, a deleted one disappears', async () => {
  expect((await get('/papers/')).body).not.toContain(title);
  writeFileSync(join(folder, 'content/sources', 'dropped page.txt'), page);
  await until('the paper is in the list', async () => (await get('/papers/')).body.includes(title));
  const address = '/papers/example-2021-dropped-while-site/';
  await until('the paper has a page', async () => (await get(address)).body.includes('trust between clients'));
  expect((await get(`/zh${address}`)).status).toBe(200);

  writeFileSync(join(folder, 'content/sources', 'broken.txt'), '');
  await until('the broken file is told', () => Promise.resolve(output.includes('broken.txt [source-empty]')));
  expect(output).toContain('do:       save the page again, or delete the file');
  expect((await get(address)).status).toBe(200);

  rmSync(join(folder, 'content/sources', 'dropped page.txt'));
  await until('the paper is gone from the list', async () => !(await get('/papers/')).body.includes(title));
  expect((await get('/papers/')).status).toBe(200);
  expect(ended).toBe(false);
});

test('a change of the import itself is in the next import', async () => {
  const code = join(folder, 'scripts/pipeline/tell-import.ts');
  const text = readFileSync(code, 'utf8');
  writeFileSync(code, text.replace("'paper'", "'work'"));
  const source = join(folder, 'content/sources', 'broken.txt');
  writeFileSync(source, ' ');
  await until('the changed import has run', () => Promise.resolve(output.includes(' works, ')));
  writeFileSync(code, `${text}\nlet`);
  writeFileSync(source, '');
  await until('code that does not run is told', () => Promise.resolve(output.includes('[import-not-run]')));
  writeFileSync(code, text);
  writeFileSync(source, '\n');
  const before = output.length;
  await until('the import runs again', () => Promise.resolve(output.slice(before).includes(' papers, ')));
  expect(ended).toBe(false);
});

test('a broken essay is reported at its line without a stack trace, and is shown again when it is fixed', async () => {
  const essay = join(folder, 'content/themes/refugees/en.mdx');
  const whole = readFileSync(essay, 'utf8');
  writeFileSync(essay, `${whole}\n\n<b>open\n`);
  await until('the broken essay is told', async () => {
    await get('/themes/refugees/');
    return output.includes(`themes/refugees/en.mdx:${whole.split('\n').length + 2}:1: Expected a closing tag`);
  });
  // As many programs save: the file is empty for a moment.
  writeFileSync(essay, '');
  await wait(40);
  writeFileSync(essay, whole);
  await until('the essay is there again', async () => (await get('/themes/refugees/')).status === 200);
  expect(output).not.toMatch(/^\s+at .+:\d+:\d+/m);
});

test('it answers only to this machine, as the built site does', async () => {
  const asked = (host: string) =>
    new Promise<number>((resolve, reject) => {
      request(`${origin}/papers/`, { headers: { Host: host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  expect(await asked('localhost:4321')).toBe(200);
  expect(await asked('evil.example')).toBe(403);
  expect(await asked('review.example.org')).toBe(200);
});

test('an invalid PORT is reported before anything begins', async () => {
  const { code, output: said } = await runNode(['scripts/dev.ts'], { output: 'collect', env: { PORT: 'abc' } });
  expect({ code, said }).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^error: PORT \[port-invalid\]/) as string,
  });
});

/** Sends a signal to the whole group, which may have ended by itself. */
function stop(signal: NodeJS.Signals): void {
  try {
    if (dev.pid) process.kill(-dev.pid, signal);
  } catch {
    // The group has ended.
  }
}

/** Asks until it is true; a program that has ended fails at once. The only time limit is that of the test. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (ended) throw new Error(`npm run dev ended before ${what}:\n${output}`);
    await wait(250);
  }
}

/** Asks again while the server does not answer yet or restarts. */
const get = (path: string): Promise<{ status: number; body: string }> =>
  fetch(origin + path, { signal: AbortSignal.timeout(limits.step) }).then(
    async (response) => ({ status: response.status, body: await response.text() }),
    () => ({ status: 0, body: '' }),
  );

/**
 * A free port. It is released before the live site uses it, so it is not one of those (from 32768 on) that systems give
 * to other servers and browsers.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, '127.0.0.1');
    // `once` rejects if an error comes first.
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}
