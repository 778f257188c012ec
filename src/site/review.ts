/** The review, read once in a build from Astro's collections. */

import { getCollection, getEntry } from 'astro:content';
import { onceEach } from '#citations/once';
import { publishable } from '#domain/excerpt';
import type { Paper } from '#domain/paper';
import { contentText } from './content-folder.ts';
import { indexReview, type FacetConcept, type Review, type Tagged } from './index-review.ts';

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
    papers.flatMap(({ id }) => readPaper(id) ?? []).map((paper) => publishable(paper, site.data)),
    vocabulary.map((entry) => entry.data),
  );
}

/** A record that the collection has checked; nothing where an import has just removed it. */
function readPaper(id: string): Paper | undefined {
  const text = contentText(`papers/${id}.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Paper);
}

const noPapers: readonly Paper[] = [];
const papersIn = onceEach((tagged: readonly Tagged[]): readonly Paper[] => tagged.map(({ paper }) => paper));

/** The papers of a theme; the same array each time. */
export const papersOfTheme = ({ ref }: FacetConcept, { tagged }: Review): readonly Paper[] => {
  const found = tagged.get(ref);
  return found ? papersIn(found) : noPapers;
};

let cached: Promise<Review> | undefined;

/** The review. The live site reads it again for each page, so that a changed file shows at once. */
export const review = (): Promise<Review> => (import.meta.env.DEV ? load() : (cached ??= load()));
