import { readFileSync } from 'node:fs';
import type { Notice } from '#domain/notice';
import { readUtf8 } from '#text/utf8';

/** What no text that people write holds, and no JSON (RFC 8259) or YAML (1.2.2, 5.1): controls but tab and line ends. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/**
 * The text of a file that people write (YAML, MDX) or the import made (JSON): UTF-8 throughout, its byte order mark left
 * out. Anything else is an error at its line and column, pushed to `notices`, and no text. `file` is the name that the
 * notice gives. Throws what the file system throws where the file cannot be opened.
 */
export function readText(path: string, file: string, notices: Notice[]): string | undefined {
  const text = textOf(readFileSync(path), file);
  if (typeof text === 'string') return text;
  notices.push(text);
  return undefined;
}

/** The same where every file has been checked before: what is no text throws an `Error` that says where. */
export function readCheckedText(path: string, file: string): string {
  const text = textOf(readFileSync(path), file);
  if (typeof text === 'string') return text;
  const at = 'line' in text.place ? `:${text.place.line}:${text.place.columns[0]}` : '';
  throw new Error(`${file}${at}: ${text.seen}`);
}

function textOf(bytes: Uint8Array, file: string): string | Notice {
  const read = readUtf8(bytes);
  if ('broken' in read) {
    const { line, column, byte } = read.broken;
    return {
      severity: 'error',
      rule: 'not-utf-8',
      place: { file, line, columns: [column, column + 1] },
      seen: `the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}, which is no UTF-8`,
      expected: 'a file in UTF-8',
      remedy: 'save the file as UTF-8 in your editor, and look at this line afterwards',
    };
  }
  const at = read.text.search(control);
  if (at < 0) return read.text;
  const lines = read.text.slice(0, at).split(/\r\n|\n|\r/u);
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const code = read.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    severity: 'error',
    rule: 'control-character',
    place: { file, line: lines.length, columns: [column, column + 1] },
    seen: `the control character U+${code}`,
    expected: 'text without control characters',
    remedy: 'delete the character, which editors may not show, or write the line again',
  };
}
