/** What a format is, and how far each kind of source is trusted. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';

/**
 * How far the word of a kind of source is trusted where sources disagree, with the reason: the first is believed first, and
 * what the others say stays beside it.
 */
export const trust = {
  'library-record': 'librarians keep it, and correct it after publication',
  'saved-page': 'the publisher wrote its metadata for machines',
  'reference-file': 'a database made it, field by field',
  'site-page': 'what each line means is known, but it was copied from somewhere',
  'unknown-page': 'what a line means follows from its shape alone',
  digest: "another publisher's words about the paper",
} as const;
export type Trust = keyof typeof trust;

/** How to read one kind of source. Pure: text in, drafts and claims out. */
export interface Format {
  /** Lower-case words joined by hyphens, as papers, the ledger and `npm run read` show it. */
  name: string;
  title: { en: string; zh: string };
  trust: Trust;
  /** True for the format of a site file: it gives way to every format of records that programs write. */
  isSite?: true;
  /** True only for sources of this very kind: where two formats claim one source, a warning names both and neither reads it. */
  claims: (source: SourceText) => boolean;
  /** Never throws: what cannot be read becomes a notice in the reading. */
  read: (source: SourceText) => Reading;
}
