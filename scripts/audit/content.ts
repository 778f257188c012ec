import { join } from 'node:path';
import { z } from 'zod';
import { vocabularyFileSchema, type VocabularyFile } from '#domain/concept';
import { idsSchema } from '#domain/ids';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { paperSchema, type Paper } from '#domain/paper';
import { screeningSchema } from '#domain/screening';
import { siteSchema } from '#domain/site';
import { prosePageSchema, themeSchema } from '#domain/theme';
import { fit, readFrontMatter, readJson, readYaml, type Written } from '../lib/read-content.ts';
import { isThere, namesIn, readText } from '../lib/read-text.ts';
import { readRemovals } from '../pipeline/decisions.ts';
import { readProse, type Prose } from './prose.ts';
import { auditQuotations, citedId } from './quotations.ts';
import { auditReferences, type Content } from './references.ts';

/** What the audit needs of a paper that no text quotes; the import has checked the rest. */
const outlineSchema = z.looseObject({ id: z.string(), concepts: z.array(z.looseObject({ concept: z.string() })) });

interface Papers {
  /** The papers that the prose quotes, whole. */
  papers: Map<string, Paper>;
  ids: Set<string>;
  borne: Map<string, string>;
}

function readPapers(folder: string, quoted: ReadonlySet<string>, notices: Notice[]): Papers {
  const all: Papers = { papers: new Map(), ids: new Set(), borne: new Map() };
  for (const name of namesIn(join(folder, 'papers'), 'papers', /\.json$/u, notices)) {
    const written = readJson(join(folder, 'papers', name), `papers/${name}`, notices);
    if (!written) continue;
    const outline = outlineSchema.safeParse(written.value).data;
    if (!outline) {
      notices.push(noRecord(written));
      continue;
    }
    all.ids.add(outline.id);
    for (const { concept } of outline.concepts) if (!all.borne.has(concept)) all.borne.set(concept, outline.id);
    const paper = quoted.has(outline.id) ? fit(paperSchema, written, 'src/domain/paper.ts', notices) : undefined;
    if (paper) all.papers.set(paper.id, paper);
  }
  return all;
}

/** The essays and prose pages, and of each what it quotes and links; one that is broken stays on the list, for it is there. */
function readAllProse(folder: string, notices: Notice[]): Prose[] {
  const essay = /^(?:en|zh)\.mdx$/u;
  // A file with an ending, such as a note on the essays, is no theme.
  const themes = namesIn(join(folder, 'themes'), 'themes', /^[^.]+$/u, notices).map((name) => `themes/${name}`);
  const files = ['about', 'method', ...themes].flatMap((below) =>
    namesIn(join(folder, below), below, essay, notices).map((name) => `${below}/${name}`),
  );
  return files.map((file) => {
    const text = readText(join(folder, file), file, notices);
    if (text === undefined) return { file, quotations: [], links: [], code: [] };
    const written = readFrontMatter(text, file, notices);
    const schema = file.startsWith('themes/') ? themeSchema : prosePageSchema;
    if (written) fit<z.ZodType>(schema, written, 'docs/writing.md', notices);
    return readProse(file, text);
  });
}

function readVocabulary(
  folder: string,
  yaml: (file: string) => Written | undefined,
  notices: Notice[],
): Map<string, VocabularyFile> {
  const vocabulary = new Map<string, VocabularyFile>();
  for (const name of namesIn(join(folder, 'vocabulary'), 'vocabulary', /\.ya?ml$/iu, notices)) {
    const file = `vocabulary/${name}`;
    const written = yaml(file);
    const read = written && fit(vocabularyFileSchema, written, 'src/domain/concept.ts', notices);
    if (read) vocabulary.set(file, read);
  }
  return vocabulary;
}

/** Reads what the audit compares. */
function readContent(folder: string, notices: Notice[]): Content {
  const places = new Map<string, Written['at']>();
  const yaml = (file: string): Written | undefined => {
    const written = readYaml(join(folder, file), file, notices);
    if (written) places.set(file, written.at);
    return written;
  };
  const siteText = yaml('site.yaml');
  const site = siteText && fit(siteSchema, siteText, 'src/domain/site.ts', notices);
  const vocabulary = readVocabulary(folder, yaml, notices);
  const idRows = isThere(join(folder, 'ids.yaml')) ? yaml('ids.yaml') : undefined;
  const rows = (idRows && fit(idsSchema, idRows, 'src/domain/ids.ts', notices)) ?? [];
  const decided = isThere(join(folder, 'screening.yaml')) ? yaml('screening.yaml') : undefined;
  const screening = decided?.value ? fit(screeningSchema, decided, 'src/domain/screening.ts', notices) : undefined;
  const takenOut = readRemovals(folder, notices).flatMap((removal) => removal.papers.map(({ id }) => id));
  const prose = readAllProse(folder, notices);
  const quoted = new Set(prose.flatMap(({ quotations }) => quotations.flatMap(({ cite }) => citedId(cite) ?? [])));
  const { papers, ids, borne } = readPapers(folder, quoted, notices);
  return {
    papers,
    paperIds: new Set([...ids, ...rows.flatMap((row) => row.aliases), ...takenOut]),
    borne,
    vocabulary,
    prose,
    places,
    ...(site ? { site } : {}),
    ...(screening ? { screening } : {}),
  };
}

/**
 * What is untrue or broken in the prose and the vocabulary of a content folder: files that cannot be read, then quotations,
 * then references. Where what they are compared with cannot be read, that alone is told: the rest would follow from it.
 */
export function auditContent(folder: string): Notice[] {
  const notices: Notice[] = [];
  const content = readContent(folder, notices);
  if (notices.some(({ place }) => !place.file.endsWith('.mdx'))) return notices;
  return [
    ...notices,
    ...content.prose.flatMap(({ code }) => code.map(codeNotice)),
    ...auditQuotations(content.prose, content.papers),
    ...auditReferences(content),
  ];
}

const noRecord = ({ file, at }: Written): Notice => ({
  severity: 'error',
  rule: 'no-record',
  place: at([]),
  seen: 'JSON that is no record of a paper',
  expected: 'records alone, which the import makes',
  remedy: `move ${file} elsewhere if it is yours; else delete it, and import again`,
});

/** Essays are trusted: code in them may do whatever the one who builds may do. They need none, so that it is told. */
const codeNotice = (place: Place): Notice => ({
  severity: 'warning',
  rule: 'essay-runs-code',
  place,
  seen: 'code that runs when the site is built, with the rights of whoever builds it',
  expected: 'Markdown, elements and {"texts"} alone',
  remedy: 'write it as text; a brace that is meant as one has a backslash before it: \\{',
});
