import { parse } from 'yaml';
import { idsSchema } from '#domain/ids';
import { correctionSchema, type Correction } from '#domain/correction';
import { screeningSchema, type Screening } from '#domain/screening';
import { contentFiles, contentText } from './content-folder.ts';

/** Every correction with its file's name; one that does not fit its schema has had its notice at the import. */
export function corrections(): { file: string; correction: Correction }[] {
  return contentFiles('corrections', '.yaml').flatMap((file) => {
    const parsed = correctionSchema.safeParse(parse(contentText(`corrections/${file}`) ?? ''));
    return parsed.success ? [{ file, correction: parsed.data }] : [];
  });
}

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
