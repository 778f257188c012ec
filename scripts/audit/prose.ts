/** Reads an MDX file for the audit: its sentences, quotations, links and code, each with its place. */

import type { ElementContent, Root } from 'hast';
import type { Place } from '#domain/place';
import { placesOf, sourceText } from '#domain/source';
import { foldSpace } from '#domain/text';
import { wrappers } from '#prose/basis';
import { childrenOf, isTag, literal, MdxFault, nameOf, parseProse, propertyOf, textOf } from '#prose/tree';
import { type Misplaced, type Sentence, type Typed, typeParagraph, typeProse, typeTitle } from '#prose/type';

/** A `<blockquote>`, `<q>` or Markdown quotation in an MDX file. */
export interface Quotation {
  place: Where;
  /** The words between the tags, white space folded. */
  text: string;
  cite?: string;
  lang?: string;
}

/** A link to a page of this site. */
interface InternalLink {
  place: Where;
  /** As written: `/papers/<id>/`, `/zh/themes/<id>/#anchor`. */
  address: string;
}

/** A place, or only the file where the place is not known. */
type Where = Place | { file: string };

/** The part of a file: its body, or a value in its front matter. */
type Part = 'title' | 'summary' | 'body';

export interface PlacedSentence extends Sentence {
  part: Part;
  place: Where;
}

/** What the audit compares of an MDX file: its body, title and summary. */
export interface Prose {
  file: string;
  quotations: Quotation[];
  links: InternalLink[];
  /** Where the file has code that runs during the build: imports, exports, and braces around more than a text. */
  code: Where[];
  sentences: PlacedSentence[];
  /** Headings, heads of tables, and titles up to their colon. */
  labels: PlacedSentence[];
  misplaced: (Misplaced & { place: Where })[];
  /** Tags of components that an essay does not have, where nothing is imported. */
  strangers: { place: Where; tag: string }[];
  /** Syntax errors in the MDX, with their places. */
  faults: { place: Where; why: string }[];
}

export const noProse = (file: string): Prose => ({
  file,
  quotations: [],
  links: [],
  code: [],
  sentences: [],
  labels: [],
  misplaced: [],
  strangers: [],
  faults: [],
});

type PlaceOf = (start: number, end: number) => Where;

/** Reads the body of an MDX file. */
export function readProse(file: string, mdx: string): Prose {
  const source = sourceText(file, mdx);
  const placeOf: PlaceOf = (start, end) => placesOf(source, start, end)[0] ?? { file, line: 1, columns: [1, 1] };
  return readPart(noProse(file), { part: 'body', mdx, type: typeProse, placeOf });
}

/** Adds the contents of title and summary, which are at `places`, to those of the body. */
export function addFront(
  prose: Prose,
  front: Readonly<Record<'title' | 'summary', string>>,
  placeAt: (name: 'title' | 'summary') => Where,
): Prose {
  const title = readPart(prose, { part: 'title', mdx: front.title, type: typeTitle, placeOf: () => placeAt('title') });
  return readPart(title, {
    part: 'summary',
    mdx: front.summary,
    type: typeParagraph,
    placeOf: () => placeAt('summary'),
  });
}

interface Read {
  part: Part;
  mdx: string;
  type: (root: Root) => Typed;
  placeOf: PlaceOf;
}

function readPart(prose: Prose, { part, mdx, type, placeOf }: Read): Prose {
  let root: Root;
  try {
    root = parseProse(mdx);
  } catch (fault) {
    if (!(fault instanceof MdxFault)) throw fault;
    const start = (sourceText('', mdx).lineStarts[fault.line - 1] ?? 0) + fault.column - 1;
    const place = placeOf(start, Math.min(start + 1, mdx.length));
    return { ...prose, faults: [...prose.faults, { place, why: fault.message }] };
  }
  const { sentences, labels, misplaced } = type(root);
  const placed = (sentence: Sentence): PlacedSentence => ({
    ...sentence,
    part,
    place: placeOf(sentence.start, sentence.end),
  });
  const read = { ...noProse(prose.file), mdx, placeOf };
  for (const node of root.children)
    if (node.type === 'mdxjsEsm') read.code.push(placeOf(...extent(node)));
    else if (node.type !== 'doctype') lookInto(node, read);
  return {
    ...prose,
    quotations: [...prose.quotations, ...read.quotations],
    links: [...prose.links, ...read.links],
    code: [...prose.code, ...read.code],
    strangers: [...prose.strangers, ...(root.children.some(({ type: it }) => it === 'mdxjsEsm') ? [] : read.strangers)],
    sentences: [...prose.sentences, ...sentences.map(placed)],
    labels: [...prose.labels, ...labels.map(placed)],
    misplaced: [...prose.misplaced, ...misplaced.map((it) => ({ ...it, place: placeOf(it.start, it.end) }))],
  };
}

const extent = ({ position }: Root['children'][number]): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];

/** Collects quotations, links and code. What is inside a quotation belongs to it. */
function lookInto(node: ElementContent, read: Prose & { mdx: string; placeOf: PlaceOf }): void {
  const place = (): Where => read.placeOf(...extent(node));
  const name = nameOf(node);
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    const comment = /^\s*(?:\/\*[^]*\*\/\s*)?$/u.test(node.value);
    if (!comment && literal(node.value) === undefined) read.code.push(place());
  }
  if (isTag(node)) read.code.push(...codeOf(node, read));
  if (name && /^\p{Lu}/u.test(name) && !Object.hasOwn(wrappers, name))
    read.strangers.push({ place: place(), tag: name });
  if (name === 'q' || name === 'blockquote') {
    const [cite, lang] = [propertyOf(node, 'cite'), propertyOf(node, 'lang')];
    const text = foldSpace(textOf(node));
    read.quotations.push({
      place: place(),
      text,
      ...(cite === undefined ? {} : { cite }),
      ...(lang === undefined ? {} : { lang }),
    });
    return;
  }
  const address = name === 'a' ? propertyOf(node, 'href') : undefined;
  if (address?.startsWith('/')) read.links.push({ place: place(), address });
  for (const child of childrenOf(node)) lookInto(child, read);
}

/** Braces in the attributes of a tag that contain more than a text. */
function codeOf(node: ElementContent, { mdx, placeOf }: { mdx: string; placeOf: PlaceOf }): Where[] {
  if (!isTag(node)) return [];
  const [start] = extent(node);
  const runs = node.attributes.some(({ type, value }) =>
    type === 'mdxJsxExpressionAttribute'
      ? true
      : typeof value === 'object' && value !== null && literal(value.value) === undefined,
  );
  const brace = mdx.indexOf('{', start);
  return runs && brace >= 0 ? [placeOf(brace, mdx.indexOf('}', brace) + 1)] : [];
}
