import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

interface Tag {
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Tag[];
  value?: string;
}

/** Every element of a name in a page, as its attributes (with their names in the DOM). */
export function elementsOf(html: string, name: string): Record<string, string>[] {
  const walk = (node: Tag): Record<string, unknown>[] => [
    ...(node.tagName === name ? [node.properties ?? {}] : []),
    ...(node.children ?? []).flatMap(walk),
  ];
  return walk(unified().use(rehypeParse).parse(html) as Tag).map((properties) =>
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, [value].flat().join(' ')])),
  );
}

/** An element of a page: the addresses of all links in it, the sentences that it says it rests on, and its text. */
export interface Within {
  links: string[];
  rests: string[];
  text: string;
}

/** Every element of a page that is meant, with what is inside it. */
export function linksWithin(html: string, isMeant: (it: { tagName: string; dataBasis?: string }) => boolean): Within[] {
  const found: Within[] = [];
  const gather = (node: Tag, into: readonly Within[]): void => {
    const { tagName = '', properties = {}, children = [], value = '' } = node;
    const { href, dataRests, dataBasis } = properties;
    for (const it of into) {
      if (tagName === 'a' && typeof href === 'string') it.links.push(href);
      if (typeof dataRests === 'string') it.rests.push(...dataRests.split(' ').filter((rest) => rest.includes('#')));
      it.text += value;
    }
    const own: Within[] = isMeant({ tagName, ...(typeof dataBasis === 'string' ? { dataBasis } : {}) })
      ? [{ links: [], rests: [], text: '' }]
      : [];
    found.push(...own);
    for (const child of children) gather(child, [...into, ...own]);
  };
  gather(unified().use(rehypeParse).parse(html) as Tag, []);
  return found;
}
