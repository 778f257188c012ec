import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { readGeneral } from '../../../scripts/formats/pages/general.ts';
import { oddities, sureReasons } from '../../../scripts/formats/pages/sure-reasons.ts';
import { kindOf, knownOf } from '../../../scripts/formats/pages/sure-values.ts';
import { sureWeights } from '../../../scripts/formats/pages/sure.ts';
import { setByHand } from '../../../scripts/measure/fit-sure.ts';
import { shownChoices } from '../../../scripts/pipeline/read/why.ts';

const page = (...lines: readonly string[]): string =>
  [
    'Journal of Ward Nursing',
    'Volume 12, Issue 3, 2021, Pages 14-29',
    'Alliance behind locked doors: nurses on forensic wards',
    ...lines,
    'Abstract',
    'Nurses on forensic wards hold keys and listen to patients. We asked forty nurses how the alliance grows behind locked doors. Trust followed from small favours, and patients named nurses who explained the rules of the wards.',
  ].join('\n');

/** The reasons, and the oddities, that hold of a field on a page. */
function heldOf(text: string, field: string): string[] {
  const { page: read } = readGeneral(sourceText('page.txt', text));
  const kind = kindOf[field] ?? 'title';
  const known = knownOf(read, field, kind);
  return Object.entries({ ...sureReasons[kind], ...oddities[kind] })
    .filter(([, holds]) => Number(holds(known, undefined)) > 0)
    .map(([name]) => name);
}

test.each<[string, string, string, string]>([
  ['a label', 'authors', page('Authors: Ana Berg, Carl Dahl'), 'behind a label'],
  ['one name', 'authors', page('Ana Berg'), 'one name alone'],
  ['initials', 'authors', page('A Berg, C Dahl'), 'initials alone'],
  ['numbers beside a date', 'date', page('Ana Berg, Carl Dahl'), 'with numbers of the journal'],
  [
    'terms with marks',
    'keywords',
    page('Ana Berg, Carl Dahl', 'Keywords: alliance; [1] wards; nurses'),
    'with marks or numbers inside',
  ],
  [
    'headings of an index',
    'keywords',
    page('Ana Berg, Carl Dahl', 'Keywords: alliance; Humans; nurses'),
    'headings of an index',
  ],
  [
    'terms of another page',
    'keywords',
    page('Ana Berg, Carl Dahl', 'Keywords: alliance; terms of use; careers'),
    'terms that title and abstract do not have',
  ],
  ['capitals among other terms', 'keywords', page('Ana Berg, Carl Dahl', 'Keywords: alliance; HEALTH-CARE; nurses'), 'some in capitals'], // prettier-ignore
  ['a name that the title has', 'authors', page('Authors: Ana Berg, Alliance'), 'a word of the title or the abstract'],
])('%s is seen of %s', (_, field, text, reason) => {
  expect(heldOf(text, field)).toContain(reason);
});

test('names under no label, and more than one, have none of these against them', () => {
  const held = heldOf(page('Ana Berg, Carl Dahl'), 'authors');
  expect(held).not.toContain('behind a label');
  expect(held).not.toContain('one name alone');
  expect(held).not.toContain('a name of one word');
});

test('why a value is sure, or to check, is printed with its reasons', () => {
  const shown = shownChoices(sourceText('page.txt', page('Ana Berg, Carl Dahl', 'Keywords: alliance')));
  expect(shown).toMatch(/\nsure, or to check\n {2}sure {1,4}\d[\d.]* {2}title: \S.* \+\d/u);
  expect(shown).toMatch(/\n {2}check .* keywords: one alone -/u);
});

test('a weight that is set by hand is the one that is used', () => {
  for (const [kind, byHand] of Object.entries(setByHand))
    expect(sureWeights[kind as keyof typeof setByHand]).toMatchObject(byHand);
});
