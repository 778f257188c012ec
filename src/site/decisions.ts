import { parse, parseAllDocuments } from 'yaml';
import { idsSchema } from '#domain/ids';
import { correctionSchema, type Correction } from '#domain/correction';
import { removalSchema, type Removal } from '#domain/removal';
import { screeningSchema, type Screening } from '#domain/screening';
import { contentFiles, contentText } from './content-folder.ts';

/** A correction and what the records call it: `a.yaml`, and `a.yaml#2` for the second of a file. */
export interface NamedCorrection {
  file: string;
  correction: Correction;
}

/** The corrections of one file: one, a list, or several parted by `---`. What does not fit has had its notice at the import. */
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

/** What the reviewers decided on papers. */
export function screening(): Screening {
  const text = contentText('screening.yaml');
  return screeningSchema.parse((text === undefined ? undefined : parse(text)) ?? {});
}

/** Addresses that papers bore before, each with the id that it leads to now. */
export function formerIds(): ReadonlyMap<string, string> {
  const rows = idsSchema.parse(parse(contentText('ids.yaml') ?? '')) ?? [];
  return new Map(rows.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)));
}

/** What was taken out of the review. What does not fit has had its notice at the import. */
export const removals = (): Removal[] =>
  contentFiles('removed', /^[^/]+\/decision\.yaml$/u).flatMap((file) => {
    const parsed = removalSchema.safeParse(parse(contentText(`removed/${file}`) ?? ''));
    return parsed.success ? [parsed.data] : [];
  });
