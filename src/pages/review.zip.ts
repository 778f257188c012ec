/** The whole review as data in one file: records, vocabulary, decisions, ledger, exports. */

import type { APIRoute } from 'astro';
import { contentText } from '../site/content-folder.ts';
import { ledgerText } from '../site/ledger.ts';
import { papersAsData, type Held } from '../site/papers-as-data.ts';
import { review, type Review } from '../site/review.ts';
import { vocabularyGraph } from '../site/skos.ts';
import { absolute, file, page, paths } from '../site/urls.ts';
import { zipOf } from '../site/zip.ts';

/** Decisions of people that hold no text of a paper. */
const decisions = ['screening.yaml', 'findings.yaml', 'prisma.yaml', 'ids.yaml'];

const record = 'as src/domain/paper.ts describes it; every value says where it was read';
const formats = 'all papers in formats of reference managers and spreadsheets';
/** What the file has of the papers, and where the rest is. */
const papersSaid: Readonly<Record<Held, readonly string[]>> = {
  exports: [`papers/       a record of each paper, ${record}`, `library.*     ${formats}`],
  records: [`papers.jsonl  a line for each paper with its record, ${record}`, `${formats}: files of the site`],
  nothing: ['the records of all papers: files of the site', `${formats}: files of the site`],
};

const readme = ({ title, corpus, rights }: Review['site'], names: readonly string[], held: Held): string =>
  [
    `${title.en}, version ${corpus.version} of ${corpus.date}`,
    absolute(page('en', paths.home)),
    '',
    rights.en,
    '',
    ...papersSaid[held],
    'vocabulary.jsonld   the concepts, as SKOS',
    'ledger.json   what became of each stretch of each source',
    ...names.filter((name) => /\.ya?ml$/u.test(name)).map((name) => `${name}   decisions of the reviewers`),
    ...(held === 'exports' ? [] : [`The files of the site: ${absolute(page('en', paths.papers))}`]),
    '',
  ].join('\n');

/** Equal reviews give equal bytes: every file has the date of the corpus. */
export const GET: APIRoute = async () => {
  const { site, papers, facets } = await review();
  const address = (theme?: string): string =>
    absolute(theme === undefined ? file('vocabulary.jsonld') : page('en', paths.theme(theme)));
  const { files, held } = papersAsData(papers);
  const graph = vocabularyGraph([...facets.values()], site, address);
  files.push(['vocabulary.jsonld', [`${JSON.stringify(graph)}\n`]], ['ledger.json', ledgerText()]);
  for (const name of decisions) {
    const text = contentText(name);
    if (text !== undefined) files.push([name, [text]]);
  }
  const names = files.map(([name]) => name);
  files.push(['README.txt', [readme(site, names, held)]]);
  const bytes = await zipOf(
    files.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    site.corpus.date,
  );
  return new Response(bytes, { headers: { 'content-type': 'application/zip' } });
};
