/** Reads people's decisions for pages: corrections, screening, removals, answers to PRISMA. */

import { parse, parseAllDocuments } from 'yaml';
import { idsSchema } from '#domain/ids';
import { wordsFor, wordsKept, type InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import { correctionSchema, type Correction } from '#domain/correction';
import { prismaSchema, type Prisma } from '#domain/prisma';
import { removalSchema, type Removal } from '#domain/removal';
import { decisionsOn, screeningSchema, type Screening, type ScreeningDecision } from '#domain/screening';
import { contentChanged, contentFiles, contentText } from './content-folder.ts';
import { aggregate, source } from './slice.ts';

/** A correction and its name in the records: `a.yaml`, and `a.yaml#2` for the second one in a file. */
export interface NamedCorrection {
  file: string;
  correction: Correction;
}

/** What one person decided in screening, or all decisions without a name. `first` and `last` are days in ISO 8601. */
export interface Screened {
  by: string | undefined;
  included: number;
  excluded: number;
  first?: string;
  last?: string;
}

/** Who decided how often, and when, in the order of the file. */
export function whoScreened(decisions: readonly ScreeningDecision[]): Screened[] {
  return [...Map.groupBy(decisions, ({ by }) => by)].map(([by, own]) => {
    const dates = own.flatMap(({ date }) => date ?? []).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    const included = own.filter(({ decision }) => decision === 'included').length;
    return { by, included, excluded: own.length - included, ...(first && last ? { first, last } : {}) };
  });
}

/**
 * The corrections of one file: one, a list, or several separated by `---`. Invalid ones are left out; the import has
 * reported them.
 */
export function correctionsInFile(file: string, text: string): NamedCorrection[] {
  const values = [...parseAllDocuments(text)].flatMap((document): unknown => document.toJS());
  return values.flatMap((value, i) => {
    const parsed = correctionSchema.safeParse(value);
    return parsed.success ? [{ file: i ? `${file}#${i + 1}` : file, correction: parsed.data }] : [];
  });
}

/** Every correction of the review. */
export const corrections = (): NamedCorrection[] =>
  contentFiles('corrections', /\.ya?ml$/iu).flatMap((file) =>
    correctionsInFile(file, contentText(`corrections/${file}`) ?? ''),
  );

/** The names of the corrections that a record rests on. */
function correctionsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  if ('correction' in value && typeof value.correction === 'string') found.add(value.correction);
  for (const inside of Object.values(value)) correctionsIn(inside, found);
  return found;
}

/** The corrections that a record rests on, in the order of their files. */
export const correctionsOf = (paper: Paper): NamedCorrection[] => {
  const names = correctionsIn(paper);
  const files = [...new Set([...names].map((name) => name.replace(/#\d+$/u, '')))].sort();
  return files
    .flatMap((file) => correctionsInFile(file, contentText(`corrections/${file}`) ?? ''))
    .filter(({ file }) => names.has(file));
};

/** Where a person saw a value, which a record keeps in one language, for a reader of another one. */
export function seenFor(
  { file, seen }: { file: string; seen: string },
  lang: InterfaceLanguage,
): { text: string; language: string } {
  const [stem = ''] = file.split('#');
  const written = correctionsInFile(stem, contentText(`corrections/${stem}`) ?? '').find((it) => it.file === file);
  return wordsFor(written?.correction.seen.find((it) => wordsKept(it) === seen) ?? seen, lang);
}

/** The reviewers' decisions about papers. */
export const screening = (): Screening => screened('');

let read: { changed: number; screening: Screening } | undefined;
const screened = source('screening', (): Screening => {
  const changed = contentChanged('screening.yaml');
  if (read?.changed !== changed) {
    const text = contentText('screening.yaml');
    read = { changed, screening: screeningSchema.parse((text === undefined ? undefined : parse(text)) ?? {}) };
  }
  return read.screening;
});

/** The decisions about a paper, in the order of `screening.yaml`. */
export const decisionsAbout = aggregate('decisions about', ({ paper: papers }, id): ScreeningDecision[] => {
  const paper = papers.get(id);
  return paper ? decisionsOn(paper, screening().decisions) : [];
});

/** What the review says about the items of PRISMA; the audit has checked it. */
export const readPrisma = (): Prisma => prismaSchema.parse(parse(contentText('prisma.yaml') ?? '') ?? {});

/** Former addresses of papers, each with the id to which it leads now. */
export function formerIds(): ReadonlyMap<string, string> {
  const rows = idsSchema.parse(parse(contentText('ids.yaml') ?? '')) ?? [];
  return new Map(rows.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)));
}

/** The sources that were removed from the review. Invalid decisions are left out; the import has reported them. */
export const removals = (): Removal[] =>
  contentFiles('removed', /^[^/]+\/decision\.yaml$/u).flatMap((file) => {
    const parsed = removalSchema.safeParse(parse(contentText(`removed/${file}`) ?? ''));
    return parsed.success ? [parsed.data] : [];
  });
