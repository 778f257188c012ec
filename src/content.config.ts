import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { vocabularyFileSchema } from '#domain/concept';
import { paperSchema } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { prosePageSchema, themeSchema } from '#domain/theme';

const contentFolder = process.env.REVIEW_CONTENT ?? 'content';

/** Files below a folder of the content; an entry's id is its path without extension, as written. */
const files = (folder: string, pattern: string | string[]) =>
  glob({
    base: folder ? `${contentFolder}/${folder}` : contentFolder,
    pattern,
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });

export const collections = {
  // Astro puts what a collection holds into the site's program, some of it several times over: of thousands of papers it
  // checks every record and holds the name, and src/site/review.ts reads the files, once.
  papers: defineCollection({ loader: files('papers', '*.json'), schema: paperSchema.transform(({ id }) => ({ id })) }),
  vocabulary: defineCollection({ loader: files('vocabulary', '*.[yY]?([aA])[mM][lL]'), schema: vocabularyFileSchema }),
  site: defineCollection({ loader: files('', 'site.yaml'), schema: siteSchema }),
  /** `interpreters/en`, `interpreters/zh`. */
  themes: defineCollection({ loader: files('themes', '*/*.mdx'), schema: themeSchema }),
  /** `about/en`, `method/zh`. */
  prose: defineCollection({ loader: files('', ['about/*.mdx', 'method/*.mdx']), schema: prosePageSchema }),
};
