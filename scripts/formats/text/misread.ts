/** UTF-8 that a program read as Windows-1252, and wrote so: `tÃ©lÃ©phone`. */

import { rewrite, type Traced } from './traced.ts';

/** Characters that Windows-1252 has for the bytes from 0x80 to 0x9F, in their order; `.` where it has none. */
const inWindows = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';
const byteOf = new Map(
  inWindows.split('').flatMap((character, i): [string, number][] => (character === '.' ? [] : [[character, 0x80 + i]])),
);
const continuing = `[\\u0080-\\u00bf${inWindows.replaceAll('.', '')}]`;
/** Bytes of UTF-8 of which each became a character. Behind a word in capitals a quotation mark is one: `IRMÃ”`. */
const misread = new RegExp(
  `(?!(?<=\\p{Lu})[\\u00c2-\\u00df][‘’“”…–—»])(?:[\\u00c2-\\u00df]${continuing}|[\\u00e0-\\u00ef]${continuing}{2}|[\\u00f0-\\u00f4]${continuing}{3})`,
  'gu',
);

/** A text as it was before. It may have happened twice. */
export const asUtf8 = (text: Traced): Traced => once(once(text));

const once = (text: Traced): Traced => rewrite(text, misread, ([characters]) => ofBytes(characters));

function ofBytes(characters: string): string | undefined {
  const bytes = [...characters].map((it) => byteOf.get(it) ?? it.codePointAt(0) ?? 0);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return /[\p{Cc}\p{Cn}\ufffd]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The first stretch of a text that was misread. */
export const misreadIn = (text: string): RegExpExecArray | undefined =>
  [...text.matchAll(misread)].find(([characters]) => ofBytes(characters) !== undefined);
