/** The vocabulary as SKOS in JSON-LD, for other programs. */

import type { APIRoute } from 'astro';
import { review } from '../site/review.ts';
import { vocabularyGraph } from '../site/skos.ts';
import { absolute, file, page, paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const { site, facets } = await review();
  const address = (theme?: string): string =>
    absolute(theme === undefined ? file('vocabulary.jsonld') : page('en', paths.theme(theme)));
  return new Response(`${JSON.stringify(vocabularyGraph([...facets.values()], site, address), undefined, 1)}\n`, {
    headers: { 'content-type': 'application/ld+json; charset=utf-8' },
  });
};
