import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { parse as parseCsv } from 'csv-parse/sync';
import { detailKinds, type Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { isUnchecked, measured, type Described } from '#site/measured';
import { workFormats } from '#site/works';
import { parse } from 'yaml';
import { elementsOf } from '../support/elements.ts';
import { useSite, type BuiltSite } from '../support/site.ts';

let site: BuiltSite;
let odd: BuiltSite;
let papers: Paper[] = [];
beforeAll(async () => {
  site = await useSite();
  odd = await useSite({ content: 'tests/fixtures/odd-review' });
  papers = JSON.parse(read('library.json')) as Paper[];
});
const read = (path: string, of = site): string => readFileSync(join(of.folder, path), 'utf8');

test('each cell of the table of studies that a sentence states leads to that sentence', () => {
  for (const path of ['studies/index.html', 'zh/studies/index.html']) {
    const html = read(path);
    const cells = [...html.matchAll(/<td [^>]*data-label[^>]*>(.*?)<\/td>/gsu)].map(([, inner = '']) => inner);
    const links = cells.flatMap((inner) => elementsOf(inner, 'a').flatMap(({ href }) => href ?? []));
    expect(links.length).toBeGreaterThan(20);
    for (const href of links) expect(href).toMatch(/\/papers\/[a-z0-9-]+\/#s-[0-9a-z-]+$/u);
  }
  // What no abstract of the review states has no column.
  const heads = [...read('studies/index.html').matchAll(/<th scope="col"[^>]*>([^<]+)/gu)].map(([, name]) => name);
  expect(heads).toContain('Study size');
  expect(heads).not.toContain('Instruments');
  for (const name of ['Sex and age', 'Databases searched', 'Time searched', 'Appraisal by the authors'])
    expect(heads).toContain(name);
  expect(heads.at(-1)).toBe('Appraisal');
});

test('the table as CSV has a row for each paper, and the excluded ones are below it with their reasons', () => {
  const rows: Record<string, string>[] = parseCsv(read('studies.csv'), { columns: true, bom: true });
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(papers.map(({ id }) => id)));
  const html = read('studies/index.html', odd);
  expect(html).toContain('Excluded papers');
  expect(html).toContain('It is on trees alone.');
});

test.each([
  ['', 'Databases searched', 'MEDLINE, PsycINFO, Web of Science, Embase and CINAHL'],
  ['', 'Sex and age', 'twelve women and four men'],
  ['zh/', '检索的数据库', 'MEDLINE、PsycINFO、Web of Science、Embase 和 CINAHL'],
  ['zh/', '检索的时间范围', '数据库自成立以来至 2024 年 4 月'],
  // No person wrote this abstract in Chinese, so its own words are quoted.
  ['zh/', '性别与年龄', 'twelve women and four men'],
])('/%s: %s is quoted in the table of studies and on the paper’s page, with its sentence', (prefix, name, quoted) => {
  const cells = [...read(`${prefix}studies/index.html`).matchAll(/<td [^>]*data-label="([^"]*)"[^>]*>(.*?)<\/td>/gsu)];
  const of = cells.filter(([, label = '', inner = '']) => label.startsWith(name) && inner.includes(quoted));
  expect(of).toHaveLength(1);
  const cell = of[0]?.[2] ?? '';
  const [page = '', anchor = ''] = elementsOf(cell, 'a')[0]?.href?.split('#') ?? [];
  const html = read(`${page}index.html`);
  expect(html).toContain(`id="${anchor}"`);
  const facts = html.slice(html.search(new RegExp(`<dt[^>]*>${name}</dt>`, 'u')));
  expect(facts.slice(0, 1000)).toMatch(new RegExp(`href="#${anchor}"[^>]*>\\s*“${quoted}”`, 'u'));
});

test('a number that is not surely the size is quoted, on the page of the paper too, and has a column of its own in the file', () => {
  const words = '十二位看守人讲述了他们的夜班';
  const rows: Record<string, string>[] = parseCsv(read('studies.csv', odd), { columns: true, bom: true });
  const row = rows.find((it) => it['Numbers that are not surely the size'] === words);
  expect(row).toBeDefined();
  expect(Object.entries(row ?? {}).find(([head]) => head.startsWith('Study size'))?.[1] ?? '').toBe('');
  for (const [prefix, said] of [
    ['', 'Numbers that are not surely the size'],
    ['zh/', '未必为研究规模的数字'],
  ]) {
    const cells = [...read(`${prefix}studies/index.html`, odd).matchAll(/<td [^>]*data-label[^>]*>(.*?)<\/td>/gsu)];
    const cell = cells.map(([, inner = '']) => inner).find((inner) => inner.includes(words)) ?? '';
    expect(cell).toContain(said);
    const [link] = elementsOf(cell, 'a');
    expect(link?.href).toMatch(new RegExp(`^/${prefix}papers/${row?.['id']}/#s-`, 'u'));
    const page = read(`${prefix}papers/${row?.['id']}/index.html`, odd);
    expect(page).toContain(`“${words}”`);
    expect(
      elementsOf(page, 'a').filter(({ href }) => href === link?.href?.replace(/^[^#]*/u, '')).length,
    ).toBeGreaterThan(0);
  }
});

test('a paper’s page says of each concept that the paper names only as a gap that it is one', () => {
  const gapOnly = papers.flatMap(({ id, concepts }) =>
    concepts.flatMap(({ concept, evidence }) =>
      evidence.length > 0 && evidence.every(({ role }) => role === 'gap') ? [[id, concept] as const] : [],
    ),
  );
  expect(gapOnly.length).toBeGreaterThan(1);
  for (const [prefix, mark] of [
    ['', '(named only as a gap)'],
    ['zh/', '（仅列为研究空白）'],
  ] as const)
    for (const { id } of papers) {
      const named = gapOnly.filter(([paper]) => paper === id).length;
      expect(read(`${prefix}papers/${id}/index.html`).split(mark).length - 1, `${prefix}${id}`).toBe(named);
    }
});

test('what rules read without a figure of 95 in 100 says so, and what a person decided says that', () => {
  const iversen = papers.find(({ id }) => id.startsWith('iversen'));
  expect(iversen?.concepts.some(({ evidence }) => evidence.some((it) => it.in === 'correction'))).toBe(true);
  for (const [prefix, unchecked, byPerson] of [
    ['', 'read by rule, unchecked', '(checked by a person)'],
    ['zh/', '按规则读取，未经核对', '（已经人工核对）'],
  ] as const) {
    const heads = [...read(`${prefix}studies/index.html`).matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gsu)];
    const marked = heads.filter(([, inner = '']) => inner.includes(unchecked));
    const named = columnsOfStudies.filter((what) => isUnchecked(what)).length;
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.length).toBeLessThanOrEqual(named);
    expect(read(`${prefix}studies/index.html`)).toContain(byPerson);
    expect(read(`${prefix}papers/${iversen?.id}/index.html`)).toContain(byPerson);
    expect(read(`${prefix}compare/index.html`)).toContain('data-unchecked="populations"');
    // The filters of the search and of lists, and the map of a facet, say it too; that of designs has a figure.
    for (const path of ['search/', 'papers/'])
      expect(read(`${prefix}${path}index.html`), path).toMatch(/data-unchecked="populations settings delivery/u);
    expect(read(`${prefix}map/populations/index.html`)).toContain('data-unchecked="populations"');
    expect(read(`${prefix}map/index.html`)).not.toContain('data-unchecked=');
  }
  const rows: Record<string, string>[] = parseCsv(read('studies.csv'), { columns: true, bom: true });
  expect(rows.find(({ id }) => id === iversen?.id)?.['checked by a person']).toContain('Population');
  // A figure that reaches the mark takes the mark away, and only such a figure.
  for (const { reads, precision } of measured) {
    if (!reads) continue;
    const [right = 0, found = 1] = precision.split('/').map(Number);
    expect(isUnchecked(reads)).toBe(found < 30 || right / found < 0.95);
  }
  expect(isUnchecked('themes')).toBe(false);
});

test('how a study was done, as a person says it, is marked: words of the abstract with their sentence, others without', () => {
  const rows: Record<string, string>[] = parseCsv(read('studies.csv', odd), { columns: true, bom: true });
  const row = rows.find((it) => Object.values(it).includes('三位邮递员'));
  expect(Object.values(row ?? {})).toContain('村里的旧信');
  expect(row?.['checked by a person']).toBe('Sex and age; Databases searched');
  for (const [prefix, mark, databases] of [
    ['', '(checked by a person)', 'Databases searched'],
    ['zh/', '（已经人工核对）', '检索的数据库'],
  ] as const) {
    const cells = [
      ...read(`${prefix}studies/index.html`, odd).matchAll(/<td [^>]*data-label="([^"]*)"[^>]*>(.*?)<\/td>/gsu),
    ];
    const cellWith = (words: string) => cells.find(([, , inner = '']) => inner.includes(words)) ?? [];
    const [, , quoted = ''] = cellWith('三位邮递员');
    const [, label, own = ''] = cellWith('村里的旧信');
    for (const inner of [quoted, own]) expect(inner).toContain(mark);
    expect(label).toBe(databases);
    expect(quoted).toMatch(/<a href="[^"]*#s-[^"]*"[^>]*>\s*<q [^>]*>\s*三位邮递员/u);
    expect(own).not.toMatch(/<q|<a/u);
    const page = read(`${prefix}papers/${row?.['id']}/index.html`, odd);
    const facts = page.slice(page.search(new RegExp(`<dt[^>]*>${databases}</dt>`, 'u'))).slice(0, 400);
    expect(facts).toMatch(/村里的旧信/u);
    expect(facts).toContain(mark);
    expect(facts).not.toContain('“村里的旧信”');
    // The section on trust names the fields and the reason.
    expect(page.slice(page.indexOf('id="trust"'))).toContain('#correction-letters');
  }
});

const columnsOfStudies: readonly Described[] = [
  'designs',
  'samples',
  'populations',
  'settings',
  'delivery',
  'perspectives',
  'countries',
  'instruments',
  ...detailKinds,
];

test('the whole review is on one page: every essay, finding, study and reference, and no id twice', () => {
  for (const path of ['review/index.html', 'zh/review/index.html']) {
    const html = read(path);
    for (const { id } of papers) expect(html).toContain(`/papers/${id}/`);
    for (const { id } of elementsOf(read('findings/index.html'), 'tr')) if (id) expect(html).toContain(`id="${id}"`);
    expect(html).toContain('data-basis="absence"');
    expect(html.match(/class="part-title"|<h3/gu)?.length).toBeGreaterThan(9);
  }
  expect(read('review/index.html')).toContain('Potocky, M. (2025)');
});

test('the essays have the same words on the page of the whole review, with foreign words and marks as they are set', () => {
  const whole = read('zh/review/index.html');
  const foreign = readdirSync('content/themes').flatMap((theme) =>
    [...readFileSync(join('content/themes', theme, 'zh.mdx'), 'utf8').matchAll(/<span lang="en">[^<]+<\/span>/gu)].map(
      ([words]) => words,
    ),
  );
  expect(foreign.length).toBeGreaterThan(1);
  for (const words of foreign) expect(whole).toContain(words);
  expect(whole).toContain('class="han-mark"');
});

test('the review and each essay can be cited in every format, with version and date; editors come from site.yaml', () => {
  const { corpus } = siteSchema.parse(parse(readFileSync(join(site.content, 'site.yaml'), 'utf8')));
  for (const { extension } of workFormats) {
    expect(read(`review.${extension}`).length).toBeGreaterThan(40);
    expect(read(`themes/interpreters/essay.${extension}`).length).toBeGreaterThan(40);
  }
  const [item] = JSON.parse(read('review.csl.json')) as {
    type: string;
    title: string;
    issued: unknown;
    genre?: string;
  }[];
  expect(item).toMatchObject({ type: 'webpage', title: 'Alliance Review' });
  expect(JSON.stringify(item)).toContain(`version ${corpus.version}`);
  expect(read('review/index.html')).toContain(`Version ${corpus.version}`);
  const panels = [
    ['review/index.html', 'Cite this review', 'review'],
    ['zh/review/index.html', '引用本综述', 'review'],
    ['themes/interpreters/index.html', 'Cite this essay', 'themes/interpreters/essay'],
    ['zh/themes/interpreters/index.html', '引用本文', 'themes/interpreters/essay'],
  ] as const;
  for (const [path, words, stem] of panels) {
    const html = read(path);
    expect(html).toContain(words);
    const files = new Set(elementsOf(html, 'a').map(({ href }) => href));
    for (const { extension } of workFormats) expect(files).toContain(`/${stem}.${extension}`);
    // In Chinese too it can be cited in each style.
    expect(html.match(/class="style"/gu)?.length).toBeGreaterThan(5);
  }
});

test('the zip has records, vocabulary, ledger, decisions and exports; of an excerpt no more than the excerpt', () => {
  const files = (of: BuiltSite) => unzipSync(readFileSync(join(of.folder, 'review.zip')));
  const names = Object.keys(files(site));
  expect(names).toEqual(
    expect.arrayContaining([
      'README.txt',
      'vocabulary.jsonld',
      'ledger.json',
      'screening.yaml',
      'library.ris',
      ...papers.map(({ id }) => `papers/${id}.json`),
    ]),
  );
  const texts = Object.entries(files(odd)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(texts.filter(([, text]) => text.includes('Trust grows slowly')).length).toBeGreaterThan(2);
  expect(texts.filter(([, text]) => text.includes('clinicians kept diaries')).map(([name]) => name)).toEqual([]);
});

test('the glossary has each theme and each concept that a paper has, in both languages', () => {
  const html = read('glossary/index.html');
  const refs = new Set(papers.flatMap(({ concepts }) => concepts.map(({ concept }) => concept)));
  expect(refs.size).toBeGreaterThan(20);
  for (const ref of refs) expect(html).toContain(`id="${ref.replace('/', '-')}"`);
  expect(html).toContain('口译');
});
