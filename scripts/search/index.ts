/** Makes the search index of a built site. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packCore, tagsOf, zones, type CardPacks, type Catalogue, type Core, type Ids } from '#search/catalogue';
import { packCatalogue } from '#search/packed-catalogue';
import { allLabels, namesOf, vocabularyFileSchema, type VocabularyFile } from '#domain/concept';
import type { HanFold } from '#search/words';
import type { Notice } from '#domain/notice';
import { publishable } from '#domain/excerpt';
import { paperSchema, type Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { makeFolder, removeTemporary, writeStaged } from '../lib/files.ts';
import { readChecked, readJson, readYaml } from '../lib/read-content.ts';
import { namesIn } from '../lib/read-text.ts';
import { cardOf, cardOfSection } from './card.ts';
import { cardFiles } from './card-packs.ts';
import { describePapers, describeWords, numberPapers, orderPapers, versionOf } from './catalogue.ts';
import { joiningsOf, partingOf } from './compounds.ts';
import { hanFold, syllables } from './han.ts';
import { recordOf, textsOfPaper, type RecordTexts } from './record.ts';
import { kept, openSearchStore, readRecords } from './kept.ts';
import { readSections, sectionsIn, textsOfSection } from './sections.ts';
import { inlineFirstSearch } from './inline-first-search.ts';
import { indexText } from './text.ts';

export interface SearchIndexOptions {
  /** The content folder: `papers/*.json`, `vocabulary/*.yaml`, `site.yaml`. */
  content: string;
  /** The built site. The index replaces `search/index/` in it. */
  out: string;
  /** The address of the site with its base path, for permanent links: `https://example.org/repo/`. */
  address: string;
  /** True where the records were checked just before, as a build does when it renders the pages: once is enough. */
  checked?: true;
  /** The folder in which what is read of single papers and sections is kept for the next time. */
  cache?: string;
  /** Takes notices about that folder. */
  onNotices?: (notices: Notice[]) => void;
}

/** The folder of the index in the site. */
export const indexFolder = 'search/index';

/**
 * Builds the index for both languages: papers from the records, and the reviewers' prose from the built pages. It
 * consists of Pagefind's index of the full text, the core, the catalogue, the orders, and the cards of papers and
 * sections. Returns how many papers it holds.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<number> {
  const { content, out, address, checked, cache, onNotices } = options;
  const vocabulary = readVocabulary(content);
  const site = readChecked(readYaml, siteSchema, [join(content, 'site.yaml'), 'site.yaml'], 'src/domain/site.ts');
  const numbered = numberPapers(readPapers(content, checked).map((paper) => publishable(paper, site)));
  const store = openSearchStore(cache);
  const fold: HanFold = new Map(kept(store, 'fold', [], () => [...hanFold()]));
  const sections = await readSections(out, (...page) => kept(store, 'sections', page, () => sectionsIn(...page)));
  const stated: RecordTexts[] = [
    ...numbered.map(textsOfPaper),
    ...sections.map((section) => ({ texts: textsOfSection(section) })),
  ];
  const read = readRecords(stated, fold, store);
  const sounds = kept(store, 'sounds', [], syllables);
  const names = [...conceptNames(vocabulary)];
  const named = kept(store, 'names', names, () => partingOf(names, fold));
  // What sections of essays join says nothing about the papers.
  const papersAlone = read.slice(0, numbered.length).map(({ parting }) => parting);
  const joinings = joiningsOf([...papersAlone, named]);
  const records = read.map((record) => recordOf(record, joinings));
  const text = await indexText(
    records.map(({ terms }) => terms),
    store,
  );
  onNotices?.(store.close());
  const ids = numbered.map(({ id }) => id);
  const cards = cardFiles(numbered.map(cardOf), sections.map(cardOfSection));
  const described = describePapers(numbered, vocabulary, site, address);
  const basis = {
    size: numbered.length,
    sections: sections.map(({ page }) => page),
    lengths: zones.map((_, zone) => records.map(({ lengths }) => lengths[zone] ?? 0)),
    chunks: text.table,
    ...describeWords(numbered, vocabulary, fold),
  };
  const files = cards.map(({ name }) => name);
  const version = versionOf([described, basis, ids, files].map((part) => JSON.stringify(part)));
  const core: Core = { version, ...basis };
  const catalogue: Catalogue = { version, ...described };

  const folder = join(out, indexFolder);
  if (existsSync(folder)) removeTemporary(folder);
  makeFolder(join(folder, 'cards'));
  makeFolder(join(folder, 'text'));
  writeStaged(join(folder, 'core.pack'), pack(packCore(core)));
  writeStaged(join(folder, 'tags.pack'), pack(tagsOf(core)));
  writeStaged(join(folder, 'catalogue.pack'), pack(packCatalogue(catalogue, core)));
  writeStaged(join(folder, 'ids.pack'), pack({ version, ids } satisfies Ids));
  writeStaged(join(folder, 'orders.pack'), pack(orderPapers(numbered, version)));
  writeStaged(join(folder, 'han.pack'), pack([...fold].map((pair) => pair.join('')).join('')));
  writeStaged(join(folder, 'sounds.pack'), pack(sounds));
  const packs: CardPacks = { version, counts: cards.map(({ held }) => held.length), names: files };
  writeStaged(join(folder, 'cards.pack'), pack(packs));
  for (const { name, text } of cards) writeStaged(join(folder, 'cards', `${name}.pack`), packText(text));
  for (const { name, bytes } of text.files) writeStaged(join(folder, 'text', `${name}.pf_index`), bytes);
  await inlineFirstSearch(out, new URL(address).pathname, core.chunks);
  return numbered.length;
}

/** The names of concepts, which may have words that some writers join and others separate. */
function* conceptNames(vocabulary: readonly VocabularyFile[]): Generator<string> {
  for (const { concepts } of vocabulary)
    for (const concept of concepts) yield* [...namesOf(concept), ...allLabels(concept.signs)];
}

/** Packed JSON. The file name has its own ending, because hosts send `.gz` files in different ways. */
const pack = (value: unknown): Uint8Array => packText(JSON.stringify(value));
const packText = (text: string): Uint8Array => gzipSync(text, { level: 9 });

function readPapers(content: string, checked = false): Paper[] {
  const names = namesIn(join(content, 'papers'), 'papers', /\.json$/u, []);
  return names.map((name) => {
    const path = join(content, 'papers', name);
    if (checked) return JSON.parse(readFileSync(path, 'utf8')) as Paper;
    return readChecked(readJson, paperSchema, [path, `papers/${name}`], 'src/domain/paper.ts');
  });
}

function readVocabulary(content: string): VocabularyFile[] {
  const names = namesIn(join(content, 'vocabulary'), 'vocabulary', /\.ya?ml$/iu, []).map(
    (name) => `vocabulary/${name}`,
  );
  return names.map((name) =>
    readChecked(readYaml, vocabularyFileSchema, [join(content, name), name], 'src/domain/concept.ts'),
  );
}
