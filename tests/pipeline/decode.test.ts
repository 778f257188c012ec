import { describe, expect, test } from 'vitest';
import { decode } from '../../scripts/pipeline/decode.ts';

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
  ])('%s is told by its bytes', (encoding, bytes) => {
    const decoded = decode('a.txt', bytes);
    expect(decoded).toMatchObject({ text: chinese, encoding, notices: [] });
  });

  test('a broken byte stays visible and is said by its offset', () => {
    const decoded = decode(
      'a.txt',
      Buffer.concat([Buffer.from('The alliance '), Buffer.from([0xc0, 0xaf]), Buffer.from(' holds. 治疗')]),
    );
    expect(decoded?.text).toBe('The alliance \ufffd\ufffd holds. 治疗');
    expect(decoded?.encoding).toBe('utf-8+broken');
    expect(decoded?.notices).toHaveLength(1);
    expect(decoded?.notices[0]).toMatchObject({ severity: 'warning', rule: 'source-broken-bytes' });
    expect(decoded?.notices[0]?.seen).toContain('13, 14');
  });

  test('a line of GB18030 in a file of UTF-8 is read, and said with its line', () => {
    const bytes = Buffer.concat([
      Buffer.from('治疗联盟\n'),
      gb18030,
      Buffer.from('\nThe end, long enough to be a text.'),
    ]);
    const decoded = decode('a.txt', bytes);
    expect(decoded?.text).toBe(`治疗联盟\n${chinese}\nThe end, long enough to be a text.`);
    expect(decoded?.notices[0]).toMatchObject({ rule: 'source-mixed-encodings', place: { line: 2 } });
  });

  test('broken UTF-8 is not taken for GB18030', () => {
    const cut = Buffer.from(chinese).subarray(0, 41);
    const decoded = decode('a.txt', Buffer.concat([cut, Buffer.from('\nA second line that is whole.')]));
    expect(decoded?.encoding).toBe('utf-8+broken');
    expect(decoded?.text).toContain('治疗联盟与口译员');
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a ZIP', Buffer.from('504b030414000000', 'hex')],
    ['NUL bytes', Buffer.from('text\0text')],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
  ])('%s is no text', (_, bytes) => {
    expect(decode('a', bytes)).toBeUndefined();
  });
});
