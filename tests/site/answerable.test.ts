import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Paper, Sentence } from '#domain/paper';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { elementsOf, linksWithin } from '../support/elements.ts';
import { useSite } from '../support/site.ts';

/**
 * From a sentence of an essay, a finding or a cell of the map to the sentence of the abstract in one step, and to its
 * marked stretch of the source in two more. A step is a link in the built pages.
 */
let folder = '';
let sentences: ReadonlyMap<string, Sentence>;

beforeAll(async () => {
  ({ folder } = await useSite());
  const papers = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as Paper[];
  sentences = new Map(
    papers.flatMap(({ id, abstracts, digest }) =>
      [...abstracts, ...(digest ? [digest] : [])].flatMap(({ sections }) =>
        sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => block.sentences.map((it) => [`${id}/#${it.anchor}`, it] as const)),
        ),
      ),
    ),
  );
});

const read = (address: string): string => {
  const [path = ''] = address.split('#');
  return readFileSync(join(folder, path, 'index.html'), 'utf8');
};
const linksIn = (html: string): string[] => elementsOf(html, 'a').flatMap(({ href }) => href ?? []);

/** The text of an element by its id, without what the page adds to it. */
function textAt(html: string, id: string): string {
  const [, rest = ''] = html.split(`id="${id}"`);
  return rest
    .slice(rest.indexOf('>') + 1, rest.indexOf('>') + 4000)
    .replace(/<span class="tag"[^>]*>.*?<\/span>/gsu, '')
    .replace(/<[^>]+>/gu, '')
    .replace(/&#39;|&#x27;/gu, "'")
    .replace(/&quot;|&#34;/gu, '"')
    .replace(/&lt;|&#60;/gu, '<')
    .replace(/&amp;|&#38;/gu, '&');
}

const toSentence = /\/papers\/([a-z0-9-]+)\/#(s-[0-9a-z-]+)$/u;

test('every sentence of an abstract that a page leads to is there, and its source is marked two steps further', () => {
  const pages = filesBelow(folder).filter((name) =>
    /^(zh\/)?(index|(themes|findings|gaps|map)\/.*)\.html$|^(zh\/)?(themes|findings|gaps|map)\//u.test(name),
  );
  const starts = pages.filter((name) => name.endsWith('.html'));
  const addresses = new Set(
    starts.flatMap((name) => linksIn(readFileSync(join(folder, name), 'utf8')).filter((href) => toSentence.test(href))),
  );
  expect(addresses.size).toBeGreaterThan(60);
  let marked = 0;
  for (const address of addresses) {
    const [, id = '', anchor = ''] = toSentence.exec(address) ?? [];
    const sentence = sentences.get(`${id}/#${anchor}`);
    expect(sentence, address).toBeDefined();
    const abstract = read(address);
    expect(abstract, address).toContain(`id="${anchor}"`);
    const byCorrection = sentence?.from.every((origin) => 'correction' in origin);
    const onward = linksIn(abstract).find((href) => href.includes('/source/') && href.endsWith(`#${anchor}`));
    expect(onward !== undefined, address).toBe(!byCorrection);
    if (onward === undefined) continue;
    expect(existsSync(join(folder, onward.split('#')[0] ?? '', 'index.html'))).toBe(true);
    const text = textAt(read(onward), anchor);
    expect(text.slice(0, 12), address).toBe(sentence?.text.slice(0, 12));
    marked++;
  }
  expect(marked).toBeGreaterThan(60);
});

test('each sentence on the page of a paper has a link to itself', () => {
  for (const [address] of sentences) {
    const [id = '', anchor = ''] = address.split('/#');
    expect(linksIn(read(`papers/${id}/`)), address).toContain(`#${anchor}`);
  }
});

test('every sentence of an essay or a finding that rests on papers leads to a sentence of each', () => {
  for (const name of filesBelow(folder).filter((it) => /^(zh\/)?(themes\/[^/]+|findings)\/index\.html$/u.test(it))) {
    const html = readFileSync(join(folder, name), 'utf8');
    const links = linksIn(html);
    for (const { dataRests } of elementsOf(html, 'span'))
      for (const rest of dataRests?.split(' ') ?? [])
        if (rest.includes('#'))
          expect(
            links.some((href) => href.endsWith(`/papers/${rest.replace('#', '/#')}`)),
            `${name}: ${rest}`,
          ).toBe(true);
  }
});

test('every sentence of an essay that quotes or tells a paper has in itself a link to the sentence', () => {
  const counts = { '': 0, 'zh/': 0 };
  for (const name of filesBelow(folder).filter((it) => /^(zh\/)?(index|themes\/[^/]+\/index)\.html$/u.test(it))) {
    const told = linksWithin(readFileSync(join(folder, name), 'utf8'), ({ dataBasis = '' }) =>
      ['quotation', 'evidence'].includes(dataBasis),
    );
    const prefix = name.startsWith('zh/') ? 'zh/' : '';
    counts[prefix] += told.length;
    const isThere = new RegExp(`^/${prefix}papers/[a-z0-9-]+/#s-`, 'u');
    for (const { links, text } of told)
      expect(
        links.some((href) => isThere.test(href)),
        `${name}: ${text}`,
      ).toBe(true);
  }
  // As many as the table of the method page counts in nine essays, and those of the home page.
  expect(counts['']).toBeGreaterThan(150);
  expect(counts['zh/']).toBeGreaterThan(150);
});

test('every finding has in its row a link to each sentence that it rests on', () => {
  for (const prefix of ['', 'zh/']) {
    const rows = linksWithin(read(`${prefix}findings/`), ({ tagName }) => tagName === 'tr').filter(
      ({ rests }) => rests.length > 0,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { links, rests, text } of rows)
      for (const rest of rests) expect(links, text).toContain(`/${prefix}papers/${rest.replace('#', '/#')}`);
  }
});
