import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { readAuthorLine } from '../../../scripts/formats/values/author-lines.ts';
import { cutName, readName } from '../../../scripts/formats/values/names.ts';
import { isPersonShape } from '../../../scripts/formats/values/name-shapes.ts';
import { Page } from '../../../scripts/formats/pages/page.ts';

const namesIn = (text: string, trusted = false): string[] | undefined => {
  const [line] = new Page(sourceText('page.txt', text)).lines;
  return line && readAuthorLine(line.traced, trusted)?.map((piece) => piece.traced.text);
};

describe('a line of names', () => {
  test('has no "al." as a name, also where a label announces names', () => {
    expect(namesIn('Ana Berg et al.', true)).toEqual(['Ana Berg']);
  });
  test.each(['Ana Berg et al., Bread Care, 2019', 'Gambling; Counseling; Motivation; Clients'])(
    'is not: %s',
    (line) => {
      expect(namesIn(line)).toBeUndefined();
    },
  );
  test.each<[string, string[]]>([
    ['Ana Berg, Bo Dahl and Cleo Ek', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg, Bo Dahl, & Cleo Ek', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg, Bo Dahl, og Cleo Ek', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg, Bo Dahl , Cleo Ek et al.', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg1,2, Bo Dahl2, Cleo Ek1*', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg 1 2 , Bo Dahl 3', ['Ana Berg', 'Bo Dahl']],
    ['Ana Berg a 1, Bo Dahl b, Cleo Ek a b', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Author links open overlay panelAna Berg a, Bo Dahl b', ['Ana Berg', 'Bo Dahl']],
    ['View ORCID ProfileAna Berg, View ORCID ProfileBo Dahl', ['Ana Berg', 'Bo Dahl']],
    ['by Ana Berg 1,*,Bo Dahl 2ORCID andCleo Ek 1,2', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg, PhD1,2; Bo Dahl, MD, MPH3; et al Cleo Ek, MS1', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Ana Berg RN, PhD, Bo Dahl MSc, RN', ['Ana Berg', 'Bo Dahl']],
    ['Ana Berg, Bo Dahl, +2 authors Cleo Ek', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    ['Berg, Ana; Dahl, Bo', ['Berg, Ana', 'Dahl, Bo']],
    ['Berg, Ana a, b Send mail to Berg A.; Dahl, Bo c', ['Berg, Ana', 'Dahl, Bo']],
    ['Berg, Ana, Dahl, Bo', ['Berg, Ana', 'Dahl, Bo']],
    ['Ana Berg · Bo Dahl', ['Ana Berg', 'Bo Dahl']],
    ['Ana de la Cruz, Jan van der Berg', ['Ana de la Cruz', 'Jan van der Berg']],
    ['Par Ana Berg, Bo Dahl', ['Ana Berg', 'Bo Dahl']],
    ['Ana Berg, Bo Dahl   View all authors', ['Ana Berg', 'Bo Dahl']],
    ['Jörg Müller, Anke Schäfer und Petra Groß', ['Jörg Müller', 'Anke Schäfer', 'Petra Groß']],
    ['张晓文 李思远 王一凡', ['张晓文', '李思远', '王一凡']],
    ['陈晓芸1 马立新1,2 欧阳静怡3', ['陈晓芸', '马立新', '欧阳静怡']],
    ['蒋琳1, 沈逸凡1, 扎西平措2', ['蒋琳', '沈逸凡', '扎西平措']],
    ['曾庆华 艾力·买买提', ['曾庆华', '艾力·买买提']],
    ['王雅玲(Ya-Ling Wang)；陳志明(Chih-Ming Chen)', ['王雅玲', '陳志明']],
    ['孙敏，吴昊', ['孙敏', '吴昊']],
    // The short form and the name in full, as indexes print them: the full one counts.
    ['Berg, A (Berg, Ana) [1]; Dahl, BK (Dahl, Bo Karl) [2]', ['Berg, Ana', 'Dahl, Bo Karl']],
    ['王雅玲(Ya-Ling Wang) 陳志明(Chih-Ming Chen)', ['王雅玲', '陳志明']],
    ['陈晓芸△ 马立新▲', ['陈晓芸', '马立新']],
    ['Ana Berg 1 na1, Bo Dahl 2 na2, Cleo Ek 1 ✉', ['Ana Berg', 'Bo Dahl', 'Cleo Ek']],
    // A group at the end of a row of people is one more author.
    ['Ana Berg, Bo Dahl, the ALLY Study Group', ['Ana Berg', 'Bo Dahl', 'ALLY Study Group']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test.each([
    'Reprints & Permissions',
    'BIB TEX',
    'Psychology, Medicine',
    'Affiliations Expand',
    'Trust and alliance on forensic wards',
    'Department of Psychology, University of Oslo',
    '论著·临床研究',
    'Volume 33, Issue 4',
    'https://doi.org/10.5555/x.1',
  ])('no names: %s', (text) => {
    expect(namesIn(text)).toBeUndefined();
  });

  test('a list of a thousand names behind a label, commas or semicolons between them', () => {
    const family = (i: number) =>
      `B${[...String(i)].map((digit) => 'aeioubdfgl'[Number(digit)]).join('')}rg`.replace(/^./u, (c) =>
        c.toUpperCase(),
      );
    const whole = Array.from({ length: 1000 }, (_, i) => `Ana ${family(i)}`);
    expect(namesIn(whole.join(', '), true)).toEqual(whole);
    const cut = Array.from({ length: 1001 }, (_, i) => `${family(i)}, Ana`);
    expect(namesIn(cut.join('; '), true)).toEqual(cut);
    expect(namesIn(cut.join(', '), true)).toEqual(cut);
    // Without a label it is a text.
    expect(namesIn(whole.join(', '))).toBeUndefined();
  });

  test('a label makes a group of one line one author', () => {
    expect(namesIn('Department of Health, Housing and Social Care', true)).toEqual([
      'Department of Health, Housing and Social Care',
    ]);
  });
});

test.each<[string, boolean]>([
  ['Ana Berg', true],
  ['Ana-Lucía Peña', true],
  ["Liam O'Connor", true],
  ['Berg, Ana', true],
  ['KIM Ji-ho', true],
  ['Kim JH', true],
  ['J. Mateus da Rocha', true],
  ['Ana', false],
  ['Ana berg', false],
  ['World Health Organization', false],
  ['Open Access', false],
  ['Ana Berg 3', false],
])('%s has the shape of a person: %s', (text, expected) => {
  expect(isPersonShape(text)).toBe(expected);
});

describe('a name', () => {
  test.each<[string, object, string?]>([
    ['Henrik Wang Iversen', { family: 'Iversen', given: 'Henrik Wang' }, 'name-cut-at-last-token'],
    ['Anna van der Berg', { family: 'Berg', given: 'Anna', particle: 'van der' }, 'name-cut-at-last-token'],
    ['Dick Van Dyke', { family: 'Dyke', given: 'Dick Van' }, 'name-cut-at-last-token'],
    // The source's own cut has no rule.
    ['Berg, Anna', { family: 'Berg', given: 'Anna' }],
    ['van Leeuwen, SR', { family: 'Leeuwen', given: 'SR', particle: 'van' }],
    ['van Steveninck, EDD', { family: 'Steveninck', given: 'EDD', particle: 'van' }],
    ['Chowdhury, MSN', { family: 'Chowdhury', given: 'MSN' }],
    ['Smith, John, Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['SMITH, JOHN, JR', { family: 'SMITH', given: 'JOHN', suffix: 'JR' }],
    ['Huggett C', { family: 'Huggett', given: 'C' }, 'name-cut-before-initials'],
    ['de Souza MA', { family: 'Souza', given: 'MA', particle: 'de' }, 'name-cut-before-initials'],
    ['Garcia Lopez MA', { family: 'Garcia Lopez', given: 'MA' }, 'name-cut-before-initials'],
    ['J. R. Smith Jr.', { family: 'Smith', given: 'J. R.', suffix: 'Jr.' }, 'name-cut-at-last-token'],
    ['Anna Berg MD', { family: 'Berg', given: 'Anna' }, 'name-cut-at-last-token'],
    ['Dr Anna K. Berg, PhD, RN', { family: 'Berg', given: 'Anna K.' }, 'name-cut-at-last-token'],
    ['SUN Qiwu', { family: 'Sun', given: 'Qiwu' }, 'name-cut-after-capitals'],
    ['LI Na', { family: 'Li', given: 'Na' }, 'name-cut-after-capitals'],
    ['HU Xi’an', { family: 'Hu', given: 'Xi’an' }, 'name-cut-after-capitals'],
    ['OH Min-jung', { family: 'Oh', given: 'Min-jung' }, 'name-cut-after-capitals'],
    ['JA Smith', { family: 'Smith', given: 'JA' }, 'name-cut-at-last-token'],
    ['MA Wilson', { family: 'Wilson', given: 'MA' }, 'name-cut-at-last-token'],
    ['SO Lilienfeld', { family: 'Lilienfeld', given: 'SO' }, 'name-cut-at-last-token'],
    ['王小明', { family: '王', given: '小明' }, 'name-cut-at-surname-table'],
    ['欧阳修', { family: '欧阳', given: '修' }, 'name-cut-at-surname-table'],
    ['欧阳 娜娜', { family: '欧阳', given: '娜娜' }],
    ['王, 小明', { family: '王', given: '小明' }],
    ['阿尔伯特·班杜拉', { literal: '阿尔伯特·班杜拉' }, 'name-kept-whole'],
    [
      'Department of Health, Housing and Social Care',
      { literal: 'Department of Health, Housing and Social Care' },
      'name-of-a-group',
    ],
    // Indexes turn groups round like people; a family name may be a word of groups.
    ['Team, The Global Dough Mapping', { literal: 'The Global Dough Mapping Team' }, 'name-of-a-group'],
    ['Center, Sharon A.', { family: 'Center', given: 'Sharon A.' }],
    ['INT SOURDOUGH ASSOC', { literal: 'INT SOURDOUGH ASSOC' }, 'name-of-a-group'],
    ['Plato', { literal: 'Plato' }, 'name-kept-whole'],
  ])('%s', (written, parts, derived) => {
    expect(cutName(written)).toEqual({ name: { written, ...parts }, ...(derived ? { derived } : {}) });
  });

  test('a degree alone, or no letter, is none', () => {
    expect(['PhD', 'FAAN', '1', ''].map(readName)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
