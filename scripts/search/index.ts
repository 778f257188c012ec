import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { parse } from 'yaml';
import type { Catalogue } from '#search/catalogue';
import { vocabularyFileSchema, type VocabularyFile } from '#domain/concept';
import { paperSchema, type Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { cardOf } from './card.ts';
import { describePapers, numberPapers, orderPapers, versionOf } from './catalogue.ts';
import { readCbor } from './cbor.ts';
import { hanFold } from './han.ts';
import { recordOf } from './record.ts';

export interface SearchIndexOptions {
  /** The review's content: `papers/*.json`, `vocabulary/*.yaml`, `site.yaml`. */
  content: string;
  /** The built site. The index goes to `search/index/` in it, in place of what stood there. */
  out: string;
  /** The site's address with the base path, for permanent links: `https://example.org/repo/`. */
  address: string;
}

/** Where in the site the index stands. */
export const indexFolder = 'search/index';

/**
 * Builds the index of both languages from the records, never from pages: Pagefind's index of the full text, and beside
 * it the catalogue (facets, concepts, orders) and a card a paper. Returns how many papers it holds.
 */
export async function buildSearchIndex({ content, out, address }: SearchIndexOptions): Promise<number> {
  const [papers, vocabulary, site] = await Promise.all([
    readPapers(join(content, 'papers')),
    readVocabulary(join(content, 'vocabulary')),
    readFile(join(content, 'site.yaml'), 'utf8').then((text) => siteSchema.parse(parse(text))),
  ]);
  const numbered = numberPapers(papers);
  const fold = hanFold();
  const records = numbered.map((paper) => recordOf(paper, fold));
  const files = await indexText(records.map(({ content: text }) => text));
  const described = describePapers(numbered, vocabulary, site, address, fold);
  const catalogue: Catalogue = {
    ...described,
    version: versionOf([JSON.stringify(described), ...files.kept.map(({ path }) => path)]),
    hashes: files.hashes,
    lengths: records.flatMap(({ lengths }) => lengths),
    chunks: files.chunks,
  };

  const folder = join(out, indexFolder);
  await mkdir(join(folder, 'cards'), { recursive: true });
  await writeFile(join(folder, 'catalogue.pack'), pack(catalogue));
  await writeFile(join(folder, 'orders.pack'), pack(orderPapers(numbered, catalogue.version)));
  await writeFile(join(folder, 'han.pack'), pack([...fold].map((pair) => pair.join('')).join('')));
  for (const paper of numbered)
    await writeFile(join(folder, 'cards', `${paper.id}.json`), JSON.stringify(cardOf(paper)));
  for (const { path, content: bytes } of files.kept) {
    const to = join(folder, 'pagefind', path);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, bytes);
  }
  await hastenPages(out, files.kept, address);
  return numbered.length;
}

/**
 * Names in the search pages what every search needs, so that a browser asks for all of it at once: one after the other
 * costs a slow line more than the bytes.
 */
async function hastenPages(out: string, kept: readonly IndexFile[], address: string): Promise<void> {
  const base = new URL(address).pathname;
  const files = kept.map(({ path }) => `pagefind/${path}`).filter((path) => /\.pf_meta$|wasm\./.test(path));
  const links = [
    `<link rel="modulepreload" href="${base}${indexFolder}/pagefind/pagefind.js">`,
    ...['catalogue.pack', 'pagefind/pagefind-entry.json?ts=v', ...files].map(
      (path) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${base}${indexFolder}/${path}">`,
    ),
  ].join('');
  for (const page of ['search/index.html', 'zh/search/index.html']) {
    const html = await readFile(join(out, page), 'utf8').catch(() => undefined);
    if (html !== undefined) await writeFile(join(out, page), html.replace('</head>', `${links}</head>`));
  }
}

/** JSON, packed: the name's end is one of ours, since hosts send a `.gz` in ways of their own. */
const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 9 });

/** Pagefind's files for records of terms; its own word lists, fragments and widgets are not used. */
async function indexText(
  contents: readonly string[],
): Promise<{ kept: IndexFile[]; hashes: string[]; chunks: Catalogue['chunks'] }> {
  // `zxx` is "no linguistic content" (ISO 639-2): Pagefind stems and cuts nothing.
  const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const [number, content] of contents.entries()) {
      const added = await index.addCustomRecord({ url: String(number), content, language: 'zxx' });
      if (added.errors.length) throw new Error(`Pagefind refused paper ${number}: ${added.errors.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
    const hashes: string[] = [];
    for (const { path, content } of files) {
      const fragment = /^fragment\/(.*)\.pf_fragment$/.exec(path);
      if (fragment) hashes[Number((JSON.parse(unpack(content)) as { url: string }).url)] = fragment[1] ?? '';
    }
    const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
    const used = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta|index\/.*)$/;
    return { kept: files.filter(({ path }) => used.test(path)), hashes, chunks: meta ? chunksIn(meta) : [] };
  } finally {
    await index.deleteIndex();
    await close();
  }
}

const signature = 'pagefind_dcd'.length;
const unpack = (bytes: Uint8Array): string => gunzipSync(bytes).subarray(signature).toString('utf8');

function chunksIn({ content }: IndexFile): Catalogue['chunks'] {
  const meta = readCbor(gunzipSync(content).subarray(signature));
  const chunks = Array.isArray(meta) ? meta[2] : undefined;
  if (!Array.isArray(chunks)) throw new Error('Pagefind wrote its metadata in a form of another version');
  return chunks.map((chunk) => {
    const [from, to, file] = Array.isArray(chunk) ? chunk : [];
    return [String(from), String(to), String(file)];
  });
}

async function readPapers(folder: string): Promise<Paper[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => paperSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
}

async function readVocabulary(folder: string): Promise<VocabularyFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => vocabularyFileSchema.parse(parse(await readFile(join(folder, name), 'utf8')))),
  );
}
