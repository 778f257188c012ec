import { notesOf, type Reference } from '../reference.ts';
import type { MetaTag } from './highwire.ts';

/**
 * What Zotero has no tag for, as lines of its field "Extra": the number of PubMed Central, a retraction, registrations, the
 * title in another language. The tag is of Zotero's own RDF vocabulary; no other program reads it.
 */
export function zoteroTags(r: Reference): MetaTag[] {
  const lines = [...(r.pmcid ? [`PMCID: ${r.pmcid}`] : []), ...notesOf(r, { titles: 0 })];
  return lines.length > 0 ? [['z:extra', lines.join('\n')]] : [];
}
