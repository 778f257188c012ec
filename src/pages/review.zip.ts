/** The whole review as data in one file: records, vocabulary, decisions, ledger, exports. */

import type { APIRoute } from 'astro';
import { citationFormats } from '#citations/index';
import { contentText } from '../site/content-folder.ts';
import { review } from '../site/review.ts';
import { vocabularyGraph } from '../site/skos.ts';
import { absolute, file, page, paths } from '../site/urls.ts';
import { zipOf } from '../site/zip.ts';

/** The exports in it; every other format can be made of these, and the records are in it one by one. */
const exported = ['csl-json', 'ris', 'bibtex', 'csv'];
/** Decisions of people that hold no text of a paper. */
const decisions = ['screening.yaml', 'findings.yaml', 'prisma.yaml', 'ids.yaml'];

const readme = (title: string, version: string, date: string, rights: string, names: readonly string[]): string =>
  [
    `${title}, version ${version} of ${date}`,
    absolute(page('en', paths.home)),
    '',
    rights,
    '',
    'papers/       a record of each paper, as src/domain/paper.ts describes it; every value says where it was read',
    'vocabulary.jsonld   the concepts, as SKOS',
    'ledger.json   what became of each stretch of each source',
    ...names.filter((name) => /\.ya?ml$/u.test(name)).map((name) => `${name}   decisions of the reviewers`),
    'library.*     all papers in formats of reference managers and spreadsheets',
    '',
  ].join('\n');

/** Equal reviews give equal bytes: every file has the date of the corpus. */
export const GET: APIRoute = async () => {
  const { site, papers, facets } = await review();
  const { version, date } = site.corpus;
  const address = (theme?: string): string =>
    absolute(theme === undefined ? file('vocabulary.jsonld') : page('en', paths.theme(theme)));
  // What waits for a decision repeats texts of papers, some of which may be shown only in part.
  const { pending: _, ...ledger } = JSON.parse(contentText('ledger.json') ?? '{}') as Record<string, unknown>;
  const texts: Record<string, string> = {
    'vocabulary.jsonld': `${JSON.stringify(vocabularyGraph([...facets.values()], site, address), undefined, 1)}\n`,
    'ledger.json': `${JSON.stringify(ledger)}\n`,
  };
  for (const paper of papers) texts[`papers/${paper.id}.json`] = `${JSON.stringify(paper, undefined, 1)}\n`;
  for (const format of citationFormats)
    if (exported.includes(format.name)) texts[`library.${format.extension}`] = format.write(papers, {});
  for (const name of decisions) {
    const text = contentText(name);
    if (text !== undefined) texts[name] = text;
  }
  texts['README.txt'] = readme(site.title.en, version, date, site.rights.en, Object.keys(texts));
  const inOrder = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = zipOf(
    inOrder.map(([name, text]) => [name, Buffer.from(text)] as const),
    date,
  );
  return new Response(bytes, { headers: { 'content-type': 'application/zip' } });
};
