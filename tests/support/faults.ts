import fs, { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockName } from '../../scripts/lib/names.ts';
import { runToken } from '../../scripts/lib/runs.ts';

/**
 * What goes wrong at the n-th change of the disk below a folder:
 * - `kill`: the process ends there. After that it does not reach the disk; half of the current write has.
 * - `power`: the same, and every file that was written but not flushed by fsync has half of its bytes.
 * - `ENOSPC`: from then on the disk is full: nothing grows; deleting and renaming work.
 * - `EIO`: the disk fails once. `EBUSY`: another program has the file open once, as on Windows.
 */
export interface Fault {
  kind: 'kill' | 'power' | 'ENOSPC' | 'EIO' | 'EBUSY';
  at: number;
}

/** Thrown by every change of the disk after the process counts as dead. */
class Dead extends Error {}

type Changing = 'open' | 'write' | 'grow' | 'move' | 'delete' | 'settle';

/** Functions that change the disk, and which of their arguments are paths. */
const changing: Readonly<Record<string, { kind: Changing; paths: readonly number[] }>> = {
  copyFileSync: { kind: 'grow', paths: [1] },
  cpSync: { kind: 'grow', paths: [1] },
  fchmodSync: { kind: 'settle', paths: [0] },
  fsyncSync: { kind: 'settle', paths: [0] },
  linkSync: { kind: 'grow', paths: [1] },
  mkdirSync: { kind: 'grow', paths: [0] },
  openSync: { kind: 'open', paths: [0] },
  renameSync: { kind: 'move', paths: [0, 1] },
  rmSync: { kind: 'delete', paths: [0] },
  rmdirSync: { kind: 'delete', paths: [0] },
  symlinkSync: { kind: 'grow', paths: [1] },
  unlinkSync: { kind: 'delete', paths: [0] },
  utimesSync: { kind: 'settle', paths: [0] },
  writeFileSync: { kind: 'write', paths: [0] },
};

export interface Seen {
  /** How many times the disk was changed. */
  steps: number;
  /** True where the fault happened. */
  met: boolean;
  /** What `work` threw; absent where it reached its end. */
  thrown?: unknown;
}

type Anything = (...args: unknown[]) => unknown;
const functions = fs as unknown as Record<string, Anything>;

/**
 * Runs `work` with a fault below a folder; without one it counts the steps. Nothing else may change the folder
 * meanwhile.
 */
export async function withFault(folder: string, fault: Fault | undefined, work: () => Promise<unknown>): Promise<Seen> {
  const names = [...Object.keys(changing), 'writeSync'];
  const real = Object.fromEntries(names.map((name) => [name, functions[name] as Anything]));
  const { open } = promises;
  const disk = new Disk(resolve(folder), fault, real);
  for (const [name, { kind, paths }] of Object.entries(changing))
    functions[name] = (...args) => disk.step(name, kind, paths, args);
  promises.open = async (path, ...rest) => {
    const handle = await open(path, ...rest);
    handle.sync = () => Promise.resolve(disk.settle(disk.pathOf(path)));
    return handle;
  };
  syncBuiltinESMExports();
  let thrown: unknown;
  try {
    await work();
  } catch (problem) {
    thrown = problem;
  } finally {
    Object.assign(functions, real);
    promises.open = open;
    syncBuiltinESMExports();
  }
  if (fault?.kind === 'power') disk.forget();
  return { steps: disk.steps, met: disk.met, ...(thrown === undefined ? {} : { thrown }) };
}

class Disk {
  steps = 0;
  met = false;
  readonly #folder: string;
  readonly #fault: Fault | undefined;
  readonly #real: Record<string, Anything>;
  #dead = false;
  /** Open files below the folder, and files whose bytes are not flushed yet. */
  readonly #open = new Map<number, string>();
  readonly #loose = new Set<string>();

  constructor(folder: string, fault: Fault | undefined, real: Record<string, Anything>) {
    this.#folder = folder;
    this.#fault = fault;
    this.#real = real;
  }

  pathOf(what: unknown): string {
    if (typeof what === 'number') return this.#open.get(what) ?? '';
    return what instanceof URL ? fileURLToPath(what) : resolve(String(what));
  }

  step(name: string, kind: Changing, places: readonly number[], args: unknown[]): unknown {
    // A flush is recorded and not done: power is lost only in this test.
    const run = () => (name === 'fsyncSync' ? undefined : this.#real[name]?.(...args));
    const paths = places.map((i) => this.pathOf(args[i]));
    const reads = name === 'openSync' && (args[1] === undefined || args[1] === 'r');
    if (!paths.some((path) => path === this.#folder || path.startsWith(this.#folder + sep))) return run();
    if (!reads) this.#meet(name, kind, paths[0] ?? '', args);
    const result = run();
    this.#note(name, kind, paths, result, reads);
    if (name === 'linkSync' && this.#loose.has(this.pathOf(args[0]))) this.#loose.add(paths[0] ?? '');
    return result;
  }

  #meet(name: string, kind: Changing, path: string, args: unknown[]): void {
    if (this.#dead) throw new Dead();
    const fault = this.#fault;
    const now = ++this.steps === fault?.at;
    const grows = kind === 'grow' || kind === 'write' || kind === 'open';
    if (fault?.kind === 'ENOSPC' && this.steps >= fault.at && grows) this.#fail('ENOSPC', path, name);
    if (!now || fault.kind === 'ENOSPC') return;
    // A held file cannot be opened, moved or deleted; Node itself retries `rm`.
    if (fault.kind === 'EBUSY' && ['settle', 'write'].includes(kind)) return;
    if (fault.kind === 'EBUSY' && name === 'rmSync') return;
    if (fault.kind === 'EIO' || fault.kind === 'EBUSY') this.#fail(fault.kind, path, name);
    this.met = true;
    this.#half(name, path, args);
    this.#dead = true;
    throw new Dead();
  }

  #fail(code: string, path: string, call: string): never {
    this.met = true;
    throw Object.assign(new Error(`${code}: made to fail, ${call} '${path}'`), { code });
  }

  /** Does half of a change, because the process ends in the middle of it. */
  #half(name: string, path: string, args: unknown[]): void {
    if (name === 'writeFileSync' && typeof args[0] === 'number') {
      const bytes = Buffer.from(args[1] as string);
      this.#real['writeSync']?.(args[0], bytes.subarray(0, Math.floor(bytes.length / 2)));
      this.#loose.add(path);
    }
    if (name !== 'rmSync' || !fs.existsSync(path) || !fs.lstatSync(path).isDirectory()) return;
    const [first] = fs.readdirSync(path);
    if (first !== undefined) this.#real['rmSync']?.(`${path}${sep}${first}`, { recursive: true });
  }

  #note(name: string, kind: Changing, [path = '', to = '']: string[], result: unknown, reads: boolean): void {
    if (name === 'openSync') this.#open.set(result as number, path);
    if (name === 'fsyncSync') this.settle(path);
    if (kind === 'write' || (name === 'openSync' && !reads) || name === 'copyFileSync') this.#loose.add(path);
    if (name === 'renameSync') this.#rename(path, to);
  }

  #rename(from: string, to: string): void {
    for (const loose of [...this.#loose])
      if (loose === from || loose.startsWith(from + sep)) {
        this.#loose.delete(loose);
        this.#loose.add(to + loose.slice(from.length));
      }
  }

  settle(path: string): void {
    this.#loose.delete(path);
  }

  /** The power is lost: files that were not flushed keep half of their bytes. */
  forget(): void {
    for (const path of this.#loose) {
      const found = fs.lstatSync(path, { throwIfNoEntry: false });
      if (found?.isFile()) fs.truncateSync(path, Math.floor(found.size / 2));
    }
  }
}

/** A process number larger than any that systems give. */
const nobody = 4_194_305;

/** Makes what this process left below a folder look like a dead process's: in names and in locks. */
export function bury(folder: string): void {
  const token = runToken.replace(/^\d+-[0-9a-f]{8}/u, `${nobody}-00000000`);
  const paths = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // Innermost first, because the name of a folder is in the paths of its contents.
  for (const path of paths.sort((a, b) => b.length - a.length)) {
    const whole = join(folder, path);
    if (path.endsWith(lockName)) {
      const holder = JSON.parse(fs.readFileSync(whole, 'utf8')) as object;
      fs.writeFileSync(whole, JSON.stringify({ ...holder, pid: nobody }));
    }
    if (basename(path).includes(runToken))
      fs.renameSync(whole, join(dirname(whole), basename(path).replaceAll(runToken, token)));
  }
}
