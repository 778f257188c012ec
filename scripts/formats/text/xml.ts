/** Reads XML into elements and texts that keep their places. */

import { limits } from '#domain/limits';
import type { SourceText } from '#domain/source';
import type { Mark } from '#domain/text';
import { referencedCharacter } from './entities.ts';
import { mathScripts } from './inline.ts';
import { noteLimit } from './limits-met.ts';
import { join, traceSource, spanOf, madeFrom, type Traced } from './traced.ts';

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

/** A reading of one XML text, as far as it has come: the elements that are open, from the root down. */
class XmlReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #root: XmlElement;
  readonly #open: XmlElement[];
  readonly #syntax: [number, number][] = [];
  #unbalanced = 0;
  #entities: [number, number] | undefined;
  #tooDeep: number | undefined;
  #at: number;

  constructor(source: SourceText) {
    this.#source = source;
    this.#text = source.text;
    this.#root = { name: '', attributes: {}, children: [], start: 0, end: source.text.length };
    this.#open = [this.#root];
    this.#at = source.text.startsWith('\ufeff') ? 1 : 0;
  }

  read(): XmlFile {
    const { length } = this.#text;
    while (this.#at < length) {
      const tag = this.#text.indexOf('<', this.#at);
      const end = tag < 0 ? length : tag;
      if (end > this.#at) this.#add({ text: withReferences(this.#source, this.#at, end) });
      this.#at = end;
      if (end < length) this.#markup();
    }
    for (const element of this.#open.slice(1)) element.end = length;
    if (this.#tooDeep !== undefined) noteLimit('nesting', this.#open.length + 1, this.#tooDeep);
    return {
      root: this.#root,
      syntax: this.#syntax,
      unbalanced: this.#unbalanced + this.#open.length - 1,
      ...(this.#entities ? { entities: this.#entities } : {}),
    };
  }

  #add(node: XmlNode): void {
    (this.#open.at(-1) ?? this.#root).children.push(node);
  }

  /** Reads what begins with the `<` that is next. */
  #markup(): void {
    const begins = (text: string): boolean => this.#text.startsWith(text, this.#at);
    if (begins('<!--')) this.#skip('-->', 4);
    else if (begins('<![CDATA[')) this.#cdata();
    else if (begins('<?')) this.#skip('?>', 2);
    else if (begins('<!')) this.#declaration();
    else this.#tag();
  }

  /** Passes over markup that ends in `end`, which is `length` characters away at least. */
  #skip(end: string, length: number): void {
    const found = this.#text.indexOf(end, this.#at + length);
    const past = found < 0 ? this.#text.length : found + end.length;
    this.#syntax.push([this.#at, past]);
    this.#at = past;
  }

  #cdata(): void {
    const start = this.#at + '<![CDATA['.length;
    const found = this.#text.indexOf(']]>', start);
    const end = found < 0 ? this.#text.length : found;
    const past = Math.min(end + 3, this.#text.length);
    this.#add({ text: traceSource(this.#source, start, end) });
    this.#syntax.push([this.#at, start], [end, past]);
    this.#at = past;
  }

  #declaration(): void {
    const start = this.#at;
    this.#skip(subsetEnd(this.#text, start), 2);
    const first = this.#entities ? -1 : this.#text.slice(start, this.#at).indexOf('<!ENTITY');
    if (first >= 0) this.#entities = [start + first, Math.min(this.#at, start + first + 200)];
  }

  #tag(): void {
    const start = this.#at;
    const past = tagEnd(this.#text, start);
    const head = this.#text.slice(start, Math.min(past, start + 200));
    const [, slash, name = ''] = /^<(\/?)(?:[\w.-]*:)?([\w.-]{1,80})/u.exec(head) ?? [];
    if (!name) {
      // A lone "<" is text.
      this.#add({ text: traceSource(this.#source, start, start + 1) });
      this.#at++;
      return;
    }
    this.#syntax.push([start, past]);
    this.#at = past;
    if (slash) this.#close(name, past);
    else this.#begin(name, start, past);
  }

  #close(name: string, past: number): void {
    const depth = this.#open.findLastIndex((element) => element.name === name);
    if (depth <= 0) {
      this.#unbalanced++;
      return;
    }
    this.#unbalanced += this.#open.length - 1 - depth;
    for (const element of this.#open.splice(depth)) element.end = past;
  }

  #begin(name: string, start: number, past: number): void {
    const attributes = attributesOf(this.#text.slice(start, past));
    const element: XmlElement = { name, attributes, children: [], start, end: past };
    this.#add(element);
    if (this.#text.startsWith('/>', past - 2)) return;
    if (this.#open.length < limits.nesting.most) this.#open.push(element);
    else this.#tooDeep ??= start;
  }
}

/**
 * Reads XML of any quality with the place of every character of text: never throws, closes what is left open, puts
 * what is nested too deep on the last level (so that nothing overflows), resolves only XML's own and numeric
 * references; a document type's entities and external files are never read.
 */
export const readXml = (source: SourceText): XmlFile => new XmlReader(source).read();

/** A document type with an internal subset ends at `]>`, without one at `>`. */
function subsetEnd(text: string, at: number): string {
  const bracket = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  return bracket >= 0 && bracket < close ? ']>' : '>';
}

/** Past the `>` that ends a tag; one inside an attribute's quotes does not. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  // A tag longer than this is not a tag: its quotes do not match.
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
    parts.push(madeFrom(character, from + match.index, from + done));
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

/** What repeats the text beside it, or belongs to the foot of the page. */
const notText = /^(?:tex-math|annotation|annotation-xml|fn|graphic)$/u;

const none: Traced = { text: '', runs: [] };

/** All the text within an element, inline elements as marks; formulas keep their letters, and what is lowered or raised. */
export function textOf(element: XmlElement): Traced {
  const hasMath = element.children.some((child) => isElement(child) && child.name === 'math');
  const positions = element.children.filter(isElement);
  const parts = element.children.map((child): Traced => {
    if (!isElement(child)) return child.text;
    if (notText.test(child.name) && (child.name !== 'tex-math' || hasMath)) return none;
    const own = textOf(child);
    const script = Object.hasOwn(mathScripts, element.name)
      ? mathScripts[element.name]?.[positions.indexOf(child)]
      : undefined;
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
