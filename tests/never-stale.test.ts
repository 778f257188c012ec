import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePages } from '../scripts/bench/pages.ts';
import { FileHashes, hashOfBytes } from '../scripts/lib/file-hashes.ts';
import { filesBelow } from '../scripts/lib/paths.ts';
import { writeOffline } from '../scripts/offline/index.ts';
import { importReview } from '../scripts/pipeline/import-review.ts';
import { renderPages } from '../scripts/render.ts';
import { Kept } from '../scripts/render/kept.ts';
import { readShare, type Share } from '../scripts/render/share.ts';
import { projectRoot } from '../scripts/run.ts';
import { buildSearchIndex } from '../scripts/search/index.ts';
import { mergeShares } from '../scripts/shares.ts';
import { runHere } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';

let place = '';
let count = 0;
/** The site as it is at first. */
let whole: Record<string, string> = {};
const content = (name: string): string => join(place, 'content', name);

/** The site of the content as it is, made with a cache; name -> hash of every file. */
async function pagesWith(cache: string, base = '/', share?: Share): Promise<Record<string, string>> {
  const staging = join(place, `site-${count++}`);
  const site = 'https://example.org';
  const folders = { content: content(''), cache: join(place, cache) };
  const hashes = new FileHashes();
  expect(await renderPages({ ...folders, staging, base, site, hashes, ...(share ? { share } : {}) })).toEqual([]);
  if (share) return hashesOf(staging);
  const address = new URL(base, site).href;
  await buildSearchIndex({ ...folders, out: staging, address, cache: join(folders.cache, 'search') });
  await writeOffline(staging, hashes);
  return hashesOf(staging);
}

const hashesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((name) => [name, hashOfBytes(readFileSync(join(folder, name)))]));

/** The pages made with what earlier builds have kept, and made anew: they must be equal, byte for byte. */
async function twice() {
  const { notices } = await importReview({ contentDir: content(''), cacheDir: join(place, 'cache/import') });
  expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  const kept = await pagesWith('cache');
  const clean = join(place, 'clean');
  rmSync(clean, { recursive: true, force: true });
  for (const part of ['program', 'lent'])
    cpSync(join(place, 'cache', part), join(clean, part), { recursive: true, verbatimSymlinks: true });
  return { kept, clean: await pagesWith('clean') };
}

function change(name: string, from: string | RegExp, to: string): void {
  const before = readFileSync(content(name), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(content(name), after);
}

/** A paper with as many authors as a trial of many centres has. */
const authors = Array.from({ length: 300 }, (_, i) => `AU  - Familyname${i}, Givenname`);
const manyAuthors = [
  'TY  - JOUR',
  'TI  - The alliance in three hundred clinics',
  ...authors,
  'PY  - 2020',
  'ER  - ',
  '',
].join('\n');

const sources = (): string[] => readdirSync(content('sources')).filter((name) => /^0000\d\d\.txt$/u.test(name));
const idOf = (source: string): string =>
  new RegExp(`- id: (\\S+)\\n  sources: \\[ ?${source} ?\\]`, 'u').exec(
    readFileSync(content('ids.yaml'), 'utf8'),
  )?.[1] ?? '';

beforeAll(async () => {
  place = temporaryFolder();
  cpSync(join(projectRoot, 'content'), content(''), { recursive: true });
  writePages(content(''), 55);
  writeFileSync(content('sources/many.ris'), manyAuthors);
  await importReview({ contentDir: content(''), cacheDir: join(place, 'cache/import') });
  whole = await pagesWith('cache');
  expect(Object.keys(whole).length).toBeGreaterThan(1000);
  expect(readdirSync(join(place, 'cache/program'))).toHaveLength(1);
});

test('a page of a paper reads nothing that every import changes', () => {
  const kept = new Kept(join(place, 'cache/pages'));
  const pages = Object.keys(whole).filter((name) => /^(?:zh\/)?papers\/[^/]+-\d{4}-[^/]+\/index\.html$/u.test(name));
  expect(pages.length).toBeGreaterThan(50);
  const reads = new Set(pages.flatMap((name) => kept.get(name)?.reads ?? []));
  expect(reads).toContain('site:title');
  const changing =
    /^(?:(?:papers|all)(?: length)?:|site:corpus$|(?:ledger|by file|paper) all:|ledger (?!entries:|has:))/u;
  expect([...reads].filter((read) => changing.test(read))).toEqual([]);
});

test('rendered in three shares and joined, the site is the same, byte for byte', async () => {
  const caches = ['share-1', 'share-2', 'share-3'];
  const bring = (cache: string) => {
    for (const part of ['program', 'lent'])
      cpSync(join(place, 'cache', part), join(place, cache, part), { recursive: true, verbatimSymlinks: true });
  };
  for (const [i, cache] of caches.entries()) {
    bring(cache);
    await pagesWith(cache, '/', readShare(`${i + 1}/3`));
  }
  const made = caches.map((cache) => readFileSync(join(place, cache, 'pages/list'), 'utf8').split('\n').length);
  expect(Math.min(...made)).toBeGreaterThan(Object.keys(whole).length / 6);
  expect(Math.max(...made)).toBeLessThan(Object.keys(whole).length / 2);
  mergeShares(
    join(place, 'joined'),
    caches.map((cache) => join(place, cache)),
  );
  bring('joined');
  expect(await pagesWith('joined')).toEqual(whole);
});

describe('pages that are kept are never stale', () => {
  test('after papers, decisions, findings and essays have changed, each of another paper', async () => {
    const [one = '', two = '', three = '', four = '', five = '', six = ''] = sources();
    change(`sources/${one}`, /$/u, '\nKeywords: changed\n');
    writeFileSync(
      content('screening.yaml'),
      `  - for: ${idOf(two)}\n    decision: included\n    stage: full-text\n    criteria: [topic]\n`,
      { flag: 'a' },
    );
    writeFileSync(
      content('corrections/changed.yaml'),
      `for: ${three}\nreason: The page does not say it.\nseen: [${three}]\nset:\n  volume: '77'\n`,
    );
    change('findings.yaml', 'benefits and with complexities', 'complexities and with benefits');
    // A title is on the pages of papers that are like it, too.
    change(`sources/${four}`, /\w{4,}/u, 'Alteration');
    change(
      'ids.yaml',
      new RegExp(`sources: \\[ ?${five} ?\\]`, 'u'),
      `sources: [${five}]\n  aliases: [former-2001-name]`,
    );
    change('themes/interpreters/en.mdx', /updated: \S+/u, "updated: '2026-11-28'");
    rmSync(content(`sources/${six}`));
    cpSync(join(projectRoot, 'tests/fixtures/odd-review/sources/odd.ris'), content('sources/odd.ris'));
    const { kept, clean } = await twice();
    expect(kept['papers/former-2001-name/index.html']).toBeDefined();
    const page = Object.keys(kept).find((name) => /^papers\/familyname0-2020-[^/]*\/index\.html$/u.test(name)) ?? '';
    const html = readFileSync(join(place, `site-${count - 1}`, page), 'utf8');
    expect(html.match(/<meta name="citation_author"/gu)).toHaveLength(authors.length);
    expect(html).toContain('Givenname Familyname299');
    expect(Buffer.byteLength(html)).toBeLessThan(90_000);
    expect(kept).toEqual(clean);
  });

  test('after a term and the identity of the review have changed, and where kept files were damaged', async () => {
    change('vocabulary/themes.yaml', 'en: Interpreters,', 'en: Go-betweens,');
    change('site.yaml', /version: \S+/u, "version: '99.9'");
    // A version of the corpus says what is new since then, and a paper that was taken out keeps its address.
    change('versions/1.0.json', /"papers": \{\n.*\n/u, '"papers": {\n');
    const [, , , , , , seven = ''] = sources();
    const id = idOf(seven);
    const args = [seven, '--content', content(''), '--reason', 'The publisher asked for it.', '--by', 'an editor'];
    expect(await runHere('remove', args)).toMatchObject({ code: 0 });
    const withdrawn = `papers/${id}/index.html`;
    const { kept, clean } = await twice();
    expect(kept[withdrawn]).toBeDefined();
    expect(kept[`papers/${id}.bib`]).toBeUndefined();
    expect(kept).toEqual(clean);
    const files = join(place, 'cache/pages/files');
    const [first = '', second = ''] = readdirSync(files);
    writeFileSync(join(files, first), 'damaged');
    renameSync(join(files, second), join(files, `${second.slice(1)}x`));
    expect(await pagesWith('cache')).toEqual(clean);
  });

  test('under another base path no page has an address of the one before', async () => {
    const made = await pagesWith('cache', '/repo/');
    const site = join(place, `site-${count - 1}`);
    const stale = Object.keys(made).filter(
      (name) => name.endsWith('.html') && /(?:href|src)="\/(?!repo\/)/u.test(readFileSync(join(site, name), 'utf8')),
    );
    expect(stale).toEqual([]);
  });
});
