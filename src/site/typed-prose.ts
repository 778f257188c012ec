/** The plugin that marks the sentences of essays when Astro renders them. */

import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { typeProse } from '#prose/type';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/**
 * Puts every sentence of the reviewers' prose into an element that says its basis and what it rests on. Quotations
 * written as tags become plain elements, because MDX gives tags to no component of the site.
 */
export const typedProse: Plugin = {
  name: 'typed-prose',
  before: (root, context) => context.replaceNode(root, typeProse({ ...root, children: [...root.children] }).root),
};
