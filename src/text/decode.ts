/**
 * Decodes the bytes of a source to text. The import and the source page both use it, so the columns of a place count
 * the same characters in both.
 */

import { big5, everydayChinese, utf16WithoutMark, windows1252 } from './encodings.ts';
import { sequenceLength, wholeUtf8 } from './utf8.ts';

/** A decoded text. */
export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  /** The name of the encoding, with `+broken` where some bytes are not valid in it; these are U+FFFD in `text`. */
  encoding: Encoding | `${Encoding}+broken`;
  /** What a person should check. */
  faults: Fault[];
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/** Offsets count bytes of the file from 0; lines count from 1. */
export type Fault =
  /** Nothing in the file names its encoding, and others are possible. */
  | { kind: 'guessed'; encoding: Encoding }
  | { kind: 'nul'; offset: number; count: number }
  /** Bytes that are not text; `offsets` has the first twelve. */
  | { kind: 'broken'; offsets: readonly number[]; count: number }
  /** A line in GB18030 in a file that is otherwise UTF-8; `length` is that of its text. */
  | { kind: 'mixed'; line: number; offset: number; length: number };

/** If a larger share of the bytes is invalid, the file is not text. */
const mostBroken = 0.1;
/** If a larger share of the bytes is zero, the file is not text in a single-byte encoding. */
const mostZeros = 0.01;
/** If a larger share of the bytes is control characters, the file is not text. */
const mostControls = 0.05;
const namedOffsets = 12;

/**
 * Decodes bytes to text; `undefined` where they are not text. A byte order mark decides the encoding. Without one, it
 * is UTF-8 where all bytes are valid; else GB18030 or Big5 where all bytes are valid and the text is everyday Chinese;
 * else Windows-1252 where the bytes above ASCII are where Latin words have them; else UTF-8 with invalid bytes.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2), 'utf-16le');
  if (beginsWith(bytes, [0xfe, 0xff])) return utf16(bytes.subarray(2), 'utf-16be');
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked) return { ...unmarked, faults: [{ kind: 'guessed', encoding: unmarked.encoding }] };
  if (isBinary(bytes)) return undefined;
  const faults = zerosIn(bytes);
  const isMarked = beginsWith(bytes, [0xef, 0xbb, 0xbf]);
  const text = wholeUtf8(isMarked ? bytes.subarray(3) : bytes);
  if (text !== undefined) return { text, encoding: isMarked ? 'utf-8-bom' : 'utf-8', faults };
  if (isMarked) return brokenUtf8(bytes, 3, 'utf-8-bom', faults);
  const chinese = everydayChinese(bytes);
  if (chinese !== undefined) return { text: chinese, encoding: 'gb18030', faults };
  const guess = big5(bytes) ?? windows1252(bytes);
  if (guess) return { ...guess, faults: [...faults, { kind: 'guessed', encoding: guess.encoding }] };
  return brokenUtf8(bytes, 0, 'utf-8', faults);
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((it, i) => bytes[i] === it);

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const at = text.indexOf('\ufffd');
  if (at < 0) return { text, encoding, faults: [] };
  const count = text.split('\ufffd').length - 1;
  return { text, encoding: `${encoding}+broken`, faults: [{ kind: 'broken', offsets: [2 + at * 2], count }] };
}

/** The first bytes of files that are never text: PDF, ZIP (and Word), PNG, JPEG, GIF, gzip. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b, 0x08],
];

function isBinary(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => beginsWith(bytes, signature))) return true;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return zeros > head.length * mostZeros || controls > head.length * mostControls;
}

/** The NUL characters of a text, as a fault: a broken program may leave a few. */
function zerosIn(bytes: Uint8Array): Fault[] {
  const offset = bytes.indexOf(0);
  if (offset < 0) return [];
  let count = 0;
  for (const byte of bytes) if (byte === 0) count++;
  return [{ kind: 'nul', offset, count }];
}

/**
 * Decodes UTF-8 from the byte at `from` on; each invalid byte becomes U+FFFD. A line that is everyday Chinese in
 * GB18030 is decoded as such: some program copied its bytes into the file. In both encodings, a byte of a longer
 * character is never a line feed.
 */
function brokenUtf8(
  bytes: Uint8Array,
  from: number,
  encoding: 'utf-8' | 'utf-8-bom',
  before: readonly Fault[],
): Decoded | undefined {
  const parts: string[] = [];
  const offsets: number[] = [];
  const faults: Fault[] = [...before];
  for (let start = from, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const past = feed < 0 ? bytes.length : feed + 1;
    const slice = bytes.subarray(start, past);
    const text = wholeUtf8(slice);
    const chinese = text === undefined ? everydayChinese(slice) : undefined;
    if (chinese !== undefined) faults.push({ kind: 'mixed', line, offset: start, length: chinese.trimEnd().length });
    parts.push(text ?? chinese ?? withBrokenBytes(slice, start, offsets));
    start = past;
  }
  if (offsets.length > bytes.length * mostBroken) return undefined;
  if (offsets.length) faults.push({ kind: 'broken', offsets: offsets.slice(0, namedOffsets), count: offsets.length });
  return { text: parts.join(''), encoding: `${encoding}+broken`, faults };
}

/** Adds the offsets of invalid bytes to `offsets`; `base` is the offset of the first byte. */
function withBrokenBytes(bytes: Uint8Array, base: number, offsets: number[]): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      parts.push(utf8.decode(bytes.subarray(start, i)), '\ufffd');
      offsets.push(base + i);
      start = i + 1;
    }
    i += length || 1;
  }
  parts.push(utf8.decode(bytes.subarray(start)));
  return parts.join('');
}
