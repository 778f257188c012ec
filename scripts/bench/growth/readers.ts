/** Lists the code that the benchmark of growth measures: everything that handles text from strangers. */

import { join } from 'node:path';
import { citationFormats } from '#citations/index';
import { highwireTags } from '#citations/embedded/highwire';
import { jsonLd } from '#citations/embedded/json-ld';
import { coins } from '#citations/embedded/coins';
import { toReference } from '#citations/reference';
import { citationStyles } from '#citations/styles';
import { toCsl } from '#citations/csl';
import { emptyDraft, type Draft } from '#domain/draft';
import { detectLanguage } from '#domain/language';
import { paperSchema, type Paper } from '#domain/paper';
import { sourceText, type SourceText } from '#domain/source';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import { parseQuery } from '#search/query';
import { markText } from '#search/excerpt';
import { cleanText } from '#text/clean';
import { segments } from '#text/visible';
import { holder, readOwn } from '../../../src/client/basket/own.ts';
import { referenceFormatter } from '../../../src/site/references/engine.ts';
import { viewSource } from '../../../src/site/source-view.ts';
import { readProse } from '../../audit/prose.ts';
import { scanTags } from '../../audit/scan.ts';
import { escapeAttributes } from '../../escape-attributes.ts';
import { cleanBlock } from '../../pipeline/paper/clean.ts';
import { makeDescriber } from '../../pipeline/describe/describe.ts';
import { draft } from '../../pipeline/read/draft.ts';
import { joinDrafts } from '../../pipeline/join/join-drafts.ts';
import type { DraftKey } from '../../pipeline/join/draft-key.ts';
import { keyOf } from '../../pipeline/join/key-of.ts';
import { account } from '../../pipeline/ledger/account.ts';
import { makeMatcher } from '../../pipeline/describe/matcher.ts';
import { decodeSource } from '../../pipeline/read/open-source.ts';
import { reconcile } from '../../pipeline/paper/reconcile.ts';
import { unclassifiedByRecord } from '../../pipeline/ledger/record-lines.ts';
import { slugOf } from '../../pipeline/ids/slug.ts';
import { readVocabulary } from '../../pipeline/describe/vocabulary.ts';
import { withinLimits } from '../../pipeline/read/within-limits.ts';
import { projectRoot } from '../../run.ts';
import { cardOf } from '../../search/card.ts';
import { hanFold } from '../../search/han.ts';
import type { HanFold } from '#search/words';
import { joiningsOf } from '../../search/compounds.ts';
import { readRecord, recordOf, textsOfPaper } from '../../search/record.ts';
import { documents } from './documents.ts';

/** Code that reads text from strangers. `prepare` makes the input of `run` and is not measured. */
export interface Reader {
  name: string;
  prepare: (shape: string) => () => unknown;
}

/** How many drafts of one text are made into papers here; the others are like them. */
const mostDrafts = 20;

/**
 * Treats a source as the import does: detects its format, makes drafts, accounts for its characters, and makes each
 * draft a paper.
 */
function takeIn(source: SourceText): void {
  const { reading } = draft(source);
  const { stretches } = account(source, reading);
  unclassifiedByRecord(source, reading.drafts, stretches);
  for (const one of reading.drafts.slice(0, mostDrafts)) {
    keyOf(source.file, one, []);
    slugOf(reconcile([memberOf(one)]).body);
  }
}

const memberOf = (one: Draft) => ({
  draft: one,
  file: 'shape.txt',
  sha256: '0'.repeat(64),
  format: 'general',
  unclassifiedLines: 0,
});

const place = { file: 'shape.txt', line: 1, columns: [1, 2] as [number, number] };
const said = <T>(value: T) => ({ value, at: [place] });

/** A draft in which every field has the same text, and lists have its pieces. */
function draftOf(text: string): Draft {
  const pieces = text.split(/[;\n]/u).filter((piece) => piece.trim());
  const whole: Draft = {
    ...emptyDraft(),
    titles: [said({ language: 'en', text })],
    authors: [text, ...pieces].map((written) => said({ name: { written, family: written, given: written } })),
    keywords: [text, ...pieces].map((word) => said({ language: 'en', text: word })),
    journal: said(text.slice(0, 900)),
    abstracts: [
      said({
        language: 'en',
        sections: [{ blocks: [{ as: 'paragraph' as const, text, pieces: [{ start: 0, place }] }] }],
      }),
    ],
  };
  const { reading } = withinLimits('shape.txt', { drafts: [whole], isPaper: true, claims: [], notices: [] });
  return reading.drafts[0] ?? whole;
}

/** A complete paper in which every field has the same text. */
const paperOf = (text: string, id = 'shape-nd-paper'): Paper =>
  paperSchema.parse({
    id,
    ...reconcile([memberOf(draftOf(text))]).body,
    concepts: [],
    samples: [],
    related: [],
    unclassified: 0,
  });

/** Records with one title, one for each hundred characters of the text. */
const keysOf = (text: string): DraftKey[] =>
  Array.from({ length: Math.ceil(text.length / 100) }, (_, i) => ({
    file: `${i}.txt`,
    titles: [{ language: 'en', text: text.slice(0, 100) }],
    journals: [text.slice(0, 100)],
    authors: [text.slice(0, 30)],
    registrations: [],
    year: 2020,
    ...(i % 2 ? { doi: `10.5555/${i}` } : {}),
  }));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page of the site with a text in its head and its body. */
const pageOf = (text: string): string =>
  `<!doctype html><html><head><meta name="description" content="${escaped(text)}"></head><body><p>${escaped(text)}</p></body></html>`;

/**
 * Every reader of text from strangers: the formats, and everything that handles their values up to pages, files and
 * cards.
 */
export const readers = (): Reader[] => {
  const fold = hanFold();
  return [...importReaders(), ...outputReaders(fold), ...siteReaders(fold)];
};

const ofText = (name: string, run: (text: string) => unknown): Reader => ({
  name,
  prepare: (shape) => () => run(shape),
});

const ofPaper = (name: string, run: (paper: Paper) => unknown): Reader => ({
  name,
  prepare(shape) {
    const paper = paperOf(shape);
    // Modules cache results by paper, so each run gets a new object.
    return () => run({ ...paper });
  },
});

/** What an import does with a source, up to the record. */
function importReaders(): Reader[] {
  const vocabulary = readVocabulary(join(projectRoot, 'content', 'vocabulary'), []);
  const describe = makeDescriber(vocabulary, makeMatcher(vocabulary));
  return [
    ...documents().map(({ format: name, around }): Reader => ({
      name: `format ${name}`,
      prepare(shape) {
        const source = sourceText('shape.txt', around(shape));
        return () => takeIn(source);
      },
    })),
    ofText('a page of nothing else', (text) => takeIn(sourceText('shape.txt', text))),
    ofText('decoder', (text) =>
      (['utf8', 'latin1', 'utf16le'] as const).map((encoding) =>
        decodeSource('shape.txt', Buffer.from(text, encoding)),
      ),
    ),
    ofText('cleaner', (text) => [
      cleanText(text),
      cleanBlock({ as: 'paragraph', text, pieces: [{ start: 0, place: { ...place, columns: [1, text.length + 1] } }] }),
    ]),
    ofText('sentences and languages', (text) => [
      detectLanguage(text),
      ...sentenceSpans(text).map(([start, end]) => sentenceAnchor(text.slice(start, end))),
    ]),
    ofText('agreement of two sources', (text) =>
      reconcile([memberOf(draftOf(text)), { ...memberOf(draftOf(`${text}.`)), file: 'other.txt' }]),
    ),
    {
      name: 'vocabulary and samples',
      prepare(shape) {
        const { body } = reconcile([memberOf(draftOf(shape))]);
        return () => describe(body, []);
      },
    },
    {
      name: 'joining of one long record',
      prepare(shape) {
        const keys = [draftOf(shape), draftOf(`${shape}.`)].map((one, i) => keyOf(`${i}.txt`, one, []));
        return () => joinDrafts(keys);
      },
    },
    {
      name: 'joining of many records',
      prepare(shape) {
        const keys = keysOf(shape);
        return () => joinDrafts(keys);
      },
    },
  ];
}

/** What is made of a record: files, metadata, references, and the search index. */
function outputReaders(fold: HanFold): Reader[] {
  const format = referenceFormatter(citationStyles);
  return [
    ...citationFormats.map((it) => ofPaper(`export ${it.name}`, (paper) => it.write([paper]))),
    ofPaper('metadata of a page', (paper) => {
      const reference = toReference(paper);
      return [
        highwireTags(reference, 'https://example.org/'),
        jsonLd(reference, 'https://example.org/'),
        coins(reference),
      ];
    }),
    ofPaper('citation styles', (paper) => {
      const item = toCsl({ ...paper, authors: paper.authors.slice(0, 30) });
      return citationStyles.map((style) => format(style, [item]));
    }),
    ofPaper('search index and cards', (paper) => {
      const read = readRecord(textsOfPaper(paper), fold);
      return [recordOf(read, joiningsOf([read.parting])), cardOf(paper)];
    }),
  ];
}

/** What browsers and the audit read: queries, a reader's own library, pages, essays. */
const siteReaders = (fold: HanFold): Reader[] => [
  ofText('search query', (text) => parseQuery(text)),
  ofText('marks of a search', (text) =>
    markText(text, { words: new Set(['a']), beginnings: new Set(['wor']), runs: new Set(['信任']) }, fold),
  ),
  ofText('own library of a reader', (text) =>
    [`TY  - JOUR\nTI  - ${text}\nER  - \n`, `PMID- 1\nTI  - ${text}\n`, `@article{x, title = {${text}}}`, text].map(
      (file) => holder(readOwn(file) ?? [])({ title: 'A title of some length', year: '', doi: '', pmid: '' }),
    ),
  ),
  {
    name: 'source page',
    prepare(shape) {
      const source = sourceText('shape.txt', shape);
      const { stretches } = account(source, draft(source).reading);
      return () =>
        viewSource(source, stretches).map((row) =>
          'pieces' in row ? row.pieces.map((piece) => segments(piece.text)) : row,
        );
    },
  },
  ofText('audit of a page', (text) => [...scanTags(pageOf(text))]),
  ofText('hardening of a page', (text) => escapeAttributes(pageOf(text))),
  ofText('quotations of an essay', (text) => readProse('themes/x/en.mdx', text)),
];
