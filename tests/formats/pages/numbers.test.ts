import { expect, test } from 'vitest';
import { stateJournal } from '../../../scripts/formats/pages/numbers.ts';
import type { Line } from '../../../scripts/formats/pages/page.ts';
import { pageOf } from '../support.ts';

/** What a page writes where a journal's name belongs, and the name that is stated: in full, abbreviated, Chinese. */
test.each<[string, 'journal' | 'journalAbbreviation' | 'journalZh' | 'none', string?]>([
  ['Psychotherapy Research', 'journal', 'Psychotherapy Research'],
  ['Clin Psychol Rev.', 'journalAbbreviation', 'Clin Psychol Rev'],
  ['Soc. Sci. Med.', 'journalAbbreviation', 'Soc. Sci. Med.'],
  ['心理科学进展', 'journalZh', '心理科学进展'],
  ['心 理 科 学', 'journalZh', '心理科学'],
  ['《中国心理卫生杂志》', 'journalZh', '中国心理卫生杂志'],
  ['《Psychotherapy Research》', 'journal', 'Psychotherapy Research'],
  // A path names the journal last.
  ['首页 > 期刊导航 > 中国心理卫生杂志', 'journalZh', '中国心理卫生杂志'],
  ['Home › Journals › Psychotherapy Research ›', 'journal', 'Psychotherapy Research'],
  ['医药卫生 » 中华精神科杂志 »', 'journalZh', '中华精神科杂志'],
  // Marks of the indexes that list it.
  ['中国心理卫生杂志 ISTIC PKU CSSCI', 'journalZh', '中国心理卫生杂志'],
  ['中华精神科杂志 北大核心 CSCD', 'journalZh', '中华精神科杂志'],
  ['Psychotherapy Research, ISSN 1050-3307', 'journal', 'Psychotherapy Research'],
  // The next label or the volume, glued to it.
  ['Psychotherapy Research年份:2020', 'journal', 'Psychotherapy Research'],
  ['Psychotherapy ResearchVolume 33', 'journal', 'Psychotherapy Research'],
  ['Psychotherapy Research影响因子:3.8', 'journal', 'Psychotherapy Research'],
  ['Psychotherapy Research,', 'journal', 'Psychotherapy Research'],
  // Servers of preprints are not journals, and neither are buttons and labels.
  ['PsyArXiv', 'none'],
  ['Research Square', 'none'],
  ['Download PDF', 'none'],
  ['Keywords', 'none'],
])('%s: %s %s', (text, field, value) => {
  const page = pageOf(text);
  stateJournal(page, (page.lines[0] as Line).traced, 'label');
  const { journal, journalAbbreviation, journalZh } = page.draft;
  expect([journal?.value, journalAbbreviation?.value, journalZh?.value]).toEqual([
    field === 'journal' ? value : undefined,
    field === 'journalAbbreviation' ? value : undefined,
    field === 'journalZh' ? value : undefined,
  ]);
});
