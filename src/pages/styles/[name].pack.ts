import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { readAssets, styleIndex } from '../../site/references/library.ts';

/**
 * Every style of the Citation Style Language, and its locales, for formatting in the browser: a dozen styles in a file,
 * as in the package, compressed from 33 MB to 2.7; and `index.pack`, which says where each is. The files have their own
 * ending, because hosts send `.gz` files in different ways.
 */
export const getStaticPaths = (async () => [
  { params: { name: 'index' }, props: { text: JSON.stringify(await styleIndex()) } },
  ...[...readAssets()].map(({ name, text }) => ({ params: { name }, props: { text } })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(gzipSync(text), { headers: { 'content-type': 'application/octet-stream' } });
