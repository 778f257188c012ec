import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { ris } from '../../scripts/formats/references/ris.ts';

const book = (...lines: string[]) =>
  ris.read(sourceText('a.ris', ['TY  - BOOK', 'TI  - A book', 'AU  - Doe, Jane', ...lines, 'ER  - ', ''].join('\n')))
    .drafts[0];

test.each([
  ['2', '2'],
  ['2nd ed.', '2'],
  ['Second edition', '2'],
  ['第2版', '2'],
  ['第三版', '3'],
  ['2nd, revised edition', '2nd, revised edition'],
])('the edition %s is %s', (written, edition) => {
  expect(book(`ET  - ${written}`)?.edition?.value).toBe(edition);
});

test.each([
  ['978-0-306-40615-7', ['9780306406157']],
  ['0-306-40615-2 (print); 978-0-306-40615-7', ['0306406152', '9780306406157']],
  ['978-0-306-40615-8', undefined],
  ['0000000000', undefined],
])('the ISBN of %s', (written, isbn) => {
  expect(book(`SN  - ${written}`)?.isbn?.map(({ value }) => value)).toEqual(isbn);
});

test('editors, place and publisher are fields of a book, and a note says that it was retracted', () => {
  const draft = book(
    'A3  - Roe, Richard',
    'CY  - London',
    'PB  - Harbour Press',
    'N1  - Retracted. J Affect Disord. 2015 Jun;178(1):221. doi: 10.5555/jad.221',
  );
  expect(draft?.editors?.[0]?.value.name).toMatchObject({ family: 'Roe', given: 'Richard' });
  expect(draft?.publisherPlace?.value).toBe('London');
  expect(draft?.status?.value).toBe('retracted');
  expect(draft?.doi).toBeUndefined();
  expect(draft?.retractedIn?.value).toEqual({
    container: 'J Affect Disord',
    date: '2015-06',
    volume: '178',
    issue: '1',
    pages: '221',
    doi: '10.5555/jad.221',
  });
});
