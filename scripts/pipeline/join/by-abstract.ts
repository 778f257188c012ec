/** Judges two drafts by their abstracts. */

import { pages, volumes, years } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { journals } from './journals.ts';
import type { Judgement } from './judgement.ts';
import { authors, sameAuthors } from './people.ts';

/**
 * How many equal sentences cannot be chance. Two or three may be a set phrase, except for the same authors in the same
 * journal and year.
 */
const fewestSentences = (a: Candidate, b: Candidate): number =>
  sameAuthors(a, b) && years(a, b) === 'same' && journals(a, b) === 'same' ? 3 : 4;

/**
 * Judges two drafts whose titles decide nothing, by equal abstracts, word for word. No fact that both state may differ.
 */
export function judgeAbstract(a: Candidate, b: Candidate): Judgement {
  const differs = [volumes(a, b), pages(a, b), authors(a, b), years(a, b)].includes('different');
  const shared = [...a.sentences].filter((sentence) => b.sentences.has(sentence)).length;
  if (shared < fewestSentences(a, b))
    return { same: false, near: 'the same short abstract, and nothing else', firm: false };
  // Two papers of one study may share their methods; a truncated copy lacks only its last sentence.
  if (shared < 0.8 * Math.min(a.sentences.size, b.sentences.size))
    return { same: false, near: 'much of the same abstract, and nothing else', firm: false };
  return differs
    ? { same: false, near: 'the same abstract, but not the same citation', firm: true }
    : { same: true, rule: 'same-abstract', detail: 'sentences of the abstract, word for word', strength: 1 };
}
