/** Judges two drafts by their titles, with the other facts that must agree. */

import { hasHan } from '#text/han';
import { abstracts, issues } from './facts.ts';
import type { Candidate, TitleKey } from './candidate.ts';
import { twoPapers, quote, type Judgement, type Said, type Titles } from './judgement.ts';
import { isTelling } from './titles.ts';

/**
 * Whether both drafts have titles in one script and none of them match. Then a shared title in another language is
 * chance.
 */
function titlesDiffer(a: Candidate, b: Candidate): boolean {
  return [true, false].some((chinese) => {
    const [own, other] = [a, b].map((it) => it.titles.filter(({ text }) => hasHan(text) === chinese));
    return !!own?.length && !!other?.length && !own.some(({ text }) => other.some((one) => one.text === text));
  });
}

export function judgeTitled(a: Candidate, b: Candidate, titles: Titles, said: Said, sameAbstract: boolean): Judgement {
  const telling = isTelling(titles.a) && isTelling(titles.b);
  const against = (['volumes', 'pages', 'authors', 'years', 'journals'] as const).filter(
    (fact) => said[fact] === 'different',
  );
  const located = said.pages === 'same' && (said.volumes === 'same' || said.journals === 'same');
  const hard = against.filter((fact) => !(fact === 'journals' && located && said.volumes === 'same'));
  const detail = detailOf(a, titles, said);
  if (hard.length) {
    if (!telling || titles.how !== 'exact' || said.authors === 'different') return twoPapers;
    const values = hard.map((fact) => bothValues[fact](a, b));
    return { same: false, near: `the same title, but ${values.join(', ')}`, firm: true };
  }
  const yearsMeet = said.years === 'same' || said.years === 'close';
  // The title of a section is on the first page of every issue.
  const only = telling || (said.authors === 'same' && said.years === 'same' && issues(a, b) !== 'different');
  if (located && yearsMeet && only) return { same: true, rule: 'same-title-and-citation', detail, strength: 2 };
  if (sameAbstract && (titles.how === 'exact' || said.authors === 'same'))
    return { same: true, rule: 'same-title-and-abstract', detail, strength: 2 };
  if (!telling) return twoPapers;
  const support =
    (said.authors === 'same' ? 2 : 0) +
    (said.journals === 'same' ? 1 : 0) +
    (said.volumes === 'same' ? 1 : 0) +
    (said.pages === 'same' ? 2 : 0);
  if (titles.how === 'exact') {
    // A talk and the later article on it have one title, but two abstracts, and only one of them names a journal.
    if (!a.journals.length !== !b.journals.length && abstracts(a, b) === 'different')
      return { same: false, near: 'the same title, but two abstracts', firm: false };
    if (said.years === 'same' && support >= 1) return { same: true, rule: 'same-title-and-year', detail, strength: 1 };
    // A paper may be online a year before its issue, and a talk may be a year before its paper: the journal decides.
    if (said.years === 'close' && support >= 2 && (said.journals === 'same' || sameAbstract))
      return { same: true, rule: 'same-title-and-year', detail, strength: 1 };
    if (said.years === 'unknown' && said.authors === 'same')
      return { same: true, rule: 'same-title-and-authors', detail, strength: 1 };
    // A page that states a title and no fact that could differ: a long title belongs to one paper only.
    if ((bare(a) || bare(b)) && isLong(titles.a) && abstracts(a, b) !== 'different' && !titlesDiffer(a, b))
      return { same: true, rule: 'same-long-title', detail, strength: 0 };
    return { same: false, near: 'the same title, and too little else to tell', firm: false };
  }
  const firm =
    said.years === 'same' && said.authors === 'same' && (said.journals === 'same' || said.volumes === 'same');
  if (firm && (titles.how === 'close' || titles.b.words.length + titles.a.words.length > 10))
    return {
      same: true,
      rule: titles.how === 'close' ? 'same-title-and-year' : 'same-title-without-subtitle',
      detail,
      strength: 1,
    };
  return titles.how === 'close' && yearsMeet && said.authors !== 'unknown' && support >= 2
    ? {
        same: false,
        near: `titles that differ by ${Math.round(titles.distance * 100)} % of their letters`,
        firm: false,
      }
    : twoPapers;
}

/** The two values of a fact on which two records differ, for a notice. */
const bothValues: Readonly<Record<keyof Said, (a: Candidate, b: Candidate) => string>> = {
  volumes: (a, b) => `volumes ${a.volume} and ${b.volume}`,
  pages: (a, b) => `pages ${a.key.pages} and ${b.key.pages}`,
  years: (a, b) => `years ${a.year} and ${b.year}`,
  journals: (a, b) => `${quote(a.key.journals[0])} and ${quote(b.key.journals[0])}`,
  authors: (a, b) => `authors ${quote(a.people[0]?.family)} and ${quote(b.people[0]?.family)}`,
};

/** Whether a draft states no year, authors, journal, volume and pages. */
const bare = (c: Candidate): boolean =>
  c.year === undefined && !c.people.length && !c.journals.length && !c.volume && !c.page;

const isLong = (title: TitleKey): boolean =>
  title.script === 'cjk' ? title.text.length >= 14 : title.words.length >= 9 && title.text.length >= 60;

function detailOf(a: Candidate, titles: Titles, said: Said): string {
  const facts = [
    said.years === 'same' ? String(a.year) : said.years === 'close' ? `${a.year} or a year beside it` : undefined,
    said.authors === 'same' ? `first author ${a.key.authors[0]}` : undefined,
    said.journals === 'same' ? a.key.journals[0] : undefined,
    said.volumes === 'same' ? `volume ${a.volume}` : undefined,
    said.pages === 'same' ? `page ${a.page}` : undefined,
    titles.distance ? `title distance ${titles.distance.toFixed(3)}` : undefined,
  ];
  return facts.filter(Boolean).join(', ') || 'the titles are equal';
}
