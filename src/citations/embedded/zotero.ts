/** `<meta>` tags that only Zotero reads, for the page of a paper. */

import { type Reference } from '../reference.ts';
import { notesOf } from '../reference-notes.ts';
import { typeNames } from '../types.ts';
import type { MetaTag } from './highwire.ts';

/**
 * What Zotero has no tag for, as lines of its field "Extra": the number of PubMed Central, a retraction, registrations, the
 * title in another language. The tag is of Zotero's own RDF vocabulary; no other program reads it.
 */
export function zoteroTags(r: Reference): MetaTag[] {
  // Of these no tag of another vocabulary says the type.
  const itemType: MetaTag[] =
    r.type === 'article' || r.type === 'document' ? [['z:itemType', typeNames[r.type].local]] : [];
  const lines = [...(r.pmcid ? [`PMCID: ${r.pmcid}`] : []), ...notesOf(r, { titles: 0, translators: true })];
  return lines.length > 0 ? [...itemType, ['z:extra', lines.join('\n')]] : itemType;
}
