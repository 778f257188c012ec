/**
 * Decides whether two drafts are one paper. The worst error is to join two papers, so every fact that both state must
 * agree, and a title needs other facts beside it. The thresholds are set by judgement; `scripts/measure/join.ts` shows
 * their effect.
 */

import { judgeAbstract } from './by-abstract.ts';
import { judgeCitation } from './by-citation.ts';
import { judgeTitled } from './by-title.ts';
import { abstracts, conflictingIdentifier, differentWorks, pages, sharedIdentifier, volumes, years } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { journals } from './journals.ts';
import { twoPapers, kindsDiffer, nearestTitles, quote, type Judgement, type Titles } from './judgement.ts';
import { authors } from './people.ts';
import { isTelling, wordOverlap } from './titles.ts';
import { isAboutOther, weigh } from './weight.ts';

export function judge(a: Candidate, b: Candidate): Judgement {
  const titles = nearestTitles(a, b);
  const conflict = conflictingIdentifier(a, b);
  const shared = sharedIdentifier(a, b);
  if (shared) return judgeIdentified(a, b, shared, conflict, titles);
  const sameAbstract = abstracts(a, b) === 'same';
  if (!titles) return sameAbstract && !conflict ? judgeAbstract(a, b) : twoPapers;
  const alike = titles.how !== 'far' && titles.comparable;
  if (conflict)
    return alike && titles.how === 'exact' && isTelling(titles.a) && authors(a, b) !== 'different'
      ? {
          same: false,
          near: `the same title, but two ${names[conflict]}s: ${a[conflict]} and ${b[conflict]}`,
          firm: true,
        }
      : twoPapers;
  if (alike && kindsDiffer(titles)) return twoPapers;
  const works = differentWorks(a, b);
  if (works)
    return alike && titles.how === 'exact' && isTelling(titles.a) && authors(a, b) !== 'different'
      ? { same: false, near: `the same title, but ${works}`, firm: true }
      : twoPapers;
  const said = {
    years: years(a, b),
    volumes: volumes(a, b),
    pages: pages(a, b),
    journals: journals(a, b),
    authors: authors(a, b),
  };
  if (said.pages === 'same' && said.volumes === 'same' && said.years === 'same' && said.journals !== 'different') {
    const byCitation = judgeCitation(a, b, titles, said);
    if (byCitation) return byCitation;
  }
  if (!alike && sameAbstract && (!titles.comparable || (titles.translated && said.authors === 'same')))
    return judgeAbstract(a, b);
  if (!alike && sameAbstract && said.authors !== 'different')
    return { same: false, near: 'the same abstract under two titles', firm: false };
  // The part that was cut off a title may have held numbers.
  if (!alike || (titles.how !== 'cut' && titles.a.numbers !== titles.b.numbers)) return twoPapers;
  return judgeTitled(a, b, titles, said, sameAbstract);
}

const names = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv number' } as const;

function judgeIdentified(
  a: Candidate,
  b: Candidate,
  shared: keyof typeof names,
  conflict: keyof typeof names | undefined,
  titles: Titles | undefined,
): Judgement {
  const value = quote(a[shared]);
  if (conflict)
    return {
      same: false,
      near: `the same ${names[shared]} ${value}, but two ${names[conflict]}s: ${a[conflict]} and ${b[conflict]}`,
      firm: true,
    };
  const other = titles?.how === 'far' && titles.comparable && wordOverlap(titles.a, titles.b) < 0.5;
  const elsewhere = [volumes(a, b), pages(a, b), years(a, b)].filter((fact) => fact === 'different').length;
  // Two papers may state one DOI: meeting abstracts of one volume, a paper and its erratum, a number copied by mistake.
  const two =
    titles &&
    ((titles.comparable && kindsDiffer(titles)) ||
      (other && (authors(a, b) === 'different' || journals(a, b) === 'different' || elsewhere > 0)) ||
      (!titles.comparable && elsewhere > 1 && authors(a, b) !== 'same'));
  const weighed = weigh(a, [b]);
  if (two || isAboutOther(weighed)) {
    const why = two || weighed.facts.title === 'different' ? 'two titles' : 'other authors';
    return { same: false, near: `the same ${names[shared]} ${value}, but ${why}`, firm: true };
  }
  return { same: true, rule: `same-${shared}`, detail: value, strength: 3 };
}
