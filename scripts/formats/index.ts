import { biocloudy } from './biocloudy.ts';
import { booksci } from './booksci.ts';
import type { Format } from './format.ts';
import { practiceDigest } from './practice-digest.ts';
import { pubmedMirror } from './pubmed-mirror.ts';
import { referenceFormats } from './references/index.ts';
import { savedHtml } from './saved-html.ts';

export { general } from './general.ts';

/** Every specific format. Order means nothing: at most one may claim a source; none: the general reader. */
export const formats: readonly Format[] = [
  booksci,
  pubmedMirror,
  biocloudy,
  practiceDigest,
  savedHtml,
  ...referenceFormats,
];
