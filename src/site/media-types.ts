/** Media types of the files that the site offers, for the project's server and for hosts. */

import { citationFormats } from '#citations/index';

/**
 * The type with its encoding, except for JSON and XML, which state their own (RFC 8259, section 8.1; RFC 7303, section
 * 3).
 */
const encoded = (type: string): string => (/[+/](?:json|xml)$/u.test(type) ? type : `${type}; charset=utf-8`);

/**
 * Media types of the files that a site offers beside its pages, by the ending of the file name; the longest ending
 * counts. The project's own server and the `_headers` for hosts both use this list.
 */
export const offeredTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(citationFormats.map(({ extension, mediaType }) => [`.${extension}`, encoded(mediaType)])),
  'feed.xml': 'application/atom+xml',
  'opensearch.xml': 'application/opensearchdescription+xml', // not registered with IANA; OpenSearch 1.1, draft 6
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
  '.pack': 'application/octet-stream',
};

/**
 * Endings whose type a host does not know by itself. Hosts add all matching rules together, so where a longer ending
 * ends in a shorter one, there is a single rule: one for both if they have the same type; otherwise only that of the
 * longer, because hosts know the shorter one (`.json`).
 */
export const hostMediaTypes = (): [end: string, type: string][] =>
  Object.entries(offeredTypes).filter(([end, type]) =>
    Object.entries(offeredTypes).every(
      ([other, its]) => other === end || !(its === type ? end.endsWith(other) : other.endsWith(end)),
    ),
  );
