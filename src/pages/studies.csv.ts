/** The table of studies as a file for spreadsheets, in English, with the address of each study's page. */

import type { APIRoute } from 'astro';
import { csvText } from '#citations/csv';
import { mainTitle } from '#domain/paper';
import { withoutFinalStop } from '#domain/text';
import { review } from '../site/review.ts';
import { shortName } from '../site/say.ts';
import { studyColumns } from '../site/studies.ts';
import { words } from '../site/strings/index.ts';
import { absolute, page, paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const all = await review();
  const t = words('en');
  const columns = studyColumns(all, 'en');
  const rows = all.papers.map((paper) => [
    paper.id,
    shortName(paper, 'en', t('common.noDate')),
    withoutFinalStop(mainTitle(paper)?.text ?? ''),
    ...columns.map(({ values }) =>
      values(paper)
        .map(({ text }) => text)
        .join('; '),
    ),
    t('studies.notAppraised'),
    absolute(page('en', paths.paper(paper.id))),
  ]);
  const head = [
    'id',
    t('map.paper'),
    t('paper.title'),
    ...columns.map(({ name }) => name),
    t('studies.appraisal'),
    'url',
  ];
  return new Response(csvText([head, ...rows]), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
