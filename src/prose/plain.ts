/** Reads short prose, such as titles: as plain words, or as sentences with a basis. */

import type { Root } from 'hast';
import { foldSpace, sentenceSpans } from '#domain/text';
import type { Basis } from './basis.ts';
import { writeBased } from './element.ts';
import { element, parseProse, textOf } from './tree.ts';

/** A title or summary for lists, feeds and search engines: only its words. */
export const plainProse = (mdx: string): string =>
  foldSpace(
    parseProse(mdx)
      .children.map((node) => (node.type === 'doctype' || node.type === 'mdxjsEsm' ? '' : textOf(node)))
      .join(''),
  );

/** A text without markup whose sentences all have one basis: the question of the review, the scope of a concept. */
export function typePlain(text: string, basis: Basis): Root {
  const root: Root = { type: 'root', children: [] };
  let at = 0;
  for (const [start, end] of sentenceSpans(text)) {
    root.children.push({ type: 'text', value: text.slice(at, start) });
    root.children.push(
      element('span', writeBased({ basis, rests: [] }), [{ type: 'text', value: text.slice(start, end) }]),
    );
    at = end;
  }
  return root;
}
