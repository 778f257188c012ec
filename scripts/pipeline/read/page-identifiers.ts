/** Warns of a text after the label DOI that is not a valid DOI. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import { findDois, identifierForms } from '../../formats/values/identifiers.ts';

/** A DOI that a page labels, to the end of its line: at most so much of it is looked at. */
const labelled = /^[^\S\r\n]{0,8}(?:DOI|数字对象(?:唯一)?标识符?)\s?[:：][^\S\r\n]?(\S[^\r\n]{2,100})/gimu;

/** A warning where what a page labels as a DOI is not one, and no other is read: the paper would lose it in silence. */
export function invalidDoi(source: SourceText, { drafts }: Reading): Notice[] {
  const [draft] = drafts;
  if (!draft || draft.doi || drafts.length > 1) return [];
  for (const match of source.text.matchAll(labelled)) {
    const value = match[1] ?? '';
    if (findDois(value).length || !/\d/u.test(value)) continue;
    const start = match.index + match[0].length - value.length;
    return [
      {
        severity: 'warning',
        rule: 'identifier-not-valid',
        place: placesOf(source, start, start + value.length)[0] ?? { file: source.file },
        seen: value.trim(),
        expected: identifierForms.doi,
        remedy: 'look at the page, and state it with npm run correct; until then the record is without it',
      },
    ];
  }
  return [];
}
