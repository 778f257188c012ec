/** The schema of an essay's front matter in `content/themes/`, and of other pages of prose. */

import { z } from 'zod';
import { partialDateSchema } from './date.ts';

/** A date. YAML reads an unquoted `2026-11-21` as a date and a quoted one as text; both are accepted. */
const dateInYaml = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.valueOf()) ? value.toISOString().slice(0, 10) : value),
  partialDateSchema,
);

/** Words of a notice that lead to a page or call a number: `https:` and `tel:`, and no other address. */
const helpLinkSchema = z.strictObject({
  words: z.string().min(1),
  href: z.string().regex(/^(?:https:\/\/[^\s<>"]+|tel:\+?[\d-]+)$/u, 'https://… or tel: with digits, as in tel:12356'),
});

/** A notice of where help is found, shown above everything else. A link loads nothing until somebody follows it. */
export const helpSchema = z
  .strictObject({
    heading: z.string().min(1),
    /** A paragraph each. */
    text: z.array(z.string().min(1)).min(1),
    /** Words of the paragraphs that are links, wherever they are. */
    links: z.array(helpLinkSchema).default([]),
  })
  .refine(({ text, links }) => links.every(({ words }) => text.some((paragraph) => paragraph.includes(words))), {
    path: ['links'],
    message: 'the words of a link that are in no paragraph',
  });
export type Help = z.infer<typeof helpSchema>;

/** What an essay rests on; readers see it at the top. */
const basisSchema = z.strictObject({
  /** How much of each paper was read. */
  read: z.enum(['abstracts', 'full-texts']).default('abstracts'),
  /** Whether the quality of the studies was appraised. */
  appraised: z.boolean().default(false),
});
export type Basis = z.infer<typeof basisSchema>;

/**
 * A heading, as inline MDX: a name; after a colon, a statement, which must say what it rests on like every sentence.
 */
const titleSchema = z.string().min(1).max(2000);
/** One to three sentences for lists, feeds and search results, as inline MDX. */
const summarySchema = z.string().min(1).max(4000);

/**
 * The front matter of `content/themes/<id>/{en,zh}.mdx`. `<id>` is a concept of `content/vocabulary/themes.yaml`, which
 * has the theme's name, definition, hue and related themes.
 */
export const themeSchema = z.strictObject({
  title: titleSchema,
  summary: summarySchema,
  updated: dateInYaml,
  basis: basisSchema.prefault({}),
  help: helpSchema.optional(),
});
export type Theme = z.infer<typeof themeSchema>;

/** The front matter of prose pages such as `content/about/{en,zh}.mdx` and `content/method/{en,zh}.mdx`. */
export const prosePageSchema = z.strictObject({
  title: titleSchema,
  summary: summarySchema,
  updated: dateInYaml.optional(),
});
export type ProsePage = z.infer<typeof prosePageSchema>;
