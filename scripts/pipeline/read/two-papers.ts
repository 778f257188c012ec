/**
 * Tells whether a page that is read as one paper is two of them, one behind the other: where a second abstract follows, both
 * parts are read alone, and they are two if each is a whole paper and they contradict each other.
 */

import type { Draft, Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import type { SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import type { Choice } from '../../formats/pages/page.ts';
import { pageOf } from '../../formats/pages/sure.ts';
import type { Candidate } from '../join/candidate.ts';
import { candidate, conflictingIdentifier, volumes, years } from '../join/compare.ts';
import { journals } from '../join/journals.ts';
import { keyOf } from '../join/key-of.ts';
import { authors } from '../join/people.ts';
import { partOf } from './joined.ts';

/** From so many points on a stretch may be an abstract, and so many lines are between two of them. */
const leastAbstract = -1.5;
const leastBetween = 5;
/** So often are two parts of a page read at most: pages with a full text have many stretches of prose. */
const mostCuts = 4;
/**
 * What the second part must have: a title and an abstract as sure as this. Parts of a full text, and papers that a page
 * names, have less. With many contradictions less is enough.
 */
const enough = { title: 2.5, abstract: 3.5, abstractWithMany: 2.5, many: 4 };

type Option = Choice['options'][number];
const optionsOf = (reading: Reading, ...fields: Choice['field'][]): Option[] =>
  (pageOf(reading)?.choices ?? []).filter(({ field }) => fields.includes(field)).flatMap(({ options }) => options);

/** Lines on which abstracts begin, from 0; those that are nearly at one place are one. */
function abstractLines(reading: Reading): number[] {
  const chosen = reading.drafts.flatMap(({ abstracts }) =>
    abstracts.flatMap(({ at }) => at.map(({ line }) => line - 1)),
  );
  const likely = optionsOf(reading, 'abstract').filter(({ points }) => points >= leastAbstract);
  const lines = [...chosen, ...likely.map(({ line }) => line)].sort((a, b) => a - b);
  return lines.filter((line, i) => i === 0 || line - (lines[i - 1] ?? 0) >= leastBetween);
}

/** Lines between two abstracts at which a second page may begin: those of the likeliest titles, else of the middle. */
function cutsBetween(reading: Reading, above: number, below: number): number[] {
  const titles = optionsOf(reading, 'title', 'otherTitle').filter(({ line }) => line > above && line < below);
  const likely = [...new Set(titles.toSorted((a, b) => b.points - a.points).map(({ line }) => line))].slice(0, 2);
  return likely.length ? likely : [Math.floor((above + below) / 2)];
}

/** Whether a page holds two papers. `read` reads a text as a page is read. */
export function isTwoPapers(source: SourceText, reading: Reading, read: (part: SourceText) => Reading): boolean {
  const lines = abstractLines(reading);
  const cuts = lines.slice(1).flatMap((below, i) => cutsBetween(reading, lines[i] ?? 0, below));
  return cuts.slice(0, mostCuts).some((cut) => {
    const at = source.lineStarts[cut] ?? source.text.length;
    const part = (from: number, to: number): Reading => read(partOf(source, { kind: undefined, from, to }));
    return areTwo(part(0, at), part(at, source.text.length));
  });
}

function areTwo(above: Reading, below: Reading): boolean {
  const [one] = above.drafts;
  const [other] = below.drafts;
  if (!one || !other || !isWhole(above) || !isWhole(below) || haveOneTitle(one, other)) return false;
  const found = contradictions(one, other);
  const best = (...fields: Choice['field'][]): number => {
    const chosen = optionsOf(below, ...fields).filter((option) => option.chosen);
    // A title in metadata was not chosen among others.
    return chosen.length ? Math.max(...chosen.map(({ points }) => points)) : Infinity;
  };
  const least = found.length >= enough.many ? enough.abstractWithMany : enough.abstract;
  const isOther = found.length >= 2 || found.includes('identifier');
  return isOther && best('title') >= enough.title && best('abstract') >= least;
}

const isWhole = ({ kind, drafts }: Reading): boolean =>
  kind !== 'list' && drafts.length === 1 && drafts.every(({ titles, abstracts }) => titles.length && abstracts.length);

const isHan = (text: string): boolean => shareOfHan(text) > 0.3;
const lettersOf = (text: string): string => foldForMatching(text).replace(/[^\p{L}\p{N}]/gu, '');
const isAlike = (a: string, b: string): boolean =>
  lettersOf(a).includes(lettersOf(b)) || lettersOf(b).includes(lettersOf(a));

const haveOneTitle = (one: Draft, other: Draft): boolean =>
  one.titles.some((a) => other.titles.some((b) => isAlike(a.value.text, b.value.text)));

/** What two papers state of one thing in two ways, as records are compared that may be of one paper. */
function contradictions(one: Draft, other: Draft): string[] {
  const [a, b] = [one, other].map((draft, i) => candidate(keyOf('', draft, []), i));
  if (!a || !b) return [];
  const pagesOf = ({ pages, articleNumber }: Draft): string | undefined => (pages ?? articleNumber)?.value;
  const [pages, others] = [pagesOf(one), pagesOf(other)];
  const found: [string, boolean][] = [
    ['identifier', conflictingIdentifier(a, b) !== undefined],
    ['year', /^(?:different|close)$/u.test(years(a, b))],
    ['volume', volumes(a, b) === 'different'],
    ['pages', pages !== undefined && others !== undefined && !isAlike(pages, others)],
    ['journal', journals(a, b) === 'different'],
    ['authors', authors(a, b) === 'different' || (a.latinAuthors !== b.latinAuthors && haveOtherNames(a, b))],
    ['language', haveOneLanguage(one, other)],
  ];
  return found.filter(([, is]) => is).map(([name]) => name);
}

/** Names in characters of which none is among several in letters: a page in two languages gives the same people in both. */
const haveOtherNames = (a: Candidate, b: Candidate): boolean =>
  a.people.length > 1 && b.people.length > 1 && authors(a, b) === 'unknown';

/** Two titles and two abstracts in one language: a page has one of each. */
function haveOneLanguage(one: Draft, other: Draft): boolean {
  const base = (language: string): string => language.slice(0, 2);
  return (
    one.abstracts.some((a) => other.abstracts.some((b) => base(a.value.language) === base(b.value.language))) &&
    one.titles.some((a) => other.titles.some((b) => isHan(a.value.text) === isHan(b.value.text)))
  );
}
