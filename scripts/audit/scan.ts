/** Reads the start tags of an HTML page for the audit, in one pass and without a tree. */

/** A start tag, its names in lower case and its character references resolved. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** For `script`, `style`, `title` and `textarea`: the raw text up to the end tag. */
  text?: string;
}

/** HTML elements whose content is not markup (HTML Standard, 13.2.6.2). */
const rawText = new Set(['script', 'style', 'title', 'textarea']);

const tagStart = /<(?:!--|([a-zA-Z][^\s/>]*)|[!/?])/g;
const attribute = /[\s/]*(?:([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|(>))/y;

/** The start tags of a page, in order, in one pass over its text. */
export function* scanTags(html: string): Generator<Tag> {
  tagStart.lastIndex = 0;
  let at = 0;
  for (;;) {
    tagStart.lastIndex = at;
    const found = tagStart.exec(html);
    if (!found) return;
    at = tagStart.lastIndex;
    if (found[1] === undefined) {
      at = after(html, found[0] === '<!--' ? '-->' : '>', at);
      continue;
    }
    const tag: Tag = { name: found[1].toLowerCase(), attributes: new Map() };
    at = readAttributes(html, at, tag.attributes);
    if (rawText.has(tag.name)) {
      const end = endOfRawText(html, tag.name, at);
      tag.text = html.slice(at, end);
      at = end;
    }
    yield tag;
  }
}

/** Fills `attributes` and returns the offset after the tag. Of two attributes with one name the first counts. */
function readAttributes(html: string, from: number, attributes: Map<string, string>): number {
  attribute.lastIndex = from;
  for (let at = from; ; at = attribute.lastIndex) {
    const found = attribute.exec(html);
    if (!found) return after(html, '>', at);
    if (found[5]) return attribute.lastIndex;
    const name = (found[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, resolveReferences(found[2] ?? found[3] ?? found[4] ?? ''));
  }
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }));

/** Resolves the references that serialisers write: five names, decimal and hexadecimal numbers. */
function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return named.get(name.toLowerCase()) ?? whole;
      const point = hex ? parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
