/** The review, read once in a build from its folder. */

import { parse } from 'yaml';
import { vocabularyFileSchema } from '#domain/concept';
import { publishable } from '#domain/excerpt';
import type { Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { contentFiles, contentText } from './content-folder.ts';
import { indexReview, type Review } from './index-review.ts';
import { haveChanged, untilChanged } from './live-files.ts';
import { viewReview } from './review-slice.ts';

export type { FacetConcept, Review, Tagged } from './index-review.ts';

const readSite = (path: string) => siteSchema.parse(parse(contentText(path) ?? ''));
const readTerms = (path: string) => vocabularyFileSchema.parse(parse(contentText(path) ?? ''));
/** The record in a file; none if an import has just removed it. */
const readPaper = (path: string): Paper[] => {
  const text = contentText(path);
  return text === undefined ? [] : [JSON.parse(text) as Paper];
};

const sitePath = 'site.yaml';
const paperPaths = () => contentFiles('papers', /^[^/]+\.json$/u).map((name) => `papers/${name}`);
const termPaths = () => contentFiles('vocabulary', /^[^/]+\.ya?ml$/iu).map((name) => `vocabulary/${name}`);

/** Reads the review; the audit has checked it before any page is made. */
function load(): Review {
  const read = import.meta.env.DEV ? untilChanged : <T>(path: string, reader: (path: string) => T) => reader(path);
  const site = read(sitePath, readSite);
  const papers = paperPaths()
    .flatMap((path) => read(path, readPaper))
    .map((paper) => publishable(paper, site));
  return viewReview(
    indexReview(
      site,
      papers,
      termPaths().map((path) => read(path, readTerms)),
    ),
  );
}

let cached: Review | undefined;

/** The review. The live site makes it again when one of its files has changed, so that a change shows at once. */
export const review = (): Promise<Review> =>
  new Promise((resolve) => {
    if (import.meta.env.DEV && haveChanged(() => [sitePath, ...paperPaths(), ...termPaths()])) cached = undefined;
    resolve((cached ??= load()));
  });

/**
 * A record that the paths of a page came with, as it is now: the live site makes the paths again half a second after a
 * change, and reads the review at once. A build has the same record.
 */
export const recordNow = async (paper: Paper): Promise<Paper> =>
  import.meta.env.DEV ? ((await review()).paper.get(paper.id) ?? paper) : paper;
