/** Cuts the reviewers' pages into sections that the search finds. */

import type { Element, ElementContent, Root } from 'hast';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { foldSpace, sentenceSpans } from '#domain/text';
import type { SectionCard } from '#search/catalogue';
import { asksForGaps, gapPhrases } from '#prose/gaps';
import type { ZoneTexts } from './record.ts';

/**
 * Pages with prose of the reviewers, whose sections the search finds; `*` is any one name. An element with
 * `data-searched` holds prose; inside it, `data-unsearched` marks what is not prose. Pages that a site does not have
 * are left out.
 */
const searchedPages = ['themes/*/', 'findings/', 'gaps/', 'glossary/', 'method/', 'about/'] as const;

/** A section of a page: what a result shows of it. */
export type Section = SectionCard;

/**
 * The sections of a built site, page by page, English first; a section that exists in one language only comes once. `read`
 * reads those of one page.
 */
export async function readSections(site: string, read = sectionsIn): Promise<Section[]> {
  const sections: Section[] = [];
  for (const pattern of searchedPages)
    for (const [prefix, page] of [
      ['', 'en'],
      ['zh/', 'zh'],
    ] as const)
      for (const path of await pathsOf(site, prefix, pattern))
        sections.push(...read(readFileSync(join(site, prefix, path, 'index.html'), 'utf8'), path, page));
  return sections.filter((own) => own.language.startsWith(own.page) || !sections.some((other) => isSame(own, other)));
}

const isSame = (a: Section, b: Section): boolean =>
  a.path === b.path && a.page !== b.page && a.heading === b.heading && a.sentences.join() === b.sentences.join();

async function pathsOf(site: string, prefix: string, pattern: string): Promise<string[]> {
  const [folder = '', each] = pattern.split('*');
  const names =
    each === undefined
      ? ['']
      : (await readdir(join(site, prefix, folder)).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1));
  return names
    .map((name) => (each === undefined ? folder : `${folder}${name}${each}`))
    .filter((path) => existsSync(join(site, prefix, path, 'index.html')));
}

/**
 * The words of a section by the zones of the index; for a section on gaps also the phrases of both languages that ask
 * for gaps.
 */
export const textsOfSection = ({ heading, sentences }: Section): ZoneTexts => ({
  title: [heading],
  keyword: asksForGaps(heading) ? [...gapPhrases] : [],
  abstract: sentences,
});

/**
 * The sections of one page, divided at the headings of its prose; the text before the first heading has the title of
 * the page.
 */
export function sectionsIn(html: string, path: string, page: 'en' | 'zh'): Section[] {
  const tree = unified().use(rehypeParse).parse(html);
  const [heading] = elements(tree, ({ tagName }) => tagName === 'h1');
  const title = heading ? textOf(heading) : '';
  const regions = elements(tree, ({ properties }) => 'dataSearched' in properties);
  return regions.flatMap((region) =>
    sectionsOf(region, { path, page, title, language: languageOf(region) ?? tagOf(page) }),
  );
}

const tagOf = (page: 'en' | 'zh'): string => (page === 'zh' ? 'zh-Hans' : 'en');
const languageOf = ({ properties: { lang } }: Element): string | undefined =>
  typeof lang === 'string' ? lang : undefined;

function sectionsOf(region: Element, page: Pick<Section, 'path' | 'page' | 'title' | 'language'>): Section[] {
  const named = region.properties['ariaLabel'];
  const whole = typeof named === 'string' ? named : page.title;
  const begin = (heading: string, id: unknown): Section => ({
    ...page,
    heading,
    anchor: typeof id === 'string' ? id : '',
    sentences: [],
  });
  const sections = [begin(whole, region.properties['id'])];
  for (const block of blocksOf(region)) {
    const text = textOf(block);
    if (/^h[2-4]$/.test(block.tagName)) sections.push(begin(text, block.properties['id']));
    // The name of the region itself is not a sentence of it.
    else if (text && text !== whole)
      sections.at(-1)?.sentences.push(...sentenceSpans(text).map(([start, end]) => text.slice(start, end)));
  }
  return sections.filter(({ sentences }) => sentences.length > 0);
}

const blocks = new Set([
  'p',
  'li',
  'blockquote',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'h2',
  'h3',
  'h4',
  'caption',
  'pre',
]);

/** The innermost blocks of text, in order. */
function blocksOf(root: Element): Element[] {
  return root.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    const inner = blocksOf(child);
    return inner.length ? inner : blocks.has(child.tagName) ? [child] : [];
  });
}

function elements(root: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  return root.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return isWanted(child) ? [child] : elements(child, isWanted);
  });
}

const unseen = new Set(['script', 'style', 'template', 'svg']);

const textOf = (element: Element): string => foldSpace(element.children.map(plain).join(''));
function plain(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || unseen.has(node.tagName) || 'dataUnsearched' in node.properties) return '';
  return node.children.map(plain).join('');
}
