import { clean } from '#citations/clean';
import type { Mark } from '#domain/text';

/** A text with the inline marks of the domain: what pages show without trusting any HTML. */
export interface MarkedText {
  text: string;
  marks: Mark[];
}

const tags: Readonly<Record<string, Mark['tag']>> = { i: 'i', em: 'i', b: 'b', strong: 'b', sub: 'sub', sup: 'sup' };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (entity: string): string =>
  /^&#x/iu.test(entity)
    ? String.fromCodePoint(parseInt(entity.slice(3), 16))
    : entity.startsWith('&#')
      ? String.fromCodePoint(Number(entity.slice(2, -1)))
      : (entities[entity.slice(1, -1)] ?? entity);

/** The text of some HTML, with what of its elements is a mark. */
function tokens(html: string): MarkedText {
  const open: { name: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const [token, closing, name] of html.matchAll(/<(\/?)([a-z]+)[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[^<&]+|[<&]/giu)) {
    if (name === undefined) {
      const piece = token.startsWith('&') && token.length > 1 ? decode(token) : token;
      text +=
        /^\s/u.test(piece) && (text === '' || text.endsWith(' ')) ? piece.trimStart() : piece.replace(/\s+/gu, ' ');
    } else if (!closing) {
      if (tags[name]) open.push({ name, start: text.length });
    } else {
      const at = open.findLastIndex((element) => element.name === name);
      const [element] = at < 0 ? [] : open.splice(at, 1);
      const tag = tags[name];
      if (element && tag && text.length > element.start) marks.push({ tag, start: element.start, end: text.length });
    }
  }
  return { text, marks };
}

const margin = /<div class="csl-left-margin">([\s\S]*?)<\/div>/u;

/** What an entry of citeproc's HTML output has in its left margin, a space behind it: "[3] ", or nothing. */
export function labelFromHtml(html: string): string {
  const held = margin.exec(html)?.[1];
  const { text } = held === undefined ? { text: '' } : tokens(held);
  return text.trim() && `${text.trim()} `;
}

/**
 * The one bibliography entry that citeproc's HTML output holds, as text and marks. Its left margin (a list's number) is
 * left out: a list numbers its entries itself. Every element but `tags` is dropped and its text kept.
 */
export function referenceFromHtml(html: string): MarkedText {
  const { text, marks } = tokens(html.replace(margin, ''));
  // Styles leave a separator behind where the part after it is missing.
  const ended = text.trimEnd().replace(/\s*[;,:]$/u, '.');
  return {
    text: ended === clean(ended) ? ended : ended.replace(/[\u0000-\u001f]/gu, ''),
    marks: marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, ended.length) }))
      .filter((mark) => mark.end > mark.start),
  };
}
