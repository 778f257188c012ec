/** What a page prints around a paper's values and a glance shows to be none of them. */

import { expect, test } from 'vitest';
import { faultOf, type Possible } from '../../../scripts/formats/pages/impossible.ts';
import { readCase } from '../support.ts';

test.each<[Possible, string, string]>([
  ['title', 'Close cookie message', 'what a site asks of its reader'],
  ['title', 'Please enter a term of three letters', 'what a site asks of its reader'],
  ['title', 'This journal can use cookies', 'what a site asks of its reader'],
  ['title', '0% found this document useful (0 votes)', 'what a site asks of its reader'],
  ['title', 'container_issue | 4 container_title | Journal of Bread', 'marks of a program'],
  ['authors', 'Indicates Co-Senior Authorship', 'a note on names'],
  ['authors', '审校', 'a note on names'],
  ['title', '跳转到主要内容', 'words of a site'],
  ['title', '>Psychological Medicine Reports', 'marks of a program'],
  ['title', 'Home > Theses > Masters > Trust on night wards', 'steps of a path'],
  ['authors', '来源：', 'words of a site'],
  ['authors', '方法', 'a heading or a label'],
  ['authors', 'c', 'one letter'],
  ['authors', 'M. Sc', 'a degree, or initials alone'],
  ['authors', 'Ch.B.', 'a degree, or initials alone'],
  ['authors', 'Berg 2021', 'a number'],
  ['authors', 'Trust is a word', 'a sentence'],
  ['authors', 'BY-NC LicenseCC', 'a licence, or where something is from'],
  ['title', 'A few words are enough to get started. If you need more, use the tips below.', 'sentences to its reader'],
  ['keywords', 'therapeutic al…', 'cut short'],
  ['keywords', 'Bitte loggen Sie sich ein', 'what a site asks of its reader'],
  ['journal', 'Your email address', 'what a site asks of its reader'],
  ['journal', 'Search within this journal', 'words of a site'],
  ['journal', 'Record 4471223', 'a long number'],
  ['keywords', 'Keywords', 'a label'],
  ['keywords', 'https://example.org/alliance', 'an address of the web'],
  ['affiliation', 'undefined', 'marks of a program'],
  [
    'abstract',
    'Berg, A. (2011). Trust. Dahl, C. (2012). Hope. Kim, E. (2013). Ward. Li, F. (2014). Night.',
    'references',
  ],
  ['year', '1066', 'before 1800, or far ahead'],
  ['volume', '371298', 'more than a number'],
  ['pages', '912-120', 'the last before the first'],
])('no %s is %s', (kind, text, fault) => {
  expect(faultOf(kind, text)).toBe(fault);
});

test.each<[Possible, string]>([
  ['authors', 'Li N.'],
  ['authors', 'Matthew DeLaCroix 3rd'],
  ['authors', 'COVID-19 Study Group'],
  ['keywords', 'privacy'],
  ['keywords', 'cookies'],
  ['title', 'Please stay with me: therapists on the last session with clients who were suicidal'],
  ['journal', 'Journal of Who We Are'],
  ['pages', '417-23'],
  ['pages', 'e120-e9'],
])('a %s may be %s', (kind, text) => {
  expect(faultOf(kind, text)).toBeUndefined();
});

test('a page takes none of them, and leaves them where they are', () => {
  const { draft, reading } = readCase(
    'page.txt',
    [
      'Close cookie message',
      'Trust between nurses and patients on night wards: an ethnographic study',
      'Authors: Berg, Ana a; c | Dahl, Carl b',
      'Journal: Your email address',
      'Volume: 3712988',
      'Abstract: Nurses on night wards meet patients when hardly anybody else is there. We watched how trust begins between them, over two winters and on three wards.',
    ].join('\n'),
  );
  expect(draft.titles.map(({ value }) => value.text)).toEqual([
    'Trust between nurses and patients on night wards: an ethnographic study',
  ]);
  expect(draft.authors.map(({ value }) => value.name.family)).toEqual(['Berg', 'Dahl']);
  expect([draft.journal, draft.volume]).toEqual([undefined, undefined]);
  expect(reading.claims.every(({ outcome }) => outcome.kind !== 'copy')).toBe(true);
});
