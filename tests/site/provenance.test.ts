import { describe, expect, test } from 'vitest';
import type { Origin } from '#domain/place';
import { factsOf } from '../../src/site/facts.ts';
import { correctionAnchor, foldPlaces, provenanceOf } from '../../src/site/provenance.ts';
import { words } from '../../src/site/strings/index.ts';
import { allFields, chinese, minimal, paper, said, title } from '../citations/support/papers.ts';

const line = (number: number, file = 'a.txt'): Origin => ({ file, line: number, columns: [1, 5] });
const decided = (seen: string): Origin => ({ correction: 'x.yaml', seen });

describe('places as a reader takes them in', () => {
  test.each<[string, Origin[], unknown[]]>([
    ['lines that follow one another are one stretch', [line(3), line(4), line(5)], [{ from: 3, to: 5 }]],
    ['the same line twice is said once', [line(3), line(3)], [{ from: 3, to: 3 }]],
    [
      'a gap parts them',
      [line(3), line(5)],
      [
        { from: 3, to: 3 },
        { from: 5, to: 5 },
      ],
    ],
    ['another file is another place', [line(3), line(4, 'b.txt')], [{ file: 'a.txt' }, { file: 'b.txt', from: 4 }]],
    [
      'a decision seen at an address links there',
      [decided('https://doi.org/10.1/x')],
      [{ href: 'https://doi.org/10.1/x' }],
    ],
    [
      'one seen in a book does not',
      [decided('the journal'), decided('the journal')],
      [{ kind: 'correction', seen: 'the journal' }],
    ],
  ])('%s', (_, origins, wanted) => {
    expect(foldPlaces(origins)).toHaveLength(wanted.length);
    expect(foldPlaces(origins)).toMatchObject(wanted);
  });

  test('an address that runs code is no link', () => {
    expect(foldPlaces([decided('javascript:alert(1)')])[0]).not.toHaveProperty('href');
  });

  test('a correction is found on the method page by its file', () => {
    expect(correctionAnchor('x-2020.yaml')).toBe('correction-x-2020');
  });
});

describe('the facts of a record', () => {
  const facts = factsOf(allFields, 'en', words('en'));
  const fact = (field: string) => facts.find((it) => it.field === field);

  test('are said as people read them', () => {
    expect(fact('paper.issued')?.text).toBe('15 March 2021');
    expect(fact('paper.pages')?.text).toBe('114–129');
    expect(fact('paper.registration')?.text).toBe('PROSPERO CRD42021000001');
    expect(fact('paper.journal')).toMatchObject({ text: 'Journal of Many Fields', language: 'en' });
    expect(factsOf(allFields, 'zh', words('zh')).find((it) => it.field === 'paper.issued')?.text).toBe('2021年3月15日');
  });

  test('lead to where they are resolved, and nowhere else', () => {
    expect(fact('paper.doi')?.href).toBe('https://doi.org/10.5555/every.field');
    expect(fact('paper.pmid')?.href).toContain('12345678');
    expect(facts.every(({ href }) => href === undefined || /^https?:\/\//.test(href))).toBe(true);
    const hostile = paper('a-2020-b', { titles: [title('x')], url: said('javascript:alert(1)') });
    expect(factsOf(hostile, 'en', words('en')).find((it) => it.field === 'paper.url')).not.toHaveProperty('href');
  });

  test('a journal has the language of its own name', () => {
    expect(factsOf(chinese, 'en', words('en'))[0]).toMatchObject({ text: '中国心理卫生杂志', language: 'zh-Hans' });
  });

  test('a derived value names its rule, other values are kept, and what is not stated is absent', () => {
    const doubted = paper('a-2020-b', {
      titles: [title('x')],
      pmcid: { value: 'PMC1', from: [{ file: 'a.txt', line: 1, columns: [1, 2] }], derived: 'pmcid-from-address' },
      volume: {
        value: '3',
        from: [{ file: 'a.txt', line: 1, columns: [1, 2] }],
        others: [{ value: '4', from: [{ file: 'b.txt', line: 9, columns: [1, 2] }] }],
      },
    });
    const said = factsOf(doubted, 'en', words('en'));
    expect(said.find((it) => it.field === 'paper.pmcid')?.derived).toBe('pmcid-from-address');
    expect(said.find((it) => it.field === 'paper.volume')?.others).toMatchObject([{ text: '4' }]);
    expect(said.some((it) => it.field === 'paper.issue')).toBe(false);
  });
});

describe('every value with its places', () => {
  test('each title, author, abstract and fact has a row, and every row a place', () => {
    const rows = provenanceOf(allFields, 'en', words('en'));
    expect(rows.every(({ where, value }) => where.length > 0 && value !== '')).toBe(true);
    const values = rows.map(({ value }) => value);
    for (const { text } of allFields.titles) expect(values).toContain(text);
    for (const value of ['Jan van der Berg', 'Alliance Study Group', '10.5555/every.field', '每一个字段：一个案例'])
      expect(values).toContain(value);
    expect(rows.filter(({ field }) => field.startsWith('Abstract'))).toHaveLength(3);
  });

  test('a long value is cut, a record of one value has one row and its kind', () => {
    const long = paper('a-2020-b', { titles: [title('word '.repeat(60).trim())] });
    expect(provenanceOf(long, 'en', words('en'))[0]?.value.length).toBeLessThan(140);
    expect(provenanceOf(minimal, 'en', words('en'))).toHaveLength(2);
  });
});

test('hundreds of authors are one row with all their places, a few are a row each', () => {
  const rowsOf = (count: number) => {
    const authors = Array.from({ length: count }, (_, i) => ({ name: { written: `Name ${i}` }, from: [line(i + 2)] }));
    return provenanceOf(paper('many-2020-authors', { authors }), 'en', words('en')).filter(
      ({ field }) => field === words('en')('paper.author'),
    );
  };
  expect(rowsOf(24).map(({ value }) => value)).toContain('Name 23');
  expect(rowsOf(24)).toHaveLength(24);
  const [row, ...others] = rowsOf(300);
  expect(others).toEqual([]);
  expect(row?.value).toMatch(/^Name 0; Name 1; .* …$/u);
  expect(row?.where).toEqual([{ kind: 'lines', file: 'a.txt', from: 2, to: 301 }]);
});
