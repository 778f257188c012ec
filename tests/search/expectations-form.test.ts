import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { vocabularyFileSchema } from '#domain/concept';
import { paperSchema, type Paper } from '#domain/paper';
import { projectRoot } from '../../scripts/run.ts';
import {
  expectedRecordSearches,
  expectedSearches,
  kinds,
  libraryOfRecords,
  type ExpectedSearch,
} from './expectations.ts';

const content = join(projectRoot, 'content');

/** The texts of a folder's files of one kind; there are others, such as the mark of the import. */
const textsIn = (folder: string, extension: string): string[] =>
  readdirSync(join(content, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(join(content, folder, file), 'utf8'));

const papers = new Map(
  textsIn('papers', '.json').map((json) => {
    const paper = paperSchema.parse(JSON.parse(json));
    return [paper.id, { paper, text: plain(stringsOf(paper).join('\n')) }];
  }),
);
const broader = new Map<string, readonly string[]>(
  textsIn('vocabulary', '.yaml').flatMap((yaml) => {
    const { facet, concepts } = vocabularyFileSchema.parse(parse(yaml));
    return concepts.map((concept) => [`${facet}/${concept.id}`, concept.broader] as const);
  }),
);

/** Letters without case and accents. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Every string of a record that belongs to the paper itself: no places, and nothing derived. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  const derived = ['from', 'concepts', 'related', 'sources', 'anchor', 'samples'];
  return Object.entries(value).flatMap(([key, inner]) => (derived.includes(key) ? [] : stringsOf(inner)));
}

/** Whether a concept is another one or narrower than it. */
const isWithin = (concept: string, wider: string): boolean =>
  concept === wider || (broader.get(concept) ?? []).some((above) => isWithin(above, wider));

const hasConcept = (paper: Paper, wanted: string): boolean =>
  paper.concepts.some(({ concept }) => isWithin(concept, wanted));

const forbiddenBy = ({ papers: found, not }: ExpectedSearch): string[] =>
  not === 'others' ? [...papers.keys()].filter((id) => !found.some((one) => one.id === id)) : not;

const helpSchema = z.object({ help: z.object({ heading: z.string(), text: z.array(z.string()) }).optional() });

/** The sections of a page by heading; a notice in its front matter is a section too. */
function sectionsOf(page: string, language: string): Map<string, string> {
  const file = join(content, page, `${language}.mdx`);
  if (!existsSync(file)) return new Map();
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  const sections = body.split(/^## /m).slice(1);
  const { help } = helpSchema.parse(parse(front));
  return new Map([
    ...sections.map((section) => [section.split('\n', 1)[0] ?? '', section] as const),
    ...(help ? [[help.heading, help.text.join('\n')] as const] : []),
  ]);
}

describe('searches laid down before the search answers them', () => {
  test('each is asked once', () => {
    for (const rows of [expectedSearches, expectedRecordSearches])
      expect(new Set(rows.map(({ query }) => query)).size).toBe(rows.length);
  });

  test('every kind has a row', () => {
    const rows = [...expectedSearches, ...expectedRecordSearches];
    expect(kinds.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual([]);
  });
});

/** Papers that are not in this review, or for which the record shows no reason to be in the row. */
function* wrongPapers(row: ExpectedSearch): Generator<string> {
  for (const found of row.papers) {
    const known = papers.get(found.id);
    if (!known) yield `${found.id} is no paper of this review`;
    else if ('holds' in found && !known.text.includes(plain(found.holds)))
      yield `${found.id} does not hold "${found.holds}"`;
    else if ('concept' in found && !hasConcept(known.paper, found.concept))
      yield `${found.id} is not of ${found.concept}`;
  }
}

/** Papers that must not be found although the row itself gives a reason for them. */
function* wronglyForbidden(row: ExpectedSearch): Generator<string> {
  for (const id of forbiddenBy(row)) {
    const text = papers.get(id)?.text;
    if (text === undefined) yield `${id} is no paper of this review`;
    for (const found of row.papers) {
      if (found.id === id) yield `${id} must be found and must not`;
      if ('holds' in found && text?.includes(plain(found.holds))) yield `${id} holds "${found.holds}" as well`;
    }
  }
}

function* wrongConcepts({ concepts, never = [] }: ExpectedSearch): Generator<string> {
  const offered = concepts === 'none' ? [] : (concepts ?? []);
  const names = offered.map((concept) => (typeof concept === 'string' ? concept : concept.broader));
  for (const name of [...names, ...never]) if (!broader.has(name)) yield `${name} is not in the vocabulary`;
  for (const name of never) if (names.includes(name)) yield `${name} must be offered and must not`;
}

function* wrongSections({ sections = [], same }: ExpectedSearch): Generator<string> {
  for (const { page, language, heading, words } of sections) {
    const text = sectionsOf(page, language).get(heading);
    if (text === undefined) yield `${page} has no section "${heading}" in ${language}`;
    else if (!text.includes(words)) yield `"${heading}" of ${page} does not hold "${words}"`;
  }
  if (!same && sections.length === 0) yield 'nothing but sections may differ between the interfaces';
}

function* wrongWhole({ query, papers: found, not, concepts, sections, nothing }: ExpectedSearch): Generator<string> {
  const something = found.length > 0 || Array.isArray(concepts) || sections !== undefined;
  if (nothing && (something || concepts !== 'none' || not !== 'others')) yield 'nothing, and yet something';
  for (const [id, { text }] of papers) if (nothing && text.includes(plain(query))) yield `${id} holds "${query}"`;
  if (!nothing && !something && not !== 'others') yield 'nothing is expected';
}

test.each(expectedSearches)('$query: what is expected is what records, vocabulary and essays show', (row) => {
  expect([
    ...wrongPapers(row),
    ...wronglyForbidden(row),
    ...wrongConcepts(row),
    ...wrongSections(row),
    ...wrongWhole(row),
  ]).toEqual([]);
});

describe('searches of the library of records', () => {
  const library = libraryOfRecords();

  test.each(expectedRecordSearches)(
    '$query: found in no record but those named, where the records are present',
    (row) => {
      for (const { id } of row.papers) expect(id).toMatch(/^(10\.\d{4,}\/\S+|[0-9a-f]{16})$/);
      if (!library) return;
      const texts = new Map(library.map(({ id, text }) => [id, plain(text)]));
      for (const { id, holds } of row.papers) expect(texts.get(id), id).toContain(plain(holds));
      const named = new Set(row.papers.map(({ id }) => id));
      const forms = row.papers.map(({ holds }) => plain(holds));
      expect(
        library.filter(({ id, text }) => !named.has(id) && forms.some((form) => plain(text).includes(form))),
      ).toEqual([]);
    },
  );

  test('has a thousand records, where they are present', () => {
    expect(library?.length ?? 1000).toBe(1000);
  });
});
