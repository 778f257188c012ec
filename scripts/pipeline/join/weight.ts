/** Weighs on which facts (title, authors, year …) a record agrees with a paper. */

import { abstracts, pages, volumes, years } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { journals } from './journals.ts';
import { kindsDiffer, nearestTitles } from './judgement.ts';
import { authors } from './people.ts';
import { wordOverlap } from './titles.ts';

/** The facts on which a record may agree with a paper, beside an identifier. */
export type Fact = 'title' | 'authors' | 'year' | 'journal' | 'place' | 'abstract';

/**
 * The weight of each fact that two records state: in favour of one paper where they agree, against it where they do
 * not.
 */
export const weights: readonly { fact: Fact; agrees: number; partly: number; differs: number; why: string }[] = [
  { fact: 'title', agrees: 3, partly: 2, differs: -3, why: 'it names the paper; two papers rarely share one' },
  { fact: 'authors', agrees: 2, partly: 0, differs: -2, why: 'people write more than one paper, but other people did not write this one' },
  { fact: 'abstract', agrees: 3, partly: 0, differs: 0, why: 'half of the sentences agree only for one paper; a difference says nothing, because editors shorten an abstract in different ways' },
  { fact: 'year', agrees: 1, partly: 0, differs: -1, why: 'one year in twenty agrees by chance; online and issue differ by one' },
  { fact: 'journal', agrees: 1, partly: 0, differs: -1, why: 'a journal has thousands of papers' },
  { fact: 'place', agrees: 2, partly: 0, differs: -1, why: 'few papers share a first page of a volume; some records state an article number instead' },
]; // prettier-ignore

/**
 * From this sum on a source confirms a paper. Title and authors and one of time or journal reach it, and so do title
 * and abstract. Title and authors alone do not: anybody can copy them from a list.
 */
export const enough = 6;
/** From this sum on a source is at least about the paper: part of its title agrees, or its authors do. */
export const some = 2;

type Agrees = 'same' | 'partly' | 'different' | 'unknown';

function titlesAgree(a: Candidate, b: Candidate): Agrees {
  const titles = nearestTitles(a, b);
  if (!titles) return 'unknown';
  if (titles.comparable && kindsDiffer(titles)) return 'different';
  if (titles.how === 'exact' || titles.how === 'close') return 'same';
  if (titles.how !== 'far') return 'partly';
  return titles.comparable && !titles.translated && wordOverlap(titles.a, titles.b) < 0.5 ? 'different' : 'unknown';
}

function placesAgree(a: Candidate, b: Candidate): Agrees {
  const [volume, page] = [volumes(a, b), pages(a, b)];
  if (volume === 'different' || page === 'different') return 'different';
  return page === 'same' ? 'same' : 'unknown';
}

const compared: Readonly<Record<Fact, (a: Candidate, b: Candidate) => Agrees>> = {
  title: titlesAgree,
  authors,
  abstract: (a, b) => (abstracts(a, b) === 'same' ? 'same' : 'unknown'),
  year: (a, b) => {
    const said = years(a, b);
    return said === 'close' ? 'partly' : said;
  },
  journal: journals,
  place: placesAgree,
};

/** How a record agrees with a paper, fact by fact, and the sum of the weights. */
export interface Weighed {
  facts: Readonly<Record<Fact, Agrees>>;
  sum: number;
}

const best: readonly Agrees[] = ['same', 'partly', 'different', 'unknown'];
/** How many records of a paper a record is compared with. */
const mostRecords = 20;

/** Weighs a record against the records of a paper. A fact agrees where it agrees with one of them. */
export function weigh(record: Candidate, paper: readonly Candidate[]): Weighed {
  const facts = Object.fromEntries(
    weights.map(({ fact }) => {
      const said = new Set(paper.slice(0, mostRecords).map((one) => compared[fact](record, one)));
      return [fact, best.find((it) => said.has(it)) ?? 'unknown'];
    }),
  ) as Record<Fact, Agrees>;
  return { facts, sum: weights.reduce((sum, row) => sum + worth(row, facts[row.fact]), 0) };
}

function worth({ agrees, partly, differs }: (typeof weights)[number], said: Agrees): number {
  return said === 'same' ? agrees : said === 'partly' ? partly : said === 'different' ? differs : 0;
}

/**
 * The sum without the negative weight of one fact: where a source gives a new value of a fact, the difference itself
 * does not count against the source.
 */
export const sumWithout = ({ facts, sum }: Weighed, fact: Fact | undefined): number =>
  fact && facts[fact] === 'different' ? sum - (weights.find((row) => row.fact === fact)?.differs ?? 0) : sum;

/** Whether the title or the authors differ more than they agree: then the record is about another paper. */
export const isAboutOther = ({ facts, sum }: Weighed): boolean =>
  sum < 0 && (facts.title === 'different' || (facts.title === 'unknown' && facts.authors === 'different'));
