import { expect, test } from 'vitest';
import { readCitationLine } from '../../../scripts/formats/pages/citations.ts';
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

test.each([
  ['Cadernos de Portas, Rio Novo, v. 3, n. 1, p. 5-9, 2011', 'Cadernos de Portas'],
  ['Portas, Saúde e Ruas, [S. l.], v. 3, n. 1, p. 5-9, 2011', 'Portas, Saúde e Ruas'],
  // What is behind the comma is of the name where no volume follows as Brazilian references write it, or where it is no town.
  ['Doors, Towns, 2011, vol. 3, no. 1, pp. 5-9', 'Doors, Towns'],
  ['Portas, Reflexão e Crítica, v. 3, n. 1, p. 5-9, 2011', 'Portas, Reflexão e Crítica'],
])('%s: a town is no part of the journal', (text, journal) => {
  const page = pageOf(text);
  readCitationLine(page, (page.lines[0] as Line).traced, true);
  expect(page.draft.journal?.value).toBe(journal);
});
