/** What a site file may say of the pages of one site, and which pages it is about. */

import { z } from 'zod';
import type { SourceText } from '#domain/source';
import { siteFields } from './fields.ts';
import { fitsKey, lineKey } from './line-pattern.ts';

const text = z.string().trim().min(1).max(200);

/** A line as site files write it: `#` stands for any number, `…` for any text, and blanks and case do not count. */
const linePattern = text.refine(
  (pattern) => /[^\s…]{2}/u.test(pattern) && pattern.split('…').length <= 3,
  'a line with two signs at the least, and at most two "…"',
);

const ways = ['label', 'below', 'above', 'under', 'line'] as const;

/** Where a value is on the pages of a site. The first line that fits and holds such a value counts. */
const valueRule = z
  .strictObject({
    field: z.enum(siteFields),
    /** The words before the value on its line, or alone on the line above it. */
    label: text.optional(),
    /** The line above the value. */
    below: linePattern.optional(),
    /** The line below the value. */
    above: linePattern.optional(),
    /** The field whose value is on the line above. */
    under: z.enum(siteFields).optional(),
    /** The number of the line among those that are not blank, from 1. */
    line: z.int().min(1).max(40).optional(),
  })
  .refine(
    (rule) => ways.filter((way) => rule[way] !== undefined).length === 1,
    'a field with one of label, below, above, under, line',
  );
export type ValueRule = z.infer<typeof valueRule>;

/**
 * What is known of the pages of one site: `content/sites/<name>.yaml`. It is only data: `npm run teach` writes it, and
 * a person may.
 */
export const siteSchema = z.strictObject({
  title: z.strictObject({ en: text, zh: text }),
  /** A page is the site's where its address has one of the hosts, or where all of these lines and words are on it. */
  fits: z
    .strictObject({
      hosts: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/u, 'a host, as in example.org')).default([]),
      lines: z.array(linePattern).max(20).default([]),
      /** Words anywhere in the file, as they are: the names of members of a record, say. */
      words: z.array(text).max(20).default([]),
    })
    .refine(({ hosts, lines, words }) => hosts.length + lines.length + words.length > 0, 'a host, a line or words'),
  values: z.array(valueRule).max(60).default([]),
  /** Lines that belong to the site and not to the paper. */
  furniture: z.array(linePattern).max(200).default([]),
  /** Lines from which on the page is the site's own. */
  ends: z.array(linePattern).max(20).default([]),
});
export type SiteFile = z.infer<typeof siteSchema>;

/** A site file with its name, which is that of the format that reads its pages. */
export interface Site extends SiteFile {
  name: string;
}

/** The rule that claims and values name: it leads to the site file. */
export const ruleOf = ({ name }: Pick<Site, 'name'>): string => `site-${name}`;

/** Whether a source is a page of a site. */
export function fitsSite({ fits }: Pick<Site, 'fits'>, source: SourceText): boolean {
  const host = hostOf(source);
  if (host !== undefined && fits.hosts.some((one) => host === one || host.endsWith(`.${one}`))) return true;
  if (fits.lines.length + fits.words.length === 0) return false;
  if (!fits.words.every((word) => source.text.includes(word))) return false;
  const keys = keysOf(source);
  return fits.lines.every((pattern) => keys.some((key) => fitsKey(pattern, key)));
}

const linesOf = (whole: string): string[] => whole.split(/\r\n?|\n/u);

const known = new WeakMap<SourceText, string[]>();

/** How much of a file is looked at; a page is shorter. */
const most = 400_000;

/** The lines of a page as patterns compare them, made once. */
function keysOf(source: SourceText): string[] {
  const keys = known.get(source) ?? linesOf(source.text.slice(0, most)).map(lineKey).filter(Boolean);
  known.set(source, keys);
  return keys;
}

/** The address that a page calls its own: `<link rel="canonical" href="…">`, whichever attribute comes first. */
function canonicalIn(head: string): string | undefined {
  const tags = head.match(/<link\s[^>]{1,1000}/giu) ?? [];
  const tag = tags.find((one) => /\srel=["']?canonical\b/iu.test(one)) ?? '';
  return /\shref=["']?([^"'\s>]{1,500})/iu.exec(tag)?.[1];
}

/** The host that a page came from: its sidecar's, its metadata's, or that of an address alone among its first lines. */
export function hostOf({ text: whole, url }: SourceText): string | undefined {
  const head = whole.slice(0, 100_000);
  const address =
    url ??
    canonicalIn(head) ??
    /<meta\s[^>]{0,100}?(?:og:url|citation_public_url|citation_abstract_html_url)["']?\s{1,9}content=["']?([^"'\s>]{1,500})/iu.exec(
      head,
    )?.[1] ??
    linesOf(head.slice(0, 4000))
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 5)
      .find((line) => /^(?:(?:url|source|网址|来源)\s?[:：]\s?)?https?:\/\/\S+$/iu.test(line))
      ?.replace(/^[^h]*(?=http)/iu, '');
  const host = address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '';
  return host === '' || host.endsWith('doi.org') ? undefined : host;
}
