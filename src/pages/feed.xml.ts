import type { APIRoute } from 'astro';
import { atomResponse } from '../site/feed.ts';
import { review } from '../site/review.ts';
import { paths } from '../site/urls.ts';

/** The papers of the review as an Atom feed. */
export const GET: APIRoute = async () => {
  const { site, papers } = await review();
  const facts = { title: site.title.en, subtitle: site.description.en, lang: 'en', path: paths.papers } as const;
  return atomResponse({ ...facts, file: 'feed.xml', updated: site.corpus.date }, papers);
};
