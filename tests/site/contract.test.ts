import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { citationFormats, paperFormats } from '#citations/index';
import { citationStyles } from '#citations/styles';
import type { Ledger } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import { elementsOf } from '../support/elements.ts';
import { useSite } from '../support/site.ts';

/** The files and addresses in a built site that readers and other programs rely on. */

let folder = '';
let papers: Paper[] = [];
let themes: string[] = [];
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

beforeAll(async () => {
  const site = await useSite();
  folder = site.folder;
  const records = join(site.content, 'papers');
  const names = readdirSync(records).filter((name) => name.endsWith('.json'));
  papers = names.map((name) => JSON.parse(readFileSync(join(records, name), 'utf8')) as Paper);
  themes = readdirSync(join(site.content, 'themes'));
});

const elements = (path: string, name: string): Record<string, string>[] => elementsOf(read(path), name);

const ends = ['bib', 'ris', 'csl.json', 'txt', 'json'];
const ofLists = [...ends, 'biblatex.bib', 'enw', 'endnote.xml', 'mods.xml', 'nbib', 'csv', 'jsonl', 'md'];

describe('files', () => {
  test('a paper has its twins, a theme and the library every format', () => {
    expect(paperFormats.map(({ extension }) => extension).sort()).toEqual([...ends].sort());
    expect(citationFormats.map(({ extension }) => extension).sort()).toEqual([...ofLists].sort());
    const wanted = [
      ...papers.flatMap(({ id }) => ends.map((end) => `papers/${id}.${end}`)),
      ...['library', ...themes.map((id) => `themes/${id}`)].flatMap((stem) => ofLists.map((end) => `${stem}.${end}`)),
      ...['feed.xml', 'sitemap-index.xml', 'robots.txt', 'opensearch.xml', 'manifest.webmanifest', 'vocabulary.jsonld'],
      ...themes.map((id) => `themes/${id}/feed.xml`),
      ...['llms.txt', 'review.zip', 'review.ris', 'studies.csv', '_headers', 'styles/index.pack', 'styles/LICENCE.txt'],
    ];
    expect(wanted.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  test('every page exists in both languages, files in one', () => {
    const pages = [
      '',
      'papers',
      'themes',
      'map',
      'map/populations',
      'map/settings',
      'findings',
      'gaps',
      'glossary',
      'changes',
      'compare',
      'review',
      'studies',
      'method',
      'search',
      'basket',
      'about',
      'authors',
      'journals',
    ];
    for (const { id } of papers) pages.push(`papers/${id}`, `papers/${id}/source`);
    for (const id of themes) pages.push(`themes/${id}`);
    const wanted = pages.flatMap((page) => [join(page, 'index.html'), join('zh', page, 'index.html')]);
    expect(wanted.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(existsSync(join(folder, 'zh/library.bib'))).toBe(false);
  });

  test('the method counts the values that nobody has compared with their pages, in both languages', () => {
    const { toCheck = [] } = JSON.parse(readFileSync('content/ledger.json', 'utf8')) as Ledger;
    expect(toCheck.length).toBeGreaterThan(0);
    const said = { '': `not sure of ${toCheck.length} values`, 'zh/': `有 ${toCheck.length} 项信息` };
    for (const [prefix, words] of Object.entries(said)) {
      const [, section = ''] = read(`${prefix}method/index.html`).split('id="to-check"');
      const [list = ''] = section.split('</section>');
      expect(list).toContain(words);
      for (const { paper } of toCheck) expect(list).toContain(`${prefix}papers/${paper}/`);
    }
  });

  test('a paper’s record is one object, a list’s an array, and each id is the key in every file', () => {
    for (const { id } of papers) {
      expect((JSON.parse(read(`papers/${id}.json`)) as Paper).id).toBe(id);
      expect((JSON.parse(read(`papers/${id}.csl.json`)) as { id: string }[]).map((item) => item.id)).toEqual([id]);
      expect(read(`papers/${id}.bib`)).toMatch(new RegExp(`^@\\w+\\{${id},$`, 'mu'));
      expect(read(`papers/${id}.ris`)).toContain(`\r\nID  - ${id}\r\n`);
    }
    expect((JSON.parse(read('library.json')) as Paper[]).map(({ id }) => id).sort()).toEqual(
      papers.map(({ id }) => id).sort(),
    );
  });

  test('the library’s references exist in every style, and are numbered where the style has numbers', () => {
    const text = read('library.txt');
    const lists = new Map(text.split('\n\n\n').map((list) => [list.split('\n')[0], list.trim().split('\n').slice(2)]));
    expect([...lists.keys()]).toEqual(citationStyles.map(({ title }) => title.en));
    const starts = (style: string) => lists.get(style)?.map((line) => line.split(/[ ,]/u)[0]);
    expect(starts('Vancouver (NLM)')).toEqual(['1.', '2.', '3.', '4.', '5.']);
    expect(starts('GB/T 7714—2015, numeric')).toEqual(['[1]', '[2]', '[3]', '[4]', '[5]']);
    expect(starts('APA, 7th edition')).toEqual(['Huggett', 'Iversen', 'Newydd', 'Potocky', 'Tremain']);
  });

  test('the packs of styles are what their index says', () => {
    const unpack = (name: string): unknown =>
      JSON.parse(gunzipSync(readFileSync(join(folder, `styles/${name}.pack`))).toString('utf8'));
    const index = unpack('index') as { styles: string[][]; locales: Record<string, string> };
    const [, name = '', file = ''] = index.styles.find(([title]) => title === 'Nature') ?? [];
    expect(unpack(file)).toHaveProperty([name, 'n'], 'style');
    expect(unpack(index.locales['zh-CN'] ?? '')).toHaveProperty('n', 'locale');
  });
});

describe('media types', () => {
  test('`_headers` has the type of every format', () => {
    const rules = read('_headers')
      .split(/^(?=\/)/mu)
      .map((rule) => ({ path: rule.split('\n')[0] ?? '', type: /Content-Type: ([^;\n]+)/u.exec(rule)?.[1] }));
    for (const { extension, mediaType, name } of citationFormats) {
      // `.json` is known to every host, and more than records are JSON.
      if (name === 'json') continue;
      const rule = rules.findLast(({ path, type }) => type && `.${extension}`.endsWith(path.replace(/^\/\*/u, '')));
      expect(rule?.type, extension).toBe(mediaType);
    }
  });

  test('links to files say their name and type', () => {
    for (const [page, stem, formats] of [
      [`papers/${papers[0]?.id}`, papers[0]?.id, paperFormats],
      [`zh/themes/${themes[0]}`, themes[0], citationFormats],
      ['papers', 'library', citationFormats],
    ] as const) {
      const links = elements(`${page}/index.html`, 'a').filter(({ download }) => download);
      for (const { extension, mediaType } of formats)
        expect(
          links.some(({ download, type }) => download === `${stem}.${extension}` && type === mediaType),
          `${page}: ${stem}.${extension}`,
        ).toBe(true);
    }
  });
});

describe('typed links', () => {
  test('a paper says what to cite, what describes it, what it is and where its text is', () => {
    for (const { id, doi, openAccess, authors } of papers) {
      const links = elements(`papers/${id}/index.html`, 'link');
      const of = (rel: string) => links.filter((link) => link['rel'] === rel).map(({ href = '' }) => href);
      expect(of('cite-as')).toEqual(doi ? [expect.stringMatching(/^https:\/\/doi\.org\/10\./u)] : []);
      const described = of('describedby').map((href) => new URL(href).pathname.slice(1));
      expect(described).toEqual(expect.arrayContaining([`papers/${id}.csl.json`, `papers/${id}.bib`]));
      expect(described.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
      expect(of('type')).toContain('https://schema.org/AboutPage');
      expect(of('item')).toEqual(openAccess ? [openAccess.value] : []);
      expect(of('author')).toHaveLength(authors.filter(({ orcid }) => orcid).length);
    }
  });

  test('llms.txt names the themes and every format, and no link of it is broken', () => {
    const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/gu)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(links.length).toBeGreaterThanOrEqual(themes.length + citationFormats.length);
    for (const path of links)
      expect(existsSync(join(folder, path.endsWith('/') ? `${path}index.html` : path)), path).toBe(true);
  });
});

test('a machine-translated title is only in the record', () => {
  const machine = papers.flatMap(({ id, titles }) =>
    titles.filter(({ role }) => role === 'machine-translation').map(({ text }) => ({ id, text: text.slice(0, 20) })),
  );
  expect(machine.length).toBeGreaterThan(0);
  for (const { id, text } of machine) {
    const files = ['papers/' + id, 'library', ...themes.map((theme) => `themes/${theme}`)];
    for (const stem of files)
      for (const end of ofLists.filter((name) => name !== 'json' && name !== 'jsonl')) {
        const path = `${stem}.${end}`;
        if (existsSync(join(folder, path))) expect(read(path).includes(text), path).toBe(false);
      }
    for (const path of [`papers/${id}.references.json`, 'feed.xml', 'library.index.json', 'llms.txt'])
      expect(read(path).includes(text), path).toBe(false);
    for (const page of [`papers/${id}/index.html`, `zh/papers/${id}/index.html`]) {
      const said = elements(page, 'meta').map(({ content = '' }) => content);
      expect(said.filter((content) => content.includes(text))).toEqual([]);
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(read(page))?.[1] ?? '';
      expect(data.includes(text)).toBe(false);
    }
    for (const page of ['papers/index.html', 'zh/papers/index.html'])
      for (const { title = '' } of elements(page, 'span')) expect(decodeURIComponent(title)).not.toContain(text);
  }
});
