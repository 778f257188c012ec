/** Checks of weight: how much a page of the site, and each file that it loads on demand, may weigh. */

import type { Check } from '../check.ts';
import type { Page } from '../page.ts';
import { targetOf, type Site } from '../site.ts';

/**
 * The maximum bytes, before compression, that a page may load by itself. The style is one sheet for every page of the site,
 * fetched once.
 */
export const budgets = { script: 60_000, style: 60_000 } as const;

/** The maximum bytes of HTML of one page: more makes a phone wait. */
const largestPage = 100_000;
/** The page to print holds every essay: its reader asks for all of them, and its size follows from no number of papers. */
const wholeReview = /^(?:zh\/)?review\/index\.html$/u;
/** The maximum bytes of a script that is loaded on demand: the engine of the citation styles is by far the largest. */
const largestScript = 400_000;
/** The maximum bytes of the citation styles, for each file and in total, compressed as they are sent. */
const styleFiles = { each: 80_000, all: 4_000_000 };

const onDemandChecks: readonly Check[] = [
  {
    rule: 'script-on-demand-over-budget',
    severity: 'warning',
    expected: `at most ${largestScript} bytes in a script, whenever it is loaded`,
    remedy: 'split it, or leave it out',
    *find(site) {
      for (const [file, bytes] of site.files)
        if (/^_astro\/.*\.js$/.test(file) && bytes > largestScript) yield { file, seen: `${bytes} bytes` };
    },
  },
  {
    rule: 'styles-over-budget',
    severity: 'warning',
    expected: `at most ${styleFiles.each} bytes in a file of citation styles and ${styleFiles.all} in all of them`,
    remedy: 'compress them better, or offer fewer',
    *find(site) {
      const packs = [...site.files].filter(([file]) => /^styles\/.*\.pack$/.test(file));
      for (const [file, bytes] of packs) if (bytes > styleFiles.each) yield { file, seen: `${bytes} bytes` };
      const all = packs.reduce((sum, [, bytes]) => sum + bytes, 0);
      if (all > styleFiles.all) yield { file: 'styles/', seen: `${all} bytes` };
    },
  },
];

const htmlCheck: Check = {
  rule: 'page-over-budget',
  severity: 'info',
  expected: `at most ${largestPage} bytes of HTML in a page`,
  remedy: 'nothing to do in your review: the page has more authors or more text than one page should have',
  *find(site) {
    for (const { file, bytes } of site.pages.values())
      if (bytes > largestPage && !wholeReview.test(file)) yield { file, seen: `${bytes} bytes` };
  },
};

const pageChecks: readonly Check[] = (['script', 'style'] as const).map((kind) => ({
  rule: `${kind}-over-budget`,
  severity: 'warning',
  expected: `at most ${budgets[kind]} bytes of ${kind} on a page`,
  remedy: 'load it when it is used, or leave it out',
  *find(site) {
    for (const page of site.pages.values()) {
      const bytes = weightOf(site, page)[kind];
      if (bytes > budgets[kind]) yield { file: page.file, seen: `${bytes} bytes` };
    }
  },
}));

export const budgetChecks: readonly Check[] = [htmlCheck, ...pageChecks, ...onDemandChecks];

/** The bytes of script and style that a page loads by itself: inline, by reference, and preloaded. */
export function weightOf(site: Site, page: Page): Record<'script' | 'style', number> {
  const sum = (pieces: readonly { bytes: number }[]) => pieces.reduce((total, { bytes }) => total + bytes, 0);
  const weight = { script: sum(page.inlineScripts), style: sum(page.inlineStyles) };
  const seen = new Set<string>();
  for (const { address, as } of page.resources) {
    const target = as === 'other' ? undefined : targetOf(site, page.file, address);
    if (target?.kind !== 'inside' || as === 'other' || seen.has(target.file)) continue;
    seen.add(target.file);
    weight[as] += site.files.get(target.file) ?? 0;
  }
  return weight;
}
