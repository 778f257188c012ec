import { expect, test } from 'vitest';
import type { Draft } from '#domain/draft';
import { sourceText } from '#domain/source';
import { ris } from '../../scripts/formats/references/ris.ts';
import { stateValue } from '../../scripts/formats/pages/state.ts';
import type { PageMeaning } from '../../scripts/formats/pages/meaning.ts';
import { pageOf } from './support.ts';

const inReferences = (tag: string, ...values: string[]): Draft | undefined =>
  ris.read(
    sourceText('a.ris', `TY  - JOUR\nTI  - A title\n${values.map((it) => `${tag}  - ${it}\n`).join('')}ER  - \n`),
  ).drafts[0];

function onPage(means: PageMeaning, ...values: string[]): Draft {
  const page = pageOf(values.join('\n'));
  for (const line of page.lines) stateValue(page, means, line.traced, { by: 'record' });
  return page.draft;
}

/** A value as files of references and records of pages state it: it is the same by either door. */
test.each<[string, PageMeaning, string, keyof Draft, string]>([
  ['VL', 'volume', '第12卷', 'volume', '12'],
  ['VL', 'volume', '12–13', 'volume', '12-13'],
  ['IS', 'issue', 'Issue 4', 'issue', '4'],
  ['SP', 'pages', '155-63', 'pages', '155-163'],
  ['PB', 'publisher', 'Harbour Press', 'publisher', 'Harbour Press'],
  ['DO', 'doi', 'Published as https://doi.org/10.5555/abc', 'doi', '10.5555/abc'],
])('%s and %s: %s', (tag, means, value, field, expected) => {
  expect([inReferences(tag, value)?.[field], onPage(means, value)[field]]).toMatchObject([
    { value: expected },
    { value: expected },
  ]);
});

test('a term in another case or with other hyphens is one keyword, and has the language of its script', () => {
  const text = 'self-compassion; Self Compassion; 치료 동맹';
  const kept = [
    { text: 'self-compassion', language: 'en' },
    { text: '치료 동맹', language: 'ko' },
  ];
  for (const draft of [inReferences('KW', text), onPage('keywords', text)])
    expect(draft?.keywords.map(({ value }) => value)).toEqual(kept);
});

test.each<[string[], object[]]>([
  [
    ['Berg, Ana', 'Dahl, Bo'],
    [{ family: 'Berg', given: 'Ana' }, { family: 'Dahl' }],
  ],
  [['Berg, Ana; Dahl, Bo'], [{ written: 'Berg, Ana' }, { written: 'Dahl, Bo' }]],
  [['Ana Berg, Bo Dahl, Cy Eng'], [{ family: 'Berg' }, { family: 'Dahl' }, { family: 'Eng' }]],
  [['Ana Berg and Bo Dahl'], [{ family: 'Berg' }, { family: 'Dahl' }]],
  [['Berg, Ana (ana@example.org)'], [{ written: 'Berg, Ana', given: 'Ana' }]],
  [['Berg, Ana, Jr.'], [{ family: 'Berg', suffix: 'Jr.' }]],
  [['van der Plas Geertje; Quimby Rachel A.'], [{ family: 'Plas', particle: 'van der' }, { family: 'Quimby' }]],
  [['Kim Min-jung'], [{ family: 'Kim', given: 'Min-jung' }]],
  [['Haruka IGARASHI; Nguyen Thi LAN'], [{ family: 'IGARASHI' }, { family: 'LAN' }]],
  [['王小明；李娜'], [{ family: '王', given: '小明' }, { family: '李' }]],
  [['Anonymous'], []],
  [['[No authors listed]'], []],
  [['Berg, Ana', 'et al.'], [{ family: 'Berg' }]],
])('the authors %j', (values, names) => {
  const namesOf = (draft?: Draft) => draft?.authors.map(({ value }) => value.name);
  expect([namesOf(inReferences('AU', ...values)), namesOf(onPage('author', ...values))]).toMatchObject([names, names]);
});

test('an ORCID beside a name is that author’s', () => {
  const text = 'Berg, Ana (ORCID: 0000-0002-1825-0097)';
  for (const draft of [inReferences('AU', text), onPage('author', text)])
    expect(draft?.authors.map(({ value }) => [value.name.family, value.orcid])).toEqual([
      ['Berg', '0000-0002-1825-0097'],
    ]);
});

test('an address is without the mark before it, and is one where it is said again in capitals', () => {
  const lines = ['1 Lund University, Lund, Sweden', 'LUND UNIVERSITY, Lund, Sweden.', 'eHealth Unit, Oslo, Norway'];
  const kept = ['Lund University, Lund, Sweden', 'eHealth Unit, Oslo, Norway'];
  for (const draft of [inReferences('AD', ...lines), onPage('affiliation', ...lines)])
    expect(draft?.affiliations.map(({ value }) => value.text)).toEqual(kept);
});

test('an editor who is named twice is one', () => {
  expect(onPage('editor', 'Roe, Richard; Roe, Richard').editors?.map(({ value }) => value.name.family)).toEqual([
    'Roe',
  ]);
});
