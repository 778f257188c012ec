/** The values of YAML texts, with the place of each. A text is parsed once, and its values can be kept for later runs. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document } from 'yaml';
import type { Notice } from '#domain/notice';
import { keyFor, type Store } from './store/index.ts';

/** The value of a file in the content folder, and where each part of it is. */
export interface Written {
  file: string;
  /** Dates are strings as they are written, because YAML 1.2 has no date type. */
  value: unknown;
  /**
   * The place of a value, by the keys and indices that lead to it; where it is absent, the place of what would contain
   * it.
   */
  at: (path: readonly PropertyKey[]) => Notice['place'];
}

interface ParsedYaml {
  lines: LineCounter;
  documents: Document.Parsed[];
}

/** A YAML text that was read: how it is parsed, once, and the values of its documents as JSON where they are known. */
interface ReadYaml {
  parsed: () => ParsedYaml;
  values?: string;
}

/** The last texts that were read: the steps of a build read the vocabulary and the ids one after another. */
const readTexts = new Map<string, ReadYaml>();
const mostTexts = 40;

/** Where the values of texts are kept for later runs: a vocabulary takes far longer to parse than its JSON. */
const keptValues = new AsyncLocalStorage<Store>();
/** The characters of a text that is worth keeping. */
const leastKept = 2000;

/** Keeps the values of YAML texts without faults in a store as long as `run` runs. */
export const keepingYaml = <T>(store: Store, run: () => Promise<T>): Promise<T> => keptValues.run(store, run);

/** What is known of a text. The documents are never changed: each reader makes values of its own. */
function readOf(text: string): ReadYaml {
  const before = readTexts.get(text);
  if (before) return before;
  let parsed: ParsedYaml | undefined;
  const parse = (): ParsedYaml => {
    const lines = new LineCounter();
    return {
      lines,
      documents: [...parseAllDocuments(text, { lineCounter: lines, schema: 'core', prettyErrors: false })],
    };
  };
  const kept = text.length < leastKept ? undefined : keptValues.getStore()?.get(keyFor<string>('yaml', text));
  const read = { parsed: () => (parsed ??= parse()), ...(kept === undefined ? {} : { values: kept }) };
  const [oldest] = readTexts.keys();
  if (readTexts.size >= mostTexts && oldest !== undefined) readTexts.delete(oldest);
  readTexts.set(text, read);
  return read;
}

/** Reads YAML documents. `before` is the number of lines before the text in its file. */
export function yamlValues(text: string, file: string, notices: Notice[], before = 0): Written[] {
  const read = readOf(text);
  const placed = ([start, end]: Range): Notice['place'] => {
    const { line, col } = read.parsed().lines.linePos(start);
    const [shown = ''] = text.slice(start, end).split(/\r?\n/u, 1);
    return { file, line: line + before, columns: [col, col + Math.max(1, shown.length)] };
  };
  const written = (value: unknown, i: number): Written => ({
    file,
    value,
    at: (path) => {
      const document = read.parsed().documents[i];
      return document ? placed(rangeOf(document, path)) : { file };
    },
  });
  if (read.values !== undefined) return (JSON.parse(read.values) as unknown[]).map(written);
  const { documents } = read.parsed();
  // A file with nothing but comments has no document.
  if (!documents.length) return [{ file, value: null, at: () => placed([0, 0]) }];
  const found: Written[] = [];
  for (const [i, document] of documents.entries()) {
    const value = valueOf(document);
    if ('problem' in value) notices.push(broken(file, value.problem, placed(value.at)));
    else found.push(written(value.value, i));
  }
  if (found.length < documents.length) return [];
  keepValues(text, read, found);
  return found;
}

/** Keeps the values of a text, where JSON says all of them: it has no `.nan` and no `.inf`. */
function keepValues(text: string, read: ReadYaml, found: readonly Written[]): void {
  if (text.length < leastKept) return;
  const values = found.map(({ value }) => value);
  const json = JSON.stringify(values);
  if (!isDeepStrictEqual(JSON.parse(json), values)) return;
  read.values = json;
  keptValues.getStore()?.set(keyFor<string>('yaml', text), json);
}

/** Start and end of a stretch of text, as offsets. */
type Range = readonly [start: number, end: number, ...more: number[]];

/** The value of a document, or its problem and where that is. */
function valueOf(document: Document.Parsed): { value: unknown } | { problem: string; at: Range } {
  // The library only warns about an unknown tag, such as the `!x` of an unquoted text, and then gives an empty text.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) return { problem: fault.message, at: fault.pos };
  const alias = badAlias(document);
  if (alias) return alias;
  try {
    return { value: document.toJS() };
  } catch {
    // The one error that it throws is aliases of aliases, where a few bytes expand to millions of values.
    return { problem: 'aliases (*name) for too many values', at: rangeOf(document, []) };
  }
}

/** Finds an alias of nothing, or of something that contains the alias. */
function badAlias(document: Document.Parsed): { problem: string; at: Range } | undefined {
  const anchors = new Set<string>();
  let bad: { problem: string; at: Range } | undefined;
  visit(document, {
    Node(_key, node, path) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor);
        return undefined;
      }
      const inside = path.some((above) => isNode(above) && !isAlias(above) && above.anchor === node.source);
      if (anchors.has(node.source) && !inside) return undefined;
      const problem = inside ? 'which is an alias of itself' : 'and no &anchor of that name before it';
      bad = { problem: `the alias *${node.source}, ${problem}`, at: node.range ?? [0, 0] };
      return visit.BREAK;
    },
  });
  return bad;
}

/**
 * The place of a value: of a scalar its own, of others that of the key. Where it is absent, the nearest value above it.
 */
function rangeOf(document: Document.Parsed, path: readonly PropertyKey[]): Range {
  let node: unknown = document.contents;
  let range: Range = document.contents?.range ?? document.range;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(key));
      if (!pair || !isScalar(pair.key)) break;
      range = pair.key.range ?? range;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node)) range = node.range ?? range;
    } else break;
  }
  return (isScalar(node) && node.range) || range;
}

export const broken = (file: string, seen: string, place: Notice['place'] = { file }): Notice => ({
  severity: 'error',
  rule: 'yaml-broken',
  place,
  seen,
  expected: 'valid YAML',
  remedy: 'fix the line; a text with a colon in it or a sign at its beginning needs quotation marks',
});
