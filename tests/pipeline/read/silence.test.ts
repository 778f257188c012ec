import { expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { sourceText } from '#domain/source';
import { draftAtOnce } from '../../../scripts/pipeline/read/draft.ts';

const read = (text: string) => draftAtOnce(sourceText('export.txt', text));
const told = (text: string, rule: string): Notice | undefined => read(text).notices.find((one) => one.rule === rule);

test('a file of references whose records cannot be told apart says how many there seem to be', () => {
  const head = 'Title,Authors,Year,Journal,DOI\n';
  const text = `${head}"PMID- 1\nTI - one\n\nPMID- 2\nTI - two\n\nPMID- 3\nTI - three",Vey,2020,Bread,10.5555/1\n`;
  expect(told(text, 'records-not-read')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'records-not-read')?.seen).toContain('2 of what looks like records of NBIB; 0 were read');
});

test.each([
  ['one object', '{"status": "ok", "rows": [1, 2, 3]}', 'an object with status, rows'],
  [
    'many papers',
    JSON.stringify({
      hits: ['a', 'b', 'c'].map((x) => ({ title: `Loaves of ${x}`, year: 2020, doi: `10.5555/${x}` })),
    }),
    '3 of what looks like records',
  ],
])('JSON of an unknown shape, %s: nothing is read, and it says what to export', (_, text, seen) => {
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'json-of-no-known-kind')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'json-of-no-known-kind')?.seen).toContain(seen);
});

test.each([
  ['<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim"><record/></collection>', 'MODS'],
  ['<mets xmlns="http://www.loc.gov/METS/"/>', 'MODS'],
  ['<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"/>', 'metadataPrefix=mods'],
  ['<?xml version="1.0"?>\n<other/>', 'RIS'],
])('XML of an unknown root says which export to choose: %s', (text, choose) => {
  expect(told(text, 'xml-of-no-known-kind')?.remedy).toContain(choose);
});

test.each([
  ['RIS', 'TY  - JOUR\nTI  - Slow dough\nAU  - Vey, Paula\nDO  - 10.1037.a0037593\nER  - \n', '10.1037.a0037593'],
  ['BibTeX', '@article{a, title = {Slow dough}, author = {Vey, Paula}, doi = {ten/5555}, year = 2020}\n', 'ten/5555'],
  ['CSV', 'Title,Authors,Year,Journal,DOI\nSlow dough,"Vey, P.",2020,Bread,see website\n', 'see website'],
  [
    'JSON',
    '[{"type": "article-journal", "title": "Slow dough", "author": [{"family": "Vey"}], "DOI": "5555/a"}]',
    '5555/a',
  ],
  [
    'XML',
    '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>Slow dough</title></titles><electronic-resource-num>none given yet</electronic-resource-num></record></records></xml>',
    'none given yet',
  ],
  ['a page', `Slow dough\nPaula Vey\nDOI: 10.5555\nAbstract\n${'Slow dough lowers worry. '.repeat(9)}`, '10.5555'],
])('an identifier that is not valid is told: %s', (_, text, seen) => {
  const notice = told(text, 'identifier-not-valid');
  expect(notice).toMatchObject({ severity: 'warning', place: { file: 'export.txt' } });
  expect(notice?.seen).toContain(seen);
  expect(notice?.expected).toContain('10.1000/182');
  expect(read(text).reading.drafts).toHaveLength(1);
});

test.each(['n/a', 'NA', '-', 'none', '无'])('a cell that says there is none is told nothing: %s', (none) => {
  expect(told(`TY  - JOUR\nTI  - Slow dough\nDO  - ${none}\nER  - \n`, 'identifier-not-valid')).toBeUndefined();
});

test("Crossref's `updated-by`: a retraction is the paper's status, with its notice; a correction too", () => {
  const item = (type: string): string =>
    JSON.stringify([
      {
        type: 'journal-article',
        title: ['Slow dough'],
        DOI: '10.5555/a',
        'updated-by': [{ DOI: '10.5555/notice', type }],
      },
    ]);
  const [retracted] = read(item('retraction')).reading.drafts;
  expect(retracted?.status?.value).toBe('retracted');
  expect(retracted?.retractedIn?.value).toEqual({ doi: '10.5555/notice' });
  const [corrected] = read(item('correction')).reading.drafts;
  expect(corrected?.status?.value).toBe('corrected');
  expect(corrected?.doi?.value).toBe('10.5555/a');
  expect(read(item('new_version')).reading.drafts[0]?.status).toBeUndefined();
});

test('a table of references that is saved as HTML is no page of a paper', () => {
  const row = (...cells: string[]): string => `<tr><td>${cells.join('</td><td class="x">')}</td></tr>\n`;
  const head = row('<b>Title</b>', 'Authors', 'Year', 'DOI');
  const rows =
    row('Slow dough', 'Vey, P.', '2019', '10.5555/1') + row('Rolls at night', 'Roe, K.', '2020', '10.5555/2');
  const text = `<html><body><table border=1>\n${head}${rows}</table></body></html>`;
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'table-in-html')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'table-in-html')?.seen).toContain('2 rows');
  expect(
    told(text.replace('Authors', 'Group').replace('Year', 'Mean').replace('DOI', 'SD'), 'table-in-html'),
  ).toBeUndefined();
});
