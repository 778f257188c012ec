import { beforeAll, expect, test } from 'vitest';
import { hierarchyOf } from '#domain/broader';
import { allLabels, namesOf, type ConceptRef } from '#domain/concept';
import type { ConceptEntry } from '#search/catalogue';
import { evaluate } from '#search/evaluate';
import { formsOf } from '#search/forms';
import { parseQuery } from '#search/query';
import { cutWords } from '#search/words';
import { askIndex, type Asking } from '../../scripts/search/ask.ts';
import { buildSearchIndex } from '../../scripts/search/index.ts';
import { readVocabulary } from '../../scripts/pipeline/describe/vocabulary.ts';
import { temporaryFolder } from '../support/folder.ts';
import { fixtureContent } from './fixtures.ts';

const vocabulary = readVocabulary('content/vocabulary', []);
const { above } = hierarchyOf(vocabulary);
const labels = vocabulary.flatMap(({ facet, concepts }) =>
  concepts.flatMap((concept) =>
    [...namesOf(concept), ...allLabels(concept.hiddenLabel)].map((label) => ({
      label,
      ref: `${facet}/${concept.id}`,
    })),
  ),
);

let asking: Asking;
let texts: string[];
let entries: Map<ConceptRef, ConceptEntry>;
beforeAll(async () => {
  const out = temporaryFolder();
  await buildSearchIndex({ content: await fixtureContent(), out, address: 'http://localhost:4321/' });
  asking = await askIndex(out);
  const { core, card } = asking.answerer;
  entries = new Map(core.concepts.map((concept) => [concept.ref, concept]));
  texts = await Promise.all(
    Array.from({ length: core.size }, async (_, paper) => {
      const { titles, texts: read, authors, journal, doi } = await card(paper);
      return [
        ...titles.map(({ text }) => text),
        ...read.flatMap(({ sentences }) => sentences.map(([, text]) => text)),
        authors,
        journal ?? '',
        doi ?? '',
      ].join('\n');
    }),
  );
});

/**
 * Whether a text contains the parts of a label: each word in any form, each run of Chinese, or all of it as one word.
 */
function holds(text: string, label: string): boolean {
  const fold = asking.answerer.fold;
  const words = new Set<string>();
  let chinese = '';
  for (const piece of cutWords(text, fold))
    if (piece.kind === 'han') chinese += `${piece.chars.join('')} `;
    else words.add(piece.form);
  const joined = [...words].join('');
  return cutWords(label, fold).every((piece) =>
    piece.kind === 'han'
      ? chinese.includes(piece.chars.join(''))
      : formsOf(piece.form).some((form) => words.has(form) || joined.includes(form)),
  );
}

test('every equivalent of every concept finds at least its papers, and none without the words or the concept', async () => {
  const amiss: string[] = [];
  for (const { label, ref } of labels) {
    const wanted = entries.get(ref)?.papers ?? [];
    // Suggestions for empty results are not part of the list.
    const { found, concepts } = wanted.length
      ? await asking.search(label)
      : await evaluate(parseQuery(label).query, asking.answerer);
    const missing = wanted.filter((paper) => !found.has(paper));
    if (missing.length) amiss.push(`${label} (${ref}) misses ${missing.map(idOf).join(', ')}`);
    if (!concepts.some(({ concept, how }) => concept.ref === ref && how === 'name'))
      amiss.push(`${label} is no name of ${ref}`);
    const meant = new Set(concepts.filter(({ how }) => how === 'name').map(({ concept }) => concept.ref));
    for (const paper of found.keys()) {
      const has = [...meant].some((one) => entries.get(one)?.papers.includes(paper));
      if (!has && !holds(texts[paper] ?? '', label)) amiss.push(`${label} finds ${idOf(paper)}`);
    }
  }
  expect(amiss).toEqual([]);
});

const idOf = (paper: number): string => asking.ids[paper] ?? '';

test('a paper of a narrower concept is one of the wider', () => {
  for (const [ref, { papers }] of entries)
    for (const wider of above(ref))
      for (const paper of papers) expect(entries.get(wider)?.papers, `${ref} in ${wider}`).toContain(paper);
});

test('there are labels to try', () => {
  expect(labels.length).toBeGreaterThan(1500);
});
