/** The list of all formats that can be read. A new format is a file and a line here. */

import { biocloudy } from './pages/sites/biocloudy.ts';
import { booksci } from './pages/sites/booksci.ts';
import type { Format } from './format.ts';
import { practiceDigest } from './pages/sites/practice-digest.ts';
import { pubmedMirror } from './pages/sites/pubmed-mirror.ts';
import { referenceFormats } from './references/index.ts';
import { savedHtml } from './pages/saved-html.ts';

export { general } from './pages/general.ts';

/** Every specific format. Order means nothing: at most one may claim a source; none: the general reader. */
export const formats: readonly Format[] = [
  booksci,
  pubmedMirror,
  biocloudy,
  practiceDigest,
  savedHtml,
  ...referenceFormats,
];
