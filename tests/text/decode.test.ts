import { describe, expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';

const chinese = '治疗联盟与口译员:一项叙述性综述。本研究考察了心理治疗中的信任。';
/** The text above in GB 18030, as a Chinese scraper saves it. */
const gb18030 = Buffer.from(
  'd6cec1c6c1aac3cbd3ebbfdad2ebd4b13ad2bbcfeed0f0caf6d0d4d7dbcaf6a1a3b1bed1d0bebfbfbcb2ecc1cbd0c4c0edd6cec1c6d6d0b5c4d0c5c8cea1a3',
  'hex',
);

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8-bom', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(chinese)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(chinese, 'utf16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(chinese, 'utf16le').swap16()])],
    ['gb18030', gb18030],
  ])('%s is known by its bytes', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: chinese, encoding, faults: [] });
  });

  const ris = 'TY  - JOUR\r\nAU  - Müller, Jürgen\r\nAU  - Ó Dálaigh, Séamus\r\nTI  - Étude naïve\r\nER  - \r\n';
  test.each([
    ['utf-16le', ris, Buffer.from(ris, 'utf16le')],
    ['utf-16be', ris, Buffer.from(ris, 'utf16le').swap16()],
    ['utf-16le', `${chinese}\n`, Buffer.from(`${chinese}\n`, 'utf16le')],
    ['windows-1252', ris, Buffer.from(ris, 'latin1')],
    [
      'windows-1252',
      'It’s a “naïve” way of reading – one that has cost us € 5 and more so far…',
      Buffer.from(
        '49749273206120936e61ef76659420776179206f662072656164696e672096206f6e6520746861742068617320636f73742075732080203520616e64206d6f726520736f2066617285',
        'hex',
      ),
    ],
    [
      'big5',
      '治療聯盟與口譯員:一項敘述性綜述。',
      Buffer.from('aa76c0f8c170b7f9bb50a466c4b6adfb3aa440b6b5b1d4ad7aa9cabaeead7aa143', 'hex'),
    ],
  ])('%s is guessed where nothing names it, with a fault that says so', (encoding, text, bytes) => {
    expect(decode(bytes)).toEqual({ text, encoding, faults: [{ kind: 'guessed', encoding }] });
  });

  test('a NUL among words stays, is counted, and affects nothing else', () => {
    const text = `${'The alliance holds. '.repeat(10)}\0 And more.`;
    const decoded = decode(Buffer.from(text));
    expect(decoded).toMatchObject({ text, encoding: 'utf-8' });
    expect(decoded?.faults).toEqual([{ kind: 'nul', offset: 200, count: 1 }]);
  });

  test('a broken byte stays visible, and its offset is kept', () => {
    const decoded = decode(
      Buffer.concat([Buffer.from('The alliance '), Buffer.from([0xc0, 0xaf]), Buffer.from(' holds. 治疗')]),
    );
    expect(decoded?.text).toBe('The alliance \ufffd\ufffd holds. 治疗');
    expect(decoded?.encoding).toBe('utf-8+broken');
    expect(decoded?.faults).toEqual([{ kind: 'broken', offsets: [13, 14], count: 2 }]);
  });

  test('a line of GB18030 in a file of UTF-8 is read, and its number is kept', () => {
    const bytes = Buffer.concat([
      Buffer.from('治疗联盟\n'),
      gb18030,
      Buffer.from('\nThe end, long enough to be a text.'),
    ]);
    const decoded = decode(bytes);
    expect(decoded?.text).toBe(`治疗联盟\n${chinese}\nThe end, long enough to be a text.`);
    expect(decoded?.faults).toEqual([{ kind: 'mixed', line: 2, offset: 13, length: chinese.length }]);
  });

  test('broken UTF-8 is not taken for GB18030', () => {
    const cut = Buffer.from(chinese).subarray(0, 41);
    const decoded = decode(Buffer.concat([cut, Buffer.from('\nA second line that is whole.')]));
    expect(decoded?.encoding).toBe('utf-8+broken');
    expect(decoded?.text).toContain('治疗联盟与口译员');
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a ZIP', Buffer.from('504b030414000000', 'hex')],
    ['NUL bytes', Buffer.from('text\0text')],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
  ])('%s is no text', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined();
  });

  test('a byte order mark is no text, and a second one is a character', () => {
    expect(decode(Buffer.from([0xff, 0xfe, 0xff, 0xfe, 0x41, 0]))?.text).toBe('\ufeffA');
    expect(decode(Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41]))?.text).toBe('\ufeffA');
  });
});
