/** The lists of authors and of journals. */

import { onceEach } from '#citations/once';
import { journalTitle, type Paper } from '#domain/paper';
import { invertedName, type Name } from '#domain/person';
import { hasFewFiles, type Site } from '#domain/site';
import { normalized } from '#text/normal';
import { hasHan } from '#text/han';
import type { Review } from './review.ts';
import type { StringKey } from './strings/index.ts';
import { paths } from './urls.ts';

/** A list of names on the site, with the strings for its pages. */
export interface NameList {
  id: 'authors' | 'journals';
  path: string;
  title: StringKey;
  lead: StringKey;
  /** The note on the page of one name. */
  note?: StringKey;
}

export const nameLists: readonly NameList[] = [
  {
    id: 'authors',
    path: paths.authors,
    title: 'browse.authors',
    lead: 'browse.authorsLead',
    note: 'browse.nameNote',
  },
  { id: 'journals', path: paths.journals, title: 'browse.journals', lead: 'browse.journalsLead' },
];

/**
 * The papers with one name of an author or journal. A written name is not a person: different spellings are not merged.
 */
export interface Named {
  name: string;
  slug: string;
  papers: readonly Paper[];
  /** Whether it has a page of its own; elsewhere its papers stand beside it in the list. */
  hasPage: boolean;
}

/**
 * How many names of a list have a page: those with the most papers, from two on. A large review has thousands of authors
 * of two papers, and with a page for each in two languages it would be too large for common hosts.
 */
const mostPages = (site: Pick<Site, 'twins'>): number => (hasFewFiles(site) ? 100 : 2000);

/** The least number of papers with which no more than `most` names have a page. */
function leastPapers(groups: readonly (readonly Paper[])[], most: number): number {
  let least = 2;
  while (groups.filter((papers) => papers.length >= least).length > most) least++;
  return least;
}

const fold = (text: string): string => normalized(text, 'NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** A name in ASCII for addresses: without accents; other letters as their code points. */
export function slugOf(name: string): string {
  const ascii = normalized(name, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\u0080-\u{10ffff}]/gu, (letter) =>
      /\p{L}/u.test(letter) ? `-${(letter.codePointAt(0) ?? 0).toString(16)}-` : '-',
    );
  return (
    ascii
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'x'
  );
}

function gather(pairs: Iterable<[string, Paper]>, most: number): Named[] {
  const groups = new Map<string, { name: string; papers: Paper[] }>();
  for (const [name, paper] of pairs) {
    const key = fold(name);
    const group = groups.get(key);
    if (!group) groups.set(key, { name, papers: [paper] });
    else if (group.papers.at(-1) !== paper) group.papers.push(paper);
  }
  const taken = new Map<string, number>();
  const least = leastPapers(
    [...groups.values()].map(({ papers }) => papers),
    most,
  );
  return [...groups.values()]
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ name, papers }) => {
      const slug = slugOf(name);
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      return { name, papers, slug: count === 1 ? slug : `${slug}-${count}`, hasPage: papers.length >= least };
    });
}

const collator = new Intl.Collator('en-u-co-pinyin', { sensitivity: 'base', numeric: true });
const authorName = (name: Name): string => invertedName(name);

/** The names of all authors and of all journals, in order; computed once for a review. */
export const names = onceEach((review: Review): Record<NameList['id'], readonly Named[]> => ({
  authors: gather(
    review.papers.flatMap((paper) => paper.authors.map((author): [string, Paper] => [authorName(author.name), paper])),
    mostPages(review.site),
  ),
  journals: gather(
    review.papers.flatMap((paper): [string, Paper][] => {
      const name = journalTitle(paper)?.value;
      return name === undefined ? [] : [[name, paper]];
    }),
    mostPages(review.site),
  ),
}));

/** The letter under which a name is listed. */
export const initial = (name: string): string => {
  const letter = normalized(name, 'NFD').trim()[0]?.toUpperCase() ?? '';
  return /[A-Z]/.test(letter) ? letter : hasHan(letter) ? '中' : '#';
};
