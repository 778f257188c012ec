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
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Front matter, comments and code hold no quotations: they are blanked, so that every offset stays. */
const blanked = (text: string): string =>
  text.replace(/^---\r?\n[^]*?\n---(?=\r?\n|$)|\{\/\*[^]*?\*\/\}|^(```|~~~)[^]*?^\1|`[^`\n]+`/gmu, (found) =>
    found.replace(/[^\r\n]/gu, ' '),
  );

/** What a reader sees of a piece of MDX. */
function readWords(mdx: string): string {
  const visible = mdx
    .replace(/\{(["'])([^]*?)\1\}/gu, '$2')
    .replace(/<[^>]*>/gu, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
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

/** Every quotation and every internal link of an MDX file, in order. */
export function readProse(file: string, mdx: string): Prose {
  const source = sourceText(file, mdx);
  const text = blanked(mdx);
  const quotations: (Quotation & { at: number })[] = [];
  for (const match of text.matchAll(/<(blockquote|q)\b([^>]*)>([^]*?)<\/\1\s*>/giu)) {
    const cite = attribute(match[2] ?? '', 'cite');
    const lang = attribute(match[2] ?? '', 'lang');
    quotations.push({
      at: match.index,
      place: firstPlace(source, match.index, match.index + match[0].length),
      text: readWords(match[3] ?? ''),
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
  const links = [...text.matchAll(/\]\((\/[^)\s]*)[^)]*\)|\shref\s*=\s*["'{]+(\/[^"'}]*)/gu)].map((match) => ({
    place: firstPlace(source, match.index, match.index + match[0].length),
    address: match[1] ?? match[2] ?? '',
  }));
  return {
    file,
    quotations: quotations.sort((a, b) => a.at - b.at).map(({ at: _, ...quotation }) => quotation),
    links,
  };
}
