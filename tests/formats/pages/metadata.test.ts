/** Where a saved page states its paper in `citation_*` metadata, nothing around the text adds authors or keywords. */

import { expect, test } from 'vitest';
import { readCase } from '../support.ts';

const title = '<h1>Trust between nurses and patients on night wards</h1>';
const abstract =
  '<h2>Abstract</h2><p>Nurses on night wards meet patients when hardly anybody else is there. We watched how trust between nurses and patients begins, over two winters and on three wards, and asked both what had made it possible.</p>';

/** A saved page with metadata and this in its body. */
function read(body: string, stated: Record<string, string[]>): { authors: string[]; keywords: string[] } {
  const metas = Object.entries({
    citation_title: ['Trust between nurses and patients on night wards'],
    citation_journal_title: ['Letters on Ward Life'],
    citation_publication_date: ['2021/04/12'],
    ...stated,
  }).flatMap(([name, values]) => values.map((value) => `<meta name="${name}" content="${value}">`));
  const { draft } = readCase(
    'page.html',
    `<!DOCTYPE html><html><head><title>Trust</title>${metas.join('\n')}</head><body>${body}</body></html>`,
  );
  return {
    authors: draft.authors.map(({ value }) => value.name.written),
    keywords: draft.keywords.map(({ value }) => value.text),
  };
}

const hostile: [string, string][] = [
  ['a menu of names', `<ul><li>Maria Lopez</li><li>John Smith</li><li>Anna Kowalska</li></ul>${title}${abstract}`],
  ['editors and reviewers', `${title}<p>Edited by</p><p>Maria Lopez, John Smith</p><p>Reviewed by</p><p>Anna Kowalska, Peter Novak</p>${abstract}`], // prettier-ignore
  ['a filter of authors', `${title}${abstract}<h3>Authors</h3><ul><li>Maria Lopez (12)</li><li>John Smith (9)</li></ul>`], // prettier-ignore
  ['a form with a label', `<p>Author: Maria Lopez, John Smith</p>${title}${abstract}<p>Author: Carlos Ruiz</p>`],
  ['related articles', `${title}${abstract}<h2>People also read</h2><p>Sleep and trust</p><p>Anna Kowalska, Peter Novak</p>`], // prettier-ignore
  ['Chinese names', `<ul><li>王小明</li><li>李华</li></ul>${title}<p>张伟，刘洋，陈静</p>${abstract}`],
  ['a menu of keywords', `<p>Keywords: oncology; surgery; cardiology</p>${title}${abstract}<p>psychology; psychiatry; trust; nurses</p>`], // prettier-ignore
  ['tags', `${title}${abstract}<p>trust</p><p>nurses</p><p>wards</p><p>patients</p><h3>Topics</h3><p>Subjects: Mental health; Nursing</p><ul><li>#trust</li><li>#nurses</li></ul>`], // prettier-ignore
];

test.each(hostile)('beside one author and keywords: %s', (_, body) => {
  expect(read(body, { citation_author: ['Berg, Ana'], citation_keywords: ['night shift; trust'] })).toEqual({
    authors: ['Berg, Ana'],
    keywords: ['night shift', 'trust'],
  });
});

test.each(hostile)('beside two authors: %s', (_, body) => {
  expect(read(body, { citation_author: ['Berg, Ana', 'Dahl, Carl'] }).authors).toEqual(['Berg, Ana', 'Dahl, Carl']);
});

test.each(['nav', 'aside', 'footer', 'form'])('in a %s, where metadata name neither authors nor keywords', (tag) => {
  const menu = `<${tag}><p>Maria Lopez, John Smith</p><p>Author: Carlos Ruiz</p><p>Keywords: oncology; surgery</p></${tag}>`;
  for (const body of [`${menu}${title}${abstract}`, `${title}${menu}${abstract}`, `${title}${abstract}${menu}`])
    expect(read(body, {})).toEqual({ authors: [], keywords: [] });
});

test('the page’s own are read where metadata do not have them, from its own text alone', () => {
  const body = `${title}<p>Ana Berg, Carl Dahl</p>${abstract}<p>Keywords: night shift; trust</p><p>psychology; psychiatry; trust; nurses</p>`;
  expect(read(body, {})).toEqual({ authors: ['Ana Berg', 'Carl Dahl'], keywords: ['night shift', 'trust'] });
});
