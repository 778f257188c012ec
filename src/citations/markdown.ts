/** Writes references as Markdown. */

import { doiUrl } from '#domain/identifiers';
import { endedBy, formatOfPieces } from './format.ts';
import { plainReference } from './plain.ts';
import { toReference, type Reference } from './reference.ts';
import { notesOf } from './reference-notes.ts';

/**
 * Text with every character escaped that CommonMark could read as markup (§2.4 lets any ASCII punctuation be escaped),
 * so that what a record says never becomes a link, an image, HTML or emphasis.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>()#+!|~&:@]/gu, '\\$&')
    // At the beginning of a line these open a list or underline a heading; "www." is a link to GitHub's Markdown.
    .replace(/^(\d*)([-=.])/u, '$1\\$2')
    .replace(/\bwww\./giu, (start) => `${start.slice(0, -1)}\\.`);

/** An address inside `<…>`: nothing in it can end the link. */
const markdownAddress = (address: string): string => `<${address.replace(/[<>\s\\]/gu, encodeURIComponent)}>`;

function entry(r: Reference, text: string, abstracts: boolean): string {
  const address = r.doi ? doiUrl(r.doi) : r.url;
  const lines = [`- **${markdownText(r.title?.text ?? r.id)}**  `, `  ${markdownText(text)}`];
  if (address) lines[1] += `  \n  ${markdownAddress(address)}`;
  for (const note of notesOf(r, { titles: 0 })) lines.push('', `  ${markdownText(note)}`);
  if (abstracts && r.abstract) lines.push('', `  > ${markdownText(r.abstract.text)}`);
  return lines.join('\n');
}

/** Markdown, by CommonMark 0.31: a list with one entry per paper, its abstract as a quotation. */
export const markdown = formatOfPieces({
  name: 'markdown',
  title: { en: 'Markdown', zh: 'Markdown' },
  extension: 'md',
  mediaType: 'text/markdown',
  piece(paper, { abstracts = true, formatted }) {
    const r = toReference(paper);
    return entry(r, formatted?.(paper)[0]?.text ?? plainReference(r), abstracts);
  },
  file: endedBy('\n'),
});
