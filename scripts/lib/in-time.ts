/** Runs a computation with a limit of time. */

import { Script } from 'node:vm';

const job = Symbol.for('alliance-review job');
const script = new Script(`globalThis[Symbol.for('alliance-review job')]()`);

/**
 * The value of a computation, or `undefined` if it does not end in time. V8 then stops it anywhere, also in a loop or
 * a regular expression, and its `catch` and `finally` do not run. A call into the platform (the disk, `normalize`) is
 * waited for. Each call starts a thread that waits.
 */
export function inTime<T>(milliseconds: number, work: () => T): { value: T } | undefined {
  let done: { value: T } | undefined;
  const holder = globalThis as { [job]?: () => void };
  holder[job] = () => {
    done = { value: work() };
  };
  try {
    script.runInThisContext({ timeout: Math.ceil(milliseconds) });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw problem;
  } finally {
    delete holder[job];
  }
  return done;
}
