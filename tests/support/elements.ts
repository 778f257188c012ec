import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

interface Tag {
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Tag[];
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
