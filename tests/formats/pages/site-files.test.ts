/** Site files: their lines and labels, and pages that are read by them. */

import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { formatsWith } from '../../../scripts/formats/index.ts';
import { fitsLine, pastLabel } from '../../../scripts/formats/pages/sites/line-pattern.ts';
import { fitsSite, hostOf, siteSchema, type Site } from '../../../scripts/formats/pages/sites/site-file.ts';
import { account } from '../../../scripts/pipeline/ledger/account.ts';
import { draft } from '../../../scripts/pipeline/read/draft.ts';
import { flatReading } from '../../../scripts/pipeline/read/flat-reading.ts';

const siteOf = (file: object): Site => ({
  ...siteSchema.parse({ title: { en: 'A', zh: '甲' }, ...file }),
  name: 'ravenholt',
});

describe('a line of a site file', () => {
  test.each([
    ['阅读：#…', '阅读: 31 次', true],
    ['阅读：#…', '阅读全文', false],
    ['Kept under #', 'KEPT  UNDER 1,201', true],
    ['…by…of care', 'Sent by the House of Care', true],
    ['…by…of care', 'Sent by the House of Caring', false],
    ['ab…ab', 'ab', false],
  ])('%s fits %s: %s', (pattern, line, is) => expect(fitsLine(pattern, line)).toBe(is));

  test.each([
    ['Came out in', 'Came out in: Letters on Ward Life', 13],
    ['刊名', '刊名：护理杂志', 3],
    ['刊名', '【刊名】护理杂志', undefined],
    ['Came', 'Camera work', undefined],
  ])('the value behind the label %s on %s begins at %s', (label, line, at) => expect(pastLabel(label, line)).toBe(at));

  test('of blanks alone is not valid, nor a value with two places', () => {
    const of = (more: object) =>
      siteSchema.safeParse({ title: { en: 'A', zh: '甲' }, fits: { hosts: ['a.org'] }, ...more }).success;
    expect(of({})).toBe(true);
    expect(of({ furniture: [' … '] })).toBe(false);
    expect(of({ values: [{ field: 'journal', label: 'In', line: 2 }] })).toBe(false);
    expect(of({ values: [{ field: 'nonsense', label: 'In' }] })).toBe(false);
    expect(of({ fits: {} })).toBe(false);
  });
});

const page = `Ravenholt Repository
What Night Nurses Say of Trust
Ana Berg and Carl Dahl
Came out in: Letters on Ward Life
Our readers liked this
What it says
Twelve night nurses were asked about trust. They spoke of time more than of method, and of handovers.
Trust was lost where nobody wrote.
Number 1201
`;
const ravenholt = siteOf({
  fits: { lines: ['Ravenholt Repository', 'Number #'] },
  values: [
    { field: 'title', below: 'Ravenholt Repository' },
    { field: 'authors', under: 'title' },
    { field: 'journal', label: 'Came out in' },
    { field: 'abstract', below: 'What it says' },
  ],
  furniture: ['Our readers liked this', 'Number #'],
});

describe('a page of a site that was taught', () => {
  const source = sourceText('page.txt', page);
  const { format, reading } = draft(source, formatsWith([ravenholt]));

  test('is read by the places of its site file, and its values are sure', () => {
    expect(flatReading('page.txt', format, reading)).toMatchObject({
      format: 'ravenholt',
      title: 'What Night Nurses Say of Trust',
      authors: ['Ana Berg', 'Carl Dahl'],
      journal: 'Letters on Ward Life',
      issue: null,
      abstract: expect.stringMatching(/^Twelve night nurses.*nobody wrote\.$/u) as string,
    });
    expect(reading.toCheck).toEqual([]);
  });

  test.each(['Counted: 31', 'Abstract', 'Search'])(
    'takes the line %s, which is the site’s own, for no value',
    (own) => {
      const site = siteOf({ fits: { lines: ['Counted: #'] }, values: [{ field: 'title', line: 1 }] });
      const text = `${own}\n\nCounted: 7\n\nTwelve night nurses were asked about trust. They spoke of time more than of method.\n`;
      const read = draft(sourceText('a.txt', text), formatsWith([site]));
      expect(read.format).toBe('ravenholt');
      expect(read.reading.drafts[0]?.titles[0]?.value.text).not.toBe(own);
    },
  );

  test('names the site file in what it claims and states, and counts each character once', () => {
    const rules = reading.claims.flatMap(({ at, outcome }) =>
      outcome.kind === 'furniture' ? [`${at.line} ${outcome.rule}`] : [],
    );
    expect(rules).toEqual(
      expect.arrayContaining(['1 site-ravenholt', '4 site-ravenholt', '5 site-ravenholt', '9 site-ravenholt']),
    );
    expect(reading.drafts[0]?.journal?.derived).toBe('site-ravenholt');
    expect(account(source, reading).notices).toEqual([]);
  });

  test('of text with a host in its sidecar or among its first lines, or a saved page, is known by the host', () => {
    const site = siteOf({ fits: { hosts: ['ravenholt.example'] }, furniture: ['Our readers liked this'] });
    const html =
      '<!doctype html><html><head><link rel="canonical" href="https://www.ravenholt.example/1"></head><body></body></html>';
    expect(fitsSite(site, { ...source, url: 'https://papers.ravenholt.example/9' })).toBe(true);
    expect(fitsSite(site, sourceText('b.txt', `URL: https://ravenholt.example/2\n${page}`))).toBe(true);
    expect(fitsSite(site, sourceText('b.html', html))).toBe(true);
    expect(hostOf(sourceText('b.html', '<link href="https://www.ravenholt.example/1" rel="canonical">'))).toBe(
      'ravenholt.example',
    );
    expect(fitsSite(site, source)).toBe(false);
    expect(hostOf(sourceText('c.txt', `https://doi.org/10.5555/1\n${page}`))).toBeUndefined();
  });

  test('gives way to a file of records, and its saved page keeps the reader of saved pages', () => {
    const ris = sourceText('a.ris', 'TY  - JOUR\nTI  - A title of a paper\nER  - \nRavenholt Repository\nNumber 5\n');
    const html = sourceText(
      'a.html',
      `<!doctype html><html><body>${page
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('\n')}</body></html>`,
    );
    const formats = formatsWith([{ ...ravenholt, fits: { hosts: [], lines: [], words: ['Ravenholt Repository'] } }]);
    expect(draft(ris, formats).format).toBe('ris');
    const read = draft(html, formats);
    expect(read.format).toBe('saved-html');
    expect(read.reading.drafts[0]?.journal).toMatchObject({ value: 'Letters on Ward Life', derived: 'site-ravenholt' });
  });
});
