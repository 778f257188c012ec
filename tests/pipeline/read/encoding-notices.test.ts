import { expect, test } from 'vitest';
import { encodingNotices } from '../../../scripts/pipeline/read/encoding-notices.ts';
import type { Fault } from '../../../src/text/decode.ts';

test.each<[Fault, rule: string, place: object, seen: string]>([
  [
    { kind: 'guessed', encoding: 'big5' },
    'source-encoding-guessed',
    {},
    'bytes that are not UTF-8; they are read as Big5',
  ],
  [{ kind: 'nul', offset: 7, count: 2 }, 'source-nul-characters', {}, '2 NUL characters, the first at byte offset 7'],
  [
    { kind: 'broken', offsets: [13], count: 1 },
    'source-broken-bytes',
    {},
    '1 byte that is not text, at byte offset 13',
  ],
  [
    { kind: 'broken', offsets: [13, 14], count: 30 },
    'source-broken-bytes',
    {},
    '30 bytes that are not text, at byte offsets 13, 14, …',
  ],
  [
    { kind: 'mixed', line: 2, offset: 13, length: 20 },
    'source-mixed-encodings',
    { line: 2, columns: [1, 21] },
    'a line in GB18030, from byte offset 13, in a file that is UTF-8 elsewhere',
  ],
])('%j becomes a notice that names file and place', (fault, rule, place, seen) => {
  const notices = encodingNotices('a.txt', { faults: [fault] });
  expect(notices).toMatchObject([{ rule, place: { file: 'a.txt', ...place }, seen }]);
});
