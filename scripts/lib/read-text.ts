/** Reads text files that people write, and reports what no such file may contain. */

import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { readUtf8 } from '#text/utf8';

/** Control characters except tab and line ends: neither JSON (RFC 8259) nor YAML (1.2.2, 5.1) may contain them. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** Whether a name exists, even as a link that leads nowhere: what a person put there is never treated as absent. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    // Below something that is not a folder there is nothing. For a folder that cannot be read, its reader reports the
    // error.
    return (cause as NodeJS.ErrnoException).code !== 'ENOTDIR';
  }
}

/**
 * Reads the text of a file that people write (YAML, MDX) or the import made (JSON): UTF-8, without its byte order mark.
 * Anything else is an error with line and column, pushed to `notices`, and gives no text. So is something that is not a
 * file, which is never opened, and a file that cannot be read. `file` is the name in the notice.
 */
export function readText(path: string, file: string, notices: Notice[]): string | undefined {
  const text = textOf(path, file);
  if (typeof text === 'string') return text;
  notices.push(text);
  return undefined;
}

/**
 * The names in a folder of the content that have this ending, in order of code units; empty where the folder does not
 * exist. Hidden files belong to editors or systems, such as `._a.yaml` of macOS, and are left out. Something with the
 * folder's name that is not a folder is an error.
 */
export function namesIn(path: string, folder: string, ending: RegExp, notices: Notice[]): string[] {
  if (!isThere(path)) return [];
  const problem = whyNot(path, folder, 'folder');
  if (problem) notices.push(problem);
  return problem
    ? []
    : readdirSync(path)
        .filter((name) => ending.test(name) && !name.startsWith('.'))
        .sort();
}

function textOf(path: string, file: string): string | Notice {
  const problem = whyNot(path, file, 'file');
  if (problem) return problem;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    return unreadable(path, file, 'file', cause);
  }
  return decoded(bytes, file);
}

/** Why something in the content cannot be read as a file or folder; nothing is opened for this. */
function whyNot(path: string, file: string, wanted: 'file' | 'folder'): Notice | undefined {
  let found: Stats;
  try {
    found = statSync(path);
    if (wanted === 'folder' && found.isDirectory()) readdirSync(path);
  } catch (cause) {
    return unreadable(path, file, wanted, cause);
  }
  if (wanted === 'file' ? found.isFile() : found.isDirectory()) return undefined;
  const seen = found.isDirectory() ? 'a folder' : found.isFile() ? 'a file' : 'a pipe, socket or device';
  return notRead(file, seen, wanted, `move it away, and put the right ${wanted} there`);
}

function unreadable(path: string, file: string, wanted: 'file' | 'folder', cause: unknown): Notice {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const [seen, remedy] = {
    ENOENT: isThere(path)
      ? ['a link that leads nowhere', `fix the link, or put the ${wanted} itself there`]
      : ['nothing with this name', `put the ${wanted} there`],
    ELOOP: ['a link that leads back to itself', `put the ${wanted} itself there`],
    EACCES: [`a ${wanted} that you may not read`, 'give yourself permission to read it'],
    EPERM: [`a ${wanted} that you may not read`, 'give yourself permission to read it'],
  }[code] ?? [message, 'try again; if it happens again, check the disk'];
  return notRead(file, seen ?? message, wanted, remedy ?? '');
}

const notRead = (file: string, seen: string, wanted: string, remedy: string): Notice => ({
  severity: 'error',
  rule: 'content-unreadable',
  place: { file },
  seen,
  expected: `a ${wanted} that can be read`,
  remedy,
});

function decoded(bytes: Uint8Array, file: string): string | Notice {
  const read = readUtf8(bytes);
  if ('broken' in read) {
    const { line, column, byte } = read.broken;
    return {
      severity: 'error',
      rule: 'not-utf-8',
      place: { file, line, columns: [column, column + 1] },
      seen: `the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}, which is not UTF-8`,
      expected: 'a file in UTF-8',
      remedy: 'save the file as UTF-8 in your editor, and then check this line',
    };
  }
  const at = read.text.search(control);
  if (at < 0) return read.text;
  const code = read.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    severity: 'error',
    rule: 'control-character',
    place: placeAt(file, read.text, at),
    seen: `the control character U+${code}`,
    expected: 'text without control characters',
    remedy: 'delete the character, or write the line again if your editor does not show it',
  };
}

/** The place of one character of a text, by its offset. */
export function placeAt(file: string, text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { file, line: lines.length, columns: [column, column + 1] };
}
