import { describe, expect, test } from 'vitest';
import { chooseTitle } from '../../../scripts/formats/pages/title-choice.ts';
import { canBeTitle, titleCandidates, titleSight } from '../../../scripts/formats/pages/titles.ts';
import { committed } from '../../../scripts/formats/pages/weigh.ts';
import type { Line } from '../../../scripts/formats/pages/page.ts';
import { pageOf, readCase } from '../support.ts';

test.each<[string, boolean]>([
  ['Trust and alliance on forensic wards', true],
  ['精神科护士与患者的治疗联盟', true],
  ['Who stays, who leaves? Attrition in group therapy', true],
  // People in a row are authors; a word of sentences between them makes a title.
  ['Anna Freud, Carl Rogers, Melanie Klein, Donald Winnicott', false],
  ['Anna Freud in London, Carl Rogers, Melanie Klein, Donald Winnicott', true],
  ['Department of Psychology, University of Oslo, Norway', false],
  ['University of Oslo', false],
  ['Download full-text PDF', false],
  ['Received: 4 May 2020 / Accepted: 5 June 2020', false],
  ['Psychotherapy Research, Volume 33, Issue 4, 2023', false],
  ['https://doi.org/10.5555/x.1', false],
  ['Clin Psychol Rev', false],
  [
    'We met thirty clients. They spoke of trust, of fear, and of what a month of silence had done to the two of them since then.',
    false,
  ],
])('%s can be a title: %s', (text, expected) => {
  const page = pageOf(text);
  expect(canBeTitle(page, page.lines[0] as Line)).toBe(expected);
});

/** The line that is taken for the title of a page with such an abstract. */
const titleOf = (prose: string, ...lines: readonly string[]): string | undefined => {
  const page = pageOf(...lines);
  const candidates = titleCandidates(page, lines.length);
  const sight = titleSight(page, candidates, { prose, zones: [], end: lines.length });
  return chooseTitle(sight, candidates, committed.title).title?.text;
};

describe('of several lines that can be titles', () => {
  const prose =
    'Nurses on forensic wards hold keys and listen to patients. We asked forty nurses how the alliance grows behind locked doors. Trust followed from small favours, and patients named nurses who explained the rules of the wards.';

  test('the one that speaks of what the abstract speaks of', () => {
    expect(
      titleOf(
        prose,
        'Discover what our members are reading today',
        'Alliance behind locked doors: nurses on forensic wards',
      ),
    ).toBe('Alliance behind locked doors: nurses on forensic wards');
    expect(
      titleOf(
        prose,
        'Alliance behind locked doors: nurses on forensic wards',
        'Discover what our members are reading today',
      ),
    ).toBe('Alliance behind locked doors: nurses on forensic wards');
  });

  test('none of the abstract’s words in common weighs more than the first place', () => {
    expect(
      titleOf(
        prose,
        'Healthy ageing through better housing',
        'Keys, favours and patients: how wards explain their rules',
      ),
    ).toBe('Keys, favours and patients: how wards explain their rules');
  });

  test('a sentence of the abstract that stands alone has no such points', () => {
    const sentence = 'We asked forty nurses how the alliance grows behind locked doors';
    expect(titleOf(prose, 'Alliance on forensic wards: what nurses say', sentence)).toBe(
      'Alliance on forensic wards: what nurses say',
    );
  });

  test('an abstract in another script says nothing of a title', () => {
    const chinese =
      '目的探讨精神科护士与住院患者之间治疗联盟的形成过程。方法对四十名护士进行访谈。结果信任来自日常的小事，患者更愿意向解释规则的护士求助。';
    expect(
      titleOf(
        chinese,
        'Alliance behind locked doors: nurses speak',
        'Ana Berg, Carl Dahl',
        'Discover what our members are reading today',
      ),
    ).toBe('Alliance behind locked doors: nurses speak');
  });

  test('the one that a reference on the page names', () => {
    expect(
      titleOf(
        '',
        'Welcome to the pages of the institute',
        'A quiet year on the ward: notes of a nurse',
        'Berg, A., & Dahl, B. (2020). A quiet year on the ward: notes of a nurse. Psychotherapy, 56(3), 391-402.',
      ),
    ).toBe('A quiet year on the ward: notes of a nurse');
  });

  test('a journal’s name above its numbers is none', () => {
    expect(
      titleOf(
        '',
        'South African Journal of Clinical Psychiatry',
        'Volume 28, Issue 6',
        'Listening late: alliance in old age',
      ),
    ).toBe('Listening late: alliance in old age');
  });
});

test('a title below the heading “Journal” is that of the journal', () => {
  const { draft } = readCase(
    'page.txt',
    [
      'Trust between nurses and patients on night wards',
      'Author(s): Maria Lopez, John Smith',
      'Abstract',
      'Nurses on night wards meet patients when hardly anybody else is there. We watched how trust begins between them.',
      'Journal',
      'Title: Letters on Ward Life',
      'Publisher: Winter Press',
    ].join('\n'),
  );
  expect(draft.titles.map(({ value }) => value.text)).toEqual(['Trust between nurses and patients on night wards']);
});
