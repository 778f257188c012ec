/** Robots may read everything; pages that search engines must not show say so themselves (`noindex`). */

import type { APIRoute } from 'astro';
import { absolute, file } from '../site/urls.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(file('sitemap-index.xml'))}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
