import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUtf8 } from '#text/utf8';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replace(/\s/gu, ''), 'hex');

describe('UTF-8', () => {
  test('is read without its byte order mark', () => {
    expect(readUtf8(bytes('efbbbf e4bda0 0a 61'))).toEqual({ text: '你\na' });
  });

  test.each([
    ['a letter of Windows-1252', '61 e9 62', 1, 2, 0xe9],
    ['GB18030 on the third line', '61 0a 62 0d0a 7a c4e3', 3, 2, 0xc4],
    ['half a character at the end', 'e4bda0 e4bd', 1, 2, 0xe4],
    ['a surrogate', '61 eda080', 1, 2, 0xed],
    ['an overlong form', 'c080', 1, 1, 0xc0],
    ['more than Unicode has', 'f4908080', 1, 1, 0xf4],
    ['a byte that no character begins with', 'f09f998f ff', 1, 3, 0xff],
  ])('is refused at its place: %s', (_, hex, line, column, byte) => {
    expect(readUtf8(bytes(hex))).toEqual({ broken: { line, column, byte } });
  });

  test('is what the decoder of the platform takes, and nothing else', () => {
    const run = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const all = Buffer.concat(runs);
        const read = readUtf8(all);
        if ('text' in read) {
          expect(Buffer.from(read.text)).toEqual(all.subarray(all.subarray(0, 3).equals(bytes('efbbbf')) ? 3 : 0));
          return;
        }
        const lines = all.toString('latin1').split('\n');
        const begin = lines.slice(0, read.broken.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
        const at = all.indexOf(read.broken.byte, begin);
        expect(at).toBeGreaterThanOrEqual(begin);
        expect(read.broken.line).toBeLessThanOrEqual(lines.length);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
