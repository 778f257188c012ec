/** Writes references as plain text. */

import { displayName } from '#domain/person';
import type { CitationFormat } from './format.ts';
import { pagesOf, toReference, type Reference } from './reference.ts';

/** Text that ends as a sentence does. */
const stopped = (text: string): string => (/[.。!?！？]$/u.test(text) ? text : `${text}.`);

/**
 * A reference in no journal's style, for where no style engine has been: authors, year, title, container, place in it,
 * address. "n.d." means a year that is not known.
 */
export function plainReference(r: Reference): string {
  const issue = r.issue ? `(${r.issue})` : '';
  const place = [[r.container, (r.volume ?? '') + issue].filter(Boolean).join(' '), pagesOf(r, '–')]
    .filter(Boolean)
    .join(': ');
  const authors = r.authors.map(displayName).join(', ');
  const address = r.doi ? `https://doi.org/${r.doi}` : (r.url ?? r.fulltext);
  return [
    [authors, `(${r.issued?.slice(0, 4) ?? 'n.d.'}).`].filter(Boolean).join(' '),
    ...[r.title?.text, place, r.publisher].filter((text) => !!text).map((text) => stopped(text ?? '')),
    address,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Formatted references, one per line; several styles are under their names. Plain UTF-8 text. */
export const plain: CitationFormat = {
  name: 'text',
  title: { en: 'Formatted references (text)', zh: '格式化参考文献（文本）' },
  extension: 'txt',
  mediaType: 'text/plain',
  write(papers, { formatted } = {}) {
    if (!formatted) return papers.map((paper) => `${plainReference(toReference(paper))}\n`).join('');
    const styles = new Map<string, { id: string; text: string; byAuthor?: true }[]>();
    for (const paper of papers)
      for (const { style, ...reference } of formatted(paper)) {
        const list = styles.get(style);
        const line = { id: paper.id, ...reference };
        if (list) list.push(line);
        else styles.set(style, [line]);
      }
    return [...styles]
      .map(([style, list]) => {
        // An id begins with its first author, Chinese names in pinyin.
        if (list.some(({ byAuthor }) => byAuthor)) list.sort((a, b) => (a.id < b.id ? -1 : 1));
        return `${style}\n\n${list.map(({ text }) => text).join('\n')}\n`;
      })
      .join('\n\n');
  },
};
