/** The findings of the review, each with the sentences and papers that it rests on. */

import { parse } from 'yaml';
import type { ConceptRef } from '#domain/concept';
import { type Finding, findingsSchema } from '#domain/findings';
import type { Paper } from '#domain/paper';
import { narrowest } from './concepts.ts';
import { contentText } from './content-folder.ts';
import { type OwnSentence, sentencesOf } from './evidence.ts';
import type { Review } from './index-review.ts';

/** A finding with what it rests on. */
export interface RestedFinding extends Finding {
  sentences: { paper: Paper; sentence: OwnSentence }[];
  papers: Paper[];
  /** The designs of these papers, without those of which a paper has a narrower one too. */
  designs: { ref: ConceptRef | undefined; count: number }[];
}

/** The reviewers' table of findings; the audit has checked it before any page is made. */
export const readFindings = (): Finding[] =>
  findingsSchema.parse(parse(contentText('findings.yaml') ?? '') ?? {}).findings;

export function restOf(finding: Finding, review: Pick<Review, 'paper' | 'hierarchy'>): RestedFinding {
  const sentences = finding.rests.flatMap(({ paper: id, anchor }) => {
    const paper = review.paper.get(id);
    const sentence = paper && sentencesOf(paper).get(anchor);
    return paper && sentence ? [{ paper, sentence }] : [];
  });
  const papers = [...new Set(sentences.map(({ paper }) => paper))];
  const counts = new Map<ConceptRef | undefined, number>();
  for (const paper of papers) {
    const designs = narrowest(paper, 'designs', review.hierarchy);
    for (const ref of designs.length ? designs : [undefined]) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return { ...finding, sentences, papers, designs: [...counts].map(([ref, count]) => ({ ref, count })) };
}
