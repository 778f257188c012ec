/** Reads HTML into elements and text that keep their places. */

import type { Nodes, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Mark } from '#domain/text';
import { limits } from '#domain/limits';
import { sources } from '#text/characters';
import { noteLimit } from './limits-met.ts';
import { slice, spanOf, tidyMarks, Tracer, type Traced } from './traced.ts';

/** A paragraph or list item that markup or line breaks set apart. */
export interface Block extends Traced {
  as: 'paragraph' | 'item';
  /** For a heading, such as `<h3>` or `<jats:title>`: the label of what follows. */
  heading: boolean;
}

/** Markup that pages leave in their plain text: JATS and simple inline tags. All else in angle brackets is text. */
export const inlineMarkup =
  /<\/?(?:jats:[a-z-]{1,30}|i|b|em|strong|sub|sup|p|br|italic|bold|span)(?:\s[^<>]{0,200})?\/?>/iu;

const marksOf: Readonly<Record<string, Mark['tag']>> = {
  i: 'i',
  em: 'i',
  italic: 'i',
  b: 'b',
  strong: 'b',
  bold: 'b',
  sub: 'sub',
  inf: 'sub',
  sup: 'sup',
};
/** Elements whose content is not text. */
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'head',
  'textarea',
  'noframes',
  // TeX beside MathML says the formula again.
  'annotation',
  'annotation-xml',
]);
const blocks = new Set(
  'p div li ul ol dl dt dd section article header footer main aside nav table tr td th blockquote pre br hr h1 h2 h3 h4 h5 h6 title sec abstract list list-item form figure figcaption'.split(
    ' ',
  ),
);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title', 'dt']);
const localName = (tagName: string): string => tagName.slice(tagName.indexOf(':') + 1);
const parser = unified().use(rehypeParse, { fragment: true });

/** How many tags a text has at most; counting ends past `most`. */
function tagsIn(text: string, most = Infinity): number {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0 && tags <= most; at = text.indexOf('<', at + 1)) tags++;
  return tags;
}

/** Parses `text` as HTML; `undefined` where it is deeper or busier than an honest page. */
export function parseHtml(text: string, whole = false): Root | undefined {
  const { most } = whole ? limits.tags : limits.valueTags;
  if (tagsIn(text, most) > most) return undefined;
  try {
    return whole ? unified().use(rehypeParse).parse(text) : withoutNoscript(parser.parse(text));
  } catch {
    // The tree builder recurses: nesting that overflows its stack is not read as markup.
    return undefined;
  }
}

/**
 * Within an abstract `noscript` is a mere wrapper: its end tag may count for nothing (inside a paragraph), and all that
 * follows is then inside it. What it holds is text like any other.
 */
function withoutNoscript<T extends Nodes>(node: T): T {
  if (node.type === 'element' && node.tagName === 'noscript') node.tagName = 'div';
  if ('children' in node) for (const child of node.children) withoutNoscript(child);
  return node;
}

/** Adds a text node's value, each character with the stretch of markup that says it. */
function addText(source: Traced, node: Text, out: Paragraphs): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const { value } = node;
  const raw = source.text.slice(start, end);
  if (raw === value) {
    for (const run of slice(source, start, end).runs) out.add(value.slice(run.start, run.end), run.from, run.to);
    return;
  }
  let i = 0;
  let j = 0;
  while (j < value.length && i < raw.length) {
    let length = 1;
    let said = 1;
    if (raw[i] === '&') {
      const entity = /^&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[A-Za-z]\w{0,31});?/u.exec(raw.slice(i, i + 40))?.[0];
      const stays = entity && value.startsWith(entity, j) && !/^&amp;?$/iu.test(entity);
      if (entity && !stays) {
        length = entity.length;
        said = String.fromCodePoint(value.codePointAt(j) ?? 32).length;
        // A named reference without its semicolon may be the beginning of a longer word: `&ltx`.
        if (!entity.endsWith(';') && !entity.startsWith('&#')) {
          while (length > 2 && raw[i + length] !== value[j + said] && i + length <= raw.length) length--;
        }
      }
    } else if (raw[i] !== value[j]) {
      if (raw[i] === '<') {
        const close = raw.indexOf('>', i);
        i = close < 0 ? raw.length : close + 1;
        continue;
      }
      if (raw[i] === '\r' && value[j] === '\n') length = raw[i + 1] === '\n' ? 2 : 1;
    }
    const span = spanOf(source, start + i, Math.min(end, start + i + length));
    if (span) out.add(value.slice(j, j + said), ...span);
    i += length;
    j += said;
  }
  if (j < value.length) out.addUntraced(value.slice(j));
}

/** What a joiner means, the characters beside it say, which may be written as references: it stays here. */
const folding = new RegExp(`(?<blanks>(?:${sources.blank})+)|(?:${sources.neverSeen}|\\p{Surrogate})+`, 'gu');

/** A value parsed as HTML; one with too many tags is reported. */
function parseValue(source: Traced): Root | undefined {
  const root = parseHtml(source.text);
  if (!root) noteLimit('valueTags', tagsIn(source.text), source.runs[0]?.from);
  return root;
}

/** Collects the text of HTML block by block: white space is folded here, so that marks count in the folded text. */
class Paragraphs {
  readonly done: Block[] = [];
  readonly #source: Traced;
  #tracer = new Tracer();
  #marks: Mark[] = [];
  #open: { tag: Mark['tag']; start: number }[] = [];
  #space: [number, number] | undefined;
  as: Block['as'] = 'paragraph';
  heading = false;

  constructor(source: Traced) {
    this.#source = source;
  }

  /** Adds characters that the source says from `from` to `to`. */
  add(text: string, from: number, to: number): void {
    const isExact = text.length === to - from;
    const placeOf = (start: number, end: number): [number, number] =>
      isExact ? [from + start, from + end] : [from, to];
    let at = 0;
    for (const match of text.matchAll(folding)) {
      const past = match.index + match[0].length;
      if (match.index > at) this.#word(text.slice(at, match.index), ...placeOf(at, match.index));
      const [start, end] = placeOf(match.index, past);
      if (match.groups?.['blanks'])
        this.#space = this.#space ? [Math.min(this.#space[0], start), Math.max(this.#space[1], end)] : [start, end];
      at = past;
    }
    if (at < text.length) this.#word(text.slice(at), ...placeOf(at, text.length));
  }

  #word(text: string, from: number, to: number): void {
    if (this.#space && this.#tracer.length > 0) {
      if (this.#space[1] <= from) this.#tracer.add(' ', ...this.#space);
      else this.#tracer.addUntraced(' ');
    }
    this.#space = undefined;
    this.#tracer.add(text, from, to);
  }

  /** Adds characters that the source does not say. */
  addUntraced(text: string): void {
    this.#tracer.addUntraced(text);
  }

  openMark(tag: Mark['tag']): void {
    this.#open.push({ tag, start: this.#tracer.length + (this.#space && this.#tracer.length > 0 ? 1 : 0) });
  }

  closeMark(): void {
    const mark = this.#open.pop();
    if (mark && this.#tracer.length > mark.start) this.#marks.push({ ...mark, end: this.#tracer.length });
  }

  /** Ends the block; marks that are open go on in the next one. */
  end(): void {
    const traced = this.#tracer.done(this.#source.pointer);
    if (traced.text) {
      for (const mark of this.#open) this.#marks.push({ ...mark, end: traced.text.length });
      const marks = tidyMarks(this.#marks, traced.text);
      this.done.push({ ...traced, ...(marks.length ? { marks } : {}), as: this.as, heading: this.heading });
    }
    this.#tracer = new Tracer();
    this.#marks = [];
    this.#open = this.#open.map(({ tag }) => ({ tag, start: 0 }));
    this.#space = undefined;
  }
}

/** The text of markup that cannot be parsed: it is cut out tag by tag. */
function withoutTags(source: Traced): Block[] {
  const out = new Paragraphs(source);
  for (const match of source.text.matchAll(/<[^<>]*>|[^<]+|</gu)) {
    if (match[0].length > 1 && match[0].startsWith('<')) continue;
    for (const run of slice(source, match.index, match.index + match[0].length).runs)
      out.add(match[0].slice(run.start, run.end), run.from, run.to);
  }
  out.end();
  return out.done;
}

/** Enters an element, and gives what is to do when its content is read. */
function enter(name: string, out: Paragraphs): () => void {
  const isBlock = blocks.has(name);
  const isItem = name === 'li' || name === 'list-item';
  const tag = Object.hasOwn(marksOf, name) ? marksOf[name] : undefined;
  if (isBlock) {
    out.end();
    if (isItem) out.as = 'item';
    if (headings.has(name)) out.heading = true;
  }
  if (tag) out.openMark(tag);
  return () => {
    if (tag) out.closeMark();
    if (!isBlock) return;
    out.end();
    if (isItem) out.as = 'paragraph';
    if (headings.has(name)) out.heading = false;
  };
}

/**
 * The text of HTML as paragraphs with marks; scripts, styles and all attributes are gone. `root` is the parsed text where
 * the caller has it, and `null` where the text cannot be parsed.
 */
export function richBlocks(source: Traced, root: Nodes | null | undefined = parseValue(source)): Block[] {
  if (!root) return withoutTags(source);
  const out = new Paragraphs(source);
  // An explicit stack: the tree may be deep.
  const stack: (Nodes | (() => void))[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (typeof node === 'function') node();
    else if (node.type === 'text') addText(source, node, out);
    else if (node.type === 'root' || (node.type === 'element' && !silent.has(localName(node.tagName)))) {
      if (node.type === 'element') stack.push(enter(localName(node.tagName), out));
      for (const child of node.children.toReversed()) stack.push(child);
    }
  }
  out.end();
  return out.done;
}
