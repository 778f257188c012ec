/** The lock of a folder: one run at a time changes it. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder, removeTemporary, touch, writeNewFile } from './files.ts';
import { lockName } from './names.ts';
import { NoticeError } from './notice-error.ts';
import type { OwnFolder } from './own-folder.ts';
import { codeOf } from './paths.ts';
import { isRunning, thisRun, type Run } from './runs.ts';

/** The contents of a lock: which run holds the folder. */
interface Holder extends Run {
  command: string;
  /** ISO date and time. */
  since: string;
  /** Unique for this lock. */
  token: string;
}

export interface LockOptions {
  /**
   * Where the lock file is: beside a folder that is replaced as a whole, inside a folder that is filled file by file.
   */
  at: 'beside' | 'inside';
  /** How many milliseconds to wait for another run before this one ends with a message. */
  patience?: number;
}

/** Where the lock of an own folder is. */
export const lockPlace = ({ holds, fixed }: OwnFolder): LockOptions['at'] =>
  holds === 'records' || fixed ? 'inside' : 'beside';

/** The path of the lock file of a folder. */
export const lockOf = (folder: string, at: LockOptions['at']): string =>
  at === 'inside' ? join(folder, lockName) : join(dirname(folder), basename(folder) + lockName);

/**
 * After this time without a touch, a lock of another machine belongs to a dead run: a living run touches its lock all
 * the time.
 */
const silence = 10 * 60 * 1000;
const beat = 5000;
const defaultPatience = 10 * 60 * 1000;

/** The locks that the current work already holds. Functions that it calls do not wait for these. */
const held = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Runs `work` while no other run touches `folder`: import, add, correct, remove and build of one folder wait for each
 * other. A run that has ended in any way holds no lock.
 */
export async function alone<T>(folder: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const path = lockOf(folder, options.at);
  const mine = held.getStore();
  if (mine?.has(path)) return work();
  const release = await take(path, folder, options.patience ?? defaultPatience);
  try {
    return await held.run(new Set([...(mine ?? []), path]), work);
  } finally {
    release();
  }
}

async function take(path: string, folder: string, patience: number): Promise<() => void> {
  const holder = { ...thisRun, command: commandName(), since: new Date().toISOString(), token: tokenOfLock() };
  const until = Date.now() + patience;
  let told = '';
  for (;;) {
    try {
      makeFolder(dirname(path));
      writeNewFile(path, `${JSON.stringify(holder)}\n`);
      return keep(path, holder.token);
    } catch (problem) {
      // Where nothing can be written, no other run can write either.
      if (['EROFS', 'EACCES', 'EPERM'].includes(codeOf(problem))) return () => undefined;
      if (codeOf(problem) !== 'EEXIST') throw problem;
    }
    const other = holderOf(path);
    if (other === 'gone') continue;
    if (isDead(other, path)) {
      breakLock(path, other.token);
      continue;
    }
    if (Date.now() >= until) throw new NoticeError(inUse(path, folder, other));
    if (told !== other.token) process.stderr.write(`waiting: ${described(other)} is writing to ${folder}\n`);
    told = other.token;
    await wait(20 + Math.random() * 40);
  }
}

/**
 * Keeps a lock alive by touching it, so that other machines see that its run lives. Returns the function that releases
 * it.
 */
function keep(path: string, token: string): () => void {
  const timer = setInterval(() => {
    try {
      touch(path);
    } catch {
      // The folder or its disk is gone, so nobody waits for this lock.
    }
  }, beat).unref();
  const release = (): void => {
    clearInterval(timer);
    process.off('exit', release);
    const other = holderOf(path);
    if (other !== 'gone' && other.token === token) removeTemporary(path);
  };
  // A command that refuses its words in the middle of its work ends the process there.
  process.once('exit', release);
  return release;
}

const tokenOfLock = (): string => randomBytes(8).toString('hex');

/** The command as it was typed: `npm run import`. */
const commandName = (): string => {
  const name = basename(process.argv[1] ?? '').replace(/\.\w+$/u, '');
  return name === 'start' ? 'npm start' : `npm run ${name}`;
};

const described = ({ command, pid, host, since }: Holder): string =>
  `${command} (process ${pid} on ${host.split(' ')[0] || 'an unknown machine'}, since ${since})`;

/** Who holds a lock. A lock that cannot be read has no holder, and its bytes serve as token. */
function holderOf(path: string): Holder | 'gone' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return 'gone';
    throw problem;
  }
  try {
    const { pid, started, boot, host, command, since, token } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid === 'number' && token)
      return {
        pid,
        started: started ?? '',
        boot: boot ?? '',
        host: host ?? '',
        command: command ?? '',
        since: since ?? '',
        token,
      };
  } catch {
    // Reported below as a lock that cannot be read.
  }
  const token = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { pid: 0, started: '', boot: '', host: '', command: 'a run of unknown name', since: '', token };
}

function isDead(holder: Holder, path: string): boolean {
  const running = isRunning(holder);
  if (running !== 'unknown') return !running;
  const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > silence;
}

/**
 * Removes the lock of a dead run. Several runs may see that it is dead, but only one may remove it: otherwise a second
 * would remove the new lock of the first. The run that makes the claim, a file named after the dead lock, checks again
 * and then removes it.
 */
function breakLock(path: string, token: string): void {
  const claim = `${path.slice(0, -lockName.length)}.${token}${lockName}`;
  try {
    writeNewFile(claim, `${JSON.stringify({ ...thisRun, token: tokenOfLock() })}\n`);
  } catch (problem) {
    if (codeOf(problem) !== 'EEXIST') throw problem;
    const other = holderOf(claim);
    if (other !== 'gone' && isDead(other, claim)) removeTemporary(claim);
    return;
  }
  try {
    const now = holderOf(path);
    if (now !== 'gone' && now.token === token) removeTemporary(path);
  } finally {
    removeTemporary(claim);
  }
}

const inUse = (path: string, folder: string, holder: Holder) =>
  ({
    severity: 'error',
    rule: 'folder-in-use',
    place: { file: folder },
    seen: `${described(holder)} is writing there`,
    expected: 'one run of a folder at a time',
    remedy: `wait until it has ended, and try again; if no such process runs on that machine, delete ${path}`,
  }) as const;
