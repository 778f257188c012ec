/** Reads a built site for the audit, and finds where an address on a page leads. */

import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { interfaceLanguages, type InterfaceLanguage } from '#domain/language';
import { papersTakenOut } from '#domain/removal';
import { siteSchema, sourceLanguages, type Site as Identity } from '#domain/site';
import type { FileHashes } from '../lib/file-hashes.ts';
import { filesBelow } from '../lib/paths.ts';
import { readYaml } from '../lib/read-content.ts';
import { readExcluded, readIds, readRemovals } from '../pipeline/decisions/read-decisions.ts';
import { Facts } from './facts.ts';
import type { Page } from './page.ts';

/** A built site as the audit sees it. Paths are below the site's folder, with `/`. */
export interface Site {
  folder: string;
  /** The path under which it is served, with slashes at both ends. */
  base: string;
  /** `https://example.org`, without a slash at its end. */
  origin: string;
  /** Every file and its size in bytes. */
  files: Map<string, number>;
  pages: Map<string, Page>;
  /** The languages that its pages are in. */
  languages: readonly InterfaceLanguage[];
  /** Those that a paper's sources are shown in. */
  sourceLanguages: readonly InterfaceLanguage[];
  /** Which files of citations a paper has. */
  twins: Identity['twins'];
  /** The ids of the papers and of the themes in the content. */
  papers: readonly string[];
  themes: readonly string[];
  /** The ids of removed papers: each has a page that says so. */
  takenOut: readonly string[];
  /** What was read of single files. */
  facts: Facts;
}

export interface SiteInput {
  folder: string;
  content: string;
  base: string;
  site: string;
  /** The folder in which what is read of a file is kept for the next time. */
  cache?: string;
  /** Knows the hashes of files that were read before. */
  hashes?: FileHashes;
}

export async function readSite({ folder, content, base, site, cache, hashes }: SiteInput): Promise<Site> {
  const files = new Map<string, number>();
  const pages = new Map<string, Page>();
  const keep = keeper();
  const facts = new Facts(folder, cache, hashes);
  for (const file of filesBelow(folder)) {
    files.set(file, statSync(join(folder, file)).size);
    if (file.endsWith('.html')) pages.set(file, facts.page(file, keep));
  }
  const papers = (await namesIn(join(content, 'papers'))).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
  const identity = siteSchema.safeParse(readYaml(join(content, 'site.yaml'), 'site.yaml', [])?.value).data;
  return {
    folder,
    base,
    origin: new URL(site).origin,
    files,
    pages,
    languages: identity?.languages ?? interfaceLanguages,
    sourceLanguages: identity ? sourceLanguages(identity) : interfaceLanguages,
    twins: identity?.twins ?? 'all',
    papers,
    themes: await namesIn(join(content, 'themes')),
    takenOut: noticesFor(content, new Set(papers)),
    facts,
  };
}

/** Addresses of papers that were removed or excluded and do not redirect to another paper. */
function noticesFor(content: string, papers: ReadonlySet<string>): string[] {
  const aliases = new Map(
    readIds(content, []).flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)),
  );
  const decisions = { removals: readRemovals(content, []), excluded: readExcluded(content, []), aliases };
  return [...papersTakenOut(decisions, (id) => papers.has(id) || papers.has(aliases.get(id) ?? '')).keys()];
}

/**
 * Keeps each text once, copied: a part of a page would keep the whole page in memory, and most addresses and ids are on
 * many pages.
 */
function keeper(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const own = Buffer.from(text).toString();
    kept.set(own, own);
    return own;
  };
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort();

/** The target of an address: inside the site (file and fragment), on another host, or nothing. */
export type Target =
  | { kind: 'inside'; file: string; fragment: string }
  | { kind: 'outside'; host: string }
  | { kind: 'other'; scheme: string }
  | { kind: 'off-base'; path: string };

/** The address of a page: `papers/x/index.html` is served at `/papers/x/`. */
export const addressOf = (site: Pick<Site, 'base'>, file: string): string =>
  site.base + file.replace(/(^|\/)index\.html$/, '$1');

export function targetOf(site: Site, from: string, address: string): Target {
  // Half of the links on a long page lead to a place on it.
  if (/^#[\w-]*$/.test(address)) return { kind: 'inside', file: from, fragment: address.slice(1) };
  // Most other links are addresses from the root that say the same before and after they are read as a URL.
  const plain = /^(\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?)(?:#([\w-]*))?$/.exec(address);
  if (plain) return insideOf(site, plain[1] ?? '', plain[2] ?? '');
  let url: URL;
  try {
    url = new URL(address, site.origin + addressOf(site, from).split('/').map(encodeURIComponent).join('/'));
  } catch {
    return { kind: 'other', scheme: 'invalid' };
  }
  if (!/^https?:$/.test(url.protocol)) return { kind: 'other', scheme: url.protocol };
  if (url.origin !== site.origin) return { kind: 'outside', host: url.host };
  return insideOf(site, decode(url.pathname), decode(url.hash.slice(1)));
}

function insideOf(site: Site, path: string, fragment: string): Target {
  if (!path.startsWith(site.base)) return { kind: 'off-base', path };
  const below = path.slice(site.base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  return { kind: 'inside', file, fragment };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
