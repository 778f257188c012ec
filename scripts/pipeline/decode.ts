import { isUtf8 } from 'node:buffer';
import type { Notice } from '#domain/notice';
import { big5, utf16WithoutMark, windows1252, type Guess } from './encodings.ts';

export interface Decoded {
  text: string;
  /**
   * `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `gb18030`, `big5` or `windows-1252`; `+broken` where some bytes are no
   * text in it.
   */
  encoding: string;
  notices: Notice[];
}

/** Text of which more than this share of the bytes is broken is not taken to be text at all. */
const mostBroken = 0.1;

/**
 * Bytes as text. A byte order mark decides; else UTF-8 where all bytes are; else GB18030 or Big5 where all bytes are and
 * read as everyday Chinese; else Windows-1252 where its bytes stand as in Latin words; else UTF-8 with each broken byte as
 * U+FFFD, said by byte offset. What is only likely is said too. `undefined` for what is no text.
 */
export function decode(file: string, bytes: Buffer): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(file, bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(file, bytes.subarray(2), 'utf-16be');
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked) return guessed(file, unmarked);
  if (isBinary(bytes)) return undefined;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const encoding = mark ? 'utf-8-bom' : 'utf-8';
  const notices = nulNotices(file, bytes);
  if (isUtf8(bytes)) return { text: bytes.toString('utf8', mark ? 3 : 0), encoding, notices };
  const chinese = mark ? undefined : everydayChinese(bytes);
  if (chinese !== undefined) return { text: chinese, encoding: 'gb18030', notices: [] };
  const guess = mark ? undefined : (big5(bytes) ?? windows1252(bytes));
  if (guess) return guessed(file, guess);
  const decoded = broken(file, bytes, mark ? 3 : 0, encoding);
  return decoded && { ...decoded, notices: [...notices, ...decoded.notices] };
}

const names: Readonly<Record<Guess['encoding'], string>> = {
  'utf-16le': 'UTF-16 without a byte order mark',
  'utf-16be': 'UTF-16 without a byte order mark',
  big5: 'Big5',
  'windows-1252': 'Windows-1252 (Latin 1)',
};

const guessed = (file: string, { text, encoding }: Guess): Decoded => ({
  text,
  encoding,
  notices: [
    {
      severity: 'info',
      rule: 'source-encoding-guessed',
      place: { file },
      seen: `no UTF-8; the bytes read as ${names[encoding]}`,
      expected: 'UTF-8, UTF-16 with a byte order mark, or GB18030',
      remedy: 'check that names and accents read well, or save the file as UTF-8',
    },
  ],
});

/** Text with a few NUL characters, which a broken program leaves behind: they are shown, and said. */
function nulNotices(file: string, bytes: Buffer): Notice[] {
  const first = bytes.indexOf(0);
  if (first < 0) return [];
  const count = bytes.reduce((sum, byte) => sum + Number(byte === 0), 0);
  return [
    {
      severity: 'warning',
      rule: 'source-nul-characters',
      place: { file },
      seen: `${count} NUL character${count === 1 ? '' : 's'}, the first at byte offset ${first}`,
      expected: 'text without control characters',
      remedy: 'save the page again; no value of the record holds them',
    },
  ];
}

function utf16(file: string, bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const at = text.indexOf('\ufffd');
  if (at < 0) return { text, encoding, notices: [] };
  return {
    text,
    encoding: `${encoding}+broken`,
    notices: [brokenNotice(file, [2 + at * 2], text.split('\ufffd').length - 1)],
  };
}

/** First bytes of files that are no text whatever follows: PDF, ZIP (and Word), PNG, JPEG, GIF, gzip. */
const signatures = ['25504446', '504b0304', '89504e47', 'ffd8ff', '47494638', '1f8b08'];

/** Text of which more than this share are zero bytes is none. */
const mostZeros = 0.01;

function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 65_536);
  const hex = head.toString('hex', 0, 8);
  if (signatures.some((signature) => hex.startsWith(signature))) return true;
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return zeros > head.length * mostZeros || controls > head.length * 0.05;
}

/** Rows of GB 2312 that hold symbols, Latin in full width and the 3,755 everyday characters (level 1). */
const everydayRow = (lead: number): boolean => (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);

/**
 * The text where the bytes are GB18030 that somebody wrote: nine in ten of its double bytes are everyday characters or
 * punctuation. UTF-8 read as GB18030 gives rare ones, so broken UTF-8 does not pass.
 */
function everydayChinese(bytes: Buffer): string | undefined {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs++;
    if (everydayRow(lead) && trail >= 0xa1) everyday++;
    // A digit in second place makes it one of the four-byte codes.
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  if (pairs < 2 || everyday < pairs * 0.9) return undefined;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with broken bytes. A line that is whole as everyday Chinese in GB18030 was pasted in: it is read as such. */
function broken(file: string, bytes: Buffer, from: number, encoding: string): Decoded | undefined {
  const parts: string[] = [];
  const offsets: number[] = [];
  const notices: Notice[] = [];
  for (let start = from, line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const past = feed < 0 ? bytes.length : feed + 1;
    const slice = bytes.subarray(start, past);
    const chinese = isUtf8(slice) ? undefined : everydayChinese(slice);
    if (isUtf8(slice)) parts.push(slice.toString('utf8'));
    else if (chinese !== undefined) {
      parts.push(chinese);
      notices.push(otherEncodingNotice(file, line, start, chinese));
    } else parts.push(withBrokenBytes(slice, start, offsets));
    start = past;
  }
  if (offsets.length > bytes.length * mostBroken) return undefined;
  if (offsets.length) notices.push(brokenNotice(file, offsets, offsets.length));
  return { text: parts.join(''), encoding: `${encoding}+broken`, notices };
}

/** The length of the valid UTF-8 sequence at `i` (RFC 3629, table 3-7 of Unicode), 0 where there is none. */
function sequenceLength(bytes: Buffer, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}

function withBrokenBytes(bytes: Buffer, base: number, offsets: number[]): string {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      parts.push(bytes.toString('utf8', start, i), '\ufffd');
      offsets.push(base + i);
      start = i + 1;
    }
    i += length || 1;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
}

const brokenNotice = (file: string, offsets: number[], count: number): Notice => ({
  severity: 'warning',
  rule: 'source-broken-bytes',
  place: { file },
  seen: `${count} byte${count === 1 ? '' : 's'} that are no text, at byte offset${count === 1 ? '' : 's'} ${offsets.slice(0, 12).join(', ')}${count > 12 ? ', …' : ''}`,
  expected: 'UTF-8, UTF-16 with a byte order mark, or GB18030 throughout',
  remedy: 'each stands as U+FFFD (�) in the text; save the page again, or correct the value it spoils',
});

const otherEncodingNotice = (file: string, line: number, offset: number, text: string): Notice => ({
  severity: 'warning',
  rule: 'source-mixed-encodings',
  place: { file, line, columns: [1, text.trimEnd().length + 1] },
  seen: `a line in GB18030, from byte offset ${offset}, in a file that is UTF-8 elsewhere`,
  expected: 'one encoding throughout',
  remedy: 'the line was read as GB18030: check that it reads well',
});
