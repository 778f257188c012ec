/** A summary of the site for language models, after the proposal of llmstxt.org: a title, a summary, lists of links. */

import type { APIRoute } from 'astro';
import { libraryFormats } from '#citations/index';
import { review } from '../site/review.ts';
import { absolute, file, page, paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const { site, papers, themes } = await review();
  const link = (name: string, address: string, says: string): string =>
    `- [${name.replace(/[[\]\\]/g, '\\$&')}](${absolute(address)}): ${says}`;
  const lines = [
    `# ${site.title.en}`,
    '',
    `> ${site.description.en}`,
    '',
    site.question.en,
    '',
    `${papers.length} papers, corpus version ${site.corpus.version} of ${site.corpus.date}. ${site.rights.en}`,
    '',
    '## Themes',
    '',
    ...themes.map(({ id, prefLabel, scopeNote }) => link(prefLabel.en, page('en', paths.theme(id)), scopeNote.en)),
    '',
    '## The whole review as data',
    '',
    ...libraryFormats[site.twins].map(({ extension, title }) =>
      link(`library.${extension}`, file(`library.${extension}`), `every paper as ${title.en}`),
    ),
    '',
    '## How it was made',
    '',
    link('Method', page('en', paths.method), 'how sources were read, and what became of each'),
    link(
      'Papers',
      page('en', paths.papers),
      'each paper with its abstracts, its record and the line each value was read from',
    ),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
