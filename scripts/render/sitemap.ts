/** The sitemap of a built site. */

import type { Page } from '../audit/page.ts';

/** The maximum number of addresses in a file, set by the Sitemap protocol. */
const most = 50_000;

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Whether search engines must not show a page: its head says `noindex`, or it only leads to another page. */
export const isHidden = ({ noindex, redirect }: Pick<Page, 'noindex' | 'redirect'>): boolean => noindex || redirect;

/** The entry of a page. A page in two languages names both, by `xhtml:link` with hreflang, as Google documents it. */
function urlElement(address: (pathname: string) => string, pathname: string, all: ReadonlySet<string>): string {
  const plain = pathname.replace(/^zh\//, '');
  const pair = [
    { hreflang: 'en', pathname: plain },
    { hreflang: 'zh-Hans', pathname: `zh/${plain}` },
  ].filter((twin) => all.has(twin.pathname));
  const links = (pair.length > 1 ? pair : []).map(
    (twin) => `<xhtml:link rel="alternate" hreflang="${twin.hreflang}" href="${xml(address(twin.pathname))}"/>`,
  );
  return `<url><loc>${xml(address(pathname))}</loc>${links.join('')}</url>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * `sitemap-index.xml` and its maps (sitemaps.org 0.9), by name, for the pages with these paths below the base path:
 * those that do not exclude themselves from search engines.
 */
export function sitemapFiles(
  pathnames: readonly string[],
  { base, site }: { base: string; site: string },
): Map<string, string> {
  const files = new Map<string, string>();
  const shown = pathnames.toSorted((a, b) => (a < b ? -1 : 1));
  const all = new Set(shown);
  const address = (pathname: string): string => new URL(base + encodeURI(pathname), site).href;
  const maps: string[] = [];
  for (let start = 0; start < shown.length; start += most) {
    const urls = shown.slice(start, start + most).map((pathname) => urlElement(address, pathname, all));
    const name = `sitemap-${maps.length}.xml`;
    const open = `<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
    files.set(name, `${declaration}${open}\n${urls.join('\n')}\n</urlset>\n`);
    maps.push(`<sitemap><loc>${xml(address(name))}</loc></sitemap>`);
  }
  files.set('sitemap-index.xml', `${declaration}<sitemapindex ${namespace}>\n${maps.join('\n')}\n</sitemapindex>\n`);
  return files;
}
