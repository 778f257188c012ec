/** Turns the engine's HTML of a reference into text with marks. */

import { clean } from '#citations/clean';
import type { Mark } from '#domain/text';

/** A text with the inline marks of the domain, which pages can show without trusting HTML. */
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

/** The text of some HTML, with those of its elements that are marks. */
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

/** The left margin of an entry, and the entry without it. */
function cutMargin(html: string): { held: string; rest: string } {
  const start = html.indexOf(margin);
  const end = start < 0 ? -1 : html.indexOf('</div>', start);
  if (end < 0) return { held: '', rest: html };
  return { held: html.slice(start + margin.length, end), rest: html.slice(0, start) + html.slice(end + 6) };
}

/** The left margin of an entry in citeproc's HTML output, with a space after it: "[3] "; empty where there is none. */
export function labelFromHtml(html: string): string {
  const { text } = tokens(cutMargin(html).held);
  return text.trim() && `${text.trim()} `;
}

/**
 * The one entry in citeproc's HTML output as text and marks. The left margin (the number in a list) is left out,
 * because lists number their entries themselves. Elements other than `tags` are removed and their text kept.
 */
export function referenceFromHtml(html: string): MarkedText {
  const { text, marks } = tokens(cutMargin(html).rest);
  // Styles leave a separator where the part after it is missing.
  const ended = text.trimEnd().replace(/(?:(?<!\s)\s+)?[;,:]$/u, '.');
  return {
    text: ended === clean(ended) ? ended : ended.replace(/[\u0000-\u001f]/gu, ''),
    marks: marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, ended.length) }))
      .filter((mark) => mark.end > mark.start),
  };
}
