import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { alone, lockOf } from '../../scripts/lib/lock.ts';
import { thisRun } from '../../scripts/lib/runs.ts';
import { temporaryFolder } from '../support/folder.ts';

const lock = (folder: string): string => lockOf(folder, 'inside');
const holder = { ...thisRun, command: 'npm run import', since: '2026-11-29T10:00:00.000Z', token: 'abc' };
const held = (folder: string, more: object): void =>
  writeFileSync(lock(folder), JSON.stringify({ ...holder, ...more }));
const work = (folder: string, patience = 0): Promise<string> =>
  alone(folder, { at: 'inside', patience }, () => Promise.resolve('done'));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a folder that one run writes to', () => {
  test('is its own until it has ended, and what it does in turn is its own too', async () => {
    const folder = temporaryFolder();
    await alone(folder, { at: 'inside' }, async () => {
      const said = JSON.parse(readFileSync(lock(folder), 'utf8')) as object;
      expect(said).toMatchObject({ pid: process.pid, command: expect.stringMatching(/^npm run /u) as string });
      expect(await work(folder)).toBe('done');
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is given back when the work fails', async () => {
    const folder = temporaryFolder();
    await expect(alone(folder, { at: 'inside' }, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('makes another run wait, which says for whom, and continues when the lock is free', async () => {
    const folder = temporaryFolder();
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const order: string[] = [];
    let free = (): void => undefined;
    const first = alone(folder, { at: 'inside' }, () => new Promise<void>((done) => (free = done)));
    const second = alone(folder, { at: 'inside' }, () => Promise.resolve(order.push('second')));
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    expect(said.mock.calls[0]?.[0]).toMatch(/^waiting: npm run .* \(process \d+ on .*, since 20.*\) is writing to /u);
    order.push('first');
    free();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect(said).toHaveBeenCalledTimes(1);
  });

  test('ends another with a plain message where it will not wait', async () => {
    const folder = temporaryFolder();
    held(folder, {});
    const problem = await work(folder).catch((thrown: unknown) => thrown);
    expect(problem).toMatchObject({
      notice: {
        rule: 'folder-in-use',
        seen: expect.stringContaining(`npm run import (process ${process.pid} on `) as string,
        remedy: expect.stringContaining(`delete ${lock(folder)}`) as string,
      },
    });
  });
});

describe('a lock of a dead run', () => {
  test.each([
    ['whose process has ended', { pid: 4_194_305 }],
    ['whose number another process has now', { started: '1' }],
    ['of before the machine was started', { boot: 'another' }],
  ])('%s holds nothing', async (_, more) => {
    const folder = temporaryFolder();
    // Where a system states neither, only the number counts.
    if (thisRun.started === '') return expect(thisRun.started).toBe('');
    held(folder, more);
    expect(await work(folder)).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another machine is valid until it has not been touched for long', async () => {
    const folder = temporaryFolder();
    held(folder, { host: 'another', pid: 1 });
    await expect(work(folder)).rejects.toThrow('npm run import');
    const longAgo = new Date(Date.now() - 11 * 60 * 1000);
    utimesSync(lock(folder), longAgo, longAgo);
    expect(await work(folder)).toBe('done');
  });

  test('that was cut off counts as one of another machine', async () => {
    const folder = temporaryFolder();
    writeFileSync(lock(folder), '{"pid": 12');
    await expect(work(folder)).rejects.toThrow('a run of unknown name');
    const longAgo = new Date(Date.now() - 11 * 60 * 1000);
    utimesSync(lock(folder), longAgo, longAgo);
    expect(await work(folder)).toBe('done');
  });

  test('is removed by one of many runs that see it, and no two runs enter together', async () => {
    const folder = temporaryFolder();
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    let inside = 0;
    let most = 0;
    for (let round = 0; round < 20; round++) {
      held(folder, { pid: 4_194_305, token: `dead${round}` });
      const one = () =>
        alone(folder, { at: 'inside' }, async () => {
          most = Math.max(most, ++inside);
          await new Promise(setImmediate);
          inside--;
        });
      await Promise.all([one(), one(), one(), one()]);
    }
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a run that was killed leaves its folder to the next', async () => {
  const folder = temporaryFolder();
  const code = `
    const { alone } = await import('./scripts/lib/lock.ts');
    await alone(process.argv.at(-1), { at: 'inside' }, () => process.kill(process.pid, 'SIGKILL'));
  `;
  await new Promise((ended) => execFile(process.execPath, ['--input-type=module', '-e', code, folder], ended));
  expect(readdirSync(folder)).toEqual(['.alliance-review.lock']);
  expect(await work(folder)).toBe('done');
  expect(readdirSync(join(folder))).toEqual([]);
});
