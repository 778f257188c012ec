import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putBack } from '../scripts/lib/restore-folder.ts';
import { filesBelow } from '../scripts/lib/paths.ts';
import { projectRoot } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';
import { useSite, type BuiltSite } from './support/site.ts';

interface Building {
  child: ChildProcess;
  output: string;
}

/** A build as `npm run build` starts it, in a process group of its own, so that its children end with it. */
function build(content: string, out: string): Building {
  const args = ['scripts/build.ts', '--content', content, '--out', out];
  const child = spawn(process.execPath, args, { cwd: projectRoot, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const building: Building = { child, output: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (building.output += text));
  return building;
}

const ended = async ({ child }: Building): Promise<number> => (await once(child, 'close'))[0] as number;

/** Kills a build and its children, without a chance to react, once it has printed something. */
async function killAt(building: Building, words: string): Promise<void> {
  const { child } = building;
  while (!building.output.includes(words))
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'close')]);
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended(building);
}

const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));

test('a build that is killed leaves the old site, and of two builds at once each makes its own', async () => {
  const [ours, odd] = [await useSite(), await useSite({ content: 'tests/fixtures/odd-review' })];
  const place = temporaryFolder();
  const copies = [ours, odd].map(({ content }, i) => {
    cpSync(content, join(place, `content-${i}`), { recursive: true });
    return join(place, `content-${i}`);
  });
  const [first = '', second = ''] = copies;
  const out = join(place, 'out');
  cpSync(odd.folder, out, { recursive: true });

  await killAt(build(first, out), 'quotations');
  expect(bytesOf(out)).toEqual(bytesOf(odd.folder));
  expect(readdirSync(place).some((name) => /^out\..*lock$/u.test(name) || name.startsWith('out.'))).toBe(true);
  expect((await putBack(out)).map(({ severity }) => severity)).not.toContain('warning');
  expect(bytesOf(out)).toEqual(bytesOf(odd.folder));

  const both = [build(first, out), build(second, join(place, 'other'))];
  const codes = await Promise.all(both.map(ended));
  expect(codes, both.map(({ output }) => output).join('\n')).toEqual([0, 0]);
  same(out, ours);
  same(join(place, 'other'), odd);
  expect(readdirSync(place).sort()).toEqual(['content-0', 'content-1', 'other', 'out']);
});

/** Asserts that two builds of one content are equal, byte for byte, wherever they were made. */
function same(folder: string, site: BuiltSite): void {
  const [made, known] = [bytesOf(folder), bytesOf(site.folder)];
  expect(Object.keys(made)).toEqual(Object.keys(known));
  expect(Object.keys(made).filter((file) => made[file] !== known[file])).toEqual([]);
}
