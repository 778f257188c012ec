/** Benchmark of builds that are killed: what a later build makes must be what a clean one makes, byte for byte. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashOfBytes } from '../lib/file-hashes.ts';
import { appendRows, copyFolder, makeFolder, removeTemporary, temporaryFolder, writeFile } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';
import { finished, projectRoot } from '../run.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { numbers } from './numbers.ts';
import { writePages } from './pages.ts';

/** The folders of a build. */
export interface BuildFolders {
  content: string;
  out: string;
  cache: string;
}

/**
 * When a build is killed: `delay` milliseconds after it printed the word `after`, or after its start if that is empty.
 */
export interface Moment {
  after: string;
  delay: number;
}

/** What a build prints at the end of its steps; after the last one it puts the site in its place. */
const words = ['', 'import', 'quotations', 'pages  ', 'pages and files made', 'search', 'offline', 'audit', 'largest'];

/** Moments that a seed chooses, spread over the steps. */
export function moments(seed: number, count: number): Moment[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, i) => ({
    after: words[Math.floor(((i + next()) * words.length) / count)] ?? '',
    // Later steps are short.
    delay: Math.floor(1500 * next() ** 2),
  }));
}

const startBuild = (folders: BuildFolders) => {
  const args = Object.entries(folders).flatMap(([name, path]) => [`--${name}`, String(path)]);
  // A process group of its own, so that its programs end with it.
  return spawn(process.execPath, ['scripts/build.ts', ...args], {
    cwd: projectRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

/** Builds, and kills the build with its programs at a moment; false where it ended before. */
export async function killedBuild(folders: BuildFolders, { after, delay }: Moment): Promise<boolean> {
  const child = startBuild(folders);
  let output = '';
  let seen: () => void = () => undefined;
  const printed = new Promise<void>((resolve) => (seen = resolve));
  const note = (text: Buffer): void => {
    output += String(text);
    if (output.includes(after)) seen();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  if (after === '') seen();
  const ended = finished(child);
  await Promise.race([printed, ended]);
  await Promise.race([wait(delay), ended]);
  const group = child.exitCode === null ? child.pid : undefined;
  if (group !== undefined) process.kill(-group, 'SIGKILL');
  await ended;
  return group !== undefined;
}

/** Builds to the end; throws what the build printed where it fails. */
export async function wholeBuild(folders: BuildFolders): Promise<void> {
  const { code, output } = await finished(startBuild(folders));
  if (code !== 0) throw new Error(output);
}

/** Names of the files that differ between two sites, or that only one of them has. */
export function differences(one: string, other: string): string[] {
  const [first, second] = [one, other].map(
    (root) => new Map(filesBelow(root).map((name) => [name, hashOfBytes(readFileSync(join(root, name)))])),
  );
  const names = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])]);
  return [...names].filter((name) => first?.get(name) !== second?.get(name));
}

const [seed = 1, kills = 12] = (process.env['BENCH_KILLED'] ?? '').split(',').filter(Boolean).map(Number);

/** Kills builds of changing content one after another, then builds once to the end, and once without what was kept. */
export const killedBenchmark: Benchmark = {
  name: 'killed',
  measures: `${kills} builds of 60 made-up pages, each killed at a moment of the seed ${seed} (BENCH_KILLED=seed,builds for others), then one to its end: files that differ from a clean build`,
  async run(): Promise<Figure[]> {
    const folder = temporaryFolder();
    try {
      const content = join(folder, 'content');
      const folders = (name: string): BuildFolders => ({
        content,
        out: join(folder, `${name}-site`),
        cache: join(folder, `${name}-cache`),
      });
      makeFolder(content);
      for (const name of ['site.yaml', 'vocabulary'])
        copyFolder(join(projectRoot, 'content', name), join(content, name));
      writePages(content, 60);
      const site = readFileSync(join(content, 'site.yaml'), 'utf8');
      let killed = 0;
      for (const [i, moment] of moments(seed, kills).entries()) {
        // A name of the review is on all pages, a keyword on some.
        if (i % 2) writeFile(join(content, 'site.yaml'), site.replace(/version: \S+/u, `version: '0.${i}'`));
        else appendRows(join(content, 'sources', `${String(i).padStart(6, '0')}.txt`), `Keywords: added ${i}\n`);
        if (await killedBuild(folders('killed'), moment)) killed++;
      }
      await wholeBuild(folders('killed'));
      await wholeBuild(folders('clean'));
      const differing = differences(folders('killed').out, folders('clean').out);
      return [
        { what: 'builds that were killed', value: killed, unit: '' },
        { what: 'files that differ from a clean build', value: differing.length, unit: '', most: 0 },
      ];
    } finally {
      removeTemporary(folder);
    }
  },
};
