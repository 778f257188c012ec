/** Changes the pages of the site so that they open from disk. */

import { behind, endOfRawText, startTag } from '../escape-attributes.ts';

/** The script that gives a page what it may not fetch from disk. */
export const diskScript = '_astro/disk.js';

/** What a page of a copy that opens from disk is made of. */
export interface DiskPage {
  html: string;
  /** The modules that it ran, as paths below the site. */
  modules: readonly string[];
}

/** Relations of `<link>` that need a host. */
const needsHost = /^(?:modulepreload|manifest|search)$/u;

/**
 * A page of a site built for `/` as a page that opens from disk: its links lead to files by their relative paths, and
 * its modules are named and left out, because a browser loads none from disk. `files` are those of the site.
 */
export function pageOnDisk(html: string, file: string, files: ReadonlySet<string>): DiskPage {
  const root = '../'.repeat(file.split('/').length - 1);
  const modules: string[] = [];
  const pieces: string[] = [];
  let done = 0;
  for (const { name, start, end } of tagsOf(html)) {
    const tag = html.slice(start, end);
    const behindText = /^(?:script|style)$/u.test(name) ? endOfRawText(html, name, end) : end;
    const text = html.slice(end, behindText);
    const module = name === 'script' && get(tag, 'type') === 'module' ? get(tag, 'src') : undefined;
    if (module !== undefined) modules.push(module.slice(1));
    const out =
      module !== undefined ||
      (name === 'script' && /search-ahead/u.test(tag + text)) ||
      (name === 'link' && needsHost.test(get(tag, 'rel') ?? ''));
    pieces.push(html.slice(done, start), out ? '' : rewrite(tag, name, root, files));
    done = out && name === 'script' ? behindText + '</script>'.length : end;
  }
  pieces.push(html.slice(done));
  return { html: pieces.join(''), modules };
}

/** The same page with the classic script of its modules. */
export function withScript(html: string, file: string, script: string | undefined): string {
  if (script === undefined) return html;
  const root = '../'.repeat(file.split('/').length - 1);
  const tags = [diskScript, script].map((path) => `<script defer src="${root}${path}"></script>`);
  return html.replace('</head>', () => `${tags.join('')}</head>`);
}

function* tagsOf(html: string): Generator<{ name: string; start: number; end: number }> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = behind(html, '-->', at);
      continue;
    }
    startTag.lastIndex = at;
    const [tag, name] = startTag.exec(html) ?? [];
    if (tag === undefined || name === undefined) {
      at++;
      continue;
    }
    const end = at + tag.length;
    yield { name: name.toLowerCase(), start: at, end };
    at = endOfRawText(html, name, end);
  }
}

const get = (tag: string, attribute: string): string | undefined =>
  new RegExp(`\\s${attribute}="([^"]*)"`, 'u').exec(tag)?.[1];

function rewrite(tag: string, name: string, root: string, files: ReadonlySet<string>): string {
  if (name === 'html') return tag.replace(/>$/u, ` data-root="${root || './'}">`);
  if (/http-equiv="content-security-policy"/u.test(tag)) return tag.replace(/content="[^"]*"/u, policyOnDisk);
  return tag
    .replace(/\s([\w:-]+)="(\/[^"]*)"/gu, (whole, key: string, address: string) => {
      const path = pathOf(address, files);
      return path === undefined ? whole : ` ${key}="${root}${path}"`;
    })
    .replace(/\bcontent="(\d+; ?url=)(\/[^"]*)"/u, (whole, wait: string, address: string) => {
      const path = pathOf(address, files);
      return path === undefined ? whole : `content="${wait}${root}${path}"`;
    })
    .replace(/\scrossorigin(?:="[^"]*")?(?=[\s>])/u, '');
}

/** The path of a file of the site, with what follows it in the address. */
function pathOf(address: string, files: ReadonlySet<string>): string | undefined {
  const past = address.search(/[?#]|$/u);
  const [folder, rest] = address.startsWith('/') ? [address.slice(1, past), address.slice(past)] : ['', ''];
  const path = folder === '' || folder.endsWith('/') ? `${folder}index.html` : folder;
  return files.has(decoded(path)) ? path + rest : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** From disk a page has no origin that `'self'` could name, and one more policy of trusted addresses: that of `disk.ts`. */
const policyOnDisk = (policy: string): string =>
  policy.replaceAll("'self'", "'self' file:").replace('trusted-types site', 'trusted-types site disk');
