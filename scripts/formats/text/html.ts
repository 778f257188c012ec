import type { Element, Nodes, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Mark } from '#domain/text';
import { limits } from '#domain/limits';
import { sources } from '#text/characters';
import { meetLimit } from './limits-met.ts';
import { slice, spanOf, tidyMarks, Tracer, type Traced } from './traced.ts';

/** A paragraph or list item that markup or line breaks set apart. */
export interface Block extends Traced {
  as: 'paragraph' | 'item';
  /** Of a heading, such as `<h3>` or `<jats:title>`: the label of what follows. */
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
/** Elements whose content is no text. */
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
 * follows then stands within it. What it holds is text like any other.
 */
function withoutNoscript<T extends Nodes>(node: T): T {
  if (node.type === 'element' && node.tagName === 'noscript') node.tagName = 'div';
  if ('children' in node) for (const child of node.children) withoutNoscript(child);
  return node;
}

/** Adds a text node's value, each character with the stretch of markup that says it. */
function addText(tracer: Tracer, source: Traced, node: Text, chars: (text: string, from: number, to: number) => void) {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const { value } = node;
  const raw = source.text.slice(start, end);
  if (raw === value) {
    for (const run of slice(source, start, end).runs) chars(value.slice(run.start, run.end), run.from, run.to);
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
    if (span) chars(value.slice(j, j + said), ...span);
    i += length;
    j += said;
  }
  if (j < value.length) tracer.addUntraced(value.slice(j));
}

/** What a joiner means, the characters beside it say, which may be written as references: it stays here. */
const folding = new RegExp(`(?<blanks>(?:${sources.blank})+)|(?:${sources.neverSeen}|\\p{Surrogate})+`, 'gu');

/** A value parsed as HTML; one with too many tags is reported. */
function parseValue(source: Traced): Root | undefined {
  const root = parseHtml(source.text);
  if (!root) meetLimit('valueTags', tagsIn(source.text), source.runs[0]?.from);
  return root;
}

/**
 * The text of HTML as paragraphs with marks; scripts, styles and all attributes are gone. `root` is the parsed text where
 * the caller has it, and `null` where the text cannot be parsed.
 */
export function richBlocks(source: Traced, root: Nodes | null | undefined = parseValue(source)): Block[] {
  const out: Block[] = [];
  let tracer = new Tracer();
  let marks: Mark[] = [];
  let open: { tag: Mark['tag']; start: number }[] = [];
  let as: Block['as'] = 'paragraph';
  let heading = false;
  let space: [number, number] | undefined;
  const chars = (text: string, raw: number, rawEnd: number) => {
    const exact = text.length === rawEnd - raw;
    const word = (start: number, end: number): void => {
      const [a, b] = exact ? [raw + start, raw + end] : [raw, rawEnd];
      if (space && tracer.length > 0) {
        if (space[1] <= a) tracer.add(' ', space[0], space[1]);
        else tracer.addUntraced(' ');
      }
      space = undefined;
      tracer.add(text.slice(start, end), a, b);
    };
    // Folding happens here so that marks count in the folded text.
    let from = 0;
    for (const match of text.matchAll(folding)) {
      const past = match.index + match[0].length;
      if (match.index > from) word(from, match.index);
      const [a, b] = exact ? [raw + match.index, raw + past] : [raw, rawEnd];
      if (match.groups?.['blanks']) space = space ? [Math.min(space[0], a), Math.max(space[1], b)] : [a, b];
      from = past;
    }
    if (from < text.length) word(from, text.length);
  };
  const flush = () => {
    const traced = tracer.done(source.pointer);
    if (traced.text) {
      for (const mark of open) marks.push({ tag: mark.tag, start: mark.start, end: traced.text.length });
      const tidy = tidyMarks(marks, traced.text);
      out.push({ ...traced, ...(tidy.length ? { marks: tidy } : {}), as, heading });
    }
    tracer = new Tracer();
    marks = [];
    open = open.map(({ tag }) => ({ tag, start: 0 }));
    space = undefined;
  };
  if (!root) {
    // Markup that cannot be parsed is cut out tag by tag.
    for (const match of source.text.matchAll(/<[^<>]*>|[^<]+|</gu)) {
      if (match[0].length > 1 && match[0].startsWith('<')) continue;
      for (const run of slice(source, match.index, match.index + match[0].length).runs)
        chars(match[0].slice(run.start, run.end), run.from, run.to);
    }
    flush();
    return out;
  }

  // An explicit stack: the tree may be deep.
  const stack: { node: Nodes; leave?: () => void }[] = [{ node: root }];
  while (stack.length > 0) {
    const { node, leave } = stack.pop() as { node: Nodes; leave?: () => void };
    if (leave) {
      leave();
      continue;
    }
    if (node.type === 'text') addText(tracer, source, node, chars);
    if (node.type !== 'element' && node.type !== 'root') continue;
    const name = node.type === 'element' ? localName(node.tagName) : '';
    if (silent.has(name)) continue;
    const isBlock = blocks.has(name);
    const tag = Object.hasOwn(marksOf, name) ? marksOf[name] : undefined;
    if (isBlock) {
      flush();
      if (name === 'li' || name === 'list-item') as = 'item';
      if (headings.has(name)) heading = true;
    }
    if (tag) open.push({ tag, start: tracer.length + (space && tracer.length > 0 ? 1 : 0) });
    stack.push({
      node,
      leave: () => {
        if (tag) {
          const mark = open.pop();
          if (mark && tracer.length > mark.start) marks.push({ tag: mark.tag, start: mark.start, end: tracer.length });
        }
        if (!isBlock) return;
        flush();
        if (name === 'li' || name === 'list-item') as = 'paragraph';
        if (headings.has(name)) heading = false;
      },
    });
    for (const child of [...(node as Element).children].reverse()) stack.push({ node: child });
  }
  flush();
  return out;
}
