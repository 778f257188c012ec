import { citationFormats } from '#citations/index';

/** With its encoding; JSON and XML say theirs themselves (RFC 8259, section 8.1; RFC 7303, section 3). */
const encoded = (type: string): string => (/[+/](?:json|xml)$/u.test(type) ? type : `${type}; charset=utf-8`);

/**
 * Media types of the files that a site offers beside its pages, by the end of the file's name; the longest end that fits
 * counts. Our own server and the `_headers` of hosts both come from this list.
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
 * Ends whose type a host must be told, with it. An end that a longer one ends with is left out, for hosts add the rules
 * that match: of one type, one rule does for both; of two, the shorter is one that hosts know (`.json`).
 */
export const toldToHosts = (): [end: string, type: string][] =>
  Object.entries(offeredTypes).filter(([end, type]) =>
    Object.entries(offeredTypes).every(
      ([other, its]) => other === end || !(its === type ? end.endsWith(other) : other.endsWith(end)),
    ),
  );
