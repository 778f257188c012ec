/**
 * The audit of the content, which runs before a build: reads prose, vocabulary and findings, and compares them with
 * the records that they rest on.
 */

import { join } from 'node:path';
import { z } from 'zod';
import { conceptsOf } from '#domain/broader';
import { type Finding, findingsSchema } from '#domain/findings';
import { idsSchema } from '#domain/ids';
import type { Notice } from '#domain/notice';
import { paperSchema, type Paper } from '#domain/paper';
import { prismaSchema } from '#domain/prisma';
import { screeningSchema } from '#domain/screening';
import { siteSchema } from '#domain/site';
import type { Version } from '#domain/version';
import { prosePageSchema, themeSchema } from '#domain/theme';
import { fit, readFrontMatter, readJson, readYaml, type Written } from '../lib/read-content.ts';
import { isThere, namesIn, readText } from '../lib/read-text.ts';
import { readExcluded, readRemovals } from '../pipeline/decisions/read-decisions.ts';
import { targetNamesOf } from '../pipeline/decisions/target-names.ts';
import { readVersions } from '../pipeline/decisions/read-versions.ts';
import { readVocabulary } from '../pipeline/describe/vocabulary.ts';
import { recordName } from '../pipeline/join/draft-key.ts';
import { auditAbsences, papersToRead } from './absences.ts';
import { auditFindings } from './findings.ts';
import { addFront, noProse, readProse, type Prose } from './prose.ts';
import { auditQuotations, citedId } from './quotations.ts';
import { auditReferences, type Content } from './references.ts';
import { auditSentences, restedOn } from './sentences.ts';
import { auditThemes } from './themes.ts';

/** The part of a paper that the audit needs even where no text rests on it; the import has checked the rest. */
const outlineSchema = z.looseObject({
  id: z.string(),
  concepts: z.array(z.looseObject({ concept: z.string() })),
  status: z.array(z.looseObject({ kind: z.string() })).default([]),
  doi: z.looseObject({ value: z.string() }).optional(),
  pmid: z.looseObject({ value: z.string() }).optional(),
  sources: z.array(z.looseObject({ file: z.string(), record: z.number().optional() })).default([]),
});

/** The papers of a folder: the name and concepts of each, and complete records on request. */
class Papers {
  readonly ids = new Set<string>();
  /** The concepts of each paper that is not withdrawn. */
  readonly concepts = new Map<string, Set<string>>();
  /** Every concept that some paper has, with the id of such a paper. */
  readonly tagged = new Map<string, string>();
  /** All names that a decision may use for a paper. */
  readonly names = new Set<string>();
  readonly #written = new Map<string, Written>();
  readonly #notices: Notice[];

  constructor(folder: string, notices: Notice[]) {
    this.#notices = notices;
    for (const name of namesIn(join(folder, 'papers'), 'papers', /\.json$/u, notices)) {
      const written = readJson(join(folder, 'papers', name), `papers/${name}`, notices);
      if (!written) continue;
      const outline = outlineSchema.safeParse(written.value).data;
      if (!outline) {
        notices.push(noRecord(written));
        continue;
      }
      const concepts = outline.concepts.map(({ concept }) => concept);
      this.ids.add(outline.id);
      this.#written.set(outline.id, written);
      const sources = outline.sources.map(recordName);
      const target = { sources, doi: outline.doi?.value, pmid: outline.pmid?.value, id: outline.id };
      for (const paperName of targetNamesOf(target)) this.names.add(paperName);
      for (const concept of concepts) if (!this.tagged.has(concept)) this.tagged.set(concept, outline.id);
      if (!outline.status.some(({ kind }) => kind === 'withdrawn-from-review'))
        this.concepts.set(outline.id, new Set(concepts));
    }
  }

  /** The complete records of some papers, where they exist and are valid. */
  whole(ids: Iterable<string>): Map<string, Paper> {
    const papers = new Map<string, Paper>();
    for (const id of new Set(ids)) {
      const written = this.#written.get(id);
      const paper = written && fit(paperSchema, written, 'src/domain/paper.ts', this.#notices);
      if (paper) papers.set(id, paper);
    }
    return papers;
  }
}

/** The essays and prose pages with their quotations and links. A broken one stays in the list, because it exists. */
function readAllProse(folder: string, notices: Notice[]): Prose[] {
  const essay = /^(?:en|zh)\.mdx$/u;
  // A file with an ending, such as a note on the essays, is not a theme.
  const themes = namesIn(join(folder, 'themes'), 'themes', /^[^.]+$/u, notices).map((name) => `themes/${name}`);
  const files = ['about', 'method', ...themes].flatMap((below) =>
    namesIn(join(folder, below), below, essay, notices).map((name) => `${below}/${name}`),
  );
  return files.map((file) => {
    const text = readText(join(folder, file), file, notices);
    if (text === undefined) return noProse(file);
    const written = readFrontMatter(text, file, notices);
    if (!written) return noProse(file);
    const front = fit(file.startsWith('themes/') ? themeSchema : prosePageSchema, written, 'docs/writing.md', notices);
    const prose = readProse(file, text);
    return front ? addFront(prose, front, (name) => written.at([name])) : prose;
  });
}

/** A version that is cited while its papers were saved under another name, or nowhere: nobody can say what it had. */
function unsavedVersion(cited: string, versions: readonly Version[], { at }: Written): Notice[] {
  if (versions.length === 0 || versions.some(({ version }) => version === cited)) return [];
  return [
    {
      severity: 'warning',
      rule: 'version-not-saved',
      place: at(['corpus', 'version']),
      seen: `version ${cited}`,
      expected: `a saved version: ${versions.map(({ version }) => version).join(', ')}`,
      remedy: `save the papers of today with npm run release -- ${cited}, or name a saved version`,
    },
  ];
}

/** Reads everything that the audit compares. */
function readContent(folder: string, notices: Notice[]): Content & { findings: readonly Finding[] } {
  const places = new Map<string, Written['at']>();
  const yaml = (file: string): Written | undefined => {
    const written = readYaml(join(folder, file), file, notices);
    if (written) places.set(file, written.at);
    return written;
  };
  const siteText = yaml('site.yaml');
  const site = siteText && fit(siteSchema, siteText, 'src/domain/site.ts', notices);
  const vocabulary = readVocabulary(join(folder, 'vocabulary'), notices);
  const idRows = isThere(join(folder, 'ids.yaml')) ? yaml('ids.yaml') : undefined;
  const rows = (idRows && fit(idsSchema, idRows, 'src/domain/ids.ts', notices)) ?? [];
  const decided = isThere(join(folder, 'screening.yaml')) ? yaml('screening.yaml') : undefined;
  const screening = decided?.value ? fit(screeningSchema, decided, 'src/domain/screening.ts', notices) : undefined;
  const items = isThere(join(folder, 'prisma.yaml')) ? yaml('prisma.yaml') : undefined;
  if (items?.value) fit(prismaSchema, items, 'src/domain/prisma.ts', notices);
  const found = isThere(join(folder, 'findings.yaml')) ? yaml('findings.yaml') : undefined;
  const findings = (found?.value ? fit(findingsSchema, found, 'docs/writing.md', notices) : undefined)?.findings ?? [];
  const versions = readVersions(folder, notices);
  if (site) notices.push(...unsavedVersion(site.corpus.version, versions, siteText));
  const takenOut = [
    ...readRemovals(folder, notices).flatMap((removal) => removal.papers.map(({ id }) => id)),
    ...readExcluded(folder, notices).map(({ id }) => id),
  ];
  const prose = readAllProse(folder, notices);
  const papers = new Papers(folder, notices);
  const quoted = prose.flatMap(({ quotations }) => quotations.flatMap(({ cite }) => citedId(cite) ?? []));
  const rested = [...restedOn(prose), ...findings.flatMap(({ rests }) => rests)].map(({ paper }) => paper);
  const known = [
    ...rows.map(({ sources, records, doi, pmid, id }) => ({ sources: [...sources, ...records], doi, pmid, id })),
    ...[...rows.flatMap(({ aliases }) => aliases), ...takenOut].map((id) => ({ sources: [], id })),
  ];
  return {
    papers: papers.whole([...quoted, ...rested, ...papersToRead(prose, papers.concepts)]),
    paperIds: new Set([...papers.ids, ...rows.flatMap((row) => row.aliases), ...takenOut]),
    targets: new Set([...papers.names, ...known.flatMap(targetNamesOf)]),
    concepts: papers.concepts,
    tagged: papers.tagged,
    vocabulary,
    prose,
    places,
    findings,
    ...(site ? { site } : {}),
    ...(screening ? { screening } : {}),
  };
}

/**
 * What is untrue or broken in the prose and the vocabulary of a content folder: first unreadable files, then
 * quotations, then references. Where the records to compare with cannot be read, only that is reported, because the
 * rest would follow from it.
 */
export function auditContent(folder: string): Notice[] {
  const notices: Notice[] = [];
  const content = readContent(folder, notices);
  if (notices.some(({ place }) => !place.file.endsWith('.mdx'))) return notices;
  const collection = { ...content, vocabulary: conceptsOf(content.vocabulary) };
  return [
    ...notices,
    ...content.prose.flatMap(({ code }) => code.map(codeNotice)),
    ...auditQuotations(content.prose, content.papers),
    ...auditSentences(content.prose, content.papers),
    ...auditAbsences(content.prose, collection),
    ...auditThemes(content.prose, collection),
    ...auditFindings({
      ...collection,
      at: content.places?.get('findings.yaml') ?? (() => ({ file: 'findings.yaml' })),
    }),
    ...auditReferences(content),
  ];
}

const noRecord = ({ file, at }: Written): Notice => ({
  severity: 'error',
  rule: 'no-record',
  place: at([]),
  seen: 'JSON that is not the record of a paper',
  expected: 'only records, which the import makes',
  remedy: `move ${file} to another folder if it is yours; otherwise delete it, and import again`,
});

/**
 * A notice of code in an essay. Essays are trusted: such code may do whatever the person who builds may do. But no
 * essay needs code.
 */
const codeNotice = (place: Notice['place']): Notice => ({
  severity: 'warning',
  rule: 'essay-runs-code',
  place,
  seen: 'code that runs when the site is built, with the rights of the person who builds it',
  expected: 'only Markdown, elements and {"texts"}',
  remedy: 'write it as text; put a backslash before a brace that is text: \\{',
});
