/** The fields that a site file can place. */

import type { PageMeaning } from '../meaning.ts';

/** The fields that a site file can place, by the names of `npm run correct`, each with what a label of it means. */
export const meanings = {
  title: 'title',
  authors: 'authors',
  affiliations: 'affiliation',
  journal: 'journal',
  source: 'source',
  issued: 'date',
  online: 'online',
  volume: 'volume',
  issue: 'issue',
  pages: 'pages',
  articleNumber: 'article-number',
  doi: 'doi',
  pmid: 'pmid',
  pmcid: 'pmcid',
  publisher: 'publisher',
  keywords: 'keywords',
  abstract: 'abstract',
} as const satisfies Record<string, PageMeaning>;

export type SiteField = keyof typeof meanings;
const isSiteField = (name: string): name is SiteField => Object.hasOwn(meanings, name);
export const siteFields = Object.keys(meanings).filter(isSiteField);
