/** Reads an essay (MDX) into a tree. */

import type { Element, ElementContent, Root } from 'hast';
import { hanStretches } from '#text/han-marks';
import { mdxToHast, type MdxJsxFlowElementHast, type MdxJsxTextElementHast } from 'satteri';

/** A quotation must equal its source, so quotation marks, hyphens and dots are not changed. */
export const features = { smartPunctuation: false } as const;

/** A syntax error in MDX: an unclosed tag, a brace without its partner. Line and column count from 1. */
export class MdxFault extends Error {
  readonly line: number;
  readonly column: number;
  constructor(why: string, line: number, column: number) {
    super(why);
    this.line = line;
    this.column = column;
  }
}

/**
 * A text of the reviewers as a tree whose places are offsets in `mdx`.
 * @throws MdxFault
 */
export function parseProse(mdx: string): Root {
  try {
    const tree = mdxToHast(mdx, { features });
    if (tree.type === 'root') return tree;
    throw new Error(`1:1: ${tree.type} and no text`);
  } catch (cause) {
    const [, line, column, why] =
      /^(\d+):(\d+): ([^]*?)(?: \([a-z-]+:[a-z-]+\))?$/u.exec((cause as Error).message) ?? [];
    // The message names its place once more in brackets.
    const fault = (why ?? (cause as Error).message).replace(` (${line}:${column})`, '');
    throw new MdxFault(fault, Number(line ?? 1), Number(column ?? 1));
  }
}

/** An element written as a tag. MDX distinguishes it from elements made by Markdown. */
export type Tag = MdxJsxFlowElementHast | MdxJsxTextElementHast;
export const isTag = (node: ElementContent): node is Tag =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The name of an element of either kind. */
export const nameOf = (node: ElementContent): string | undefined =>
  node.type === 'element' ? node.tagName : isTag(node) ? (node.name ?? undefined) : undefined;

/** The text of an expression that is only a string: `{"…"}`. Any other expression would have to be run. */
export const literal = (expression: string): string | undefined => {
  const found = /^\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*$/u.exec(expression);
  return found?.[1] ?? found?.[2];
};

/** The attributes of a tag whose values are plain text; one without a value is empty. */
export function attributesOf(tag: Tag): Record<string, string> {
  const found: Record<string, string> = {};
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    const text = typeof value === 'string' ? value : value ? literal(value.value) : '';
    if (text !== undefined) found[name] = text;
  }
  return found;
}

/** A property of an element of either kind, where it is plain text. */
export function propertyOf(node: ElementContent, name: string): string | undefined {
  const value = node.type === 'element' ? node.properties[name] : isTag(node) ? attributesOf(node)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export const childrenOf = (node: ElementContent): ElementContent[] => ('children' in node ? node.children : []);

/** The words of a node that readers see. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return literal(node.value) ?? '';
  if (nameOf(node) === 'br') return '\n';
  return childrenOf(node).map(textOf).join('');
}

/** The same node with other children. */
export const withChildren = (node: ElementContent, children: ElementContent[]): ElementContent =>
  'children' in node ? { ...node, children } : node;

/** Text of a quotation, whose half-width marks between Chinese characters are seen full-width and stay what they are. */
const quotedText = (text: string): ElementContent[] =>
  hanStretches(text).map((stretch) => {
    const node: ElementContent = { type: 'text', value: stretch.text };
    if (stretch.as === undefined) return node;
    return element('span', { className: ['han-mark'], dataAs: stretch.as }, [element('span', {}, [node])]);
  });

/** The same node with its tags of HTML as plain elements, so that the components of the site show them. */
export function plain(node: ElementContent): ElementContent {
  const name = nameOf(node);
  const children = childrenOf(node).map(plain);
  if (!isTag(node) || name === undefined || /^[A-Z]/u.test(name)) return withChildren(node, children);
  const isQuotation = name === 'q' || name === 'blockquote';
  const shown = children.flatMap((child) => (isQuotation && child.type === 'text' ? quotedText(child.value) : [child]));
  return element(name, attributesOf(node), shown);
}

export const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
