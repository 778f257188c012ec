/** Writes the sitemap of the built site. */

import { open, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { AstroIntegration } from 'astro';

/** The maximum number of addresses in a file, set by the Sitemap protocol. */
const most = 50_000;
/** How many bytes of a page are read at a time. */
const chunkBytes = 16_384;

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * What excludes a page: it says `noindex`, or it only redirects. Attributes of other elements contain no plain
 * quotation marks, so the text is unambiguous.
 */
const hiding = ['<meta name="robots" content="noindex"', '<meta http-equiv="refresh"'];

/** Whether the head of a page, however long, says that search engines must not show it. */
export async function isHidden(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(chunkBytes);
    let head = '';
    for (let seen = 0; !head.includes('</head>', Math.max(0, seen - '</head>'.length));) {
      seen = head.length;
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) break;
      head += buffer.toString('latin1', 0, bytesRead);
    }
    const [inHead = ''] = head.split('</head>', 1);
    return hiding.some((mark) => inHead.includes(mark));
  } finally {
    await handle.close();
  }
}

/** The entry of a page. A page in both languages names both, by `xhtml:link` with hreflang, as Google documents it. */
function urlElement(address: (pathname: string) => string, pathname: string, all: ReadonlySet<string>): string {
  const plain = pathname.replace(/^zh\//, '');
  const pair = [
    { hreflang: 'en', pathname: plain },
    { hreflang: 'zh-Hans', pathname: `zh/${plain}` },
  ].filter((twin) => all.has(twin.pathname));
  const links = pair.map(
    (twin) => `<xhtml:link rel="alternate" hreflang="${twin.hreflang}" href="${xml(address(twin.pathname))}"/>`,
  );
  return `<url><loc>${xml(address(pathname))}</loc>${links.join('')}</url>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * Writes `sitemap-index.xml` and its maps (sitemaps.org 0.9) when all pages are built. All pages are listed except
 * those that exclude themselves from search engines.
 */
export function sitemap(): AstroIntegration {
  let origin = '';
  let base = '/';
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        origin = config.site ?? '';
        base = config.base.replace(/(?<!\/)\/*$/, '/');
      },
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const shown: string[] = [];
        for (const { pathname } of pages)
          if (!/^404\/?$/.test(pathname) && !(await isHidden(path.join(folder, pathname, 'index.html'))))
            shown.push(pathname);
        shown.sort();
        const all = new Set(shown);
        const address = (pathname: string): string => new URL(base + encodeURI(pathname), origin).href;
        const maps: string[] = [];
        for (let start = 0; start < shown.length; start += most) {
          const urls = shown.slice(start, start + most).map((pathname) => urlElement(address, pathname, all));
          const name = `sitemap-${maps.length}.xml`;
          const open = `<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
          await writeFile(path.join(folder, name), `${declaration}${open}\n${urls.join('\n')}\n</urlset>\n`);
          maps.push(`<sitemap><loc>${xml(address(name))}</loc></sitemap>`);
        }
        const index = `${declaration}<sitemapindex ${namespace}>\n${maps.join('\n')}\n</sitemapindex>\n`;
        await writeFile(path.join(folder, 'sitemap-index.xml'), index);
      },
    },
  };
}
