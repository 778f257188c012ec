/** Inlines into the search pages what the first result needs. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChunkTable } from '#search/engine';
import { writeFile } from '../lib/files.ts';
import { minified } from '../lib/minified.ts';

/** The search pages. A site without them needs no inlining. */
const pages = ['search/index.html', 'zh/search/index.html'];

/**
 * Lets a search page request at once everything that its first result needs. On a slow line each wait costs more than
 * the bytes, and a browser opens few connections to a host. So the page itself contains the script that starts the
 * fetching, the styles, and the script that sets the colour scheme, and it names the modules that its scripts import.
 * `base` is the path of the site.
 */
export async function inlineFirstSearch(out: string, base: string, table: ChunkTable): Promise<void> {
  const data = { folder: `${base}search/index/`, files: table.map((pair) => pair.join(':')).join(' ') };
  const ahead = await minified('src/client/search/prefetch.ts');
  for (const page of pages) {
    const html = await readFile(join(out, page), 'utf8').catch(() => undefined);
    if (html === undefined) continue;
    // A page that was kept is a second name of the kept file, which stays as it is: a new file takes this name.
    writeFile(join(out, page), await inlined(html, out, base, data, ahead), { lasting: false });
  }
}

const blockBegins = '<script type="application/json" id="search-ahead">';

async function inlined(html: string, out: string, base: string, data: object, ahead: string): Promise<string> {
  // The data is our own; a `<` would still end the block early.
  const block = `${blockBegins}${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
  // Already done for an older index, which this one replaces.
  const at = html.indexOf(blockBegins);
  if (at >= 0) return html.slice(0, at) + block + html.slice(html.indexOf('</script>', at) + '</script>'.length);
  const charset = '<meta charset="utf-8">';
  const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/.exec(html)?.[0];
  if (!policy || !html.includes(charset))
    throw new Error('a search page has no policy or no character set in its head');
  const inline = [ahead];
  let rest = html.replace(policy, '');
  const scheme = `<script src="${base}scheme.js"></script>`;
  if (rest.includes(scheme)) {
    rest = rest.replace(scheme, '');
    inline.unshift(await readFile(join(out, 'scheme.js'), 'utf8'));
  }
  const modules = await importedBy(rest, out, base);
  const styles: string[] = [];
  for (const [link, address = ''] of rest.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)) {
    const style = await readFile(join(out, address.slice(base.length)), 'utf8');
    if (/url\(|<\/|@import/.test(style)) continue;
    styles.push(style);
    rest = rest.replace(link, () => `<style>${style}</style>`);
  }
  const head = [
    charset,
    policy
      .replace(/script-src 'self'/, (whole) => [whole, ...inline.map(hashOf)].join(' '))
      .replace(/style-src 'self'/, (whole) => [whole, ...styles.map(hashOf)].join(' ')),
    block,
    ...inline.map((code) => `<script>${code}</script>`),
    ...modules.map((address) => `<link rel="modulepreload" href="${address}">`),
  ];
  return rest.replace(charset, () => head.join(''));
}

const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** The modules that a page's own modules import, directly or not, without those that are loaded later. */
async function importedBy(html: string, out: string, base: string): Promise<string[]> {
  const own = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, address = '']) => address);
  const found = new Set(own);
  for (const address of found) {
    const code = await readFile(join(out, address.slice(base.length)), 'utf8');
    for (const [, , target = ''] of code.matchAll(/\b(from|import)\s*["'](\.\/[^"']+)["']/g))
      found.add(`${dirname(address)}/${target.slice(2)}`);
  }
  return [...found].filter((address) => !own.includes(address));
}
