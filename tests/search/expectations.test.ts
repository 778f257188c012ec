import { beforeAll, describe, expect, test } from 'vitest';
import type { ConceptEntry } from '#search/catalogue';
import type { Found } from '#search/found';
import { askIndex, type Asking } from '../../scripts/search/ask.ts';
import { useSite } from '../support/site.ts';
import { expectedSearches, type ExpectedSearch } from './expectations.ts';

let asking: Asking;
let known: Map<string, ConceptEntry>;
beforeAll(async () => {
  asking = await askIndex((await useSite()).folder);
  known = new Map(asking.answerer.core.concepts.map((concept) => [concept.ref, concept]));
});

/** What a reader gets for a query: papers of the list, concepts offered by name, sections, and a suggested spelling. */
async function shownFor(query: string) {
  const { found, ids, concepts, wider, instead, sections } = await asking.search(query);
  return {
    listed: ids,
    taken: idsOf(instead?.searched.found ?? new Map()),
    offered: [
      ...concepts.map(({ concept }) => concept),
      ...wider.map(({ concept }) => concept),
      ...(instead?.searched.concepts.map(({ concept }) => concept) ?? []),
    ],
    below: wider.flatMap((group) => idsOf(group.found)),
    sections: await Promise.all([...sections.keys()].map((number) => asking.section(number))),
    instead: instead?.query,
    isEmpty: found.size + wider.length + sections.size + concepts.length === 0 && instead === undefined,
  };
}
type Shown = Awaited<ReturnType<typeof shownFor>>;

const idsOf = (found: Found): string[] => [...found.keys()].map((paper) => asking.ids[paper] ?? '');

const isAbove = (wider: string, { ref, broader }: ConceptEntry): boolean =>
  ref === wider ||
  broader.some((number) => {
    const above = asking.answerer.core.concepts[number];
    return above !== undefined && isAbove(wider, above);
  });

function* papersAmiss(row: ExpectedSearch, { listed, taken }: Shown): Generator<string> {
  const found = row.spelling === undefined ? listed : [...listed, ...taken];
  for (const { id } of row.papers) if (!found.includes(id)) yield `${id} is not found`;
  for (const id of found)
    if (row.not === 'others' ? row.papers.every((paper) => paper.id !== id) : row.not.includes(id))
      yield `${id} is found`;
  const [first] = row.papers;
  if (first && ['identifier', 'citation', 'title'].includes(row.kind) && listed[0] !== first.id)
    yield `${listed[0] ?? 'nothing'} comes first`;
}

function* conceptsAmiss({ concepts, never = [] }: ExpectedSearch, { offered }: Shown): Generator<string> {
  const refs = offered.map(({ ref }) => ref);
  for (const ref of never) if (refs.includes(ref)) yield `${ref} is offered`;
  if (concepts === 'none') {
    for (const ref of refs) yield `${ref} is offered`;
    return;
  }
  for (const wanted of concepts ?? []) {
    const ref = typeof wanted === 'string' ? wanted : wanted.broader;
    if (!offered.some((concept) => isAbove(ref, concept))) yield `${ref} is not offered, nor anything of it`;
    if (typeof wanted === 'string') continue;
    const named = [...known.values()].find((concept) => concept.en === wanted['to-come'] && isAbove(ref, concept));
    if (named === undefined) yield `no concept is called ${wanted['to-come']}`;
    else if (!refs.includes(named.ref)) yield `${named.ref} is not offered`;
  }
}

function* sectionsAmiss(row: ExpectedSearch, { sections }: Shown): Generator<string> {
  for (const { page, language, heading, words } of row.sections ?? []) {
    const section = sections.find((one) => one.path === `${page}/` && one.page === language && one.heading === heading);
    if (!section) yield `the section ${heading} of ${page} in ${language} is not found`;
    else if (!section.sentences.join(' ').includes(words)) yield `that section does not hold ${words}`;
  }
}

function* wholeAmiss({ spelling, nothing }: ExpectedSearch, { instead, isEmpty }: Shown): Generator<string> {
  if (nothing && !isEmpty) yield 'something is found';
  if (spelling !== undefined && !instead?.toLowerCase().includes(spelling.toLowerCase()))
    yield `${instead ?? 'no spelling'} is taken for it`;
}

describe('searches of this review', () => {
  test.each(expectedSearches)('$query: $why', async (row) => {
    const shown = await shownFor(row.query);
    expect([
      ...papersAmiss(row, shown),
      ...conceptsAmiss(row, shown),
      ...sectionsAmiss(row, shown),
      ...wholeAmiss(row, shown),
    ]).toEqual([]);
  });
});
