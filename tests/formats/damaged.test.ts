import { describe, expect, test } from 'vitest';
import { recordOf } from '../../scripts/pipeline/read/flat-reading.ts';
import { readCase } from './support.ts';

/** Reads a record whose lines replace those of the same tag. */
function read(...lines: string[]) {
  const tags = new Set(lines.map((line) => line.slice(0, 2)));
  const own = ['TI  - A quiet study of trust', 'T2  - Journal of Made-up Care', 'AU  - Solfjord, Kari', 'PY  - 2021'];
  const kept = own.filter((line) => !tags.has(line.slice(0, 2)));
  const { draft, reading } = readCase('found.ris', ['TY  - JOUR', ...kept, ...lines, 'ER  - ', ''].join('\n'));
  return { record: recordOf(draft), notices: reading.notices };
}

describe('what a program did to words is undone, and told with its place', () => {
  test.each([
    ['TI  - Trust &amp;amp; rupture in groups', 'title', 'Trust & rupture in groups'],
    ['TI  - Trust and rupture in caf\\u00e9 groups', 'title', 'Trust and rupture in café groups'],
    ['TI  - \\u4fe1\\u4efb\\u7814\\u7a76', 'title_zh', '信任研究'],
    ['TI  - Trust%20and%20rupture', 'title', 'Trust and rupture'],
    ['T2  - Care of P%C3%A9rigord', 'journal', 'Care of P%C3%A9rigord'],
    ['T2  - Soins%20de%20P%C3%A9rigord', 'journal', 'Soins de Périgord'],
    ['TI  - Trust by tÃ©lÃ©phone â€“ a survey', 'title', 'Trust by téléphone – a survey'],
    ['TI  - ä¿¡ä»»ä¸Žå…³ç³»', 'title_zh', '信任与关系'],
    ['AU  - MÃ¸rk, JÃ¶rg', 'authors', ['Jörg Mørk']],
    ['KW  - confianÃ§a', 'keywords', ['confiança']],
  ] as const)('%s', (line, field, value) => {
    const { record, notices } = read(line);
    expect(record[field]).toEqual(value);
    const told = notices.filter(({ rule }) => rule === 'value-mended');
    expect(told.map(({ place, seen }) => ['line' in place, seen])).toEqual(
      line.endsWith(String(value)) ? [] : [[true, line.slice(6)]],
    );
  });

  test.each([
    ['TI  - Half of them (50%) and 20%20 more', 'title', 'Half of them (50%) and 20%20 more'],
    ['TI  - MANHÃ” E TARDE', 'title', 'MANHÃ” E TARDE'],
    ['TI  - Âge et confiance à l’hôpital', 'title', 'Âge et confiance à l’hôpital'],
    ['TI  - Who cares??? A study', 'title', 'Who cares??? A study'],
    ['IS  - Dec', 'issue', 'Dec'],
    ['IS  - 5-12', 'issue', '5-12'],
    ['AU  - Nan, Li', 'authors', ['Li Nan']],
  ] as const)('what is right stays: %s', (line, field, value) => {
    const { record, notices } = read(line);
    expect(record[field]).toEqual(value);
    expect(notices).toEqual([]);
  });
});

describe('what no program can undo is no value, and is told', () => {
  test.each([
    ['SP  - 5-Dec', 'pages'],
    ['SP  - Nov-15', 'pages'],
    ['IS  - 1-Feb', 'issue'],
    ['IS  - 2月1日', 'issue'],
    ['VL  - 2024-05-12 00:00:00', 'volume'],
    ['VL  - #REF!', 'volume'],
    ['VL  - undefined', 'volume'],
    ['IS  - NaN', 'issue'],
    ['T2  - [object Object]', 'journal'],
    ['AU  - undefined undefined', 'authors'],
    ['AU  - ???, ???', 'authors'],
    ['KW  - #N/A', 'keywords'],
    ['AB  - ?????? ??? ????????', 'abstract'],
  ] as const)('%s', (line, field) => {
    const { record, notices } = read(line);
    expect(record[field]).toBeNull();
    expect(notices).toMatchObject([{ severity: 'warning', rule: 'value-lost', seen: line.slice(6) }]);
    expect(notices[0]?.place).toMatchObject({ file: 'found.ris', columns: [7, line.length + 1] });
  });

  test('one of several names is left out, the others stay', () => {
    const text =
      'Title,Authors,Journal,Year\nA quiet study of trust,"Solfjord, K.; [object Object]; Mork, J.",Journal of Made-up Care,2021\n';
    expect(recordOf(readCase('found.csv', text).draft).authors).toEqual(['K. Solfjord', 'J. Mork']);
  });

  test('a column of them is one notice', () => {
    const rows = [1, 2, 3].map((n) => `A quiet study of trust ${n},"Solfjord, K.",Journal of Made-up Care,2021,#N/A\n`);
    const { notices } = readCase('found.csv', `Title,Authors,Journal,Year,Volume\n${rows.join('')}`).reading;
    expect(notices).toMatchObject([{ rule: 'value-lost', seen: '#N/A (3 times in this file)' }]);
  });
});

test('a page is mended as a record is', () => {
  const page =
    'Journal of Made-up Care\nTrust by tÃ©lÃ©phone in rural clinics\nKari Solfjord, JÃ¶rg MÃ¸rk\nAbstract\nWe asked nine workers. Trust grew slowly.\n';
  const { draft, reading } = readCase('page.txt', page, true);
  expect(recordOf(draft)).toMatchObject({
    title: 'Trust by téléphone in rural clinics',
    authors: ['Kari Solfjord', 'Jörg Mørk'],
  });
  expect(reading.notices).toMatchObject([{ rule: 'text-misread', place: { line: 2 }, seen: '"Ã©"' }]);
});
