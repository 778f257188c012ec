import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { readAssets, styleIndex } from '../../site/references/library.ts';

/**
 * Every style of the Citation Style Language and its locales, for the browser to format in: a dozen styles a file, as
 * the package has them, packed (33 MB become 2.7), and `index.pack` that says where each is. The ending is one of ours,
 * since hosts send a `.gz` in ways of their own.
 */
export const getStaticPaths = (async () => [
  { params: { name: 'index' }, props: { text: JSON.stringify(await styleIndex()) } },
  ...[...readAssets()].map(({ name, text }) => ({ params: { name }, props: { text } })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(gzipSync(text), { headers: { 'content-type': 'application/octet-stream' } });
