import { readFileSync } from 'node:fs';
import type { Draft, DraftAbstract, Reading } from '#domain/draft';
import type { Place } from '#domain/place';
import { offsetsOf, sourceText, type SourceText } from '#domain/source';
import { general } from '../../scripts/formats/index.ts';
import { Page } from '../../scripts/formats/pages/page.ts';
import { formatsOf } from '../../scripts/pipeline/decisions/read-sites.ts';

/** The formats of the project, with its site files. */
export const formats = formatsOf(new URL('../../content', import.meta.url).pathname);

export interface Case {
  source: SourceText;
  format: string;
  reading: Reading;
  draft: Draft;
}

/** Reads a text with the one format that claims it; `general` leaves the specific formats out. */
export function readCase(file: string, text: string, withGeneral = false): Case {
  const source = sourceText(file, text);
  const claiming = withGeneral ? [] : formats.filter((format) => format.claims(source));
  if (claiming.length > 1) throw new Error(`${claiming.map((format) => format.name).join(' and ')} claim ${file}`);
  const format = claiming[0] ?? general;
  const reading = format.read(source);
  return { source, format: format.name, reading, draft: reading.drafts[0] as Draft };
}

export const seed = (start: string, withGeneral = false): Case => {
  const names: Record<string, string> = {
    '000': '000_f44325428cb35bf3.txt',
    '001': '001_afa4d55277304d98.txt',
    '002': '002_85e016079e16807d.txt',
    '003': '003_896b1f89a11f002d.txt',
    '004': '004_49ac451eaa53b795.txt',
  };
  const name = names[start] ?? start;
  return readCase(name, readFileSync(new URL(`../../content/sources/${name}`, import.meta.url), 'utf8'), withGeneral);
};

/** The characters of a place. */
export const textAt = (source: SourceText, place: Place | undefined): string =>
  place ? source.text.slice(...offsetsOf(source, place)) : '';

export const textsAt = (source: SourceText, places: readonly Place[] | undefined): string =>
  (places ?? []).map((place) => textAt(source, place)).join(' ');

/** What the claims and fields of a reading say of the text on a line: names of outcomes, by the text of each claim. */
export const outcomesOn = ({ source, reading }: Case, line: number): { text: string; outcome: string }[] =>
  reading.claims
    .filter((claim) => claim.at.line === line)
    .map((claim) => ({
      text: textAt(source, claim.at),
      outcome: claim.outcome.kind === 'furniture' ? claim.outcome.rule : claim.outcome.kind,
    }));

export const labels = (abstract: DraftAbstract | undefined): (string | undefined)[] =>
  (abstract?.sections ?? []).map((section) => section.label);

export const words = (abstract: DraftAbstract | undefined): string =>
  (abstract?.sections ?? []).flatMap((section) => section.blocks.map((block) => block.text)).join(' ');

/** A page of these lines on the desk, nothing of it read yet. */
export const pageOf = (...lines: readonly string[]): Page => new Page(sourceText('page.txt', lines.join('\n')));
