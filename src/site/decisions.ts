import { parse, parseAllDocuments } from 'yaml';
import { idsSchema } from '#domain/ids';
import { correctionSchema, type Correction } from '#domain/correction';
import { prismaSchema, type Prisma } from '#domain/prisma';
import { removalSchema, type Removal } from '#domain/removal';
import { screeningSchema, type Screening } from '#domain/screening';
import { contentFiles, contentText } from './content-folder.ts';

/** A correction and its name in the records: `a.yaml`, and `a.yaml#2` for the second one in a file. */
export interface NamedCorrection {
  file: string;
  correction: Correction;
}

/**
 * The corrections of one file: one, a list, or several separated by `---`. Invalid ones are left out; the import has
 * reported them.
 */
export function correctionsIn(file: string, text: string): NamedCorrection[] {
  const values = [...parseAllDocuments(text)].flatMap((document): unknown => document.toJS());
  return values.flatMap((value, i) => {
    const parsed = correctionSchema.safeParse(value);
    return parsed.success ? [{ file: i ? `${file}#${i + 1}` : file, correction: parsed.data }] : [];
  });
}

/** Every correction of the review. */
export const corrections = (): NamedCorrection[] =>
  contentFiles('corrections', /\.ya?ml$/iu).flatMap((file) =>
    correctionsIn(file, contentText(`corrections/${file}`) ?? ''),
  );

/** The reviewers' decisions about papers. */
export function screening(): Screening {
  const text = contentText('screening.yaml');
  return screeningSchema.parse((text === undefined ? undefined : parse(text)) ?? {});
}

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
