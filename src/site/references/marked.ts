import { clean } from '#citations/clean';
import type { Mark } from '#domain/text';

/** A text with the inline marks of the domain: what pages show without trusting any HTML. */
export interface MarkedText {
  text: string;
  marks: Mark[];
}

const tags: ReadonlyMap<string, Mark['tag']> = new Map([
  ['i', 'i'],
  ['em', 'i'],
  ['b', 'b'],
  ['strong', 'b'],
  ['sub', 'sub'],
  ['sup', 'sup'],
]);

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decode = (entity: string): string =>
  /^&#x/iu.test(entity)
    ? String.fromCodePoint(parseInt(entity.slice(3), 16))
    : entity.startsWith('&#')
      ? String.fromCodePoint(Number(entity.slice(2, -1)))
      : (entities.get(entity.slice(1, -1)) ?? entity);

/** The text of some HTML, with what of its elements is a mark. */
function tokens(html: string): MarkedText {
  const open: { name: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const [token, closing, name] of html.matchAll(
    /<(\/?)([a-z]+)(?![a-z])[^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[^<&]+|[<&]/giu,
  )) {
    if (name === undefined) {
      const piece = token.startsWith('&') && token.length > 1 ? decode(token) : token;
      text +=
        /^\s/u.test(piece) && (text === '' || text.endsWith(' ')) ? piece.trimStart() : piece.replace(/\s+/gu, ' ');
    } else if (!closing) {
      if (tags.has(name)) open.push({ name, start: text.length });
    } else {
      const at = open.findLastIndex((element) => element.name === name);
      const [element] = at < 0 ? [] : open.splice(at, 1);
      const tag = tags.get(name);
      if (element && tag && text.length > element.start) marks.push({ tag, start: element.start, end: text.length });
    }
  }
  return { text, marks };
}

const margin = '<div class="csl-left-margin">';

/** What stands in an entry's left margin, and the entry without it. */
function cutMargin(html: string): { held: string; rest: string } {
  const start = html.indexOf(margin);
  const end = start < 0 ? -1 : html.indexOf('</div>', start);
  if (end < 0) return { held: '', rest: html };
  return { held: html.slice(start + margin.length, end), rest: html.slice(0, start) + html.slice(end + 6) };
}

/** What an entry of citeproc's HTML output has in its left margin, a space behind it: "[3] ", or nothing. */
export function labelFromHtml(html: string): string {
  const { text } = tokens(cutMargin(html).held);
  return text.trim() && `${text.trim()} `;
}

/**
 * The one bibliography entry that citeproc's HTML output holds, as text and marks. Its left margin (a list's number) is
 * left out: a list numbers its entries itself. Every element but `tags` is dropped and its text kept.
 */
export function referenceFromHtml(html: string): MarkedText {
  const { text, marks } = tokens(cutMargin(html).rest);
  // Styles leave a separator behind where the part after it is missing.
  const ended = text.trimEnd().replace(/(?:(?<!\s)\s+)?[;,:]$/u, '.');
  return {
    text: ended === clean(ended) ? ended : ended.replace(/[\u0000-\u001f]/gu, ''),
    marks: marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, ended.length) }))
      .filter((mark) => mark.end > mark.start),
  };
}
