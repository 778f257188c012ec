/** Finds the sentences of a page of prose, and what each rests on. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { foldSpace } from '#domain/text';
import { type AbsenceCheck, type Basis, checkOf, type Rest, restOf, restsIn, shownBasis, wrappers } from './basis.ts';
import { ends, offsetIn, slice, spansOf } from './cut.ts';
import { type Based, writeBased } from './element.ts';
import {
  attributesOf,
  childrenOf,
  element,
  isTag,
  nameOf,
  plain,
  propertyOf,
  type Tag,
  textOf,
  withChildren,
} from './tree.ts';

/** A sentence of the reviewers, as it is checked and shown. */
export interface Sentence {
  /** Absent where neither the sentence nor a tag around it names one. */
  basis?: Basis;
  /** The text that readers see. */
  text: string;
  /** The text without the words in quotation elements. */
  own: string;
  /** The text without the words in quotation elements and in links. */
  beside: string;
  /** `[start, end)` in the MDX. */
  start: number;
  end: number;
  rests: Rest[];
  /** What an absence is checked against. */
  check?: AbsenceCheck;
}

/** A tag in a place where it is not allowed. */
export interface Misplaced {
  what: 'inside-sentence' | 'inside-tag' | 'attribute';
  tag: string;
  detail: string;
  start: number;
  end: number;
}

/** A text of the reviewers in which every sentence has an element of its own, with a list of the sentences. */
export interface Typed {
  root: Root;
  sentences: Sentence[];
  /** Headings and heads of tables. They are names and state nothing. */
  labels: Sentence[];
  misplaced: Misplaced[];
}

/** What surrounds the current nodes. */
interface Around {
  wrapper?: { basis: Basis; check?: AbsenceCheck } | undefined;
  /** True in headings and heads of tables, which are names unless they end as sentences do, or show a basis. */
  label: boolean;
  /** True where sentences outside of any block become paragraphs. */
  free: boolean;
  /** The paper that the following quotation comes from. */
  before?: Rest | undefined;
}

const blocks = new Set(
  (
    'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const labels = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'caption', 'dt', 'summary']);

const isContent = (node: RootContent): node is ElementContent => node.type !== 'doctype' && node.type !== 'mdxjsEsm';
const isWrapper = (node: ElementContent): node is Tag => isTag(node) && Object.hasOwn(wrappers, node.name ?? '');
const isBlock = (node: ElementContent): boolean =>
  isWrapper(node)
    ? node.type === 'mdxJsxFlowElement'
    : blocks.has(nameOf(node) ?? '') || /^[A-Z]/u.test(nameOf(node) ?? '');
const wordsOf = (nodes: readonly ElementContent[]): string => nodes.map(textOf).join('');
const isBlank = (nodes: readonly ElementContent[]): boolean => wordsOf(nodes).trim() === '';

/** The words without those of the named elements. */
const wordsBut = (names: readonly string[], nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => {
      if (names.includes(nameOf(node) ?? '')) return ' ';
      return 'children' in node ? wordsBut(names, node.children) : textOf(node);
    })
    .join('');

/** Finds the sentences of a text and puts each into an element that says its basis and what it rests on. */
export function typeProse({ children }: Root): Typed {
  const typed: Typed = { root: { type: 'root', children: [] }, sentences: [], labels: [], misplaced: [] };
  const code = children.filter((node) => !isContent(node));
  typed.root.children = [...code, ...walk(children.filter(isContent), { label: false, free: true }, typed)];
  return typed;
}

/** Like `typeProse`, but for a text of one paragraph, such as a summary: its sentences without a paragraph element. */
export function typeParagraph(root: Root): Typed {
  const typed = typeProse(root);
  const [only, ...more] = typed.root.children.filter((node) => isContent(node) && !isBlank([node]));
  if (only && more.length === 0 && isContent(only) && nameOf(only) === 'p') typed.root.children = childrenOf(only);
  return typed;
}

/**
 * Like `typeProse`, but for a title. The text before the first colon, or all of it, is a name; the text after a colon
 * is a statement, so it must name its basis.
 */
export function typeTitle(root: Root): Typed {
  const typed: Typed = { root: { type: 'root', children: [] }, sentences: [], labels: [], misplaced: [] };
  const nodes = root.children.filter(isContent).flatMap((node) => (nameOf(node) === 'p' ? childrenOf(node) : [node]));
  const words = wordsOf(nodes);
  const colon = /[:：]\s*(?=\S)/u.exec(words);
  const name = slice(nodes, 0, colon ? colon.index + colon[0].length : words.length);
  const statement = colon ? slice(nodes, colon.index + colon[0].length, words.length) : [];
  const around = { label: true, free: false };
  typed.root.children = [...runOf(name, around, typed), ...runOf(statement, { ...around, label: false }, typed)];
  return typed;
}

/** Keeps blocks as they are and makes sentences of what is between them. */
function walk(nodes: readonly ElementContent[], around: Around, typed: Typed): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    made.push(...(isBlank(run) ? run : runOf(run, around, typed)));
    run = [];
  };
  nodes.forEach((node, index) => {
    if (isBlock(node)) {
      flush();
      const next = nodes.slice(index + 1).find((it) => textOf(it).trim() !== '');
      const before = next && nameOf(next) === 'blockquote' ? restOf(propertyOf(next, 'cite')) : undefined;
      made.push(...typedBlock(node, { ...around, before }, typed));
    } else run.push(node);
  });
  flush();
  return made;
}

function typedBlock(node: ElementContent, around: Around, typed: Typed): ElementContent[] {
  const name = nameOf(node) ?? '';
  if (isWrapper(node)) return walk(node.children, { ...around, ...wrapped(node, around, typed) }, typed);
  if (name === 'blockquote') return [quotationOf(node, typed)];
  if (name === 'pre' || name === 'hr' || !('children' in node)) return [node];
  const children = name === 'table' ? namedCells(node.children) : node.children;
  const label = around.label || labels.has(name);
  return [withChildren(node, walk(children, { ...around, label, free: false }, typed))];
}

/** A block quotation: each of its sentences rests on the quoted paper. */
function quotationOf(node: ElementContent, typed: Typed): Element {
  const rest = restOf(propertyOf(node, 'cite'));
  const rests = rest ? [rest] : [];
  for (const [start, end] of spansOf([{ type: 'text', value: textOf(node) }]))
    typed.sentences.push({
      basis: 'quotation',
      text: foldSpace(textOf(node).slice(start, end)),
      own: '',
      beside: '',
      start: node.position?.start.offset ?? 0,
      end: node.position?.end.offset ?? 0,
      rests,
    });
  const shown = plain(node);
  const properties = shown.type === 'element' ? shown.properties : {};
  return element('blockquote', { ...properties, ...writeBased({ basis: 'quotation', rests }) }, childrenOf(shown));
}

/** The heads of a table name its columns. Where the first one is empty, the first column has the names of the rows. */
function namedCells(parts: readonly ElementContent[]): ElementContent[] {
  const isCell = (it: ElementContent): boolean => ['th', 'td'].includes(nameOf(it) ?? '');
  const rows = (part: ElementContent): ElementContent[] => childrenOf(part).filter((it) => nameOf(it) === 'tr');
  const [head] = parts.filter((it) => nameOf(it) === 'thead').flatMap(rows);
  const corner = head && childrenOf(head).find(isCell);
  const namesRows = corner !== undefined && textOf(corner).trim() === '';
  const changed = (part: ElementContent, make: (cell: Element, isFirst: boolean) => Element): ElementContent =>
    withChildren(
      part,
      childrenOf(part).map((row) => {
        const first = childrenOf(row).find(isCell);
        return withChildren(
          row,
          childrenOf(row).map((it) => (it.type === 'element' && isCell(it) ? make(it, it === first) : it)),
        );
      }),
    );
  return parts.map((part) => {
    if (nameOf(part) === 'thead')
      return changed(part, (cell, isFirst) =>
        isFirst && namesRows
          ? element('td', {}, cell.children)
          : element(cell.tagName, { ...cell.properties, scope: 'col' }, cell.children),
      );
    if (nameOf(part) !== 'tbody' || !namesRows) return part;
    return changed(part, (cell, isFirst) => (isFirst ? element('th', { scope: 'row' }, cell.children) : cell));
  });
}

/** What a tag says about the sentences in it. */
function wrapped(tag: Tag, around: Around, typed: Typed): Pick<Around, 'wrapper'> {
  const name = tag.name ?? '';
  const { basis, attributes } = wrappers[name] ?? { basis: 'reading', attributes: [] };
  const given = attributesOf(tag);
  const tell = (what: Misplaced['what'], detail: string): void =>
    void typed.misplaced.push({ what, tag: name, detail, ...extentOf(tag) });
  if (around.wrapper) tell('inside-tag', name);
  for (const attribute of Object.keys(given)) if (!attributes.includes(attribute)) tell('attribute', attribute);
  return { wrapper: { basis, ...(basis === 'absence' ? { check: checkOf(given) } : {}) } };
}

/** A run of inline nodes. The inside of a tag and the text between tags are cut into sentences separately. */
function runOf(nodes: ElementContent[], around: Around, typed: Typed): ElementContent[] {
  if (around.label && isName(nodes)) {
    typed.labels.push(sentenceOf(nodes, { ...around, wrapper: undefined }));
    return nodes.map(plain);
  }
  const made: ElementContent[] = [];
  let between: ElementContent[] = [];
  const flush = (last: boolean): void => {
    made.push(...pieces(between, last ? around : { ...around, before: undefined }, typed));
    between = [];
  };
  nodes.forEach((node, index) => {
    if (!isWrapper(node)) {
      between.push(node);
      return;
    }
    const before = wordsOf(nodes.slice(0, index));
    const after = wordsOf(nodes.slice(index + 1));
    const isWhole = (before.trim() === '' || ends.test(before)) && (after.trim() === '' || ends.test(textOf(node)));
    if (!isWhole)
      typed.misplaced.push({ what: 'inside-sentence', tag: node.name ?? '', detail: textOf(node), ...extentOf(node) });
    flush(false);
    made.push(...pieces(node.children, { ...around, ...wrapped(node, around, typed) }, typed));
  });
  flush(true);
  return around.free ? [element('p', {}, made)] : made;
}

/** Whether a heading or the head of a table states nothing, as far as its form shows. */
const isName = (nodes: readonly ElementContent[]): boolean => {
  const shown = shownBasis(nodes, restsIn(nodes)) ?? 'pointer';
  return (
    !nodes.some(isWrapper) &&
    shown === 'pointer' &&
    !ends.test(
      nodes
        .map(textOf)
        .join('')
        .replace(/[?？]\s*$/u, ''),
    )
  );
};

const isBased = (sentence: Sentence): sentence is Sentence & Based => sentence.basis !== undefined;

function pieces(nodes: readonly ElementContent[], around: Around, typed: Typed): ElementContent[] {
  const { length } = wordsOf(nodes);
  const spans = spansOf(nodes);
  const made: ElementContent[] = [];
  let at = 0;
  spans.forEach(([start, end], index) => {
    made.push(...slice(nodes, at, start).map(plain));
    const part = slice(nodes, start, end);
    at = end;
    const places = { start: offsetIn(nodes, start), end: offsetIn(nodes, end) };
    const last = index === spans.length - 1;
    const sentence = { ...sentenceOf(part, last ? around : { ...around, before: undefined }), ...places };
    const shown = part.map(plain);
    if (!/[\p{L}\p{N}]/u.test(sentence.text)) made.push(...shown);
    else {
      typed.sentences.push(sentence);
      made.push(...(isBased(sentence) ? [element('span', writeBased(sentence), shown)] : shown));
    }
  });
  made.push(...slice(nodes, at, length).map(plain));
  return made;
}

function sentenceOf(nodes: readonly ElementContent[], { wrapper, before }: Around): Sentence {
  const text = wordsOf(nodes);
  const found = restsIn(nodes);
  const leads = before && /[:：]\s*$/u.test(text) ? before : undefined;
  const basis = wrapper?.basis ?? shownBasis(nodes, found) ?? (leads && 'evidence');
  return {
    ...(basis ? { basis } : {}),
    text: foldSpace(text),
    own: foldSpace(wordsBut(['q'], nodes)),
    beside: foldSpace(wordsBut(['q', 'a'], nodes)),
    ...extentOf(...nodes),
    rests: [...found.quoted, ...found.linked.filter(({ anchor }) => anchor !== undefined), ...(leads ? [leads] : [])],
    ...(wrapper?.check ? { check: wrapper.check } : {}),
  };
}

const extentOf = (...nodes: readonly ElementContent[]): { start: number; end: number } => ({
  start: nodes[0]?.position?.start.offset ?? 0,
  end: nodes.at(-1)?.position?.end.offset ?? 0,
});
