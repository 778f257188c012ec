/** Cuts the reviewers' prose into sentences. */

import type { ElementContent } from 'hast';
import { sentenceSpans } from '#domain/text';
import { childrenOf, nameOf, textOf, withChildren } from './tree.ts';

/** The end of a sentence, with closing quotation marks and brackets. */
export const ends = /[.!?。！？…][\])”’"'）」』》]*\s*$/u;

/**
 * The words of a run of inline nodes, prepared for cutting into sentences, with the same length. A stop inside a
 * quotation ends no sentence, except at the end of the quotation; code counts as a word.
 */
function masked(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node, index) => {
      const name = nameOf(node);
      if (name === 'q')
        return maskedQuotation(
          textOf(node),
          nodes
            .slice(index + 1)
            .map(textOf)
            .join(''),
        );
      if (name === 'code') return textOf(node).replace(/[^]/gu, 'X');
      return 'children' in node && name !== 'br' ? masked(node.children) : textOf(node);
    })
    .join('');
}

function maskedQuotation(words: string, after: string): string {
  const inner = words.replace(/[.!?。！？]/gu, ',');
  const stop = /[.!?。！？]$/u.exec(words)?.[0];
  const goesOn = !/^[\])”’"'）」』》]*(?:\s*$|\s+[\p{Lu}\p{N}]|\s*\p{Script=Han})/u.test(after);
  return `Q${inner.slice(1, stop && !goesOn ? -1 : undefined)}${stop && !goesOn ? stop : ''}`.slice(0, words.length);
}

/** The sentences of a run as `[start, end)` of its words. */
export const spansOf = (nodes: readonly ElementContent[]): [number, number][] => sentenceSpans(masked(nodes));

/** `[start, end)` of a run's words as nodes. An element across the cut is divided into two. */
export function slice(nodes: readonly ElementContent[], start: number, end: number): ElementContent[] {
  const found: ElementContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const { length } = textOf(node);
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    // A note without words belongs to the sentence before it.
    if (length === 0 ? at > start && at <= end : to > from) found.push(part(node, from, to, length));
    at += length;
  }
  return found;
}

function part(node: ElementContent, from: number, to: number, length: number): ElementContent {
  if (from === 0 && to === length) return node;
  if (node.type === 'text') return { type: 'text', value: node.value.slice(from, to) };
  return withChildren(node, slice(childrenOf(node), from, to));
}

/** The offset in the MDX of a position in a run's words, as near as the tree says. */
export function offsetIn(nodes: readonly ElementContent[], place: number): number {
  let at = 0;
  let last = 0;
  for (const node of nodes) {
    const { length } = textOf(node);
    const start = node.position?.start.offset ?? last;
    last = node.position?.end.offset ?? start;
    if (place < at + length || (place === at + length && length > 0 && node === nodes.at(-1))) {
      if ('children' in node) return offsetIn(node.children, place - at) || start;
      return last - start === length ? start + place - at : start;
    }
    at += length;
  }
  return last;
}
