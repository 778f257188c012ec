import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { typeProse } from '#prose/type';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/**
 * Puts every sentence of the reviewers' prose into an element that says what it is and what it rests on, and makes plain
 * elements of quotations written as tags: MDX gives to the site's components only what is no tag.
 */
export const typedProse: Plugin = {
  name: 'typed-prose',
  before: (root, context) => context.replaceNode(root, typeProse({ ...root, children: [...root.children] }).root),
};
