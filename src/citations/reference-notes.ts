/** What a citation format says in a note, for want of a field. */

import { invertedName } from '#domain/person';
import { languageName, type Reference } from './reference.ts';

/** What a format without a field for it says in a note. */
export interface Fieldless {
  /** How many translated titles the format has fields for. */
  titles: number;
  /** True where it has no field for a second address: the free full text's is among the notes. */
  fulltext?: true;
  /** True where it has no field for a conference's date, or none for the conference. */
  conference?: true;
  /** True where it has no field for translators. */
  translators?: boolean;
  /** Which numbers it has no field for, or none that programs agree on: one note has them all. */
  numbers?: readonly (keyof typeof numberNames)[];
}

const numberNames = { pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv', issn: 'ISSN', isbn: 'ISBN' } as const;

/** What does not fit in the one field that a format has for a report's number, an ISBN and an ISSN. */
export const besidesOne = (r: Reference): ('issn' | 'isbn')[] =>
  r.type === 'report' && r.number ? ['isbn', 'issn'] : r.type === 'report' || r.isbn[0] ? ['issn'] : [];

const numbersNote = (r: Reference, wanted: Fieldless['numbers'] = []): string =>
  wanted
    .flatMap((kind) => {
      const value = [r[kind] ?? []].flat()[0];
      return value ? [`${numberNames[kind]}: ${value}`] : [];
    })
    .join('; ');

/** The notes of a format, with what it has no field for. */
export const notesOf = (r: Reference, { titles, fulltext, numbers, conference, translators }: Fieldless): string[] =>
  [
    ...r.notes,
    ...r.translatedTitles.slice(titles).map((title) => `Title in ${languageName(title.language)}: ${title.text}`),
    fulltext && r.fulltext && (r.doi || r.url) ? `Free full text: ${r.fulltext}` : '',
    conference && r.event ? `Conference: ${[r.event, r.eventPlace, r.eventDate].filter(Boolean).join(', ')}` : '',
    translators && r.translators.length > 0 ? `Translator: ${r.translators.map(invertedName).join('; ')}` : '',
    numbersNote(r, numbers),
  ].filter(Boolean);
