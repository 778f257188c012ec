import { isUtf8 } from 'node:buffer';

/** A line that is whole in GB18030 and holds nothing there but ASCII, Chinese and its punctuation. */
function asChinese(line: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(line);
    return /^[\p{ASCII}\p{Script=Han}\u2010-\u2026\u3000-\u303f\uff00-\uffef]*$/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-8 in which each byte that is no text stands as one U+FFFD. */
function withBrokenBytes(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let start = 0;
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))) {
      i += length;
      continue;
    }
    text += `${utf8.decode(bytes.subarray(start, i))}\ufffd`;
    start = ++i;
  }
  return text + utf8.decode(bytes.subarray(start));
}

/**
 * A source's bytes as the text whose columns the ledger counts. `encoding` is the ledger's: `utf-8`, `utf-8-bom`,
 * `utf-16le`, `utf-16be` or `gb18030`, with `+broken` where some bytes are no text in it. A byte order mark is no text.
 */
export function decodeSource(bytes: Uint8Array, encoding: string): string {
  const [name = 'utf-8'] = encoding.split('+');
  if (name === 'gb18030' || name.startsWith('utf-16')) return new TextDecoder(name).decode(bytes);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(mark);
  if (isUtf8(body)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  let text = '';
  for (let start = 0; start < body.length;) {
    const feed = body.indexOf(0x0a, start);
    const past = feed < 0 ? body.length : feed + 1;
    const line = body.subarray(start, past);
    text += (isUtf8(line) ? undefined : asChinese(line)) ?? withBrokenBytes(line);
    start = past;
  }
  return text;
}
