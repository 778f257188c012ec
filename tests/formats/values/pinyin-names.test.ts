import { expect, test } from 'vitest';
import { cutterOf } from '../../../scripts/formats/values/name-rows.ts';
import { recordOf } from '../../../scripts/pipeline/read/flat-reading.ts';
import { readCase } from '../support.ts';

/** Family names and given names, as they are cut from a row. */
const cut = (names: string): (string | undefined)[] => {
  const row = names.split('; ');
  const cutter = cutterOf(row);
  return row.map((name) => {
    const { family, given } = cutter(name)?.name ?? {};
    return `${family} | ${given}`;
  });
};

test.each([
  ['a family name of two characters', 'Zhuge Meiling', ['Zhuge | Meiling']],
  ['the same before a name that is a family name too', 'Ouyang Lin', ['Ouyang | Lin']],
  ['the same in capitals', 'OUYANG Meixin', ['Ouyang | Meixin']],
  ['the same at the end, as in the West', 'Meiling Zhuge', ['Zhuge | Meiling']],
  ['the same as a given name of elsewhere', 'Sima Ravndal', ['Ravndal | Sima']],
  ['a hyphen', 'LI Mei-ling', ['Li | Mei-ling']],
  ['a row that shows its order', 'Wang Meiling; Li Wei; Zhang Na', ['Wang | Meiling', 'Li | Wei', 'Zhang | Na']],
  ['a row with one in capitals', 'WANG Wei; Li Na', ['Wang | Wei', 'Li | Na']],
  ['a row in the order of the West', 'Meiling Wang; Wei Li; Na Zhang', ['Wang | Meiling', 'Li | Wei', 'Zhang | Na']],
  ['a row that shows nothing', 'Wei Li; Na Zhang', ['Li | Wei', 'Zhang | Na']],
  ['a row with a name of elsewhere', 'Mei Solfjord; Lin Ravndal', ['Solfjord | Mei', 'Ravndal | Lin']],
])('%s: %s', (_, names, expected) => {
  expect(cut(names)).toEqual(expected);
});

test('records that state each author alone show the order together', () => {
  const text =
    'TY  - JOUR\nTI  - A quiet study of trust\nAU  - Wang Meiling\nAU  - Zhuge Lin\nAU  - LI Na\nPY  - 2020\nER  - \n';
  expect(recordOf(readCase('found.ris', text).draft).authors).toEqual(['Meiling Wang', 'Lin Zhuge', 'Na Li']);
});
