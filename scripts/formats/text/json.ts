import { limits } from '#domain/limits';
import { meetLimit } from './limits-met.ts';
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
  /** Of a string: what it says, with the place of every character. Of a number or literal: its text. */
  text: Traced;
}

export interface JsonResult {
  root: JsonNode;
  /** One past the last character read. */
  end: number;
  /** Where the text stops being JSON: what was expected at which offset; what stands before it is still read. */
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

/** RFC 6901: the pointer of a value, from the text's outermost value down; `outer` where JSON stands inside a string. */
export function pointerOf(node: JsonNode, outer?: string): string {
  const keys: string[] = [];
  for (let at = node; at.parent; at = at.parent) keys.push((at.key ?? '').replaceAll('~', '~0').replaceAll('/', '~1'));
  const own = keys
    .reverse()
    .map((key) => `/${key}`)
    .join('');
  return outer === undefined ? own : `${outer}#${own}`;
}

/** Reads one JSON value at `from` without recursion: nesting of any depth ends. `undefined` where none begins. */
export function readJson(source: Traced, from = 0): JsonResult | undefined {
  const { text } = source;
  let at = from;
  const skip = () => {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const none: Traced = { text: '', runs: [] };
  const node = (kind: JsonNode['kind'], parent: JsonNode | undefined, key: string | undefined): JsonNode => ({
    kind,
    start: at,
    end: at,
    members: new Map(),
    text: none,
    depth: parent ? parent.depth + 1 : 0,
    ...(parent ? { parent } : {}),
    ...(key === undefined ? {} : { key }),
  });

  const readString = (into: JsonNode): string | undefined => {
    const tracer = new Tracer();
    at++;
    for (;;) {
      plain.lastIndex = at;
      const run = plain.exec(text)?.[0].length ?? 0;
      if (run) tracer.addSlice(source, at, at + run);
      at += run;
      const char = text[at];
      if (char === undefined) {
        into.text = tracer.done();
        return 'a closing quotation mark';
      }
      if (char === '"') {
        at++;
        into.text = tracer.done();
        return undefined;
      }
      const next = text[at + 1] ?? '';
      const hex = next === 'u' ? /^[\da-fA-F]{4}/u.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
      const length = hex ? 6 : Math.max(1, 1 + next.length);
      const decoded = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[next] ?? next);
      const span = spanOf(source, at, Math.min(text.length, at + length));
      if (span) tracer.add(decoded, ...span);
      at += length;
    }
  };

  skip();
  let root: JsonNode | undefined;
  let open: JsonNode | undefined;
  let broken: JsonResult['broken'];
  let tooDeep: JsonNode | undefined;
  const stop = (expected: string) => {
    broken = { at, expected };
  };

  for (;;) {
    let key: string | undefined;
    if (open) {
      skip();
      const closing = open.kind === 'object' ? '}' : ']';
      if (text[at] === closing) {
        at++;
        open.end = at;
        open = open.parent;
        if (!open) break;
        continue;
      }
      if (open.members.size > 0) {
        if (text[at] !== ',') {
          stop(`"," or "${closing}"`);
          break;
        }
        at++;
        skip();
      }
      if (open.kind === 'object') {
        if (text[at] !== '"') {
          stop('a name in quotation marks');
          break;
        }
        const name = node('string', undefined, undefined);
        const failure = readString(name);
        key = name.text.text;
        skip();
        if (failure || text[at] !== ':') {
          stop(failure ?? '":"');
          break;
        }
        at++;
        skip();
      } else key = String(open.members.size);
    }
    const char = text[at];
    const kind = char === '{' ? 'object' : char === '[' ? 'array' : char === '"' ? 'string' : undefined;
    const value = node(kind ?? 'literal', open, key);
    if (value.depth > (tooDeep?.depth ?? deepest)) tooDeep = value;
    const adopt = () => {
      root ??= value;
      if (open && key !== undefined) {
        // A repeated key goes to the end, so that `size` still counts what was read.
        while (open.members.has(key) && open.kind === 'object' && open.members.get(key) !== value)
          open.members.delete(key);
        open.members.set(key, value);
      }
    };
    if (kind === 'string') {
      const failure = readString(value);
      value.end = at;
      adopt();
      if (failure) {
        stop(failure);
        break;
      }
      if (value.depth <= deepest) value.text = { ...value.text, pointer: pointerOf(value, source.pointer) };
    } else if (kind) {
      adopt();
      at++;
      open = value;
    } else {
      scalar.lastIndex = at;
      const match = scalar.exec(text)?.[0];
      if (!match) {
        if (!root) return undefined;
        stop('a value');
        break;
      }
      value.kind = /^[-\d]/u.test(match) ? 'number' : 'literal';
      const tracer = new Tracer();
      tracer.addSlice(source, at, at + match.length);
      value.text = tracer.done(value.depth <= deepest ? pointerOf(value, source.pointer) : undefined);
      at += match.length;
      value.end = at;
      adopt();
    }
    if (!open) break;
  }
  if (!root) return undefined;
  if (tooDeep) meetLimit('pointers', tooDeep.depth, spanOf(source, tooDeep.start, tooDeep.start + 1)?.[0]);
  for (; open; open = open.parent) open.end = at;
  return { root, end: at, ...(broken ? { broken } : {}) };
}
