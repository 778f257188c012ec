import type { Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import type { Choice, Page } from './page.ts';

/**
 * From how many points on a chosen value is sure. The numbers are chosen on the pages of `tests/fixtures/layouts-unseen/a`, for
 * which no rule and no weight was made; `npm run readers -- --sure a` prints how often a sure value is right.
 */
const least: Readonly<Record<Choice['field'], number>> = {
  title: 5,
  otherTitle: 4,
  names: 5,
  journal: 5,
  abstract: 4.5,
};

/** The fields of `npm run read -- --json` whose value was found by its place alone, and not surely. */
export function toCheck(page: Page): string[] {
  const unsure = new Set<string>(page.unsure);
  for (const { field, options } of page.choices)
    for (const { chosen, points, text } of options)
      if (chosen && points < least[field]) unsure.add(nameOf(field, text));
  return [...unsure].filter((name) => !page.taught.has(name.replace(/_zh$/u, ''))).sort();
}

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
