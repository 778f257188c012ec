import { limits } from '#domain/limits';
import type { SourceText } from '#domain/source';
import type { Mark } from '#domain/text';
import { referencedCharacter } from './entities.ts';
import { meetLimit } from './limits-met.ts';
import { join, traceSource, spanOf, standsFor, type Traced } from './traced.ts';

export interface XmlElement {
  /** Local name, without its namespace prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** The element with its tags. */
  start: number;
  end: number;
}
export type XmlNode = XmlElement | { text: Traced };

export interface XmlFile {
  root: XmlElement;
  /** Tags, declarations and comments. */
  syntax: [number, number][];
  /** Elements that were never closed, or closed without being open. */
  unbalanced: number;
  /** Where the document type declares entities of its own. */
  entities?: [number, number];
}

const isElement = (node: XmlNode): node is XmlElement => 'name' in node;

/**
 * Reads XML of any quality with the place of every character of text: never throws, closes what is left open, hangs what
 * is nested too deep on the last level (so that nothing overflows), resolves
 * XML's own and numeric references alone; a document type's entities and external files are never read.
 */
export function readXml(source: SourceText): XmlFile {
  const { text } = source;
  const root: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: text.length };
  const stack: XmlElement[] = [root];
  const syntax: [number, number][] = [];
  let unbalanced = 0;
  let entities: [number, number] | undefined;
  let tooDeep: number | undefined;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const top = () => stack.at(-1) ?? root;
  const skip = (end: string, from: number) => {
    const found = text.indexOf(end, from);
    const past = found < 0 ? text.length : found + end.length;
    syntax.push([at, past]);
    at = past;
  };
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const textEnd = open < 0 ? text.length : open;
    if (textEnd > at) top().children.push({ text: withReferences(source, at, textEnd) });
    if (open < 0) break;
    at = open;
    if (text.startsWith('<!--', at)) skip('-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) {
      const found = text.indexOf(']]>', at + 9);
      const end = found < 0 ? text.length : found;
      top().children.push({ text: traceSource(source, at + 9, end) });
      syntax.push([at, at + 9], [end, Math.min(end + 3, text.length)]);
      at = Math.min(end + 3, text.length);
    } else if (text.startsWith('<?', at)) skip('?>', at + 2);
    else if (text.startsWith('<!', at)) {
      const declaration = at;
      skip(subsetEnd(text, at), at + 2);
      const first = entities ? -1 : text.slice(declaration, at).indexOf('<!ENTITY');
      if (first >= 0) entities = [declaration + first, Math.min(at, declaration + first + 200)];
    } else {
      const past = tagEnd(text, at);
      const tag = /^<(\/?)(?:[\w.-]*:)?([\w.-]{1,80})/u.exec(text.slice(at, Math.min(past, at + 200)));
      if (!tag) {
        // A lone "<" is text.
        top().children.push({ text: traceSource(source, at, at + 1) });
        at++;
        continue;
      }
      syntax.push([at, past]);
      const name = tag[2] ?? '';
      if (tag[1]) {
        const depth = stack.findLastIndex((element) => element.name === name);
        if (depth > 0) {
          unbalanced += stack.length - 1 - depth;
          for (const element of stack.splice(depth)) element.end = past;
        } else unbalanced++;
      } else {
        const element: XmlElement = {
          name,
          attributes: attributesOf(text.slice(at, past)),
          children: [],
          start: at,
          end: past,
        };
        top().children.push(element);
        if (!text.startsWith('/>', past - 2)) {
          if (stack.length < limits.nesting.most) stack.push(element);
          else tooDeep ??= at;
        }
      }
      at = past;
    }
  }
  if (tooDeep !== undefined) meetLimit('nesting', stack.length + 1, tooDeep);
  for (const element of stack.slice(1)) element.end = text.length;
  return { root, syntax, unbalanced: unbalanced + stack.length - 1, ...(entities ? { entities } : {}) };
}

/** A document type with an internal subset ends at `]>`, without one at `>`. */
function subsetEnd(text: string, at: number): string {
  const bracket = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  return bracket >= 0 && bracket < close ? ']>' : '>';
}

/** Past the `>` that ends a tag; one inside an attribute's quotes does not. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  // A tag longer than this is no tag: its quotes do not match.
  const most = Math.min(text.length, at + 20_000);
  for (let i = at + 1; i < most; i++) {
    const c = text[i] ?? '';
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  const close = text.indexOf('>', at);
  return close < 0 ? text.length : close + 1;
}

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of tag
    .slice(0, 5000)
    .matchAll(/([\w:.-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/gu))
    attributes[name] = (double ?? single ?? '').replace(/&[#\w]{1,10};/gu, (ref) => referencedCharacter(ref) ?? ref);
  return attributes;
}

function withReferences(source: SourceText, from: number, to: number): Traced {
  const raw = source.text.slice(from, to);
  if (!raw.includes('&')) return traceSource(source, from, to);
  const parts: Traced[] = [];
  let done = 0;
  for (const match of raw.matchAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu)) {
    const character = referencedCharacter(match[0]);
    if (character === undefined) continue;
    if (match.index > done) parts.push(traceSource(source, from + done, from + match.index));
    done = match.index + match[0].length;
    parts.push(standsFor(character, from + match.index, from + done));
  }
  if (from + done < to) parts.push(traceSource(source, from + done, to));
  return join(parts);
}

export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);

/** The first descendant by a path of names, `Article/Journal/ISSN`. */
export function at(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let here = element;
  for (const name of path.split('/')) here = childrenOf(here, name)[0];
  return here;
}

/** Every descendant of a name, in document order, not looking inside those found. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (one: XmlElement) => {
    for (const child of childrenOf(one)) {
      if (child.name === name) found.push(child);
      else walk(child);
    }
  };
  walk(element);
  return found;
}

const markOf: Readonly<Record<string, Mark['tag']>> = {
  i: 'i',
  italic: 'i',
  em: 'i',
  b: 'b',
  bold: 'b',
  sub: 'sub',
  sup: 'sup',
};

/** EndNote's `<style face="italic">`. */
const faces: readonly [RegExp, Mark['tag']][] = [
  [/italic/u, 'i'],
  [/bold/u, 'b'],
  [/subscript/u, 'sub'],
  [/superscript/u, 'sup'],
];

/** What says again what stands beside it, or stands at the foot of the page. */
const notText = /^(?:tex-math|annotation|annotation-xml|fn|graphic)$/u;

/** Which child of an element of MathML is lowered or raised. */
const scripts: Readonly<Record<string, readonly (Mark['tag'] | undefined)[]>> = {
  msub: [undefined, 'sub'],
  msup: [undefined, 'sup'],
  msubsup: [undefined, 'sub', 'sup'],
};

const none: Traced = { text: '', runs: [] };

/** All the text within an element, inline elements as marks; formulas keep their letters, and what is lowered or raised. */
export function textOf(element: XmlElement): Traced {
  const hasMath = element.children.some((child) => isElement(child) && child.name === 'math');
  const positions = element.children.filter(isElement);
  const parts = element.children.map((child): Traced => {
    if (!isElement(child)) return child.text;
    if (notText.test(child.name) && (child.name !== 'tex-math' || hasMath)) return none;
    const own = textOf(child);
    const script = Object.hasOwn(scripts, element.name) ? scripts[element.name]?.[positions.indexOf(child)] : undefined;
    const inner: Traced =
      script && own.text
        ? { ...own, marks: [...(own.marks ?? []), { tag: script, start: 0, end: own.text.length }] }
        : own;
    const face = child.name === 'style' ? (child.attributes['face'] ?? '') : '';
    const tags = face
      ? faces.filter(([pattern]) => pattern.test(face)).map(([, tag]) => tag)
      : [Object.hasOwn(markOf, child.name) ? markOf[child.name] : undefined].filter((tag) => tag !== undefined);
    if (!tags.length || !inner.text) return inner;
    return {
      ...inner,
      marks: [...(inner.marks ?? []), ...tags.map((tag) => ({ tag, start: 0, end: inner.text.length }))],
    };
  });
  return join(parts.filter((part) => part.text !== ''));
}

/** From the first to the last character of an element's content. */
export const contentSpan = (element: XmlElement): [number, number] =>
  spanOf(textOf(element)) ?? [element.start, element.start];
