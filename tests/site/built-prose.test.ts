import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldForMatching } from '#domain/text';
import { useSite, type BuiltSite } from '../support/site.ts';

const base = '/repo/';
let site: BuiltSite;
const parsed = new Map<string, Nodes>();
beforeAll(async () => {
  site = await useSite({ base });
});

/** The page at an address of the site, as a tree. */
function pageAt(address: string): Nodes {
  const path = address.slice(base.length).replace(/[?#].*$/u, '');
  const known = parsed.get(path);
  if (known) return known;
  const tree = unified()
    .use(rehypeParse)
    .parse(readFileSync(join(site.folder, path, 'index.html'), 'utf8'));
  parsed.set(path, tree);
  return tree;
}

const elements = (node: Nodes, wanted: (element: Element) => boolean): Element[] => [
  ...(node.type === 'element' && wanted(node) ? [node] : []),
  ...('children' in node ? node.children.flatMap((child) => elements(child as Nodes, wanted)) : []),
];
const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map((it) => textOf(it as Nodes)).join('') : '';
const hasClass = (element: Element, name: string): boolean => [element.properties['className']].flat().includes(name);

const themes = readdirSync('content/themes');
const languages = ['', 'zh/'];

describe('the essays as built', () => {
  it('lead from every quotation to the words it quotes', () => {
    let count = 0;
    for (const prefix of languages)
      for (const theme of themes) {
        const page = pageAt(`${base}${prefix}themes/${theme}/`);
        const quoted = elements(page, (it) => hasClass(it, 'quoted') || hasClass(it, 'quotation'));
        expect(quoted.length, theme).toBeGreaterThanOrEqual(5);
        for (const element of quoted) {
          const link = elements(element, (it) => it.tagName === 'a')[0];
          const [address = '', anchor] = String(link?.properties['href']).split('#');
          expect(address.startsWith(`${base}${prefix}papers/`), address).toBe(true);
          const words = elements(element, (it) => it.tagName === 'q' || it.tagName === 'blockquote')
            .map(textOf)
            .join('');
          const target = anchor
            ? elements(pageAt(address), (it) => it.properties['id'] === anchor)[0]
            : pageAt(address);
          if (!target) throw new Error(`${address} has no #${anchor}`);
          expect(foldForMatching(textOf(target)), `${theme}: ${words}`).toContain(foldForMatching(words));
          count++;
        }
      }
    expect(count).toBeGreaterThan(150);
  });

  it('name the publisher of a digest beside its words, and a translation as one', () => {
    const captions = (address: string): string[] =>
      elements(pageAt(address), (it) => it.tagName === 'figcaption').map((it) => textOf(it).trim());
    expect(captions(`${base}themes/professionals-toll/`)).toEqual([
      'Newydd et al. n.d.',
      "CAMH's Immigrant and Refugee Mental Health Project, on Newydd et al. n.d.",
      "CAMH's Immigrant and Refugee Mental Health Project, on Newydd et al. n.d.",
    ]);
    expect(captions(`${base}zh/themes/suicidality/`)[0]).toBe('Huggett等 2024，译文');
  });
});

describe('where help is found', () => {
  const found = (path: string): Element[] => elements(pageAt(`${base}${path}`), (it) => hasClass(it, 'help'));
  it.each(languages)('stands on the theme and on its papers, in words alone (%s)', (prefix) => {
    for (const path of ['themes/suicidality/', 'papers/huggett-2024-client-therapist-perspectives/']) {
      const [help, ...more] = found(prefix + path);
      if (!help) throw new Error(`${prefix}${path} shows no help`);
      expect(more).toEqual([]);
      expect(textOf(help)).toContain('Find A Helpline');
      expect(elements(help, (it) => ['a', 'img', 'iframe', 'script'].includes(it.tagName))).toEqual([]);
    }
    expect(found(`${prefix}themes/interpreters/`)).toEqual([]);
    expect(found(`${prefix}papers/tremain-2020-therapeutic-alliance-digital/`)).toEqual([]);
  });
});
