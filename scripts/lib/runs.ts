/** Which runs of the project are still alive, on this machine. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * One process of one machine. A system reuses the number of a process that has ended, and two machines that share a
 * disk use the same numbers, so the number alone does not identify a process.
 */
export interface Run {
  pid: number;
  /** When the process started, in the unit of its system; empty where unknown. */
  started: string;
  /** When the system started; empty where unknown. */
  boot: string;
  /**
   * The name of the machine, with the namespace of process numbers where there are several (a container has its own).
   */
  host: string;
}

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

const linkTarget = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};

/**
 * Start and state of a process: from `/proc/<pid>/stat` (proc(5): fields 3 and 22, counted after the name in brackets,
 * which may contain anything), else from `ps`. `undefined` if neither knows it; Windows has no quick way.
 */
function lookUp(pid: number): { started: string; ended: boolean } | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19] ?? '', ended: fields[0] === 'Z' || fields[0] === 'X' };
  }
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  const { stdout, status } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [state = '', ...started] = stdout.trim().split(/\s+/);
  return status === 0 ? { started: started.join(' '), ended: state.startsWith('Z') } : undefined;
}

export const thisRun: Run = {
  pid: process.pid,
  started: lookUp(process.pid)?.started ?? '',
  boot: readText('/proc/sys/kernel/random/boot_id') ?? '',
  host: [hostname(), linkTarget('/proc/self/ns/pid')].filter(Boolean).join(' '),
};

/** Whether a process runs; `unknown` for one of another machine, which cannot be checked here. */
export function isRunning({ pid, started, boot, host }: Run): boolean | 'unknown' {
  if (host !== thisRun.host) return 'unknown';
  if (boot !== thisRun.boot) return false;
  try {
    process.kill(pid, 0);
  } catch (problem) {
    // EPERM: the process exists and belongs to another user.
    if ((problem as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const found = lookUp(pid);
  if (!found) return true;
  return !found.ended && (!started || !found.started || found.started === started);
}

const short = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);

const tokenOf = ({ pid, started, boot, host }: Run): string => `${pid}-${short(started, boot)}-${short(host)}`;

/** Names this process in the names of its temporary files: number, start, machine. */
export const runToken = tokenOf(thisRun);

/** The pattern of a token at the end of a name. */
export const tokenPattern = String.raw`(\d+)-([0-9a-f]{8})-([0-9a-f]{8})`;

/** Whether the process of a token runs; `unknown` for one of another machine. */
export function isTokenRunning(token: string): boolean | 'unknown' {
  const match = new RegExp(`^${tokenPattern}$`, 'u').exec(token);
  if (!match) return 'unknown';
  if (match[3] !== short(thisRun.host)) return 'unknown';
  const pid = Number(match[1]);
  const run = { ...thisRun, pid, started: lookUp(pid)?.started ?? '' };
  return tokenOf(run) === token && isRunning(run) === true;
}
