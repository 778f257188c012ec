import type { Draft, DraftAbstract, Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import type { Choice, Page } from './page.ts';

/**
 * From how many points on a chosen value is sure, and how far ahead of the best other candidate of its kind it must be. The
 * numbers are chosen where each site is left out of the fit in turn; `npm run readers -- --sure b` prints how often a sure
 * value is right on pages for which no number was chosen.
 */
const least: Readonly<Record<Exclude<Choice['field'], 'kind'>, { points: number; ahead: number }>> = {
  title: { points: 3.5, ahead: 3 },
  otherTitle: { points: 3, ahead: 3 },
  names: { points: 4.5, ahead: 0 },
  journal: { points: 3, ahead: 3 },
  abstract: { points: 3, ahead: 3 },
};

/** The fields that a draft's values show in, as `npm run read -- --json` names them. */
const shownAs: Readonly<Record<string, readonly string[]>> = {
  issued: ['date', 'year'],
  online: ['date'],
  articleNumber: ['pages'],
};

/** Below this many points the page may be about another paper than its title says: nothing of it is sure. */
const leastTitle = 1;

/**
 * The fields of `npm run read -- --json` that are not sure: chosen by their place with too few reasons, stated in more than
 * one way, or read from a page whose title is not sure at all.
 */
export function toCheck(page: Page): string[] {
  const unsure = new Set<string>(page.unsure);
  for (const field of page.conflicts) for (const name of shownAs[field] ?? [field]) unsure.add(name);
  for (const { field, options } of page.choices) {
    if (field === 'kind') continue;
    for (const one of options) {
      if (!one.chosen) continue;
      const { points, ahead } = least[field];
      const name = nameOf(field, one.text);
      const others = options.filter(
        (other) => !other.chosen && other.text !== one.text && nameOf(field, other.text) === name,
      );
      const best = others.reduce((most, other) => Math.max(most, other.points), -99);
      if (one.points < points || one.points - best < ahead) unsure.add(name);
    }
  }
  const title = page.choices.find(({ field }) => field === 'title')?.options.find(({ chosen }) => chosen);
  if (page.draft.titles.length === 0 || (title && title.points < leastTitle))
    for (const name of everyField) unsure.add(name);
  for (const [name, isOdd] of Object.entries(oddities)) if (isOdd(page.draft)) unsure.add(name);
  return [...unsure].filter((name) => !page.taught.has(name.replace(/_zh$/u, ''))).sort();
}

/** What no value looks like that is read rightly, by the field that is then not sure. */
const oddities: Readonly<Record<string, (draft: Draft) => boolean>> = {
  // A title is confirmed by what the page says of the same paper.
  title: ({ titles, abstracts, doi, pmid, volume }) =>
    titles.some(({ value }) => /<|\s\|\s|…|\.\.\./u.test(value.text)) ||
    (abstracts.length === 0 && [doi, pmid, volume].every((one) => one === undefined)),
  authors: ({ authors }) =>
    authors.some(({ value: { name } }) => name.literal !== undefined || ofPlaces.test(name.written)),
  keywords: ({ keywords }) => isOddList(keywords.map(({ value }) => value.text)),
  abstract: ({ abstracts }) => abstracts.some(({ value }) => isMixed(textOfAbstract(value))),
  abstract_zh: ({ abstracts }) => abstracts.some(({ value }) => isMixed(textOfAbstract(value))),
};

/** Words of places and houses, of which a line may look like a name. */
const ofPlaces =
  /\b(?:Valley|Clinic|City|County|Province|Island|River|Street|Road|Avenue|Cent(?:er|re)|Institute|School|College|Press|News|Journal|Hospital)\b/u;

const textOfAbstract = ({ sections }: DraftAbstract): string =>
  sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ');

/** A text in two scripts: two abstracts that were taken for one. */
const isMixed = (text: string): boolean => {
  const halves = [text.slice(0, text.length / 3), text.slice((-2 * text.length) / 3)].map(shareOfHan);
  return text.length > 150 && Math.max(...halves) > 0.6 && Math.min(...halves) < 0.3;
};

/** Terms of two kinds, or more than authors give: some begin with small letters and some with capitals, or one says others again. */
function isOddList(terms: readonly string[]): boolean {
  const latin = terms.filter((term) => /^\p{Script=Latin}/u.test(term));
  const capitals = latin.filter((term) => /^\p{Lu}\p{Ll}/u.test(term)).length;
  const small = latin.filter((term) => /^\p{Ll}/u.test(term)).length;
  return (
    terms.length > 12 ||
    (capitals > 0 && small > 0) ||
    terms.some((term) => terms.filter((other) => other !== term && term.includes(other)).length > 1)
  );
}

const everyField =
  'abstract abstract_zh authors date doi issue journal keywords pages pmcid pmid title title_zh volume year'.split(' ');

function nameOf(field: Choice['field'], text: string): string {
  if (field === 'names') return 'authors';
  if (field === 'journal') return 'journal';
  const name = field === 'abstract' ? 'abstract' : 'title';
  return shareOfHan(text) > 0.3 ? `${name}_zh` : name;
}

const made = new WeakMap<Reading, Page>();

/** Keeps which page a reading was made of, so that it can be asked why. */
export function remember(reading: Reading, page: Page): Reading {
  made.set(reading, page);
  return reading;
}

/** The page that a reading was made of; nothing for a reading of references. */
export const pageOf = (reading: Reading): Page | undefined => made.get(reading);
