import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { general } from '../../../scripts/formats/index.ts';
import { lineOf } from '../../../scripts/pipeline/read/line.ts';

const read = (...lines: readonly string[]) => {
  const source = sourceText('page.txt', lines.join('\n'));
  return lineOf('page.txt', general.name, general.read(source));
};

const menu = ['Abstract', 'References', 'Authors'];
const front = [
  'Alliance on forensic wards: what nurses say',
  'Ana Berg, Bo Dahl',
  'Psychotherapy Research, 33(4), 391-402',
];
const references = ['References', '1. Ek C. Listening late. Psychotherapy. 2019;56(3):391-402.'];

test('a menu that names the references does not end a page without an abstract', () => {
  expect(read('Institute', ...menu, ...front, ...references)).toMatchObject({
    title: 'Alliance on forensic wards: what nurses say',
    authors: ['Ana Berg', 'Bo Dahl'],
    volume: '33',
  });
});

test('references end it: nothing below them is the paper’s own', () => {
  expect(read('Institute of Psychotherapy', ...references, ...front)).toMatchObject({ authors: null });
});

test('terms on a line each below the abstract are keywords whose heading was lost', () => {
  const abstract = [
    'Abstract',
    'We asked forty nurses how the alliance grows behind locked doors, and what they lose when a patient moves on to another ward without a word of warning.',
  ];
  expect(read(...front, ...abstract, 'forensic wards', 'nursing', 'therapeutic alliance')).toMatchObject({
    keywords: ['forensic wards', 'nursing', 'therapeutic alliance'],
  });
  expect(read(...front, ...abstract, 'Refugee Asylum seeker Therapeutic alliance PTSD', ...references)).toMatchObject({
    keywords: ['Refugee', 'Asylum seeker', 'Therapeutic alliance', 'PTSD'],
  });
});
