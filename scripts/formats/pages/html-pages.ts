/** Reads a page that is saved as HTML: its metadata and its text. */

import type { Element, Nodes } from 'hast';
import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { parseHtml, richBlocks } from '../text/html.ts';
import { readJson, type JsonNode } from '../text/json.ts';
import { readMeta, type Meta } from './meta.ts';
import { Page, type Line } from './page.ts';
import { isRecord } from './record-names.ts';
import { readRecord } from './records.ts';
import { readPage } from './read.ts';
import type { Site } from './sites/site-file.ts';
import { pageOf } from './sure.ts';
import { asUtf8 } from '../text/misread.ts';
import { fold, slice, spanOf, traceSource, type Traced } from '../text/traced.ts';

/** Every element of a tree, in the order of the page, without recursion. */
function* elements(root: Nodes): Generator<Element> {
  const stack: Nodes[] = [root];
  while (stack.length > 0) {
    const node = stack.pop() as Nodes;
    if (node.type === 'element') yield node;
    if (node.type === 'element' || node.type === 'root') stack.push(...[...node.children].reverse());
  }
}

/** Whether an element is beside what the page is about, by what its tag means; a site may wrap a whole page in one form. */
const isBeside = ({ tagName, position }: Element): boolean =>
  /^(?:nav|aside|footer|select)$/u.test(tagName) ||
  (tagName === 'form' && (position?.end.offset ?? 0) - (position?.start.offset ?? 0) < 3000);

/** An attribute's value with its place: the tag's own text is searched, so that every character is the source's. */
function attribute(whole: Traced, element: Element, name: string): Traced | undefined {
  const start = element.position?.start.offset ?? 0;
  const end = Math.min(element.position?.end.offset ?? start, start + 20_000);
  const tag = whole.text.slice(start, end);
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || value === undefined) return undefined;
  const at = start + found.index + found[0].lastIndexOf(value);
  const raw = slice(whole, at, at + value.length);
  // References in the attribute are decoded; many programs escape twice, and no title has a reference as its words.
  const [block] = value.includes('&') ? richBlocks(raw) : [];
  const [again] = block && reference.test(block.text) ? richBlocks(block) : [];
  return again ?? block ?? fold(raw);
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/iu;

/** Reads a saved page: metadata first, which publishers write for machines; then the text as any page's. */
export function readHtmlPage(source: SourceText, site?: Site, weights?: Page['weights']): Reading {
  const root = parseHtml(source.text, true);
  const whole = traceSource(source, 0, source.text.length);
  if (!root) {
    const read = new Page(source, undefined, textLines(whole, null));
    read.notice('warning', 'markup-too-deep', undefined, {
      seen: 'markup that no browser page has: too many tags, or too deep',
      expected: 'a saved web page',
      remedy: 'save the page as plain text and import that',
    });
    return readPage(read);
  }
  const metas: Meta[] = [];
  const scripts: Traced[] = [];
  for (const element of elements(root)) {
    if (element.tagName === 'meta') {
      const name = attribute(whole, element, 'name') ?? attribute(whole, element, 'property');
      const content = attribute(whole, element, 'content');
      if (name && content?.text) metas.push({ name: name.text.toLowerCase(), content });
    }
    const [child] = element.children;
    if (
      element.tagName === 'script' &&
      /ld\+json/iu.test(String(element.properties['type'] ?? '')) &&
      child?.type === 'text'
    )
      scripts.push(slice(whole, child.position?.start.offset ?? 0, child.position?.end.offset ?? 0));
  }
  const read = new Page(source, undefined, textLines(whole, root), weights);
  readMeta(read, metas);
  for (const script of scripts) readLinkedData(read, script);
  // Where metadata state the paper, what the markup calls a menu or an aside is the site's.
  if (read.titleStated)
    for (const { position } of [...elements(root)].filter(isBeside))
      read.furniture('navigation', position?.start.offset ?? 0, position?.end.offset ?? 0);
  // What is in the head and in tags is markup; what the body says is read as text.
  const reading = readPage(read, site);
  pageOf(reading)?.furniture('markup', 0, source.text.length);
  return reading;
}

/** Members under which a record names other works. */
const others =
  /^(?:citation|citations|references|isBasedOn|hasPart|mentions|itemListElement|isRelatedTo|relatedLink|recommendation|workExample|exampleOfWork|review|comment|subjectOf|potentialAction)$/u;

/** Kinds of schema.org's works, those that are surely the page's own before books, of which a page may name others. */
const kinds = [/article|thesis|chapter|report|scholarly/iu, /^book$/iu];

/** The first work that a page's schema.org records speak of, alone, in a list, in a graph or inside a web page. */
function readLinkedData(page: Page, script: Traced): void {
  const start = script.text.search(/[[{]\s*["{[]/u);
  const result = start < 0 ? undefined : readJson(script, start);
  if (!result) return;
  const records = [...recordsOf(result.root)];
  for (const kind of kinds) {
    const found = records.find(({ types }) => kind.test(types));
    if (!found) continue;
    readRecord(page, found.node, [0, 0], true);
    return;
  }
}

/** The bibliographic records in a value, outermost first, each with the names of its kinds. */
function* recordsOf(root: JsonNode): Generator<{ node: JsonNode; types: string }> {
  const queue: { node: JsonNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = queue.shift(); next && queue.length < 2000; next = queue.shift()) {
    const { node, depth } = next;
    const type = node.members.get('@type');
    const types = type ? [type.text.text, ...[...type.members.values()].map((one) => one.text.text)].join(' ') : '';
    if (types && isRecord(node, true)) yield { node, types: types.trim() };
    if (depth < 6)
      for (const [key, child] of node.members)
        if ((child.kind === 'object' || child.kind === 'array') && !others.test(key))
          queue.push({ node: child, depth: depth + 1 });
  }
}

/** The paragraphs that the markup sets apart, as lines. */
function textLines(whole: Traced, root: Nodes | null): Line[] {
  const body = root ? ([...elements(root)].find((element) => element.tagName === 'body') ?? root) : null;
  const blocks = richBlocks(whole, body);
  return blocks.map((block, index) => {
    const [start, end] = spanOf(block) ?? [0, 0];
    const traced = asUtf8(block);
    return { index, start, end, traced, text: traced.text };
  });
}
