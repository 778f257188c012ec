/** Astro's collections: the files of the content, each with the schema that checks it. */

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { vocabularyFileSchema } from '#domain/concept';
import { paperSchema } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { prosePageSchema, themeSchema } from '#domain/theme';

const contentFolder = process.env.REVIEW_CONTENT ?? 'content';

/** Files below a folder of the content; the id of an entry is its path without extension. */
const files = (folder: string, pattern: string | string[]) =>
  glob({
    base: folder ? `${contentFolder}/${folder}` : contentFolder,
    pattern,
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });

/**
 * Astro puts the data of a collection into the site's program, which a build keeps for the next: so the files that every
 * import may change are read by src/site/review.ts. The live site watches them, and shows a page again when one changes.
 */
const watched = {
  papers: defineCollection({ loader: files('papers', '*.json'), schema: paperSchema.transform(({ id }) => ({ id })) }),
  vocabulary: defineCollection({ loader: files('vocabulary', '*.[yY]?([aA])[mM][lL]'), schema: vocabularyFileSchema }),
  site: defineCollection({ loader: files('', 'site.yaml'), schema: siteSchema }),
};

export const collections = {
  ...(process.env.REVIEW_PROGRAM === undefined ? watched : {}),
  /** `interpreters/en`, `interpreters/zh`. */
  themes: defineCollection({ loader: files('themes', '*/*.mdx'), schema: themeSchema }),
  /** `about/en`, `method/zh`. */
  prose: defineCollection({ loader: files('', ['about/*.mdx', 'method/*.mdx']), schema: prosePageSchema }),
};
