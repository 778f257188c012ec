import type { APIRoute, GetStaticPaths } from 'astro';
import { citedIn } from '#citations/cited-in';
import { toCsl } from '#citations/csl';
import type { Paper } from '#domain/paper';
import { referencesOf } from '../../site/references/index.ts';
import { namesakeKey } from '../../site/references/list.ts';
import { review } from '../../site/review.ts';

/**
 * A paper's references in every style, as text and marks, with the key that shows which works a list must distinguish.
 * The basket uses them.
 */
export const getStaticPaths = (async () =>
  (await review()).all.map((paper) => ({ params: { id: paper.id }, props: { paper } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ paper: Paper }> = ({ props: { paper } }) => {
  const [usual = {}, zh] = citedIn(paper).map(({ item }) =>
    Object.fromEntries(
      referencesOf(item).map(({ style, reference, capitals }) => [
        style.id,
        { ...reference, ...(capitals ? { capitals } : {}) },
      ]),
    ),
  );
  const references = {
    namesake: namesakeKey(toCsl(paper)),
    styles: usual,
    ...(zh ? { zh } : {}),
    ...(!paper.doi && paper.url ? { webOnly: true } : {}),
  };
  return new Response(JSON.stringify(references), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
