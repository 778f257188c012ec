/** The schema of `content/corrections/`: people's decisions about papers. */

import { z } from 'zod';
import { conceptRefSchema, type ConceptRef } from './concept.ts';
import { dateSpanSchema, partialDateSchema } from './date.ts';
import {
  addressSchema,
  doiSchema,
  isbnSchema,
  issnSchema,
  pmcidSchema,
  pmidSchema,
  registrationSchema,
} from './identifiers.ts';
import { inOneOrBothLanguages, languageSchema } from './language.ts';
import {
  anchorSchema,
  detailKinds,
  evidenceRoleSchema,
  itemTypeSchema,
  noticeOfStatusSchema,
  roleSchema,
  sampleKinds,
} from './paper.ts';

/**
 * What a paper states of how its study was done: words as a sentence of an abstract has them, or a person's own words for
 * what the full text alone says.
 */
const wordsOfDetailSchema = z
  .array(z.union([z.string().min(1), z.strictObject({ language: languageSchema, text: z.string().min(1) })]))
  .min(1);

/** What rules read of a study beside its concepts, and what a person may decide instead. */
export const describedFields = ['samples', ...detailKinds] as const;

/** An author or editor as a person states them: `native` is the name in the person's own script, the rest is romanised. */
const personSchema = z.union([
  z.strictObject({
    family: z.string().min(1),
    given: z.string().min(1).optional(),
    particle: z.string().min(1).optional(),
    suffix: z.string().min(1).optional(),
    native: z.string().min(1).optional(),
    orcid: z.string().optional(),
  }),
  z.strictObject({ literal: z.string().min(1) }),
]);

/**
 * A person's decision about one paper: a file in `content/corrections/`. A value in `set` replaces what the sources
 * say, which is kept beside it. `authors` replaces the whole list.
 */
export const correctionSchema = z.strictObject({
  /** A source's file name, a DOI, `pmid:…`, or a paper's id. */
  for: z.string().min(1),
  /** Why: words, or `{ en, zh }` for readers of each language. */
  reason: inOneOrBothLanguages,
  /** Where the corrected value was seen: addresses, words such as "the page", or words as `{ en, zh }`. */
  seen: z.array(inOneOrBothLanguages).min(1),
  date: partialDateSchema.optional(),
  by: z.string().min(1).optional(),
  set: z
    .strictObject({
      type: itemTypeSchema,
      language: languageSchema,
      titles: z.array(z.strictObject({ language: languageSchema, role: roleSchema, text: z.string().min(1) })),
      authors: z.array(personSchema),
      editors: z.array(personSchema),
      translators: z.array(personSchema),
      journal: z.string().min(1),
      journalAbbreviation: z.string().min(1),
      journalZh: z.string().min(1),
      issn: z.array(issnSchema),
      publisher: z.string().min(1),
      issued: partialDateSchema,
      online: partialDateSchema,
      volume: z.string().min(1),
      issue: z.string().min(1),
      pages: z.string().min(1),
      articleNumber: z.string().min(1),
      edition: z.string().min(1),
      publisherPlace: z.string().min(1),
      number: z.string().min(1),
      genre: z.string().min(1),
      event: z.string().min(1),
      eventPlace: z.string().min(1),
      eventDate: dateSpanSchema,
      isbn: z.array(isbnSchema),
      doi: doiSchema,
      pmid: pmidSchema,
      pmcid: pmcidSchema,
      arxiv: z.string().min(1),
      registrations: z.array(registrationSchema),
      openAccess: addressSchema,
      url: addressSchema,
      keywords: z.array(z.strictObject({ language: languageSchema, text: z.string().min(1) })),
      digest: z.strictObject({
        kind: z.string().min(1).optional(),
        publisher: z.string().min(1).optional(),
        date: partialDateSchema.optional(),
        url: addressSchema.optional(),
      }),
      /**
       * Concepts that a person finds in the paper although no word of the vocabulary shows them, each with the sentences
       * that show it where there are such, and concepts that the paper does not have.
       */
      concepts: z.array(
        z.union([
          conceptRefSchema,
          z.strictObject({ concept: conceptRefSchema, sentences: z.array(anchorSchema).min(1) }),
        ]),
      ),
      notConcepts: z.array(conceptRefSchema),
      /** The role of sentences, by anchor, where the rules give them another one. */
      roles: z.array(z.strictObject({ sentence: anchorSchema, role: evidenceRoleSchema })),
      samples: z.array(z.strictObject({ of: z.enum(sampleKinds), count: z.int().min(1) })),
      makeup: wordsOfDetailSchema,
      databases: wordsOfDetailSchema,
      searched: wordsOfDetailSchema,
      appraisal: wordsOfDetailSchema,
      /** `withdrawn-from-review` keeps the paper's address with a notice. */
      status: z.array(
        z.strictObject({
          kind: z.enum(['retracted', 'corrected', 'expression-of-concern', 'withdrawn-from-review']),
          note: z.string().optional(),
          date: partialDateSchema.optional(),
          notice: noticeOfStatusSchema.optional(),
        }),
      ),
    })
    .partial()
    .default({}),
  /**
   * Sources (`a.ris#3` for a record in a file of many), DOIs, `pmid:…` or ids of the same paper: their records are
   * joined.
   */
  sameAs: z.array(z.string().min(1)).default([]),
  /** Names of papers that only look like this one: they are never joined, and no notice is given again. */
  notSameAs: z.array(z.string().min(1)).default([]),
  /**
   * Fields in which a person believes the source named by `for`, although it came later than the sources that the paper
   * was made from: `title.en`, `abstract`, `status`; `replaces` for what its sidecar says.
   */
  confirm: z.array(z.string().min(1)).default([]),
  /**
   * Values of the source named by `for` that a person looked at and found right, by field, as the ledger's `toCheck` says
   * them. A value that has become another one is to check again.
   */
  checked: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** Fields in which the person does not believe it: they are left out, and no notice is given again. */
  refuse: z.array(z.string().min(1)).default([]),
  /**
   * Fields that a source states wrongly and whose right value is unknown: `issue`, `titles.zh`, `journal`; and what a rule
   * reads of the study where no abstract states it: `samples`, `makeup`.
   */
  unset: z.array(z.string()).default([]),
});
export type Correction = z.infer<typeof correctionSchema>;

/** The concepts that a correction gives, each with the anchors of the sentences that show it. */
export const conceptsGiven = ({ set }: Pick<Correction, 'set'>): { concept: ConceptRef; sentences: string[] }[] =>
  (set.concepts ?? []).map((it) => (typeof it === 'string' ? { concept: it, sentences: [] } : it));
