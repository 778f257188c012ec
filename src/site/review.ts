/** The review, read once in a build from its folder. */

import { parse } from 'yaml';
import { vocabularyFileSchema } from '#domain/concept';
import { publishable } from '#domain/excerpt';
import type { Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { contentFiles, contentText } from './content-folder.ts';
import { indexReview, type Review } from './index-review.ts';
import { viewReview } from './review-slice.ts';

export type { FacetConcept, Review, Tagged } from './index-review.ts';

/** Reads the review; the audit has checked it before any page is made. */
function load(): Review {
  const site = siteSchema.parse(parse(contentText('site.yaml') ?? ''));
  const papers = contentFiles('papers', /^[^/]+\.json$/u)
    .flatMap((name) => readPaper(name) ?? [])
    .map((paper) => publishable(paper, site));
  const vocabulary = contentFiles('vocabulary', /^[^/]+\.ya?ml$/iu).map((name) =>
    vocabularyFileSchema.parse(parse(contentText(`vocabulary/${name}`) ?? '')),
  );
  return viewReview(indexReview(site, papers, vocabulary));
}

/** The record in a file; `undefined` if an import has just removed it. */
function readPaper(name: string): Paper | undefined {
  const text = contentText(`papers/${name}`);
  return text === undefined ? undefined : (JSON.parse(text) as Paper);
}

let cached: Review | undefined;

/** The review. The live site reads it again for each page, so that a changed file shows at once. */
export const review = (): Promise<Review> =>
  new Promise((resolve) => {
    resolve(import.meta.env.DEV ? load() : (cached ??= load()));
  });
