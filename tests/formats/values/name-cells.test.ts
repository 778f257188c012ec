import { expect, test } from 'vitest';
import { displayName } from '#domain/person';
import { splitNames } from '../../../scripts/formats/values/author-lines.ts';
import { readName } from '../../../scripts/formats/values/names.ts';

/** The names of a cell, given name first, parted by bars. */
const read = (text: string): string =>
  splitNames({ text, runs: [{ start: 0, end: text.length, from: 0, to: text.length }] })
    .map(({ text: one }) => readName(one)?.name)
    .map((name) => (name ? displayName(name) : '-'))
    .join(' | ');

test.each([
  ['Loewen, MA', 'MA Loewen'],
  ['Kim MA', 'MA Kim'],
  ['Verbeek, Jan MD', 'Jan Verbeek'],
  ['Brownstein C D', 'C D Brownstein'],
  ['YANG Y', 'Y YANG'],
  ['JOHN SMITH', 'JOHN SMITH'],
  ['Smith, J., Doe, K.', 'J. Smith | K. Doe'],
  ['Yang, Z. and Jiang, B.', 'Z. Yang | B. Jiang'],
  ['Yang, Z. and WHO', 'Z. Yang | WHO'],
  ['Smith J, Doe K and Roe L', 'J Smith | K Doe | L Roe'],
  ['John Smith, Jane Doe and Ann Roe', 'John Smith | Jane Doe | Ann Roe'],
  ['Silva, A. e Costa, B.', 'A. Silva | B. Costa'],
  ['van der Berg, Hans', 'Hans van der Berg'],
  ['García López, María', 'María García López'],
  ['John Smith, Jane Doe', 'John Smith | Jane Doe'],
  ['Smith, John, Doe, Jane', 'John Smith | Jane Doe'],
  ['Smith, John, Jr.', 'John Smith Jr.'],
  ['Massimo Aria|Corrado Cuccurullo', 'Massimo Aria | Corrado Cuccurullo'],
  ["Griffin DK, Larkin DM, O'Connor RE.", "DK Griffin | DM Larkin | RE O'Connor"],
  ['Department of Health, Housing and Social Care', 'Department of Health, Housing and Social Care'],
  ['Research and Development Group', 'Research and Development Group'],
  ['Smith J et al.', 'J Smith'],
  ['张三;李四;', '张三 | 李四'],
  ['张三 李四 王五', '张三 | 李四 | 王五'],
  ['欧阳 娜娜', '欧阳娜娜'],
  ['张三、李四 等', '张三 | 李四'],
])('%s', (cell, names) => {
  expect(read(cell)).toBe(names);
});
