import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A start tag with all its attributes; quoted values may hold anything. */
const startTag = /<([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/iy;

/**
 * A page whose bytes hold no markup but its own: `<` inside attributes, which HTML allows and Astro leaves, is written
 * as a reference, and so is every `&` by number. Parsers read the same page; what scans bytes (filters, harvesters of
 * COinS, a parser put off course) finds no tag and no query that a scraped text brought along. Scripts and styles stay
 * byte for byte: the policy names their hashes.
 */
export function hardenPage(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    pieces.push(byNumber(html.slice(at, open)));
    at = html.startsWith('<!--', open) ? behind(html, '-->', open) : behindTag(html, open, pieces);
    if (html.startsWith('<!--', open)) pieces.push(html.slice(open, at));
  }
  pieces.push(byNumber(html.slice(at)));
  return pieces.join('');
}

/** Writes the tag at `open`, with the raw text that belongs to it, and gives the offset behind. */
function behindTag(html: string, open: number, pieces: string[]): number {
  startTag.lastIndex = open;
  const [tag, name = ''] = startTag.exec(html) ?? [html.charAt(open)];
  pieces.push(tag.replace(/"[^"]*"|'[^']*'/g, (value) => byNumber(value).replaceAll('<', '&lt;')));
  const start = open + tag.length;
  if (!/^(script|style)$/i.test(name)) return start;
  const endTag = name.toLowerCase() === 'script' ? /<\/script/gi : /<\/style/gi;
  endTag.lastIndex = start;
  const end = endTag.exec(html)?.index ?? html.length;
  pieces.push(html.slice(start, end));
  return end;
}

const byNumber = (text: string): string => text.replaceAll('&amp;', '&#38;');

function behind(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

/** Hardens every page of a built site. */
export async function hardenSite(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const path = join(entry.parentPath, entry.name);
    await writeFile(path, hardenPage(await readFile(path, 'utf8')));
  }
}
