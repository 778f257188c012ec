import type { APIRoute, GetStaticPaths } from 'astro';
import { toldToHosts } from '../site/media-types.ts';

/** A name that begins with "_" is no route of its own, so it is the parameter of one. */
export const getStaticPaths = (() => [{ params: { headers: '_headers' } }]) satisfies GetStaticPaths;

/** What only a header can say, such as who may frame a page. */
const everywhere = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
  Content-Security-Policy: frame-ancestors 'self'
  Cross-Origin-Opener-Policy: same-origin
`;

/** Where files are whose names end so: a whole name is one at the root or in any folder. */
const patterns = (end: string): string[] => (end.startsWith('.') ? [`/*${end}`] : [`/${end}`, `/*/${end}`]);

/**
 * Headers for hosts that read this file (Netlify, Cloudflare Pages). Elsewhere links carry `download` and `type`, and
 * every page its policy and its referrer policy.
 */
export const GET: APIRoute = () =>
  new Response(
    toldToHosts()
      .flatMap(([end, type]) => patterns(end).map((pattern) => `${pattern}\n  Content-Type: ${type}\n`))
      .join('') + everywhere,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
