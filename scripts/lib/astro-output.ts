import { isAbsolute, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Notice } from '#domain/notice';

/** Why Astro made no site: what it says, and where that stands, as far as it can be told. */
export interface Failure {
  place: Notice['place'];
  message: string;
}

const trace = /^\s+at |^\s*Stack trace:/u;
/** What draws a frame round a piece of code. */
const frame = /^\s*(?:[\d·]+\s*)?[│╭╰─┃┬├]/u;
/** A line of progress begins with the time; some lack the line's end before it. */
const time = /(?:^|\S)\d\d:\d\d:\d\d /u;

/** Whether a line is one of a stack trace. */
export const isTrace = (line: string): boolean => trace.test(stripVTControlCharacters(line));

/**
 * Reads what `astro build` printed when it failed: its last error without progress, frames of code and stack trace.
 * `content` is the folder that the file of the place is named from.
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
  return { place, message: said || 'nothing that says why' };
}

const lineAndColumn = /^(\d+):(\d+): /u;

function placeOf(plain: string, message: string, content: string): Notice['place'] {
  const [, path] = /^[ \t]*Location:\n[ \t]*(\S.*?):\d{1,9}:\d{1,9}$/mu.exec(plain) ?? [];
  if (path) {
    const below = relative(content, path);
    const file = below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/');
    // Only the compiler of MDX counts lines as they are written; other places are those of what it made of them.
    const [, line, column] = lineAndColumn.exec(message) ?? [];
    if (!line || !column) return { file };
    return { file, line: Number(line), columns: [Number(column), Number(column) + 1] };
  }
  const [, zh, theme] = /Caught error rendering \S*?\/(zh\/)?themes\/([^/\s]+)\//u.exec(plain) ?? [];
  return { file: theme && /\bMDX\b/u.test(plain) ? `themes/${theme}/${zh ? 'zh' : 'en'}.mdx` : content };
}
