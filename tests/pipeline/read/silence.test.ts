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
  expect(told(text, 'records-not-read')?.seen).toContain('2 of what looks like records of NBIB; 0 are read');
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
  [
    'an object a line',
    ['a', 'b']
      .map((x) => JSON.stringify({ id: x, title: `Loaves of ${x}`, baked_year: 2020, journal_of: [] }))
      .join('\n'),
    '2 objects, one after another',
  ],
])('JSON of an unknown shape, %s: nothing is read, and it says what to export', (_, text, seen) => {
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'json-of-no-known-kind')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'json-of-no-known-kind')?.seen).toContain(seen);
});

test('JSON of one paper from a service that is not known: it is read, and told', () => {
  const text = JSON.stringify({ title: 'Slow dough and worry', yearPublished: 2019, authors: [{ name: 'Vey, Paula' }], doi: '10.5555/core.1' }); // prettier-ignore
  expect(read(text).reading.drafts).toHaveLength(1);
  expect(told(text, 'json-of-no-known-kind')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'json-of-no-known-kind')?.seen).toContain('an object with title, yearPublished, authors, doi');
  // A page whose data is before its text is no file of JSON.
  expect(told(`${text}\nBread Studies\nSlow dough and worry\n`, 'json-of-no-known-kind')).toBeUndefined();
});

test.each([
  ['DOIs', '10.5555/bread.1\nhttps://doi.org/10.5555/bread.2\ndoi: 10.5555/bread.3\n', 3],
  ['numbers of PubMed', '31000001\nPMID: 31000002\n', 2],
])('a list of %s and nothing else says what to import instead', (_, text, count) => {
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'identifiers-alone')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'identifiers-alone')?.seen).toContain(`${count} DOIs`);
});

test.each([
  ['<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim"><record/></collection>', 'MODS'],
  ['<mets xmlns="http://www.loc.gov/METS/"/>', 'MODS'],
  ['<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"/>', 'metadataPrefix=mods'],
  ['<?xml version="1.0"?>\n<other/>', 'RIS'],
  ['<?xml version="1.0"?>\n<CitaviExchangeData><References/></CitaviExchangeData>', 'Citavi'],
  ['<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>', 'Word'],
  ['<?xml version="1.0"?>\n<refworks><reference/></refworks>', 'RefWorks Tagged Format'],
  ['<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"/>', 'MODS'],
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

test('XML of an unknown root says how many records it seems to have', () => {
  const text = '<?xml version="1.0"?>\n<records><rec id="1"/><rec id="2"/><rec id="3"/></records>';
  expect(told(text, 'xml-of-no-known-kind')?.seen).toBe(
    'a file of XML whose root element is <records>; 3 of what looks like records',
  );
});

test.each([
  [
    'CSL in YAML',
    '---\nreferences:\n- id: vey\n  type: article-journal\n  author:\n  - family: Vey\n    given: Paula\n  title: Slow dough\n- id: roe\n  title: Rolls at night\n  DOI: 10.5555/2\n...\n',
  ],
  [
    'Hayagriva',
    'vey-2019:\n    type: Article\n    title: Slow dough\n    author: ["Vey, Paula"]\n    date: 2019\nroe-2020:\n    type: Article\n    title: Rolls at night\n    author: Roe, Kim\n    date: 2020\n',
  ],
])('references in YAML are no page and no labelled text: %s', (_, text) => {
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'yaml-of-references')?.seen).toBe('a file of YAML with 2 titles');
});

test.each([
  [
    'APA',
    'References\n\nDorn, F. (2018). Crusts and comfort. Crust Research, 2(1), 12–20. https://doi.org/10.5555/crust.12\nVey, P., & Roe, K. A. (2019). Slow dough and the worries of bakers. Bread Studies, 5(2), 83–98.\n',
  ],
  [
    'MLA',
    'Works Cited\n\nOstrander, Lu, and Franz Dorn. "Rolls at Night: A Study." Rolls, vol. 6, no. 1, 2020, pp. 1-9.\nVey, Paula, et al. "Slow Dough." Bread Studies, vol. 5, no. 2, 2019, pp. 83-98.\n',
  ],
  [
    'Vancouver, lines broken',
    '1. Ostrander L, Dorn F. Rolls at night: a qualitative study of two towns.\nRolls. 2020;6(1):1-9. doi:10.5555/rolls.1\n2. Vey P, Roe KA, et al. Slow dough and the worries of bakers. Bread\nStud. 2019;5(2):83-98.\n',
  ],
  [
    'ProQuest, brief',
    'Document 1 of 2\n\nSlow dough and the worries of bakers.\nVey, Paula; Roe, Kim A.. Bread Psychology; Washington Vol. 5, Iss. 2,  (Mar 2018): 83-98.\n\nDocument 2 of 2\n\nRolls at night.\nOstrander, Lu. Rolls; London Vol. 6, Iss. 1,  (Jun 2019): 1-9.\n',
  ],
  [
    'EBSCO, brief',
    '1. Slow dough and the worries of bakers.\nBy: Vey, Paula; Roe, Kim A. Bread Psychology. Mar2018, Vol. 5 Issue 2, p83-98. 16p. DOI: 10.5555/bread.2018.7.\nDatabase: Academic Search Premier\n\n2. Rolls at night.\nBy: Ostrander, Lu. Rolls. Jun2019, Vol. 6 Issue 1, p1-9. 9p.\nDatabase: Academic Search Premier\n',
  ],
])('a list of references in a citation style is told, with its number: %s', (_, text) => {
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'list-in-a-citation-style')).toMatchObject({ severity: 'warning' });
  expect(told(text, 'list-in-a-citation-style')?.seen).toMatch(/^2 references/u);
});

test('a table whose rows do not fit its head is no page', () => {
  const text =
    'Short title;Author;Title;Year;Periodical;Pages\nVey 2019;Vey, Paula; Roe, Kim;Slow dough;2019;Bread;83\nRoe;Roe, Kim; Dorn, F.; Veit, A.;Rolls;2020;Rolls;1\n';
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'table-not-read')?.seen).toContain('2 lines');
});

test('a table of numbers and abstracts alone is no page: each row is told, with what it holds', () => {
  const { reading, notices } = read(
    'id,abstract\n1,"Bakers worry, as all do."\n2,"Rolls are made at night, in two towns."\n',
  );
  expect(reading.drafts.map(({ abstracts }) => abstracts.length)).toEqual([1, 1]);
  expect(notices.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
    Array(2).fill('warning record-without-title'),
  );
  expect(notices[1]?.seen).toContain('Rolls are made at night');
});

test('a table of abstracts and nothing else is no page', () => {
  const text = 'abstract\n"Bakers worry, and slow dough lowers their worry."\n"Rolls rest at night."\n';
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'table-not-read')?.seen).toBe('a table of the one column abstract, with 2 rows');
});

test('a table of trials is no page: it names the columns that it has', () => {
  const text =
    'NCT Number,Study Title,Study URL,Acronym,Study Status\nNCT04000001,"Rolls, at night",https://example.org/,RAB,COMPLETED\n';
  expect(read(text).reading.drafts).toEqual([]);
  expect(told(text, 'table-not-read')?.seen).toContain('5 columns that are not those of references: NCT Number, Study');
});

test('a row with more cells than the head of a table is read and told', () => {
  const text =
    'PT\tAU\tTI\tSO\tPY\tVL\tDI\nJ\tVey, P\tSlow dough\tBread Studies\t2018\t5\t10.5555/7\t\t9\nJ\tRoe, K\tRolls\tRolls\t2019\t6\t10.5555/8\n';
  expect(read(text).reading.drafts.map(({ titles }) => titles[0]?.value.text)).toEqual(['Slow dough', 'Rolls']);
  expect(told(text, 'row-too-wide')).toBeDefined();
});
