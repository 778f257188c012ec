/**
 * Checks of languages in the built site: every page states its language, and has the same page in the other interface
 * language.
 */

import type { Check } from '../check.ts';
import { addressOf, targetOf, type Site } from '../site.ts';
import type { Page } from '../page.ts';

const isChinese = (file: string) => file.startsWith('zh/');
const twinOf = (file: string) => (isChinese(file) ? file.slice('zh/'.length) : `zh/${file}`);

/** The files that a page exists as: one for each language of the review, or for each that sources are shown in. */
const inEach = ({ languages, sourceLanguages }: Site, file: string): string[] =>
  [file, twinOf(file)].slice(0, (isOfSource(file) ? sourceLanguages : languages).length);

const isOfSource = (file: string): boolean => /^(?:zh\/)?papers\/[^/]+\/source\//u.test(file);

/** Pages that people read, without redirects and without pages that programs make for themselves. */
const readPages = ({ pages }: Site): Page[] => [...pages.values()].filter(({ redirect }) => !redirect);

export const language: readonly Check[] = [
  {
    rule: 'language-wrong',
    severity: 'error',
    expected: 'lang="zh-Hans" or "zh-CN" below /zh/, lang="en" elsewhere',
    remedy: 'pass the interface language to the layout',
    *find(site) {
      for (const { file, lang } of readPages(site))
        if (!(isChinese(file) ? /^zh(-Hans|-CN|-Hans-CN)?$/ : /^en(-GB|-US)?$/).test(lang))
          yield { file, seen: `lang="${lang}"` };
    },
  },
  {
    rule: 'twin-missing',
    severity: 'error',
    expected: 'every page in each language of the review, and in no other',
    remedy:
      'put the page into src/pages/[...lang] and give it `eachLanguage` or `inEachLanguage` of src/site/languages.ts',
    *find(site) {
      // Hosts have one page for missing addresses, so it has all languages.
      for (const { file } of site.pages.values()) {
        if (file === '404.html') continue;
        const languages = isOfSource(file) ? site.sourceLanguages : site.languages;
        const own = isChinese(file) ? 'zh' : 'en';
        if (!languages.includes(own)) yield { file, seen: `a page in ${own === 'zh' ? 'Chinese' : 'English'}` };
        for (const wanted of inEach(site, file)) if (!site.pages.has(wanted)) yield { file, seen: `no ${wanted}` };
      }
    },
  },
  {
    rule: 'hreflang-wrong',
    severity: 'error',
    expected:
      'link rel="alternate" hreflang to the page in each language, as absolute addresses, where there is more than one',
    remedy: 'make them in the layout from the address of the page',
    *find(site) {
      for (const { file, alternates, noindex } of readPages(site)) {
        if (noindex || file.endsWith('404.html')) continue;
        const reached = new Set<string>();
        for (const address of alternates.values()) {
          const target = targetOf(site, file, address);
          if (target.kind === 'inside' && /^https?:/.test(address)) reached.add(target.file);
        }
        for (const wanted of site.languages.length > 1 ? inEach(site, file) : [])
          if (!reached.has(wanted)) yield { file, seen: `no hreflang leads to ${addressOf(site, wanted)}` };
      }
    },
  },
  {
    rule: 'canonical-wrong',
    severity: 'error',
    expected: 'link rel="canonical" to the page itself',
    remedy: 'make it in the layout from the address of the page',
    *find(site) {
      for (const { file, canonical, noindex } of readPages(site)) {
        if (noindex || file.endsWith('404.html')) continue;
        const target = canonical === undefined ? undefined : targetOf(site, file, canonical);
        if (target?.kind !== 'inside' || target.file !== file)
          yield { file, seen: `canonical: ${canonical ?? 'none'}` };
      }
    },
  },
  {
    rule: 'heading-wrong',
    severity: 'error',
    expected: 'one title and one h1 on each page',
    remedy: 'give the layout a title, and the page one h1',
    *find(site) {
      for (const { file, title, headings } of readPages(site)) {
        if (!title) yield { file, seen: 'no title' };
        if (headings !== 1) yield { file, seen: `${headings} h1 elements` };
      }
    },
  },
];
