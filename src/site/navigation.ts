/** The links of the masthead and the footer. */

import type { StringKey } from './strings/index.ts';
import { paths } from './urls.ts';

interface Place {
  path: string;
  title: StringKey;
}

/** The sections of the masthead. */
export const sections: readonly Place[] = [
  { path: paths.papers, title: 'browse.papers' },
  { path: paths.themes, title: 'browse.themes' },
  { path: paths.findings, title: 'browse.findings' },
  { path: paths.gaps, title: 'browse.gaps' },
  { path: paths.map, title: 'browse.map' },
  { path: paths.studies, title: 'browse.studies' },
  { path: paths.method, title: 'common.method' },
  { path: paths.search, title: 'search.title' },
];

/** The further links in the footer. */
export const furtherPages: readonly Place[] = [
  { path: paths.authors, title: 'browse.authors' },
  { path: paths.journals, title: 'browse.journals' },
  { path: paths.review, title: 'review.title' },
  { path: paths.glossary, title: 'glossary.title' },
  { path: paths.changes, title: 'changes.title' },
  { path: paths.about, title: 'common.about' },
  { path: paths.accessibility, title: 'accessibility.title' },
];
