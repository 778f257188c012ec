import { abstracts, pages, volumes, years } from './compare.ts';
import type { Candidate } from './candidate.ts';
import { journals } from './journals.ts';
import { kindsDiffer, nearestTitles } from './judgement.ts';
import { authors } from './people.ts';
import { wordOverlap } from './titles.ts';

/** What a record may agree on with a paper beside an identifier. */
export type Fact = 'title' | 'authors' | 'year' | 'journal' | 'place' | 'abstract';

/** What each fact weighs where two records state it: for their being one paper where they agree, against it where they do not. */
export const weights: readonly { fact: Fact; agrees: number; partly: number; differs: number; why: string }[] = [
  { fact: 'title', agrees: 3, partly: 2, differs: -3, why: 'it names the paper; two papers hardly share one' },
  { fact: 'authors', agrees: 2, partly: 0, differs: -2, why: 'people write more than one paper, others did not write it' },
  { fact: 'abstract', agrees: 3, partly: 0, differs: 0, why: 'half of its sentences: nobody else writes these; and two editors shorten one in two ways' },
  { fact: 'year', agrees: 1, partly: 0, differs: -1, why: 'one year in twenty agrees by chance; online and issue differ by one' },
  { fact: 'journal', agrees: 1, partly: 0, differs: -1, why: 'a journal has thousands of papers' },
  { fact: 'place', agrees: 2, partly: 0, differs: -1, why: 'the first page, of a volume: few papers share one; some state an article number instead' },
]; // prettier-ignore

/**
 * From this sum on a source confirms a paper: its title and its authors, and when or where it appeared; or its title and its
 * abstract. Title and authors alone are what anybody copies from a list.
 */
export const enough = 6;
/** From this sum on it shows at least that it is about the paper: part of its title, or its authors. */
export const some = 2;

export type Agrees = 'same' | 'partly' | 'different' | 'unknown';

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

/** How a record agrees with a paper, fact by fact, and the sum of what that weighs. */
export interface Weighed {
  facts: Readonly<Record<Fact, Agrees>>;
  sum: number;
}

const best: readonly Agrees[] = ['same', 'partly', 'different', 'unknown'];
/** A paper of many records is compared with so many of them. */
const mostRecords = 20;

/** Weighs a record against all records of a paper: a fact agrees where it does with one of them. */
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

/** The sum without what one fact weighs against: what a source says anew of a fact is not held against it there. */
export const sumBut = ({ facts, sum }: Weighed, fact: Fact | undefined): number =>
  fact && facts[fact] === 'different' ? sum - (weights.find((row) => row.fact === fact)?.differs ?? 0) : sum;

/** What a record states differs more than it agrees, its title or its people: it speaks of another paper. */
export const speaksOfAnother = ({ facts, sum }: Weighed): boolean =>
  sum < 0 && (facts.title === 'different' || (facts.title === 'unknown' && facts.authors === 'different'));
