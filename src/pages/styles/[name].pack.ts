/** The route of the citation styles and locales, packed for the browser. */

import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { assetNames, readAsset, styleIndex } from '../../site/references/library.ts';

/** The file that says where each style is. */
const indexName = 'index';

/**
 * Every style of the Citation Style Language, and its locales, for formatting in the browser: a dozen styles in a file,
 * as in the package, compressed from 33 MB to 2.7; and `index.pack`, which says where each is. The files have their own
 * ending, because hosts send `.gz` files in different ways.
 */
export const getStaticPaths = (() =>
  [indexName, ...assetNames()].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const text = name === indexName ? JSON.stringify(await styleIndex()) : readAsset(name).text;
  return new Response(gzipSync(text), { headers: { 'content-type': 'application/octet-stream' } });
};
