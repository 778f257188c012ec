/** The pictures that other sites show beside a link to this one; `npm run cards` draws them into the content. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { contentBytes, contentFiles } from '../../site/content-folder.ts';

export const getStaticPaths = (() =>
  contentFiles('cards', /^[a-z0-9-]+\.png$/u).map((name) => ({
    params: { name: name.replace(/\.png$/u, '') },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { name } }) =>
  new Response(Uint8Array.from(contentBytes(`cards/${name}.png`) ?? []), { headers: { 'content-type': 'image/png' } });
