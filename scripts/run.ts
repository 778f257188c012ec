/** Starts other programs: those of installed packages, and scripts of the project. */

import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { projectRoot } from './lib/paths.ts';

export { projectRoot };

/** Programs of installed packages, by the file to run: without a shell, so always under the Node that runs this. */
const programs = {
  astro: 'astro/bin/astro.mjs',
  'astro-check': '@astrojs/check/bin/astro-check.js',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: 'playwright-core/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
} as const;
export type Program = keyof typeof programs;

export interface RunOptions {
  env?: Record<string, string>;
  /** `inherit` shows the output at once; `collect` keeps it for the result. */
  output?: 'inherit' | 'collect';
  /** The working folder; the project's where absent. */
  cwd?: string;
}

export interface RunResult {
  code: number;
  /** Standard output and standard error together, and standard output alone. */
  output: string;
  stdout: string;
}

/** Starts an installed program under the Node that runs this. */
export function startProgram(program: Program, args: readonly string[], options: RunOptions = {}): ChildProcess {
  return startNode([`${projectRoot}/node_modules/${programs[program]}`, ...args], options);
}

export function startNode(
  args: readonly string[],
  { env = {}, output = 'inherit', cwd = projectRoot }: RunOptions = {},
): ChildProcess {
  const shown = output === 'inherit' ? 'inherit' : 'pipe';
  return spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', shown, shown],
    // Programs that it starts must also use this Node, not an older one of the machine.
    env: {
      ...ownEnvironment(),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE: process.execPath,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      ...env,
    },
  });
}

/** Variables that Vite and Astro would read as settings of the site, and that Vitest or shells set for themselves. */
const misread = ['BASE_URL', 'SITE', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST', 'NODE_ENV', 'NODE_OPTIONS'];

const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !misread.includes(name) && !name.startsWith('VITEST')),
  );

export const runProgram = (program: Program, args: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
  finished(startProgram(program, args, options));

export const runNode = (args: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
  finished(startNode(args, options));

/** Waits until a process ends; a signal counts as exit code 1. */
export function finished(child: ChildProcess): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}
