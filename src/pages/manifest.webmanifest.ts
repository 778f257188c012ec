/** The web app manifest (W3C): the name and the colours with which a reader can install the site. */

import type { APIRoute } from 'astro';
import { review } from '../site/review.ts';
import { file } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const { site } = await review();
  const manifest = {
    name: site.title.en,
    short_name: site.shortTitle.en,
    description: site.description.en,
    id: file(''),
    start_url: file(''),
    scope: file(''),
    display: 'minimal-ui',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [{ src: file('favicon.svg'), type: 'image/svg+xml', sizes: 'any' }],
  };
  return new Response(JSON.stringify(manifest, null, 2), { headers: { 'content-type': 'application/manifest+json' } });
};
