import { getCollection, getEntry } from 'astro:content';
import type { Paper } from '#domain/paper';
import { contentText } from './content-folder.ts';
import { indexReview, type Review } from './index-review.ts';

export type { FacetConcept, Review, Tagged } from './index-review.ts';

async function load(): Promise<Review> {
  const [papers, vocabulary, site] = await Promise.all([
    getCollection('papers'),
    getCollection('vocabulary'),
    getEntry('site', 'site'),
  ]);
  if (!site) throw new Error('content/site.yaml is missing, or not as src/domain/site.ts describes it');
  return indexReview(
    site.data,
    papers.flatMap(({ id }) => readPaper(id) ?? []),
    vocabulary.map((entry) => entry.data),
  );
}

/** A record that the collection has checked; nothing where an import has just removed it. */
function readPaper(id: string): Paper | undefined {
  const text = contentText(`papers/${id}.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Paper);
}

let cached: Promise<Review> | undefined;

/** The review. The live site reads it again for each page, so that a changed file shows at once. */
export const review = (): Promise<Review> => (import.meta.env.DEV ? load() : (cached ??= load()));
