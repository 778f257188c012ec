import { z } from 'zod';
import { partialDateSchema } from './date.ts';
import { interfaceLanguages } from './language.ts';

const both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** A criterion of eligibility; decisions in `content/screening.yaml` name it by its id. */
const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  text: both,
});
export type Criterion = z.infer<typeof criterionSchema>;

const editorSchema = z.strictObject({
  name: z.string().min(1),
  nameZh: z.string().min(1).optional(),
  affiliation: both.optional(),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'an ORCID, as in 0000-0002-1825-0097')
    .optional(),
});
export type Editor = z.infer<typeof editorSchema>;

/** Scheme and host of a public site, and its port where it has one: a path is the base path, and nothing else belongs here. */
export const originSchema = z.string().refine(
  (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  },
  { message: 'scheme and host alone, such as https://example.org; a path is given as --base when the site is built' },
);

/** `content/site.yaml`: the identity of one review. Nothing of it stands anywhere else in the project. */
export const siteSchema = z
  .strictObject({
    title: both,
    /** A word or two, for headers on narrow screens and for the installed site. */
    shortTitle: both,
    /** One sentence, for search engines and link previews. */
    description: both,
    /** The question that the review asks. */
    question: both,
    eligibility: z.strictObject({
      include: z.array(criterionSchema).min(1),
      exclude: z.array(criterionSchema).default([]),
    }),
    /** Those who answer for the review; may be empty, and is then not shown. */
    editors: z.array(editorSchema).default([]),
    /** Origin of the published site, without path: canonical addresses and citations are made from it. */
    url: originSchema.default('http://localhost:4321'),
    /** The languages of the interface; the first stands at `/`. */
    languages: z.array(z.enum(interfaceLanguages)).min(1).default(['en', 'zh']),
    /** Whose the abstracts and the prose are, and what readers may do with them. */
    rights: both,
    /** The state of the collection: cited with every search and every export. */
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
