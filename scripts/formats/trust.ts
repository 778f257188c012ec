/** How far each kind of source is trusted. Each format names its kind. */

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
