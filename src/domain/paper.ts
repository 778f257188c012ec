import { z } from 'zod';
import { conceptRefSchema } from './concept.ts';
import { partialDateSchema } from './date.ts';
import { doiSchema, issnSchema, pmcidSchema, pmidSchema, registrationSchema } from './identifiers.ts';
import { languageSchema } from './language.ts';
import { nameSchema } from './person.ts';
import { originSchema, ruleSchema, stated } from './place.ts';
import { markSchema } from './text.ts';

/** A paper's id: slug, URL, file name and citation key in one. */
export const paperIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id: small letters, digits and hyphens');

/**
 * `original`: the language the paper was written in, as far as the sources show. `translation`: the translator is not
 * stated. `machine-translation`: the page says so. `ours`: the reviewers' rendering.
 */
export const roleSchema = z.enum(['original', 'translation', 'machine-translation', 'ours']);
export type Role = z.infer<typeof roleSchema>;

const origins = z.array(originSchema).min(1);

export const titleSchema = z.strictObject({
  language: languageSchema,
  role: roleSchema,
  /** As written, markup taken out, one final full stop kept: `withoutFinalStop` is for display and citation. */
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  from: origins,
  /** What other sources write instead, in the same language and role. */
  others: z.array(z.strictObject({ text: z.string().min(1), from: origins })).optional(),
});
export type Title = z.infer<typeof titleSchema>;

export const sentenceSchema = z.strictObject({
  /** `sentenceAnchor(text)`; the second of two equal sentences of a paper bears `-2`. */
  anchor: z.string().regex(/^s-[0-9a-z]{8}(-\d+)?$/),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  from: origins,
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** One paragraph, or one item of a list: items that follow one another are one list. */
const blockSchema = z.strictObject({ as: z.enum(['paragraph', 'item']), sentences: z.array(sentenceSchema).min(1) });
export type Block = z.infer<typeof blockSchema>;

/** The parts of a structured abstract as PubMed's NlmCategory has them; `other` for a label of its own kind. */
export const sectionKindSchema = z.enum(['background', 'objective', 'methods', 'results', 'conclusions', 'other']);
export type SectionKind = z.infer<typeof sectionKindSchema>;

export const sectionSchema = z.strictObject({
  /** The label or heading as the page writes it, without its colon. */
  label: z.string().min(1).optional(),
  kind: sectionKindSchema.optional(),
  blocks: z.array(blockSchema).min(1),
});
export type Section = z.infer<typeof sectionSchema>;

export const abstractSchema = z.strictObject({
  language: languageSchema,
  role: roleSchema,
  sections: z.array(sectionSchema).min(1),
  from: origins,
  /** What other sources give instead, in the same language and role: whole, without sections. */
  others: z.array(z.strictObject({ text: z.string().min(1), from: origins })).optional(),
});
export type Abstract = z.infer<typeof abstractSchema>;

/** A practice digest of a paper: another publisher's words about it, never the paper's own. */
export const digestSchema = z.strictObject({
  language: languageSchema,
  /** The digest's own series or kind, as in "evidence snapshot", and who published it; by correction mostly. */
  kind: stated(z.string().min(1)).optional(),
  publisher: stated(z.string().min(1)).optional(),
  date: stated(partialDateSchema).optional(),
  url: stated(z.string()).optional(),
  /** What the digest says of its own scope, such as a LOCATION label: no study's setting. */
  scope: stated(z.string().min(1)).optional(),
  sections: z.array(sectionSchema).min(1),
  from: origins,
});
export type Digest = z.infer<typeof digestSchema>;

export const authorSchema = z.strictObject({
  name: nameSchema,
  /** Rule that cut the name into family and given; absent where a source or a person states them. */
  derived: ruleSchema.optional(),
  orcid: z.string().optional(),
  /** Indices into the paper's `affiliations`, where the page binds them. */
  affiliations: z.array(z.int().min(0)).optional(),
  from: origins,
});
export type Author = z.infer<typeof authorSchema>;

/** An affiliation as written; `parts` where one line names several institutions. */
export const affiliationSchema = z.strictObject({
  text: z.string().min(1),
  parts: z.array(z.string().min(1)).optional(),
  from: origins,
});

export const journalSchema = z.strictObject({
  /** Full name; absent where no source gives more than the abbreviation. */
  name: stated(z.string().min(1)).optional(),
  abbreviation: stated(z.string().min(1)).optional(),
  /** Its name in Chinese where a source gives one. */
  nameZh: stated(z.string().min(1)).optional(),
  issn: z.array(stated(issnSchema)).optional(),
  publisher: stated(z.string().min(1)).optional(),
});

/**
 * What a sentence of an abstract is for. `gap` is what is not known or not studied; `recommendation` is what others should do,
 * research apart.
 */
export const evidenceRoleSchema = z.enum(['background', 'aim', 'method', 'finding', 'recommendation', 'gap']);
export type EvidenceRole = z.infer<typeof evidenceRoleSchema>;

/** Why a paper bears a concept: sentences of the paper itself (or of its digest), or a person's decision. */
export const evidenceSchema = z.strictObject({
  in: z.enum(['title', 'abstract', 'digest', 'keyword', 'correction']),
  /** The sentence's anchor; absent for titles, keywords and decisions. */
  anchor: z.string().optional(),
  language: languageSchema.optional(),
  /** Of a sentence: what it is for, by rule. */
  role: evidenceRoleSchema.optional(),
  /** A person's decision says so. */
  roleBy: z.literal('correction').optional(),
  /** The words that matched, as written. */
  words: z.string().optional(),
  from: origins.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const taggedSchema = z.strictObject({ concept: conceptRefSchema, evidence: z.array(evidenceSchema).min(1) });

/** How much a study rests on: "20 studies" of a review, "16 participants" of an interview study. */
const sampleSchema = z.strictObject({
  of: z.enum(['studies', 'participants']),
  count: stated(z.int().min(1)),
});

/** What became of a paper after it was published or after it entered this review. */
const statusSchema = z.strictObject({
  kind: z.enum(['retracted', 'corrected', 'expression-of-concern', 'withdrawn-from-review']),
  note: z.string().optional(),
  date: partialDateSchema.optional(),
  from: origins,
});

export const paperSourceSchema = z.strictObject({
  file: z.string().min(1),
  /** Which record of a file that holds many, from 1. */
  record: z.int().min(1).optional(),
  format: z.string().min(1),
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: z.string().length(64),
  /** From the sidecar `FILE.meta.yaml`, where there is one. */
  url: z.string().optional(),
  retrieved: partialDateSchema.optional(),
  /** Why this source is taken to be about this paper, where several are: `same-doi`, `same-title-and-year`, … */
  joined: z.strictObject({ rule: ruleSchema, detail: z.string() }).optional(),
});

/** Another paper of the review that a reader of this one wants, and why. Both papers name each other. */
const relatedSchema = z.strictObject({ id: paperIdSchema, shared: z.array(conceptRefSchema).min(1) });

/** A paper as the review holds it: the agreed, valid record. Every value knows what it rests on. */
export const paperSchema = z.strictObject({
  id: paperIdSchema,
  /** The item type of CSL 1.0.2. */
  type: stated(
    z.enum(['article-journal', 'chapter', 'book', 'thesis', 'report', 'paper-conference', 'webpage', 'article']),
  ),
  language: stated(languageSchema).optional(),
  titles: z.array(titleSchema),
  authors: z.array(authorSchema),
  affiliations: z.array(affiliationSchema),
  journal: journalSchema.optional(),
  /** The issue's date; absent for an article that is online only so far. */
  issued: stated(partialDateSchema).optional(),
  /** The date of online publication. */
  online: stated(partialDateSchema).optional(),
  volume: stated(z.string().min(1)).optional(),
  issue: stated(z.string().min(1)).optional(),
  /** First and last page as "114-129", or one page. */
  pages: stated(z.string().min(1)).optional(),
  /** The number that an article bears instead of pages: "102469", "e17204". */
  articleNumber: stated(z.string().min(1)).optional(),
  doi: stated(doiSchema).optional(),
  pmid: stated(pmidSchema).optional(),
  pmcid: stated(pmcidSchema).optional(),
  arxiv: stated(z.string().min(1)).optional(),
  registrations: z.array(stated(registrationSchema)),
  /** An address of the free full text: open access is yes or unknown, never no. */
  openAccess: stated(z.string()).optional(),
  /** The page of the paper, or of the digest of it, where a source or its sidecar states one. */
  url: stated(z.string()).optional(),
  keywords: z.array(z.strictObject({ language: languageSchema, text: z.string().min(1), from: origins })),
  abstracts: z.array(abstractSchema),
  digest: digestSchema.optional(),
  concepts: z.array(taggedSchema),
  samples: z.array(sampleSchema),
  status: z.array(statusSchema),
  /** The same as one source says that the paper was not made from: shown as such. Absent where none does. */
  statusClaims: z.array(statusSchema).optional(),
  related: z.array(relatedSchema),
  sources: z.array(paperSourceSchema).min(1),
  /** Lines of its sources that no rule could read; the source page shows them as such. */
  unclassified: z.int().min(0),
});
export type Paper = z.infer<typeof paperSchema>;

/** The date a paper is cited and sorted by: the issue's, else the online date. */
export const citedDate = (paper: Pick<Paper, 'issued' | 'online'>): string | undefined =>
  paper.issued?.value ?? paper.online?.value;

/** Taken out of the review: such a paper keeps its address, and stands in no list. */
export const isWithdrawn = (paper: Pick<Paper, 'status'>): boolean =>
  paper.status.some(({ kind }) => kind === 'withdrawn-from-review');

/** The original title, else the first that a person made; a machine's title only where there is no other. */
export function mainTitle(paper: Pick<Paper, 'titles'>): Title | undefined {
  const rank: Record<Role, number> = { original: 0, translation: 1, ours: 2, 'machine-translation': 3 };
  return [...paper.titles].sort((a, b) => rank[a.role] - rank[b.role])[0];
}
