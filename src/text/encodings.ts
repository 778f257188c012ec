/**
 * Tests whether bytes are text in one encoding. Each returns the text if a person may have written it in that
 * encoding.
 */

import { sequenceLength } from './utf8.ts';

/** Text in an encoding that nothing in the file names, and that encoding. */
export interface Guess {
  text: string;
  encoding: 'utf-16le' | 'utf-16be' | 'big5' | 'windows-1252';
}

/**
 * UTF-16 without a byte order mark: there are zero bytes, and punctuation appears only in one of the two byte orders.
 */
export function utf16WithoutMark(bytes: Uint8Array): Guess | undefined {
  if (bytes.length < 4 || bytes.length % 2 || !bytes.subarray(0, 65_536).includes(0)) return undefined;
  const head = bytes.subarray(0, 8192);
  const guesses = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(head);
    return { encoding, share: shareOfText(text), signs: text.match(sign)?.length ?? 0 };
  });
  const [best, other] = guesses.sort((x, y) => y.signs - x.signs);
  if (!best || !other || best.share < 0.97 || best.signs < 5 * other.signs + 1) return undefined;
  return { encoding: best.encoding, text: new TextDecoder(best.encoding).decode(bytes) };
}

/** Line ends, blanks and punctuation. In the wrong byte order there are nearly none. */
const sign = /[\t\n\r ,.:;\u3001\u3002\uff0c\uff1a\uff1b-]/gu;

/** The share of a text that is letters, signs and white space as in Latin or Chinese writing. */
function shareOfText(text: string): number {
  const usual =
    text.match(/[\t\n\r -~\u00a0-\u024f\u2010-\u2026\u3000-\u3011\u4e00-\u9fa5\uff01-\uff5e]/gu)?.length ?? 0;
  return usual / Math.max(1, text.length);
}

/** Rows of GB 2312 with symbols, full-width Latin, and the 3,755 everyday characters (level 1). */
const everydayGb2312 = (lead: number): boolean => (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);

/**
 * The text where the bytes are GB18030 written by a person: nine in ten double bytes are everyday characters or
 * punctuation. UTF-8 that is read as GB18030 gives rare characters, so broken UTF-8 does not pass.
 */
export function everydayChinese(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs++;
    if (everydayGb2312(lead) && trail >= 0xa1) everyday++;
    // A digit as second byte means a four-byte code.
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return pairs >= 2 && everyday >= pairs * 0.9 ? whole(bytes, 'gb18030') : undefined;
}

/** The text where all bytes are valid in the encoding. */
function whole(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Rows of Big5 with punctuation and the 5,401 everyday characters (level 1). */
const everydayBig5 = (lead: number): boolean => lead >= 0xa1 && lead <= 0xc6;

/**
 * The text where nine in ten double bytes are everyday Chinese in Big5, the encoding of older files from Taiwan and
 * Hong Kong.
 */
export function big5(bytes: Uint8Array): Guess | undefined {
  let pairs = 0;
  let everyday = 0;
  let low = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    pairs++;
    if (everydayBig5(lead)) everyday++;
    if (trail < 0x7f) low++;
  }
  // A third of Big5's second bytes are ASCII; in other Chinese encodings few or none are.
  if (pairs < 8 || everyday < pairs * 0.9 || low < pairs * 0.1) return undefined;
  const text = whole(bytes, 'big5');
  return text === undefined ? undefined : { text, encoding: 'big5' };
}

/** Letters with accents in Windows-1252, and its signs: dashes, quotation marks, ellipsis, ©, °, ±, ½ and others. */
const isLetter = (byte: number): boolean => byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
const isSign = (byte: number): boolean =>
  [0x80, 0x85, 0x95, 0x96, 0x97, 0x99].includes(byte) ||
  (byte >= 0x91 && byte <= 0x94) ||
  (byte >= 0xa0 && byte <= 0xbf);
const isAscii = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/**
 * Windows-1252, which old databases and reference managers write: single bytes among Latin words. A file with a valid
 * sequence of UTF-8 is broken UTF-8 instead, and so is a file whose high bytes are in places where no word or sign has
 * them.
 */
export function windows1252(bytes: Uint8Array): Guess | undefined {
  let high = 0;
  let plausible = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    const [before, after] = [bytes[i - 1] ?? 0x20, bytes[i + 1] ?? 0x20];
    if (isLetter(byte) && sequenceLength(bytes, i) > 0) return undefined;
    if (isLetter(byte) && (isAscii(before) || isAscii(after) || (after === 0x20 && before === 0x20))) plausible++;
    else if (isSign(byte) && before < 0x80) plausible++;
  }
  if (!high || high > bytes.length * 0.12 || plausible < high * 0.9) return undefined;
  const text = new TextDecoder('windows-1252').decode(bytes);
  // Some releases of Node decode this as Latin 1 and leave control characters there.
  return {
    encoding: 'windows-1252',
    text: text.replace(/[\u0080-\u009f]/gu, (control) => signs[control.charCodeAt(0) - 0x80] ?? control),
  };
}

/** The characters for the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252). */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
