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
    expect(captions(`${base}zh/themes/suicidality/`)[0]).toBe('Huggett 等（2024），译文');
  });
});

describe('every sentence of the reviewers as built', () => {
  const based = (node: Nodes): Element[] => elements(node, (it) => it.properties['dataBasis'] !== undefined);
  const kinds = ['quotation', 'evidence', 'absence', 'reading', 'pointer'];
  /** The words of a node that a reader sees, without what is shown about the basis of its sentences. */
  const wordsOutside = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'element' && (node.properties['dataBasis'] !== undefined || node.tagName === 'figcaption'))
      return '';
    return 'children' in node ? node.children.map((it) => wordsOutside(it as Nodes)).join(' ') : '';
  };
  const isName = (element: Element): boolean => /^(?:h[1-6]|th)$/u.test(element.tagName);

  it.each(languages)('is in an element that names its kind, with nothing beside (%s)', (prefix) => {
    for (const theme of themes) {
      const page = pageAt(`${base}${prefix}themes/${theme}/`);
      const [prose] = elements(page, (it) => hasClass(it, 'prose'));
      if (!prose) throw new Error(`${theme} has no essay`);
      const found = based(page);
      expect(found.length, theme).toBeGreaterThan(20);
      for (const element of found) expect(kinds).toContain(element.properties['dataBasis']);
      const names = elements(prose, isName).map(textOf).join(' ');
      const beside = wordsOutside(prose).replace(/[^\p{L}\p{N}]+/gu, '');
      expect(names.replace(/[^\p{L}\p{N}]+/gu, ''), theme).toBe(beside);
      const ours = found.filter((it) => ['reading', 'pointer'].includes(String(it.properties['dataBasis'])));
      expect(ours.length / found.length, theme).toBeLessThanOrEqual(1 / 4);
    }
  });

  it.each(languages)('of the home page, the list of themes and a concept without an essay, too (%s)', (prefix) => {
    for (const path of ['', 'themes/']) expect(based(pageAt(`${base}${prefix}${path}`)).length).toBeGreaterThan(0);
    expect(based(pageAt(`${base}${prefix}`)).map((it) => it.properties['dataBasis'])).toContain('reading');
  });

  it('that reports papers links to each sentence that it rests on', () => {
    let count = 0;
    for (const prefix of languages)
      for (const theme of themes) {
        const page = pageAt(`${base}${prefix}themes/${theme}/`);
        for (const sentence of based(page).filter(
          (it) => it.properties['dataBasis'] === 'evidence' && it.tagName === 'span',
        )) {
          const links = elements(sentence, (it) => it.tagName === 'a').flatMap((it) =>
            String(it.properties['href']).includes('#s-') ? [String(it.properties['href'])] : [],
          );
          expect(links.length, `${theme}: ${textOf(sentence)}`).toBeGreaterThan(0);
          for (const link of links) {
            const [address = '', anchor] = link.split('#');
            expect(
              elements(pageAt(address), (it) => it.properties['id'] === anchor),
              link,
            ).toHaveLength(1);
            count++;
          }
        }
      }
    expect(count).toBeGreaterThan(200);
  });

  it.each(languages)('is counted on the page of the method (%s)', (prefix) => {
    const [section] = elements(pageAt(`${base}${prefix}method/`), (it) => it.properties['id'] === 'sentences');
    if (!section) throw new Error('the method has no section on sentences');
    const rows = elements(section, (it) => it.tagName === 'tr').map((row) =>
      elements(row, (it) => it.tagName === 'td').map((it) => textOf(it).trim()),
    );
    const essays = rows.filter((cells) => cells.length > 5);
    expect(essays.length).toBeGreaterThanOrEqual(2 * themes.length);
    // Language, sentences, then quotations, evidence, absences with those checked, readings, pointers.
    for (const [, all, quotations, evidence, absences, , readings, pointers] of essays.map((cells) =>
      cells.map(Number),
    ))
      expect((quotations ?? 0) + (evidence ?? 0) + (absences ?? 0) + (readings ?? 0) + (pointers ?? 0)).toBe(all);
  });
});

describe('where help is found', () => {
  const found = (path: string): Element[] => elements(pageAt(`${base}${path}`), (it) => hasClass(it, 'help'));
  it.each(languages)(
    'is on the theme’s page and on those of its papers, with links to call or to read (%s)',
    (prefix) => {
      for (const path of ['themes/suicidality/', 'papers/huggett-2024-client-therapist-perspectives/']) {
        const [help, ...more] = found(prefix + path);
        if (!help) throw new Error(`${prefix}${path} shows no help`);
        expect(more).toEqual([]);
        expect(textOf(help)).toContain('Find A Helpline');
        expect(elements(help, (it) => ['img', 'iframe', 'script'].includes(it.tagName))).toEqual([]);
        const links = elements(help, (it) => it.tagName === 'a').map((it) => String(it.properties['href']));
        expect(links.sort()).toEqual(['https://findahelpline.com/', 'tel:110', 'tel:120', 'tel:12356']);
      }
      expect(found(`${prefix}themes/interpreters/`)).toEqual([]);
      expect(found(`${prefix}papers/tremain-2020-therapeutic-alliance-digital/`)).toEqual([]);
    },
  );
});
