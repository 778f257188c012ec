/** The papers of a theme as an Atom feed. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { lastChanges, stepsOfReview } from '../../../site/changes.ts';
import { atomResponse } from '../../../site/feed.ts';
import { review, type FacetConcept } from '../../../site/review.ts';
import { paths } from '../../../site/urls.ts';

export const getStaticPaths = (async () =>
  (await review()).themes.map((theme) => ({ params: { id: theme.id }, props: { theme } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ theme: FacetConcept }> = async ({ props: { theme } }) => {
  const all = await review();
  const { site, tagged } = all;
  const { of, withdrawn } = lastChanges(stepsOfReview(all));
  const facts = {
    title: `${theme.prefLabel.en} · ${site.title.en}`,
    subtitle: theme.scopeNote.en,
    lang: 'en',
  } as const;
  return atomResponse(
    { ...facts, path: paths.theme(theme.id), file: `themes/${theme.id}/feed.xml`, updated: site.corpus.date },
    (tagged.get(theme.ref) ?? []).map(({ paper }) => paper),
    { of, withdrawn: withdrawn.filter(({ themes }) => themes.includes(theme.id)) },
  );
};
