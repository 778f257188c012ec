/** The schema of `content/site.yaml`: title, editors, criteria and address of a review. */

import { z } from 'zod';
import { partialDateSchema } from './date.ts';
import { paperIdSchema } from './paper.ts';
import { interfaceLanguages, inBothLanguages } from './language.ts';

/** A criterion of eligibility. Decisions in `content/screening.yaml` refer to it by its id. */
const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  text: inBothLanguages,
});
export type Criterion = z.infer<typeof criterionSchema>;

const editorSchema = z.strictObject({
  name: z.string().min(1),
  nameZh: z.string().min(1).optional(),
  affiliation: inBothLanguages.optional(),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'an ORCID, as in 0000-0002-1825-0097')
    .optional(),
});
export type Editor = z.infer<typeof editorSchema>;

/**
 * Scheme, host and optional port of a public site. The path is set by the base path, so nothing else is allowed here.
 */
export const originSchema = z.string().refine(
  (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  },
  { message: 'only scheme and host, such as https://example.org; a path is given as --base when the site is built' },
);

/** `content/site.yaml`: the identity of one review. No other file of the project contains any of it. */
export const siteSchema = z
  .strictObject({
    title: inBothLanguages,
    /** One or two words, for headers on narrow screens and for the installed site. */
    shortTitle: inBothLanguages,
    /** One sentence, for search engines and link previews. */
    description: inBothLanguages,
    /** The question that the review asks. */
    question: inBothLanguages,
    eligibility: z.strictObject({
      include: z.array(criterionSchema).min(1),
      exclude: z.array(criterionSchema).default([]),
    }),
    /** The people responsible for the review; where the list is empty, none are shown. */
    editors: z.array(editorSchema).default([]),
    /** The origin of the published site, without path, for canonical addresses and citations. */
    url: originSchema.default('http://localhost:4321'),
    /** The languages of the pages: English at `/`, and Chinese below `/zh/` unless the review is only in English. */
    languages: z
      .array(z.enum(interfaceLanguages))
      .refine((languages) => languages.includes('en') && new Set(languages).size === languages.length, {
        message: '[en, zh], or [en] for a review in English alone',
      })
      .default(['en', 'zh']),
    /** Where a reader reports what is wrong or in the way: a page or a mail address. */
    contact: z
      .string()
      .regex(/^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"@]+@[^\s<>"@]+)$/u, 'https://… or mailto:name@example.org')
      .optional(),
    /**
     * Where readers open an issue: `https://github.com/owner/repo/issues`. Links to its forms bring what is known, as
     * `.github/ISSUE_TEMPLATE/` names the fields.
     */
    issues: z
      .string()
      .regex(/^https:\/\/[^\s<>"?#]+$/u, 'https://…, without a query')
      .optional(),
    /**
     * Papers of which only the first sentences may be shown, by id, and journals with all their papers, by name,
     * abbreviation or ISSN. It holds for pages, source pages, exports, feeds and the search index.
     */
    excerptOnly: z
      .strictObject({ papers: z.array(paperIdSchema).default([]), journals: z.array(z.string().min(1)).default([]) })
      .default({ papers: [], journals: [] }),
    /** Capitals in the titles of references: as each style's manual has them, or as the title's source does. */
    titleCapitals: z.enum(['style', 'source']).default('style'),
    /**
     * Which files each paper has beside its pages: all, BibTeX with the record, or none. With none a theme has no files
     * either, references of papers come in three styles, papers are listed by year alone, and fewer names have a page.
     * The browser makes the others under the same buttons; the files of all papers have every format.
     */
    twins: z.enum(['all', 'bib', 'none']).default('all'),
    /** The pages of a paper's sources: in each language of the review, or only in its first language. */
    'source-pages': z.enum(['both', 'one']).default('both'),
    /** Who owns the abstracts and the prose, and what readers may do with them. */
    rights: inBothLanguages,
    /** The version of the collection, which is cited with every search and every export. */
    corpus: z.strictObject({ version: z.string().min(1), date: partialDateSchema }),
  })
  .refine(
    ({ eligibility }) => {
      const ids = [...eligibility.include, ...eligibility.exclude].map((criterion) => criterion.id);
      return new Set(ids).size === ids.length;
    },
    { path: ['eligibility'], message: 'two criteria have one id' },
  );
export type Site = z.infer<typeof siteSchema>;

/** Whether a site has no more files than it must: what another page or the browser can show has no file of its own. */
export const hasFewFiles = ({ twins }: Pick<Site, 'twins'>): boolean => twins === 'none';

/** The languages that the pages of sources are in. */
export const sourceLanguages = (site: Pick<Site, 'languages' | 'source-pages'>): Site['languages'] =>
  site['source-pages'] === 'one' ? site.languages.slice(0, 1) : site.languages;
