/**
 * The table of studies as a file for spreadsheets, in English, with the address of each study's page. Numbers that are
 * not surely the size of a study are in a column of their own, as the words of the abstract.
 */

import type { APIRoute } from 'astro';
import { csvText } from '#citations/csv';
import { mainTitle } from '#domain/paper';
import { withoutFinalStop } from '#domain/text';
import { review } from '../site/review.ts';
import { shortName } from '../site/display.ts';
import { studyColumns, type StudyValue } from '../site/studies.ts';
import { words } from '../site/strings/index.ts';
import { absolute, page, paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const all = await review();
  const t = words('en');
  const columns = studyColumns(all, 'en');
  const rows = all.papers.map((paper) => {
    const read = columns.map(({ name, values }) => ({ name, values: values(paper) }));
    const of = (values: readonly StudyValue[]): string => values.map(({ text }) => text).join('; ');
    return [
      paper.id,
      shortName(paper, 'en', t('common.noDate')),
      withoutFinalStop(mainTitle(paper)?.text ?? ''),
      ...read.map(({ values }) => of(values.filter(({ unsure }) => !unsure))),
      (paper.numbersStated ?? []).map(({ words: text }) => text).join(' | '),
      of(read.flatMap(({ name, values }) => (values.some(({ byPerson }) => byPerson) ? [{ text: name }] : []))),
      t('studies.notAppraised'),
      absolute(page('en', paths.paper(paper.id))),
    ];
  });
  const head = [
    'id',
    t('map.paper'),
    t('paper.title'),
    ...columns.map(({ name, unchecked }) => (unchecked ? `${name} (${t('studies.unchecked')})` : name)),
    t('studies.numbersStated'),
    t('studies.byPerson'),
    t('studies.appraisal'),
    'url',
  ];
  return new Response(csvText([head, ...rows]), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
