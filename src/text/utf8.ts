/** Reads UTF-8 (RFC 3629), and finds where bytes stop being valid. */

/** The first byte that is not valid. Lines and columns count from 1, columns in UTF-16 code units. */
export interface BrokenByte {
  line: number;
  column: number;
  byte: number;
}

/** The text, with its byte order mark, where all bytes are valid UTF-8. */
export function wholeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 as text without its byte order mark, or the first invalid byte. */
export function readUtf8(bytes: Uint8Array): { text: string } | { broken: BrokenByte } {
  const text = wholeUtf8(bytes);
  return text === undefined ? { broken: firstBroken(bytes) } : { text: text.replace(/^\ufeff/u, '') };
}

/** In a longer sequence no byte is a line feed, so each line can be checked alone. */
function firstBroken(bytes: Uint8Array): BrokenByte {
  let start = 0;
  for (let line = 1; ; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const slice = bytes.subarray(start, feed < 0 ? bytes.length : feed + 1);
    const valid = validLength(slice);
    if (valid < slice.length || feed < 0) {
      const before = new TextDecoder('utf-8').decode(slice.subarray(0, valid));
      return { line, column: before.length + 1, byte: slice[valid] ?? 0 };
    }
    start = feed + 1;
  }
}

/** How many bytes at the beginning are valid UTF-8. */
function validLength(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

/** The length of the valid UTF-8 sequence at `at` (The Unicode Standard, table 3-7); 0 where there is none. */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
