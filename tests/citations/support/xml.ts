import { SaxesParser } from 'saxes';
import type { Seen } from './seen.ts';

/** An element as two parsers agree on it: name, attributes, children and its own text. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

const node = (name: string, attributes: Record<string, string> = {}): Node => ({
  name,
  attributes,
  children: [],
  text: '',
});

export function treeBySaxes(xml: string): Node {
  const root = node('');
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = node(name, attributes);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

/** What fast-xml-parser makes with `preserveOrder`: `[{ name: [children], ':@': attributes }]`. */
export function treeOfFast(ordered: readonly Record<string, unknown>[], name = '', attributes = {}): Node {
  const made = node(name, attributes);
  for (const item of ordered)
    for (const [key, value] of Object.entries(item)) {
      if (key === ':@') continue;
      if (key === '#text') made.text += String(value);
      else {
        const held = (item[':@'] ?? {}) as Record<string, unknown>;
        const own = Object.fromEntries(Object.entries(held).map(([k, v]) => [k.replace('@_', ''), String(v)]));
        made.children.push(treeOfFast(value as Record<string, unknown>[], key, own));
      }
    }
  return made;
}

const all = (parent: Node | undefined, ...path: string[]): Node[] =>
  path.reduce<Node[]>(
    (found, name) => found.flatMap((n) => n.children.filter((c) => c.name === name)),
    parent ? [parent] : [],
  );

const words = (n: Node | undefined): string | undefined => {
  if (!n) return undefined;
  return (n.text + n.children.map((child) => words(child) ?? '').join('')).trim() || undefined;
};
const first = (parent: Node | undefined, ...path: string[]): string | undefined => words(all(parent, ...path)[0]);

export const seenInEndnote = (root: Node): Seen[] =>
  all(root, 'xml', 'records', 'record').map((record) => ({
    title: first(record, 'titles', 'title'),
    authors: all(record, 'contributors', 'authors', 'author').map((author) => words(author) ?? ''),
    year: first(record, 'dates', 'year'),
    journal: first(record, 'titles', 'secondary-title'),
    volume: first(record, 'volume'),
    issue: first(record, 'number'),
    pages: first(record, 'pages'),
    doi: first(record, 'electronic-resource-num'),
    issn: first(record, 'isbn'),
    pmid: first(record, 'accession-num'),
    abstract: first(record, 'abstract'),
    keywords: all(record, 'keywords', 'keyword').map((keyword) => words(keyword) ?? ''),
    url: first(record, 'urls', 'related-urls', 'url'),
    language: first(record, 'language'),
  }));

const ofType = (nodes: readonly Node[], type: string): Node | undefined =>
  nodes.find((n) => n.attributes['type'] === type);

export const seenInMods = (root: Node): Seen[] =>
  all(root, 'modsCollection', 'mods').map((record) => {
    const host = ofType(all(record, 'relatedItem'), 'host');
    const part = all(host, 'part')[0];
    const detail = (type: string) => first(ofType(all(part, 'detail'), type), 'number');
    const identifier = (type: string) =>
      words(ofType([...all(record, 'identifier'), ...all(host, 'identifier')], type));
    return {
      title: first(
        all(record, 'titleInfo').find(({ attributes }) => !attributes['type']),
        'title',
      ),
      authors: all(record, 'name').map((name) => {
        const named = (type: string) => words(ofType(all(name, 'namePart'), type));
        return [named('family') ?? first(name, 'namePart'), named('given')].filter(Boolean).join(', ');
      }),
      year: first(record, 'originInfo', 'dateIssued'),
      journal: first(host, 'titleInfo', 'title'),
      volume: detail('volume'),
      issue: detail('issue'),
      pages: [first(part, 'extent', 'start'), first(part, 'extent', 'end')].filter(Boolean).join('-'),
      doi: identifier('doi'),
      issn: identifier('issn'),
      pmid: identifier('pmid'),
      abstract: words(all(record, 'abstract').find(({ attributes }) => !attributes['type'])),
      keywords: all(record, 'subject', 'topic').map((topic) => words(topic) ?? ''),
      url: first(record, 'location', 'url'),
      language: first(record, 'language', 'languageTerm'),
    };
  });
