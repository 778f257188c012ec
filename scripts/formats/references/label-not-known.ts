/** The notice for a label of a record that no table of labels knows. */

import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { TaggedField } from '../text/tagged.ts';

/** What is after such a label belongs to no value, and stays unclassified. */
export const labelNotKnown = (source: SourceText, { tag, start, bodyStart }: TaggedField): Notice => ({
  severity: 'info',
  rule: 'label-not-known',
  place: placesOf(source, start, bodyStart)[0] ?? { file: source.file },
  seen: `the label "${tag}"`,
  expected: 'a label of authors, title, journal, year or another field',
  remedy: 'if a value of the paper is after it, rename the label; what it says is not read',
});
