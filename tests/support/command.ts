import type { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { projectRoot } from '../../scripts/run.ts';

export interface Ended {
  code: number;
  /** Standard output, standard error, and both together in the order of printing. */
  out: string;
  error: string;
  output: string;
}

/** Thrown where a command ends the process. */
class Exit extends Error {}

let runs = 0;

/**
 * Runs a command of the project in this process, where its modules are loaded already: what it prints and its exit code
 * are those of the process that `npm run` starts. `script` is its file below `scripts/`, without `.ts`. For what belongs
 * to the process itself (standard input, signals, a cache of modules), start one.
 */
export async function runHere(script: string, args: readonly string[]): Promise<Ended> {
  const printed = { out: '', error: '', output: '' };
  const take = (name: 'out' | 'error') =>
    ((text: string | Uint8Array) => {
      printed.output += String(text);
      printed[name] += String(text);
      return true;
    }) as typeof process.stdout.write;
  const exit = (code?: number | string | null): never => {
    if (code !== undefined) process.exitCode = code ?? undefined;
    throw new Exit();
  };
  const path = join(projectRoot, 'scripts', `${script}.ts`);
  const before = { argv: process.argv, exitCode: process.exitCode };
  const givenBack = listeners();
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('error')),
    vi.spyOn(process, 'exit').mockImplementation(exit),
  ];
  process.argv = [process.execPath, path, ...args];
  process.exitCode = undefined;
  try {
    await import(/* @vite-ignore */ `${pathToFileURL(path).href}?run=${runs++}`).catch(endUncaught);
    return { code: codeOf(process), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    givenBack();
    Object.assign(process, before);
  }
}

/** Typed so because a command sets it, which the compiler does not see. */
const codeOf = ({ exitCode }: { exitCode?: number | string | null | undefined }): number => Number(exitCode ?? 0);

/** What the process does with an error that nothing caught: the command's own listener reports it and exits. */
function endUncaught(problem: unknown): void {
  if (problem instanceof Exit) return;
  const [last] = process.listeners('uncaughtException').slice(-1);
  try {
    last?.(problem as Error, 'uncaughtException');
  } catch (ended) {
    if (ended instanceof Exit) return;
  }
  throw problem;
}

/** A function that takes the listeners away that are added from here on. */
function listeners(): () => void {
  const heard: readonly (readonly [EventEmitter, string])[] = [
    [process, 'uncaughtException'],
    [process.stdout, 'error'],
    [process.stderr, 'error'],
  ];
  const there = heard.map(([emitter, event]) => emitter.listeners(event));
  return () => {
    for (const [i, [emitter, event]] of heard.entries())
      for (const listener of emitter.listeners(event))
        if (!there[i]?.includes(listener)) emitter.removeListener(event, listener as () => void);
  };
}
