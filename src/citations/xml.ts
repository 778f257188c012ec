/** Writes XML 1.0: texts, elements and documents. */

/** Text for XML 1.0: the five characters that mark it up, escaped; what XML cannot hold is gone already (`clean.ts`). */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const xmlText = (text: string): string => text.replace(/[&<>"']/gu, (char) => escapes[char] ?? char);

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An element as text; `undefined` where it would be empty, so that no format writes an element without a value. */
export interface XmlElement {
  name: string;
  attributes: XmlAttributes;
  children: readonly (XmlElement | string)[];
}
export type XmlChild = XmlElement | string | undefined;

/** An element with what it holds; nothing at all where it holds nothing. */
export function element(name: string, attributes: XmlAttributes, ...children: XmlChild[]): XmlElement | undefined {
  const kept = children.filter((child) => child !== undefined && child !== '');
  return kept.length > 0 ? { name, attributes, children: kept as (XmlElement | string)[] } : undefined;
}

/** An element that says what it has to in its attributes. */
export const emptyElement = (name: string, attributes: XmlAttributes): XmlElement => ({
  name,
  attributes,
  children: [],
});

/**
 * An element's text, indented by two spaces a level; text content stays on the element's line, and so does what `inline`
 * names, for programs that take the white space around it for text.
 */
export function xmlOf({ name, attributes, children }: XmlElement, inline = '', indent = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(value ?? '')}"`)
    .join('');
  if (children.length === 0) return `${indent}<${name}${written}/>`;
  const stays = (child: XmlElement | string): boolean => typeof child === 'string' || child.name === inline;
  const inner = children.map((child) => {
    if (typeof child === 'string') return xmlText(child);
    return stays(child) ? xmlOf(child, inline) : `\n${xmlOf(child, inline, `${indent}  `)}`;
  });
  const close = children.every(stays) ? '' : `\n${indent}`;
  return `${indent}<${name}${written}>${inner.join('')}${close}</${name}>`;
}

/** An element around children that are written already, each with its own indent. */
export function xmlAround(
  { name, attributes }: Omit<XmlElement, 'children'>,
  written: readonly string[],
  indent = '',
): string {
  const empty = xmlOf({ name, attributes, children: [] }, '', indent);
  return written.length === 0
    ? empty
    : `${empty.slice(0, -'/>'.length)}>${written.map((child) => `\n${child}`).join('')}\n${indent}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
