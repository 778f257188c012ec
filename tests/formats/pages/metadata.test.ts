/** Where a saved page states its paper in `citation_*` metadata, nothing around the text adds authors or keywords. */

import { expect, test } from 'vitest';
import { flatReading, type FlatReading } from '../../../scripts/pipeline/read/flat-reading.ts';
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

/** A saved page with this head, and nothing or this in its body. */
const flat = (head: string, body = ''): FlatReading => {
  const { reading } = readCase('page.html', `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
  return flatReading('page.html', 'saved-html', reading);
};
const tags = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n');

const inEnglish =
  'Nurses on night wards meet patients when hardly anybody else is there. We watched how trust begins over two winters and on three wards, and asked both what had made it possible.';
const inChinese =
  '夜班护士与患者相遇时，身边几乎没有别人。我们在三个病区观察了两个冬天，记录信任如何开始，并询问双方是什么让信任成为可能。';

test('title and abstract are read once for each language, and the first DOI among identifiers of other kinds', () => {
  const read = flat(
    tags([
      ['DC.Title', 'Trust between nurses and patients on night wards'],
      ['DC.Title.Alternative', '夜班病区护士与患者之间的信任'],
      ['DC.Creator.PersonalName', 'Ana Berg'],
      ['DC.Description', inEnglish],
      ['DC.Description', inChinese],
      ['DC.Identifier', 'https://hdl.handle.net/1234/567'],
      ['DC.Identifier', '10.5555/wards.2021.7'],
      ['DC.Source', 'Letters on Ward Life'],
    ]),
    '<p>Skip to main content</p>',
  );
  expect(read).toMatchObject({
    title: 'Trust between nurses and patients on night wards',
    title_zh: '夜班病区护士与患者之间的信任',
    abstract: inEnglish,
    abstract_zh: inChinese,
    doi: '10.5555/wards.2021.7',
  });
});

const article = [
  ['citation_title', 'Trust between nurses and patients on night wards'],
  ['citation_author', 'Berg, Ana'],
  ['citation_journal_title', 'Nights &amp;amp; Wards'],
  ['citation_publication_date', '2021/04/12'],
  ['citation_volume', '3'],
  ['citation_doi', '10.5555/wards.2021.7'],
] as const;

test('a tag that was escaped twice is read, and the journal that it names is sure', () => {
  const read = flat(tags(article), '<h1>Trust between nurses and patients on night wards</h1>');
  expect(read.journal).toBe('Nights & Wards');
  expect(read.to_check).not.toContain('journal');
});

test('a page that its scripts would fill is read by its metadata', () => {
  const read = flat(tags(article), '<noscript>Please enable JavaScript.</noscript><div id="app"></div>');
  expect(read).toMatchObject({ title: 'Trust between nurses and patients on night wards', authors: ['Ana Berg'] });
});

test('schema.org’s DOI as a property value, and its title in another language', () => {
  const record = {
    '@type': 'ScholarlyArticle',
    headline: '夜班病区护士与患者之间的信任',
    alternativeHeadline: 'Trust between nurses and patients on night wards',
    author: [{ '@type': 'Person', name: '安小贝' }],
    datePublished: '2021-04',
    identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.5555/wards.2021.7' },
    abstract: inChinese,
  };
  const read = flat(`<script type="application/ld+json">${JSON.stringify(record)}</script>`, '<p>首页</p>');
  expect(read).toMatchObject({
    title: 'Trust between nurses and patients on night wards',
    title_zh: '夜班病区护士与患者之间的信任',
    doi: '10.5555/wards.2021.7',
  });
});

test('what schema.org calls another headline in the same language is no title', () => {
  const record = {
    '@type': 'ScholarlyArticle',
    headline: 'Trust between nurses and patients on night wards',
    alternativeHeadline: 'What the night shift knows about being believed',
    author: [{ '@type': 'Person', name: 'Ana Berg' }],
    datePublished: '2021-04',
  };
  const { draft } = readCase(
    'page.html',
    `<!DOCTYPE html><html><head><script type="application/ld+json">${JSON.stringify(record)}</script></head><body><p>Home</p></body></html>`,
  );
  expect(draft.titles.map(({ value }) => value.text)).toEqual(['Trust between nurses and patients on night wards']);
});
