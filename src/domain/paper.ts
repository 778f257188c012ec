/** The schema of a paper: the agreed record in `content/papers/<id>.json`. */

import { z } from 'zod';
import { conceptRefSchema } from './concept.ts';
import { dateSpanSchema, partialDateSchema } from './date.ts';
import { doiSchema, isbnSchema, issnSchema, pmcidSchema, pmidSchema, registrationSchema } from './identifiers.ts';
import { languageSchema } from './language.ts';
import { nameSchema } from './person.ts';
import { originSchema, ruleSchema, stated, type Stated } from './place.ts';
import { mainOf, roles } from './role.ts';
import { markSchema } from './text.ts';

/** A paper's id: its slug, its address, its file name and its citation key. */
export const paperIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id: small letters, digits and hyphens');

export const roleSchema = z.enum(roles);

const origins = z.array(originSchema).min(1);

const titleSchema = z.strictObject({
  language: languageSchema,
  role: roleSchema,
  /** As written, without markup, with its final full stop. `withoutFinalStop` is for display and citation. */
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  from: origins,
  /** What other sources write instead, in the same language and role. */
  others: z.array(z.strictObject({ text: z.string().min(1), from: origins })).optional(),
});
export type Title = z.infer<typeof titleSchema>;

/** `sentenceAnchor(text)`; the second of two equal sentences of a paper ends in `-2`. */
export const anchorSchema = z.string().regex(/^s-[0-9a-z]{8}(-\d+)?$/u, 'the anchor of a sentence, such as s-0a1b2c3d');

const sentenceSchema = z.strictObject({
  anchor: anchorSchema,
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  from: origins,
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** One paragraph, or one list item; items in a row are one list. */
const blockSchema = z.strictObject({ as: z.enum(['paragraph', 'item']), sentences: z.array(sentenceSchema).min(1) });
export type Block = z.infer<typeof blockSchema>;

/** The kinds of sections in a structured abstract, after PubMed's NlmCategory; `other` for any other label. */
const sectionKindSchema = z.enum(['background', 'objective', 'methods', 'results', 'conclusions', 'other']);
export type SectionKind = z.infer<typeof sectionKindSchema>;

const sectionSchema = z.strictObject({
  /** The label or heading as the page writes it, without its colon. */
  label: z.string().min(1).optional(),
  kind: sectionKindSchema.optional(),
  blocks: z.array(blockSchema).min(1),
});
export type Section = z.infer<typeof sectionSchema>;

const abstractSchema = z.strictObject({
  language: languageSchema,
  role: roleSchema,
  sections: z.array(sectionSchema).min(1),
  from: origins,
  /** The abstracts of other sources in the same language and role: whole, without sections. */
  others: z.array(z.strictObject({ text: z.string().min(1), from: origins })).optional(),
});
export type Abstract = z.infer<typeof abstractSchema>;

/** A practice digest of a paper: another publisher's words about it, never the paper's own. */
const digestSchema = z.strictObject({
  language: languageSchema,
  /** The series or kind of the digest, such as "evidence snapshot", and its publisher; mostly by correction. */
  kind: stated(z.string().min(1)).optional(),
  publisher: stated(z.string().min(1)).optional(),
  date: stated(partialDateSchema).optional(),
  url: stated(z.string()).optional(),
  /** What the digest says about its own scope, such as a LOCATION label. It is not the setting of a study. */
  scope: stated(z.string().min(1)).optional(),
  sections: z.array(sectionSchema).min(1),
  from: origins,
});
export type Digest = z.infer<typeof digestSchema>;

const authorSchema = z.strictObject({
  name: nameSchema,
  /** The rule that cut the name into family and given name; absent where a source or a person states them. */
  derived: ruleSchema.optional(),
  orcid: z.string().optional(),
  /** Indices into the paper's `affiliations`, where the page connects them. */
  affiliations: z.array(z.int().min(0)).optional(),
  from: origins,
});
export type Author = z.infer<typeof authorSchema>;

/** An affiliation as written; `parts` where one line names several institutions. */
const affiliationSchema = z.strictObject({
  text: z.string().min(1),
  parts: z.array(z.string().min(1)).optional(),
  from: origins,
});

const journalSchema = z.strictObject({
  /** The full name; absent where sources give only the abbreviation. */
  name: stated(z.string().min(1)).optional(),
  abbreviation: stated(z.string().min(1)).optional(),
  /** The name in Chinese where a source gives one. */
  nameZh: stated(z.string().min(1)).optional(),
  issn: z.array(stated(issnSchema)).optional(),
  publisher: stated(z.string().min(1)).optional(),
});

/**
 * The role of a sentence in an abstract. `gap`: what is not known or not studied. `recommendation`: what others should
 * do, other than research.
 */
export const evidenceRoleSchema = z.enum(['background', 'aim', 'method', 'finding', 'recommendation', 'gap']);
export type EvidenceRole = z.infer<typeof evidenceRoleSchema>;

/** Why a paper has a concept: sentences of the paper itself or of its digest, or a person's decision. */
const evidenceSchema = z.strictObject({
  in: z.enum(['title', 'abstract', 'digest', 'keyword', 'correction']),
  /** The sentence's anchor; absent for titles, keywords and decisions. */
  anchor: z.string().optional(),
  language: languageSchema.optional(),
  /** The role of the sentence, by rule. */
  role: evidenceRoleSchema.optional(),
  /** Present where a person decided the role. */
  roleBy: z.literal('correction').optional(),
  /** The words that matched, as written. */
  words: z.string().optional(),
  from: origins.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const taggedSchema = z.strictObject({ concept: conceptRefSchema, evidence: z.array(evidenceSchema).min(1) });

/** What the size of a study counts: people, for a review its studies, or else what was gathered. */
export const sampleKinds = [
  'studies',
  'participants',
  'households',
  'records',
  'facilities',
  'documents',
  'specimens',
  'places',
] as const;

/** The size of a study: "20 studies" of a review, "16 participants" of an interview study. */
const sampleSchema = z.strictObject({
  of: z.enum(sampleKinds),
  count: stated(z.int().min(1)),
});

/** A number that may be the size of the study and is not surely it: words of its sentence, as written. */
const numberStatedSchema = z.strictObject({
  words: z.string().min(1),
  language: languageSchema,
  /** The sentence's anchor; absent for the title. */
  anchor: anchorSchema.optional(),
  from: origins,
});
export type NumberStated = z.infer<typeof numberStatedSchema>;

/** What an abstract may state besides of how its study was done. */
export const detailKinds = ['makeup', 'databases', 'searched', 'appraisal'] as const;
export type DetailKind = (typeof detailKinds)[number];

/**
 * What an abstract states of how its study was done, in words of its sentence, as written. `makeup`: the sex and age of the
 * people studied; of a review, `databases`: where it searched, `searched`: over which time, `appraisal`: with what it
 * appraised the studies, or that it did.
 */
const detailSchema = z.strictObject({ kind: z.enum(detailKinds), ...numberStatedSchema.shape });
export type Detail = z.infer<typeof detailSchema>;

/** The place of a notice of retraction or correction, as MEDLINE's RefSource has it. */
export const noticeOfStatusSchema = z.strictObject({
  container: z.string().min(1).optional(),
  date: partialDateSchema.optional(),
  volume: z.string().min(1).optional(),
  issue: z.string().min(1).optional(),
  pages: z.string().min(1).optional(),
  doi: doiSchema.optional(),
});
export type NoticeOfStatus = z.infer<typeof noticeOfStatusSchema>;

/** What happened to a paper after it was published, or after it entered this review. */
const statusSchema = z.strictObject({
  kind: z.enum(['retracted', 'corrected', 'expression-of-concern', 'withdrawn-from-review']),
  note: z.string().optional(),
  date: partialDateSchema.optional(),
  /** Where the notice of it appeared. */
  notice: noticeOfStatusSchema.optional(),
  from: origins,
});

const paperSourceSchema = z.strictObject({
  file: z.string().min(1),
  /** The number of the record in a file of many, from 1. */
  record: z.int().min(1).optional(),
  format: z.string().min(1),
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: z.string().length(64),
  /** From the sidecar `FILE.meta.yaml`, where there is one. */
  url: z.string().optional(),
  retrieved: partialDateSchema.optional(),
  /** Why this source belongs to this paper, where there are several: `same-doi`, `same-title-and-year`, … */
  joined: z.strictObject({ rule: ruleSchema, detail: z.string() }).optional(),
});

/** Another paper of the review that may interest readers of this one, and why. Both papers name each other. */
const relatedSchema = z.strictObject({ id: paperIdSchema, shared: z.array(conceptRefSchema).min(1) });

export const itemTypeSchema = z.enum([
  'article-journal',
  'chapter',
  'book',
  'thesis',
  'report',
  'paper-conference',
  'webpage',
  'article',
  'document',
]);
export type ItemType = z.infer<typeof itemTypeSchema>;

/** A paper of the review: the agreed, valid record. Every value says what it rests on. */
export const paperSchema = z.strictObject({
  id: paperIdSchema,
  /** The item type of CSL 1.0.2: `article` is a preprint or another manuscript, `document` a work of which no source says more. */
  type: stated(itemTypeSchema),
  language: stated(languageSchema).optional(),
  titles: z.array(titleSchema),
  authors: z.array(authorSchema),
  /** Of the book or the proceedings: the work itself, or what it is part of. */
  editors: z.array(authorSchema).optional(),
  translators: z.array(authorSchema).optional(),
  affiliations: z.array(affiliationSchema),
  journal: journalSchema.optional(),
  /** The date of the issue; absent for an article that is only online so far. */
  issued: stated(partialDateSchema).optional(),
  /** The date of online publication. */
  online: stated(partialDateSchema).optional(),
  volume: stated(z.string().min(1)).optional(),
  issue: stated(z.string().min(1)).optional(),
  /** First and last page, such as "114-129", or one page. */
  pages: stated(z.string().min(1)).optional(),
  /** The number of an article without pages: "102469", "e17204". */
  articleNumber: stated(z.string().min(1)).optional(),
  /** Of a book, or of the book that a chapter is in: "2", "2nd, revised". */
  edition: stated(z.string().min(1)).optional(),
  /** Where the publisher is: "London", "Fjordby, Norway". */
  publisherPlace: stated(z.string().min(1)).optional(),
  /** The number of a report: "IRH-2019-12". */
  number: stated(z.string().min(1)).optional(),
  /** What kind of thesis, report or manuscript, as its source says: "Doctoral dissertation", "Preprint". */
  genre: stated(z.string().min(1)).optional(),
  /** The conference that a paper was given at; `journal` is its proceedings. */
  event: stated(z.string().min(1)).optional(),
  eventPlace: stated(z.string().min(1)).optional(),
  eventDate: stated(dateSpanSchema).optional(),
  isbn: z.array(stated(isbnSchema)).optional(),
  doi: stated(doiSchema).optional(),
  pmid: stated(pmidSchema).optional(),
  pmcid: stated(pmcidSchema).optional(),
  arxiv: stated(z.string().min(1)).optional(),
  registrations: z.array(stated(registrationSchema)),
  /** An address of the free full text. Absent means that it is unknown, not that there is none. */
  openAccess: stated(z.string()).optional(),
  /** The page of the paper or its digest, where a source or a sidecar states one. */
  url: stated(z.string()).optional(),
  keywords: z.array(z.strictObject({ language: languageSchema, text: z.string().min(1), from: origins })),
  abstracts: z.array(abstractSchema),
  digest: digestSchema.optional(),
  concepts: z.array(taggedSchema),
  /** The sentences in which the paper or its digest says what is not known, whether they show a concept or not. */
  gaps: z.array(evidenceSchema).min(1).optional(),
  samples: z.array(sampleSchema),
  /** Only where `samples` is empty. */
  numbersStated: z.array(numberStatedSchema).min(1).optional(),
  /** By rule from the abstracts, or by a person; without an anchor where the full text alone says it. */
  details: z.array(detailSchema).min(1).optional(),
  status: z.array(statusSchema),
  /** A status that only a later source states; it is shown as a claim. Absent where there is none. */
  statusClaims: z.array(statusSchema).optional(),
  related: z.array(relatedSchema),
  sources: z.array(paperSourceSchema).min(1),
  /** Lines of its sources that no rule could read; the source page shows them as such. */
  unclassified: z.int().min(0),
});
export type Paper = z.infer<typeof paperSchema>;

/** The date by which a paper is cited and sorted: that of the issue, else the online date. */
export const citedDate = (paper: Pick<Paper, 'issued' | 'online'>): string | undefined =>
  paper.issued?.value ?? paper.online?.value;

/** Whether a paper was removed from the review: it keeps its address and is in no list. */
export const isWithdrawn = (paper: Pick<Paper, 'status'>): boolean =>
  paper.status.some(({ kind }) => kind === 'withdrawn-from-review');

/** The title to show first. */
export const mainTitle = ({ titles }: Pick<Paper, 'titles'>): Title | undefined => mainOf(titles);

/** A journal by its full name, in whichever language a source has it, else by its abbreviation. */
export const journalTitle = ({ journal }: Pick<Paper, 'journal'>): Stated<string> | undefined =>
  journal?.name ?? journal?.nameZh ?? journal?.abbreviation;

/** Works that appear by themselves: who published one says where it appeared. */
const ownWorks: readonly ItemType[] = ['thesis', 'book', 'report', 'webpage'];

/**
 * Where a paper appeared, by name: its journal, book or proceedings; else the conference, or who published it, such as the
 * university of a thesis.
 */
export const appearedIn = (paper: Pick<Paper, 'journal' | 'event' | 'type'>): Stated<string> | undefined =>
  journalTitle(paper) ?? paper.event ?? (ownWorks.includes(paper.type.value) ? paper.journal?.publisher : undefined);
