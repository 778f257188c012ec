/** Tells JSON of an unknown shape from a page, and names what it holds. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { readJson, type JsonNode } from '../text/json.ts';

/** The outermost values of a text that is JSON from its first character to its last: one, or one object per line. */
function jsonOf({ text }: SourceText): JsonNode[] {
  const from = /^\ufeff?\s{0,99}(?=\[\s*[[{]|\{\s*")/u.exec(text)?.[0].length;
  const roots: JsonNode[] = [];
  for (let at = from; at !== undefined;) {
    const read = readJson({ text, runs: [] }, at);
    if (!read || read.broken) return [];
    roots.push(read.root);
    const next = text.slice(read.end).search(/\S/u);
    if (next < 0) return roots;
    at = text[read.end + next] === '{' ? read.end + next : undefined;
  }
  return [];
}

const beside = /^(?:doi|authors?|author_?string|creators?|abstract|abstract_?text|pub_?year|year|journal.*)$/iu;

/** The titles of what looks like records: objects with a title and something that a paper has beside. */
function titlesIn(roots: readonly JsonNode[]): Set<string> {
  const titles = new Set<string>();
  const open = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    const members = [...node.members];
    const title =
      node.kind === 'object'
        ? members.find(([key, { kind }]) => /^title$/iu.test(key) && kind === 'string')
        : undefined;
    if (title && members.some(([key]) => beside.test(key))) titles.add(title[1].text.text);
    open.push(...members.map(([, child]) => child));
  }
  return titles;
}

/** Whether a reading as a page found a paper in it: the answer of a service for one paper says enough by its names. */
const isFound = ({ drafts: [draft, ...others] }: Reading): boolean =>
  draft !== undefined &&
  !others.length &&
  draft.titles.length > 0 &&
  (draft.authors.length > 0 || draft.abstracts.length > 0 || draft.doi !== undefined);

/**
 * A notice for JSON of an unknown shape that was read as a page; it names what the file holds and which export to choose.
 * `isRead` where its one paper was found, and stays.
 */
export function unknownJson(source: SourceText, reading: Reading): { notice: Notice; isRead: boolean } | undefined {
  const roots = jsonOf(source);
  const [root] = roots;
  if (!root) return undefined;
  const titles = titlesIn(roots).size;
  const isRead = titles < 2 && isFound(reading);
  const one = root.kind === 'array' ? [...root.members.values()][0] : root;
  const keys = [...(one?.members.keys() ?? [])].slice(0, 6).map((key) => key.slice(0, 40));
  const named = keys.length ? ` with ${keys.join(', ')}` : '';
  const shape =
    roots.length > 1
      ? `${roots.length} objects, one after another,${named}`
      : root.kind === 'array'
        ? `${root.members.size} values${named}`
        : `an object${named}`;
  const notice: Notice = {
    severity: 'warning',
    rule: 'json-of-no-known-kind',
    place: { file: source.file },
    seen: `a file of JSON: ${shape}${titles ? `; ${titles} of what looks like records` : ''}`,
    expected: 'CSL-JSON (Zotero, Mendeley), or what Crossref answers: items with a type, and a title or a DOI',
    remedy: isRead
      ? 'export the same record as CSL-JSON or RIS, and import that; what the names of its members tell is read, and much may be missing'
      : 'export the same records as CSL-JSON or RIS, and import that; this file is not read',
  };
  return { notice, isRead };
}
