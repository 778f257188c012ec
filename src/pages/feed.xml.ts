/** The papers of the review as an Atom feed. */

import type { APIRoute } from 'astro';
import { lastChanges, stepsOfReview } from '../site/changes.ts';
import { atomResponse } from '../site/feed.ts';
import { review } from '../site/review.ts';
import { paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const all = await review();
  const { site, papers } = all;
  const facts = { title: site.title.en, subtitle: site.description.en, lang: 'en', path: paths.papers } as const;
  const history = lastChanges(stepsOfReview(all));
  return atomResponse({ ...facts, file: 'feed.xml', updated: site.corpus.date }, papers, history);
};
