/** Reads from the output of Astro why it failed. */

import { isAbsolute, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Notice } from '#domain/notice';

/** Why Astro made no site: its message, and the place in a file, where it is known. */
export interface Failure {
  place: Notice['place'];
  message: string;
}

const trace = /^\s+at |^\s*Stack trace:/u;
/** A line of the frame that is drawn around a piece of code. */
const frame = /^\s*(?:[\d·]+\s*)?[│╭╰─┃┬├]/u;
/** The time at the start of a line of progress; the line before it may lack its end. */
const time = /(?:^|\S)\d\d:\d\d:\d\d /u;

/** Whether a line belongs to a stack trace. */
export const isTrace = (line: string): boolean => trace.test(stripVTControlCharacters(line));

/**
 * Reads what a failed `astro build` printed: its last error, without progress, frames of code and stack trace. The file
 * of the place is named relative to the folder `content`.
 */
export function failureOf(output: string, content: string): Failure {
  const plain = stripVTControlCharacters(output).replaceAll('\r\n', '\n');
  const lines = plain.split('\n');
  const last = lines.findLastIndex((line) => time.test(line));
  const told = lines.slice(last + 1).filter((line) => line.trim() && !trace.test(line) && !frame.test(line));
  const end = told.findIndex((line) => /^\s*(?:Location|Hint|Stack trace):$/u.test(line));
  const message = (end < 0 ? told : told.slice(0, end)).map((line) => line.trim()).join('\n');
  const place = placeOf(plain, message, content);
  const said = 'line' in place ? message.replace(lineAndColumn, '') : message;
  return { place, message: said || 'no message that says why' };
}

const lineAndColumn = /^(\d+):(\d+): /u;

function placeOf(plain: string, message: string, content: string): Notice['place'] {
  const [, path] = /^[ \t]*Location:\n[ \t]*(\S.*?):\d{1,9}:\d{1,9}$/mu.exec(plain) ?? [];
  if (path) {
    const below = relative(content, path);
    const file = below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/');
    // Only the MDX compiler counts lines as they are in the file; other places refer to generated code.
    const [, line, column] = lineAndColumn.exec(message) ?? [];
    if (!line || !column) return { file };
    return { file, line: Number(line), columns: [Number(column), Number(column) + 1] };
  }
  const [, zh, theme] = /Caught error rendering \S*?\/(zh\/)?themes\/([^/\s]+)\//u.exec(plain) ?? [];
  return { file: theme && /\bMDX\b/u.test(plain) ? `themes/${theme}/${zh ? 'zh' : 'en'}.mdx` : content };
}
