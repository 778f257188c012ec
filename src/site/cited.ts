/** The sentences of an essay, and the papers that it rests on. */

import type { Paper } from '#domain/paper';
import type { Rest } from '#prose/basis';
import { parseProse } from '#prose/tree';
import { type Sentence, typeParagraph, typeProse, typeTitle } from '#prose/type';
import { sentencesOf } from './evidence.ts';
import { pageSize } from './paginate.ts';

/** The prose of a page, as its collection has it. */
export interface Written {
  body?: string | undefined;
  data: { title: string; summary: string };
}

/** Every sentence of an essay, beginning with those of its title and its summary. */
export const sentencesOfEssay = ({ body = '', data }: Written): Sentence[] => [
  ...typeTitle(parseProse(data.title)).sentences,
  ...typeParagraph(parseProse(data.summary)).sentences,
  ...typeProse(parseProse(body)).sentences,
];

/** The papers that a text rests on. A paper may be used by its own words, by those of a digest, or by both. */
export interface Used {
  all: Set<string>;
  abstracts: Set<string>;
  digests: Set<string>;
}

/** The papers that the sentences of a text rest on, and whether on their own words. */
export function papersUsed(rests: readonly Rest[], papers: ReadonlyMap<string, Paper>): Used {
  const used: Used = { all: new Set(), abstracts: new Set(), digests: new Set() };
  for (const { paper: id, anchor } of rests) {
    const paper = papers.get(id);
    if (!paper) continue;
    used.all.add(id);
    const isDigest = anchor !== undefined && sentencesOf(paper).get(anchor)?.in === 'digest';
    used[isDigest ? 'digests' : 'abstracts'].add(id);
  }
  return used;
}

/**
 * The papers that a page shows beside all texts of the review: all of a small review, and of a larger one those that
 * the texts rest on.
 */
export function papersOnPage(papers: readonly Paper[], rests: readonly Rest[]): Paper[] {
  const cited = new Set(rests.map(({ paper }) => paper));
  return papers.filter(({ id }) => papers.length <= pageSize || cited.has(id));
}
