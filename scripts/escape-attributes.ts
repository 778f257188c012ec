/** Replaces `<` and `&` in the attribute values of built pages by references. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeStaged } from './lib/files.ts';
import { filesBelow } from './lib/paths.ts';

/** A start tag with all its attributes; quoted values may contain anything. */
export const startTag = /<([a-z][^\s/>]*)(?=[\s/>])[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/iy;

/**
 * Removes markup from attribute values of a page. HTML allows `<` inside attributes, and Astro leaves it; here it
 * becomes a reference, and so does every `&`, by number. Parsers read the same page, but programs that scan bytes
 * (filters, harvesters of COinS, a confused parser) find no tag and no query that came with scraped text. Scripts and
 * styles are not changed: their texts have no references.
 */
export function escapeAttributes(html: string): string {
  const pieces: string[] = [];
  let done = 0;
  let ampersand = html.indexOf('&amp;');
  // Few stretches change; the text between them is copied in one piece.
  const change = (from: number, to: number, make: (text: string) => string): void => {
    pieces.push(html.slice(done, from), make(html.slice(from, to)));
    done = to;
  };
  const holdsAmpersand = (from: number, to: number): boolean => {
    if (ampersand >= 0 && ampersand < from) ampersand = html.indexOf('&amp;', from);
    return ampersand >= 0 && ampersand < to;
  };
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    const open = next < 0 ? html.length : next;
    if (holdsAmpersand(at, open)) change(at, open, byNumber);
    if (open === html.length) break;
    if (html.startsWith('<!--', open)) {
      at = behind(html, '-->', open);
      continue;
    }
    startTag.lastIndex = open;
    const [tag, name = ''] = startTag.exec(html) ?? ['<'];
    const end = open + tag.length;
    if (tag.includes('<', 1) || holdsAmpersand(open, end)) change(open, end, hardenTag);
    at = endOfRawText(html, name, end);
  }
  pieces.push(html.slice(done));
  return pieces.join('');
}

const hardenTag = (tag: string): string =>
  tag.replace(/"[^"]*"|'[^']*'/g, (value) => byNumber(value).replaceAll('<', '&lt;'));

/** The offset after the raw text of a tag (script, style …) that ends at `start`. */
export function endOfRawText(html: string, name: string, start: number): number {
  if (!/^(script|style)$/i.test(name)) return start;
  const endTag = name.toLowerCase() === 'script' ? /<\/script/gi : /<\/style/gi;
  endTag.lastIndex = start;
  return endTag.exec(html)?.index ?? html.length;
}

const byNumber = (text: string): string => text.replaceAll('&amp;', '&#38;');

export function behind(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

/** Hardens every page of a built site. */
export function escapeSite(folder: string): void {
  for (const file of filesBelow(folder)) {
    if (!file.endsWith('.html')) continue;
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    const hardened = escapeAttributes(html);
    if (hardened !== html) writeStaged(path, hardened);
  }
}
