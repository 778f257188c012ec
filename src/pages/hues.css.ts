/** The hue of each theme as a stylesheet, because the security policy of the pages forbids `style` attributes. */

import type { APIRoute } from 'astro';
import { review } from '../site/review.ts';

export const GET: APIRoute = async () => {
  const { themes } = await review();
  const rules = themes.map((theme, index) => {
    const hue = theme.hue ?? Math.round((index * 360) / themes.length);
    return `[data-hue="${theme.id}"]{--hue:${hue}}`;
  });
  return new Response(`@layer tokens{${rules.join('')}}\n`, { headers: { 'content-type': 'text/css' } });
};
