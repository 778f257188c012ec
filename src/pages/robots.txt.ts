import type { APIRoute } from 'astro';
import { absolute, file } from '../site/urls.ts';

/** Everything may be read; what search engines should not show says so itself (`noindex`). */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(file('sitemap-index.xml'))}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
