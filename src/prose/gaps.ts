/** Finds in an essay what it says is not known. */

import type { Element, Root, RootContent } from 'hast';
import { normalized } from '#text/normal';
import { hasHan } from '#text/han';
import { textOf } from './tree.ts';

/**
 * How people ask for gaps of knowledge, in both languages. Searches for these phrases find the sections on such gaps.
 */
export const gapPhrases: readonly string[] = [
  'what is open',
  'what is not known',
  'what is unknown',
  'what we do not know',
  'what nobody knows',
  'not yet known',
  'not known',
  'unknown',
  'open questions',
  'unanswered questions',
  'unresolved questions',
  'remaining questions',
  'research gaps',
  'gaps in research',
  'gaps in the literature',
  'gaps in knowledge',
  'knowledge gaps',
  'evidence gaps',
  'gaps in the evidence',
  'further research',
  'future research',
  'future studies',
  'research needs',
  'needs for research',
  'what remains to be studied',
  'not yet studied',
  'what is missing',
  '研究空白',
  '知识空白',
  '证据空白',
  '文献空白',
  '研究缺口',
  '证据缺口',
  '研究不足',
  '尚待回答的问题',
  '尚待研究的问题',
  '有待研究',
  '有待回答的问题',
  '有待进一步研究',
  '未知',
  '未知的问题',
  '尚不清楚',
  '尚不明确',
  '尚不知道',
  '还不知道什么',
  '未解之问',
  '未解决的问题',
  '尚未研究',
  '未来研究方向',
  '后续研究',
  '今后的研究',
];

const plain = (text: string): string => normalized(text, 'NFKC').toLowerCase();

/** Whether a heading is that of a section on gaps: it uses one of these phrases. */
export const asksForGaps = (heading: string): boolean =>
  gapPhrases.some((phrase) =>
    hasHan(phrase)
      ? plain(heading).includes(phrase)
      : ` ${plain(heading).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${phrase} `),
  );

const isSentence = (node: RootContent): node is Element =>
  node.type === 'element' && node.properties['dataBasis'] !== undefined;

/**
 * The statements of absence that begin a paragraph of a section on what is not known: those that a reader understands
 * without the sentence before them. `root` is typed prose (`typeProse`).
 */
export function openStatements({ children }: Root): Element[] {
  const found: Element[] = [];
  let open = false;
  for (const node of children) {
    if (node.type !== 'element') continue;
    if (/^h[1-6]$/u.test(node.tagName)) open = asksForGaps(textOf(node));
    const first = open && node.tagName === 'p' ? node.children.find(isSentence) : undefined;
    if (first?.properties['dataBasis'] === 'absence') found.push(first);
  }
  return found;
}

/** A typed summary up to the end of its first sentence. */
export function firstSentence({ children }: Root): RootContent[] {
  const at = children.findIndex(isSentence);
  return children.slice(0, at + 1);
}
