import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { Element } from 'hast';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/** What an element written as a tag in MDX has; attributes without a plain value are not ours to carry over. */
interface Tag {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children: readonly unknown[];
}

function plainElement({ name, attributes, children }: Tag): Element {
  const properties: Record<string, string> = {};
  for (const attribute of attributes)
    if (attribute.name !== undefined && typeof attribute.value === 'string')
      properties[attribute.name] = attribute.value;
  return { type: 'element', tagName: name ?? 'span', properties, children: [...children] as Element['children'] };
}

const filter = ['blockquote', 'q'];

/**
 * Lets the site's own components show the quotations of an essay: MDX gives `<blockquote>` and `<q>` to components only
 * where Markdown made them, so those written as tags become plain elements.
 */
export const quotations: Plugin = {
  name: 'quotations',
  mdxJsxFlowElement: { filter, visit: plainElement },
  mdxJsxTextElement: { filter, visit: plainElement },
};
