import { expect, test } from 'vitest';
import type { Draft } from '#domain/draft';
import { sourceText } from '#domain/source';
import { ris } from '../../scripts/formats/references/ris.ts';
import { stateValue } from '../../scripts/formats/pages/state.ts';
import type { PageMeaning } from '../../scripts/formats/pages/meaning.ts';
import type { Line } from '../../scripts/formats/pages/page.ts';
import { pageOf } from './support.ts';

const inReferences = (tag: string, value: string): Draft | undefined =>
  ris.read(sourceText('a.ris', `TY  - JOUR\nTI  - A title\n${tag}  - ${value}\nER  - \n`)).drafts[0];

function onPage(means: PageMeaning, value: string): Draft {
  const page = pageOf(value);
  stateValue(page, means, (page.lines[0] as Line).traced, { by: 'record' });
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

test('an editor who is named twice is one', () => {
  expect(onPage('editor', 'Roe, Richard; Roe, Richard').editors?.map(({ value }) => value.name.family)).toEqual([
    'Roe',
  ]);
});
