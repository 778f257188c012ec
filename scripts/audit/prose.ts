import type { Place } from '#domain/place';
import { placesOf, sourceText, type SourceText } from '#domain/source';
import { foldSpace } from '#domain/text';

/** A `<blockquote>`, `<q>` or Markdown quotation of an MDX file. */
export interface Quotation {
  place: Place;
  /** The words between the tags: inner tags and marks taken out, entities read, white space folded. */
  text: string;
  cite?: string;
  lang?: string;
}

/** A link to a page of the site itself. */
export interface InternalLink {
  place: Place;
  /** As written: `/papers/<id>/`, `/zh/themes/<id>/#anchor`. */
  address: string;
}

export interface Prose {
  file: string;
  quotations: Quotation[];
  links: InternalLink[];
  /** Where the file holds code that runs when the site is built: imports, exports, and braces round more than a text. */
  code: Place[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Front matter, comments and code hold no quotations: they are blanked, so that every offset stays. */
const blanked = (text: string): string =>
  text.replace(
    // What nothing closes goes on to the end: no text is looked through twice.
    /(?<![^])---\r?\n[^]*?(?:\n---(?=\r?\n|$)|$(?![^]))|\{\/\*[^]*?(?:\*\/\}|$(?![^]))|^(?:```[^]*?(?:^```|$(?![^]))|~~~[^]*?(?:^~~~|$(?![^])))|`[^`\n]+`/gmu,
    (found) => found.replace(/[^\r\n]/gu, ' '),
  );

/** What a reader sees of a piece of MDX. */
function readWords(mdx: string): string {
  const visible = mdx
    .replace(/\{"([^"]*)"\}|\{'([^']*)'\}/gu, '$1$2')
    .replace(/<[^<>]*>/gu, '')
    .replace(/\[([^[\]]+)\]\([^()]*\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(\*\*|__|\*|_)(?=\S)([^]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex?: string, number?: string, name?: string) => {
      if (name) return (Object.hasOwn(entities, name) && entities[name]) || whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(number);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
  return foldSpace(visible);
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\\{["']([^"']*)["']\\})`, 'iu').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

const firstPlace = (source: SourceText, start: number, end: number): Place =>
  placesOf(source, start, end)[0] ?? { file: source.file, line: 1, columns: [1, 1] };

/** Each `blockquote` and `q` that stands in no other, with what is in it. One that nothing closes holds no quotation. */
function elementsOf(text: string): { at: number; end: number; attributes: string; inside: string }[] {
  const found: ReturnType<typeof elementsOf> = [];
  let open: { name: string; at: number; from: number; attributes: string } | undefined;
  for (const { 0: tag, 1: closing, 2: written = '', 3: attributes = '', index } of text.matchAll(
    /<(\/?)(blockquote|q)\b([^<>]*)>/giu,
  )) {
    const name = written.toLowerCase();
    const past = index + tag.length;
    if (!closing) open ??= { name, at: index, from: past, attributes };
    else if (open?.name === name) {
      found.push({ ...open, end: past, inside: text.slice(open.from, index) });
      open = undefined;
    }
  }
  return found;
}

/** Every quotation and every internal link of an MDX file, in order. */
export function readProse(file: string, mdx: string): Prose {
  const source = sourceText(file, mdx);
  const text = blanked(mdx);
  const quotations: (Quotation & { at: number })[] = [];
  for (const { at, end, attributes, inside } of elementsOf(text)) {
    const cite = attribute(attributes, 'cite');
    const lang = attribute(attributes, 'lang');
    quotations.push({
      at,
      place: firstPlace(source, at, end),
      text: readWords(inside),
      ...(cite === undefined ? {} : { cite }),
      ...(lang === undefined ? {} : { lang }),
    });
  }
  for (const match of text.matchAll(/^[ \t]{0,3}>[^\n]*(?:\n[ \t]{0,3}>[^\n]*)*/gmu))
    quotations.push({
      at: match.index,
      place: firstPlace(source, match.index, match.index + match[0].length),
      text: readWords(match[0].replace(/^[ \t]*>/gmu, '')),
    });
  const links = [...text.matchAll(/\]\((\/[^()\s]*)(?:\s[^()]*)?\)|\shref\s*=\s*["'{]{1,2}(\/[^"'}]*)/gu)].map(
    (match) => ({
      place: firstPlace(source, match.index, match.index + match[0].length),
      address: match[1] ?? match[2] ?? '',
    }),
  );
  // A text in braces is passed over whole; a brace behind a backslash is a brace.
  const code = [
    ...text.matchAll(/\{\s*(?:"[^"\n]*"|'[^'\n]*')\s*\}|((?<!\\)\{[^}\n]*\}?|^(?:import|export)\s[^\n]*)/gmu),
  ].filter(([, runs]) => runs !== undefined);
  return {
    file,
    code: code.map(({ index, 0: { length } }) => firstPlace(source, index, index + length)),
    quotations: quotations.sort((a, b) => a.at - b.at).map(({ at: _, ...quotation }) => quotation),
    links,
  };
}
