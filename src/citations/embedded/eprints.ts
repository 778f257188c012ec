/** `<meta>` tags of PRISM and EPrints for the page of a paper. */

import type { Reference } from '../reference.ts';
import type { MetaTag } from './highwire.ts';

const rows: readonly (readonly [string, (r: Reference) => string | undefined])[] = [
  ['prism.edition', (r) => r.edition],
  ['eprints.place_of_pub', (r) => r.publisherPlace],
  ['eprints.event_title', (r) => r.event],
  ['eprints.event_location', (r) => r.eventPlace],
  ['eprints.event_dates', (r) => r.eventDate],
  ['eprints.thesis_type', (r) => (r.type === 'thesis' ? r.genre : undefined)],
];

/**
 * What books, theses and conference papers have and neither Highwire's tags nor Dublin Core's can say, by the names of PRISM
 * ("PRISM Basic Metadata", 4.2) and of EPrints' plugin for `<meta>`.
 */
export const eprintsTags = (r: Reference): MetaTag[] =>
  rows.flatMap(([name, rule]) => {
    const content = rule(r);
    return content ? [[name, content] as const] : [];
  });
