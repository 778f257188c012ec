/** What all commands share: options, help, messages and exit codes. */

import { parseArgs, styleText } from 'node:util';
import { formatNotice, type Notice } from '#domain/notice';
import { NoticeError } from './lib/notice-error.ts';
import { remedies } from './lib/remedies.ts';

/** An option of a command. `value` is its argument in the help (`DIR`); an option without is a switch. */
export interface Option {
  value?: string;
  does: string;
}

export interface Command<Name extends string> {
  /** The command as people type it: `npm run build`. */
  run: string;
  /** One or two sentences. */
  does: string;
  /** What follows the options, such as `FILE…`; absent where nothing may. */
  operands?: string;
  options: Record<Name, Option>;
}

export interface Arguments<Name extends string> {
  /** The given options: text for one with a value (the last of several), `true` for a switch. */
  given: Partial<Record<Name, string | true>>;
  /** The text of an option, trimmed; `undefined` if it was not given or is blank. */
  text: (name: Name) => string | undefined;
  /** The texts of an option that was given several times, in their order. */
  all: (name: Name) => string[];
  operands: string[];
}

/**
 * Reads the command line. `--help` prints the help and exits with 0; an unknown option is reported and exits with 2.
 */
export function readArguments<Name extends string>(
  command: Command<Name>,
  argv: readonly string[] = process.argv.slice(2),
): Arguments<Name> {
  endPlainly(command.run);
  const options: Record<string, { type: 'string' | 'boolean'; multiple: true }> = {
    help: { type: 'boolean', multiple: true },
  };
  for (const [name, option] of Object.entries<Option>(command.options))
    options[name] = { type: option.value ? 'string' : 'boolean', multiple: true };
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: command.operands !== undefined,
    });
    if (values['help']) {
      process.stdout.write(helpText(command));
      process.exit(0);
    }
    for (const [name, { value = '' }] of Object.entries<Option>(command.options))
      if (/DIR|FILE/u.test(value) && values[name]?.some(isBlank)) throw new Error(nothingNamed(name, value));
    const given = Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list?.at(-1)]));
    const all = (name: Name): string[] => values[name]?.filter((it) => typeof it === 'string') ?? [];
    return {
      given: given as Arguments<Name>['given'],
      text: (name) => all(name).at(-1)?.trim() || undefined,
      all,
      operands: positionals,
    };
  } catch (problem) {
    process.stderr.write(`${(problem as Error).message}\n\n${helpText(command)}`);
    process.exit(2);
  }
}

/** Ends a command that was called wrongly, before it did anything. */
export function refuse(command: Command<string>, ...lines: string[]): never {
  process.stderr.write(`${lines.join('\n')}\nNothing was written. ${command.run} -- --help names what can be given.\n`);
  process.exit(2);
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** A shell variable that is not set gives an empty text, and an empty path would mean the current folder. */
const nothingNamed = (option: string, value: string): string =>
  `--${option} "" is empty: give a ${value === 'DIR' ? 'folder' : 'file'}, or leave out --${option}. ` +
  'Is a shell variable empty? Nothing was changed.';

/**
 * Ends a command with a message and exit code 1 for any error that no code handles, such as a full disk or a defect.
 * The stack trace is shown with TRACE=1. Where nobody reads the output (`| head -1`), the command still finishes its
 * work, silently.
 */
export function endPlainly(run: string): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EPIPE') throw problem;
    });
  process.once('uncaughtException', (problem: unknown) => {
    if (problem instanceof NoticeError) {
      process.stderr.write(`${formatNotice(problem.notice)}\nNothing was written.\n`);
      process.exit(1);
    }
    const error: NodeJS.ErrnoException = problem instanceof Error ? problem : new Error(String(problem));
    const text = process.env['TRACE'] ? (error.stack ?? error.message) : error.message;
    const remedy =
      remedies[error.code ?? ''] ??
      'fix what the message names; if you cannot, run the command again with TRACE=1 and report its output';
    process.stderr.write(
      `error: ${run} stopped\n  seen:     ${text}\n  expected: a run that reaches its end\n  do:       ${remedy}\n`,
    );
    process.exit(1);
  });
}

/** The text that `--help` prints. */
export function helpText(command: Command<string>): string {
  const options: Record<string, Option> = { ...command.options, help: { does: 'prints this text' } };
  const rows = Object.entries(options).map(([name, { value, does }]): [string, string] => [
    `--${name}${value ? ` ${value}` : ''}`,
    does,
  ]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    `${command.run} -- [options]${command.operands ? ` ${command.operands}` : ''}`,
    '',
    command.does,
    '',
    ...rows.map(([name, does]) => `  ${name.padEnd(width)}${does}`),
    '',
  ].join('\n');
}

/** Prints a line of progress, with the seconds since `since` where given. */
export function say(text: string, since?: number): void {
  const took = since === undefined ? '' : styleText('dim', `  ${((performance.now() - since) / 1000).toFixed(1)} s`);
  process.stdout.write(`${text}${took}\n`);
}

/** The value that was given to a command. A notice instead of a value ends the command with 2 before it begins. */
export function sound<T>(value: T | Notice): T {
  if (!isNotice(value)) return value;
  process.stderr.write(`${formatNotice(value)}\n`);
  process.exit(2);
}

const isNotice = (value: unknown): value is Notice => typeof value === 'object' && value !== null && 'remedy' in value;

/** True in the file that was started, false in an imported one. Node before 24.2 has no `main`. */
export const isMain = (meta: Partial<ImportMeta>): boolean => meta.main ?? process.argv[1] === meta.filename;
