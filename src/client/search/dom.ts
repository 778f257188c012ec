/** Makes and finds elements of a page. */

type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * Makes an element with attributes and children; text stays text. `true` sets an attribute without value, `false`
 * leaves it out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  for (const child of children.flat()) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** The element with this id, which must be on the page. */
export function need<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${kind.name} #${id}`);
}

/** A sentence with elements as values: `parts('A {x} b', { x: node })`. */
export function parts(template: string, values: Readonly<Record<string, Node>>): (Node | string)[] {
  return template.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return (name === undefined ? undefined : values[name]) ?? piece;
  });
}
