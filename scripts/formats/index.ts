/** The list of all formats that can be read. A new format is a file and a line here. */

import type { Format } from './format.ts';
import { practiceDigest } from './pages/sites/practice-digest.ts';
import { pubmedMirror } from './pages/sites/pubmed-mirror.ts';
import type { Site } from './pages/sites/site-file.ts';
import { siteFormat } from './pages/sites/site-format.ts';
import { referenceFormats } from './references/index.ts';
import { savedHtmlOf } from './pages/saved-html.ts';

export { general } from './pages/general.ts';

/**
 * Every specific format, with those of a review's site files. Order means nothing: at most one may claim a source; none:
 * the general reader.
 */
export const formatsWith = (sites: readonly Site[]): readonly Format[] => [
  ...sites.map(siteFormat),
  pubmedMirror,
  practiceDigest,
  savedHtmlOf(sites),
  ...referenceFormats,
];

/** The formats that need no site file. */
export const formats: readonly Format[] = formatsWith([]);
