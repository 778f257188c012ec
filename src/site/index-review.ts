/** Indexes the records of a review, so that a page finds what it shows without a search. */

import { onceEach } from '#citations/once';
import { hierarchyOf, isTheme, withBroader, type TaggedConcept, type Hierarchy } from '#domain/broader';
import type { Concept, ConceptRef, VocabularyFile } from '#domain/concept';
import type { Facet } from '#domain/facets';
import { citedDate, isWithdrawn, mainTitle, type Paper } from '#domain/paper';
import type { Site } from '#domain/site';

export type FacetConcept = Concept & { facet: Facet; ref: ConceptRef };
export interface Tagged {
  paper: Paper;
  evidence: TaggedConcept['evidence'];
}

/** Everything that the pages show. It is read once in a build and indexed, so that no page has to search it. */
export interface Review {
  site: Site;
  /** The papers that lists show, newest first. */
  papers: readonly Paper[];
  /** Every paper with an address, withdrawn ones included. */
  all: readonly Paper[];
  paper: ReadonlyMap<string, Paper>;
  facets: ReadonlyMap<Facet, VocabularyFile>;
  concept: ReadonlyMap<ConceptRef, FacetConcept>;
  /** The concepts of `themes` without `broader`, in the order of the vocabulary. */
  themes: readonly FacetConcept[];
  hierarchy: Hierarchy;
  /** By the id of a paper: every concept that it has, those above the recorded ones included. */
  conceptsOf: ReadonlyMap<string, readonly TaggedConcept[]>;
  /** By concept: the papers that have it or a narrower one. */
  tagged: ReadonlyMap<ConceptRef, readonly Tagged[]>;
  /** The papers made from each source file. */
  byFile: ReadonlyMap<string, readonly Paper[]>;
}

/** Newest first; papers without a date last; equal dates by title. */
function compareByDate(a: Paper, b: Paper): number {
  const [x, y] = [citedDate(a) ?? '', citedDate(b) ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  const [s, t] = [mainTitle(a)?.text ?? '', mainTitle(b)?.text ?? ''];
  return s < t ? -1 : s > t ? 1 : a.id < b.id ? -1 : 1;
}

export function indexReview(site: Site, all: readonly Paper[], vocabulary: readonly VocabularyFile[]): Review {
  const sorted = [...all].sort(compareByDate);
  const papers = sorted.filter((paper) => !isWithdrawn(paper));
  const concept = new Map<ConceptRef, FacetConcept>();
  for (const file of vocabulary)
    for (const entry of file.concepts) {
      const ref = `${file.facet}/${entry.id}`;
      concept.set(ref, { ...entry, facet: file.facet, ref });
    }
  const hierarchy = hierarchyOf(vocabulary);
  const conceptsOf = new Map(sorted.map((paper) => [paper.id, withBroader(paper.concepts, hierarchy)]));
  const tagged = new Map<ConceptRef, Tagged[]>();
  for (const paper of papers)
    for (const { concept: ref, evidence } of conceptsOf.get(paper.id) ?? []) {
      const list = tagged.get(ref);
      if (list) list.push({ paper, evidence });
      else tagged.set(ref, [{ paper, evidence }]);
    }
  const byFile = new Map<string, Paper[]>();
  for (const paper of sorted)
    for (const file of new Set(paper.sources.map((source) => source.file))) {
      const list = byFile.get(file);
      if (list) list.push(paper);
      else byFile.set(file, [paper]);
    }
  return {
    site,
    papers,
    all: sorted,
    paper: new Map(sorted.map((paper) => [paper.id, paper])),
    facets: new Map(vocabulary.map((file) => [file.facet, file])),
    concept,
    themes: [...concept.values()].filter((entry) => isTheme(entry.ref, entry)),
    hierarchy,
    conceptsOf,
    tagged,
    byFile,
  };
}

const noPapers: readonly Paper[] = [];
const papersIn = onceEach((tagged: readonly Tagged[]): readonly Paper[] => tagged.map(({ paper }) => paper));

/** The papers with a concept; the same array each time. */
export function papersOf(ref: ConceptRef, { tagged }: Pick<Review, 'tagged'>): readonly Paper[] {
  const found = tagged.get(ref);
  return found ? papersIn(found) : noPapers;
}
