/** Reads JSON, also broken JSON, into values that keep their places. */

import { limits } from '#domain/limits';
import { noteLimit } from './limits-met.ts';
import { spanOf, Tracer, type Traced } from './traced.ts';

/** A value of a JSON text with its span in that text. Kinds other than `string` keep their raw `text`. */
export interface JsonNode {
  kind: 'object' | 'array' | 'string' | 'number' | 'literal';
  start: number;
  end: number;
  parent?: JsonNode;
  depth: number;
  key?: string;
  /** Members of an object (a repeated key: the last counts, as in JSON.parse) or items of an array under their index. */
  members: Map<string, JsonNode>;
  /** For a string: what it says, with the place of every character. For a number or literal: its text. */
  text: Traced;
}

export interface JsonResult {
  root: JsonNode;
  /** One past the last character read. */
  end: number;
  /** Where the text stops being JSON: what was expected at which offset; what is before it is still read. */
  broken?: { at: number; expected: string };
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const space = /[ \t\n\r]*/uy;
const scalar = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const plain = /[^"\\]+/uy;

/** Values that are deeper have no pointer: nobody names them. */
const deepest = limits.pointers.most;

/** RFC 6901: the pointer of a value, from the text's outermost value down; `outer` where JSON is inside a string. */
export function pointerOf(node: JsonNode, outer?: string): string {
  const keys: string[] = [];
  for (let at = node; at.parent; at = at.parent) keys.push((at.key ?? '').replaceAll('~', '~0').replaceAll('/', '~1'));
  const own = keys
    .reverse()
    .map((key) => `/${key}`)
    .join('');
  return outer === undefined ? own : `${outer}#${own}`;
}

const none: Traced = { text: '', runs: [] };

/** A reading of one JSON text, as far as it has come: the value that is open, and where the text stops being JSON. */
class JsonReader {
  readonly source: Traced;
  #at: number;
  #open: JsonNode | undefined;
  #deepest: JsonNode | undefined;
  root: JsonNode | undefined;
  broken: JsonResult['broken'];

  constructor(source: Traced, from: number) {
    this.source = source;
    this.#at = from;
  }

  /** Reads values until the outermost one is closed, or the text is broken. */
  read(): JsonResult | undefined {
    this.#skip();
    while (this.#step());
    if (!this.root) return undefined;
    for (; this.#open; this.#open = this.#open.parent) this.#open.end = this.#at;
    const deep = this.#deepest;
    if (deep) noteLimit('pointers', deep.depth, spanOf(this.source, deep.start, deep.start + 1)?.[0]);
    return { root: this.root, end: this.#at, ...(this.broken ? { broken: this.broken } : {}) };
  }

  /** Reads one value or closes one; false at the end. */
  #step(): boolean {
    let key: string | undefined;
    const open = this.#open;
    if (open) {
      this.#skip();
      if (this.#here === (open.kind === 'object' ? '}' : ']')) return this.#close(open);
      if (open.members.size > 0 && !this.#expect(',', `"," or "${open.kind === 'object' ? '}' : ']'}"`)) return false;
      key = open.kind === 'object' ? this.#name() : String(open.members.size);
      if (key === undefined) return false;
    }
    return this.#value(key) && this.#open !== undefined;
  }

  get #here(): string | undefined {
    return this.source.text[this.#at];
  }

  #skip(): void {
    space.lastIndex = this.#at;
    this.#at += space.exec(this.source.text)?.[0].length ?? 0;
  }

  #stop(expected: string): false {
    this.broken = { at: this.#at, expected };
    return false;
  }

  /** Takes a character and the blanks after it. */
  #expect(char: string, expected: string): boolean {
    if (this.#here !== char) return this.#stop(expected);
    this.#at++;
    this.#skip();
    return true;
  }

  #close(open: JsonNode): boolean {
    this.#at++;
    open.end = this.#at;
    this.#open = open.parent;
    return open.parent !== undefined;
  }

  /** A member's name with its colon; `undefined` if the text breaks off. */
  #name(): string | undefined {
    if (this.#here !== '"') {
      this.#stop('a name in quotation marks');
      return undefined;
    }
    const { text, failure } = this.#string();
    this.#skip();
    if (failure) {
      this.#stop(failure);
      return undefined;
    }
    return this.#expect(':', '":"') ? text.text : undefined;
  }

  /** Reads the value that begins here, and opens it where it has members; false where the text breaks off. */
  #value(key: string | undefined): boolean {
    const char = this.#here;
    const kind = char === '{' ? 'object' : char === '[' ? 'array' : char === '"' ? 'string' : undefined;
    const node = this.#node(kind ?? 'literal', key);
    if (node.depth > (this.#deepest?.depth ?? deepest)) this.#deepest = node;
    if (kind === 'string') {
      const { text, failure } = this.#string();
      node.text = failure ? text : { ...text, ...this.#pointer(node) };
      this.#adopt(node);
      return failure ? this.#stop(failure) : true;
    }
    if (kind) {
      this.#adopt(node);
      this.#at++;
      this.#open = node;
      return true;
    }
    scalar.lastIndex = this.#at;
    const match = scalar.exec(this.source.text)?.[0];
    if (!match) return this.root ? this.#stop('a value') : false;
    node.kind = /^[-\d]/u.test(match) ? 'number' : 'literal';
    const tracer = new Tracer();
    tracer.addSlice(this.source, this.#at, this.#at + match.length);
    node.text = tracer.done(this.#pointer(node).pointer);
    this.#at += match.length;
    this.#adopt(node);
    return true;
  }

  #node(kind: JsonNode['kind'], key: string | undefined): JsonNode {
    const parent = this.#open;
    return {
      kind,
      start: this.#at,
      end: this.#at,
      members: new Map(),
      text: none,
      depth: parent ? parent.depth + 1 : 0,
      ...(parent ? { parent } : {}),
      ...(key === undefined ? {} : { key }),
    };
  }

  #pointer(node: JsonNode): { pointer?: string } {
    return node.depth <= deepest ? { pointer: pointerOf(node, this.source.pointer) } : {};
  }

  /** Puts a value that ends here, or has only begun, into the one that is open. */
  #adopt(node: JsonNode): void {
    node.end = this.#at;
    this.root ??= node;
    const { parent, key } = node;
    if (!parent || key === undefined) return;
    // A repeated key goes to the end, so that `size` still counts what was read.
    if (parent.kind === 'object') parent.members.delete(key);
    parent.members.set(key, node);
  }

  /** What a string says, and what was expected where it breaks off. */
  #string(): { text: Traced; failure?: string } {
    const { text } = this.source;
    const tracer = new Tracer();
    this.#at++;
    for (;;) {
      plain.lastIndex = this.#at;
      const run = plain.exec(text)?.[0].length ?? 0;
      if (run) tracer.addSlice(this.source, this.#at, this.#at + run);
      this.#at += run;
      const char = this.#here;
      if (char === undefined) return { text: tracer.done(), failure: 'a closing quotation mark' };
      if (char === '"') {
        this.#at++;
        return { text: tracer.done() };
      }
      this.#escape(tracer);
    }
  }

  #escape(tracer: Tracer): void {
    const { text } = this.source;
    const next = text[this.#at + 1] ?? '';
    const hex = next === 'u' ? /^[\da-fA-F]{4}/u.exec(text.slice(this.#at + 2, this.#at + 6))?.[0] : undefined;
    const length = hex ? 6 : Math.max(1, 1 + next.length);
    const decoded = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[next] ?? next);
    const span = spanOf(this.source, this.#at, Math.min(text.length, this.#at + length));
    if (span) tracer.add(decoded, ...span);
    this.#at += length;
  }
}

/** Reads one JSON value at `from` without recursion: nesting of any depth ends. `undefined` where none begins. */
export const readJson = (source: Traced, from = 0): JsonResult | undefined => new JsonReader(source, from).read();
