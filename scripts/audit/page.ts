/** Reads one page of a built site for the audit: its links, ids, scripts and metadata. */

import { createHash } from 'node:crypto';
import { scanTags, type Tag } from './scan.ts';

/** What the audit knows about one page. */
export interface Page {
  /** Path below the site's folder: `papers/x/index.html`. */
  file: string;
  bytes: number;
  lang: string;
  title: string;
  headings: number;
  ids: Set<string>;
  doubledIds: Set<string>;
  /** The targets of its links, as written. */
  links: Set<string>;
  /** The ids in `for` and aria attributes. */
  references: Set<string>;
  /** What it loads by itself, as written. */
  resources: Resource[];
  /** `hreflang` -> address. */
  alternates: Map<string, string>;
  canonical: string | undefined;
  policy: string | undefined;
  /** What its head says: that search engines must not show it, and that it only leads to another page. */
  noindex: boolean;
  redirect: boolean;
  /** SHA-256 of each inline script and style, in the form of a security policy. */
  inlineScripts: { hash: string; bytes: number }[];
  inlineStyles: { hash: string; bytes: number }[];
  /** `onclick` and similar attributes, and addresses that run code. */
  handlers: string[];
  styleAttributes: number;
  brokenJson: number;
}

interface Resource {
  address: string;
  as: 'script' | 'style' | 'other';
}

/** Elements that load the address in these attributes. */
const loading: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
};

/** Relations of `<link>` that only name an address. Any other relation loads it or contacts its host. */
const namingRelations = new Set([
  'canonical',
  'alternate',
  'license',
  'author',
  'search',
  'next',
  'prev',
  'cite-as',
  'describedby',
  'type',
  'item',
  'collection',
  'help',
]);

const idReferences = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'popovertarget',
  'list',
  'headers',
];

/** Types of `<script>` that a browser runs; any other contains data. */
const runs = /^(|module|text\/javascript|application\/javascript|importmap|speculationrules)$/i;

/** Reads a page. `keep` returns the copy of a text that stays in memory. */
export function readPage(file: string, html: string, keep: (text: string) => string = (text) => text): Page {
  const page: Page = {
    file,
    bytes: Buffer.byteLength(html),
    lang: '',
    title: '',
    headings: 0,
    ids: new Set(),
    doubledIds: new Set(),
    links: new Set(),
    references: new Set(),
    resources: [],
    alternates: new Map(),
    canonical: undefined,
    policy: undefined,
    noindex: false,
    redirect: false,
    inlineScripts: [],
    inlineStyles: [],
    handlers: [],
    styleAttributes: 0,
    brokenJson: 0,
  };
  let inHead = true;
  for (const tag of scanTags(html)) {
    inHead &&= tag.name !== 'body';
    readTag(page, tag, inHead, keep);
  }
  return page;
}

function readTag(page: Page, { name, attributes, text }: Tag, inHead: boolean, keep: (text: string) => string): void {
  const get = (key: string) => {
    const value = attributes.get(key);
    return value === undefined ? undefined : keep(value);
  };
  if (name === 'html') page.lang = get('lang') ?? '';
  if (name === 'title' && !page.title) page.title = keep((text ?? '').trim());
  if (name === 'h1') page.headings++;
  if (name === 'meta') readMeta(page, get, inHead);
  if (name === 'link') readLink(page, get);
  if (name === 'a' || name === 'area') addLink(page, get('href'));
  if (name === 'form') addLink(page, get('action'));
  if (name === 'blockquote' || name === 'q') addLink(page, get('cite'));
  for (const key of loading[name] ?? []) {
    const value = get(key);
    if (value === undefined) continue;
    const addresses = key === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
    for (const address of addresses) page.resources.push({ address, as: name === 'script' ? 'script' : 'other' });
  }
  if (name === 'script' && get('src') === undefined) {
    if (runs.test(get('type') ?? '')) page.inlineScripts.push(hashed(text ?? ''));
    else if (/json/i.test(get('type') ?? '') && !isJson(text ?? '')) page.brokenJson++;
  }
  if (name === 'style') page.inlineStyles.push(hashed(text ?? ''));
  for (const [key, value] of attributes) {
    if (key === 'id') {
      if (page.ids.has(value)) page.doubledIds.add(value);
      page.ids.add(keep(value));
    } else if (key === 'style') page.styleAttributes++;
    else if (/^on[a-z]+$/.test(key)) page.handlers.push(`${name} ${key}`);
    else if (
      /^\s*(javascript|vbscript|data:text\/html)/i.test(value) &&
      /^(href|src|action|formaction|data)$/.test(key)
    )
      page.handlers.push(`${name} ${key}="${value.slice(0, 40)}"`);
    else if (idReferences.includes(key))
      for (const id of value.split(/\s+/).filter(Boolean)) page.references.add(keep(id));
  }
}

type Attributes = (name: string) => string | undefined;

function readMeta(page: Page, get: Attributes, inHead: boolean): void {
  const content = get('content') ?? '';
  const equiv = get('http-equiv')?.toLowerCase();
  if (equiv === 'content-security-policy') page.policy = content;
  if (equiv === 'refresh') {
    page.redirect ||= inHead;
    addLink(page, /url=([^]*)$/i.exec(content)?.[1]);
  }
  if (inHead && get('name')?.toLowerCase() === 'robots') page.noindex = /noindex/i.test(content);
}

function readLink(page: Page, get: Attributes): void {
  const address = get('href');
  if (!address) return;
  const relations = (get('rel') ?? '').toLowerCase().split(/\s+/);
  const hreflang = get('hreflang');
  if (relations.includes('canonical')) page.canonical = address;
  if (relations.includes('alternate') && hreflang && !get('type')) page.alternates.set(hreflang, address);
  if (relations.every((relation) => namingRelations.has(relation))) addLink(page, address);
  else {
    const script = relations.includes('modulepreload') || get('as') === 'script';
    const style = relations.includes('stylesheet');
    page.resources.push({ address, as: script ? 'script' : style ? 'style' : 'other' });
  }
}

function addLink(page: Page, address: string | undefined): void {
  if (address !== undefined) page.links.add(address);
}

const hashed = (text: string) => ({
  hash: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  bytes: Buffer.byteLength(text),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
