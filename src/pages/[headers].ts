/** The route of `_headers`: what hosts such as Netlify and Cloudflare Pages send with each file. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { hostMediaTypes } from '../site/media-types.ts';

/** A file whose name begins with "_" is not a route in Astro, so the name is a parameter of this route. */
export const getStaticPaths = (() => [{ params: { headers: '_headers' } }]) satisfies GetStaticPaths;

/** What only a header can say, such as who may show a page in a frame. */
const everywhere = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
  Content-Security-Policy: frame-ancestors 'self'
  Cross-Origin-Opener-Policy: same-origin
`;

/** Patterns for files with an ending; a whole name may be at the root or in any folder. */
const patterns = (end: string): string[] => (end.startsWith('.') ? [`/*${end}`] : [`/${end}`, `/*/${end}`]);

/**
 * For hosts that do not read this file, links have `download` and `type`, and every page contains its security and
 * referrer policies.
 */
export const GET: APIRoute = () =>
  new Response(
    hostMediaTypes()
      .flatMap(([end, type]) => patterns(end).map((pattern) => `${pattern}\n  Content-Type: ${type}\n`))
      .join('') + everywhere,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
