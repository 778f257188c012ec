/** How well details of method are read: stretches found against those labelled, by kind. */

import type { Paper } from '#domain/paper';
import { findRegistrations } from '../formats/values/identifiers.ts';
import { noTally, type Tally } from './study-labels.ts';

interface Place {
  in: string;
  start: number;
  end: number;
  text?: string;
}
export interface DetailLabel {
  kind: string;
  /** Places that state it, any of them enough. */
  at: Place[];
}
/** A line of `details-*.jsonl`. */
export interface DetailLine {
  line: number;
  details: DetailLabel[];
  alsoAccepted: DetailLabel[];
}
/** A line of the other files, with the keys that mean the same. */
export interface EarlierLine {
  line: number;
  split: string;
  makeup: { at: Place[] }[];
  review: {
    databases: { at: Place[] }[];
    databaseCount: { at: Place[] } | null;
    searched: { at: Place[] } | null;
  } | null;
  appraisal: { at: Place[] }[];
  registrations: { at: Place[] }[];
}

export const detailNames = ['makeup', 'databases', 'searched', 'appraisal', 'registration'] as const;

/** Splits of the other files that have these keys. */
export const withDetails = ['developed', 'held-out', 'fresh'];

/** What an earlier line labels. Databases that are labelled one by one are one stretch, from the first to the last. */
export function asDetails({ line, makeup, review, appraisal, registrations }: EarlierLine): DetailLine {
  const of = (kind: string, labels: readonly { at: Place[] }[]): DetailLabel[] =>
    labels.map(({ at }) => ({ kind, at }));
  const names = review?.databases.flatMap(({ at }) => at.slice(0, 1)) ?? [];
  const list = { start: Math.min(...names.map(({ start }) => start)), end: Math.max(...names.map(({ end }) => end)) };
  const counted = review?.databaseCount?.at ?? [];
  const places = [...(names.length > 0 ? [{ in: 'abstract', ...list }] : []), ...counted];
  const details = [
    ...of('makeup', makeup),
    ...(places.length > 0 ? [{ kind: 'databases', at: places }] : []),
    ...of('searched', review?.searched ? [review.searched] : []),
    ...of('appraisal', appraisal),
    ...of('registration', registrations),
  ];
  return { line, details, alsoAccepted: [] };
}

export interface FoundDetail extends Place {
  kind: string;
  words: string;
}

/** The stretches that the rules find, by their place in the abstract. */
export function foundIn(text: string, details: Paper['details'] = []): FoundDetail[] {
  let from = 0;
  const read = details.map(({ kind, words }): FoundDetail => {
    const at = text.indexOf(words);
    from = at < 0 ? from : at;
    return { kind, words, in: 'abstract', start: from, end: from + words.length };
  });
  const numbers = findRegistrations(text).map(({ start, end }) => ({
    kind: 'registration',
    words: text.slice(start, end),
    in: 'abstract',
    start,
    end,
  }));
  return [...read, ...numbers];
}

const overlap = (a: Place, b: Place): number =>
  a.in === b.in ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
const length = ({ start, end }: Place): number => end - start;

/** The numbers of a text, by which two sentences say the same of a sample. */
const numbers = (text = ''): string => (text.match(/\d[\d.]*/gu) ?? []).join(' ');

/** Whether a stretch says what a label has: it is mostly that stretch, or holds it, or says the same elsewhere. */
const states = (found: FoundDetail, { kind, at }: DetailLabel): boolean =>
  at.some(
    (place) =>
      overlap(found, place) >= Math.min(length(found) * 0.6, length(place)) ||
      (kind === 'makeup' && numbers(found.words) !== '' && numbers(found.words) === numbers(place.text)),
  );

/**
 * A found stretch is right where most of it is labelled. A label is hit where what was found has at least two fifths of
 * one of its places.
 */
export function tallyDetails(
  tallies: Record<string, Tally>,
  label: DetailLine,
  found: readonly FoundDetail[],
): { wrong: FoundDetail[]; missed: DetailLabel[] } {
  const labels = label.details;
  const wrong: FoundDetail[] = [];
  for (const one of found) {
    const same = (it: DetailLabel): boolean => it.kind === one.kind && states(one, it);
    if (!labels.some(same) && label.alsoAccepted.some(same)) continue;
    const tally = (tallies[one.kind] ??= noTally());
    tally.found += 1;
    if (labels.some(same)) tally.right += 1;
    else wrong.push(one);
  }
  const isHit = ({ kind, at }: DetailLabel): boolean =>
    at.some((place) => {
      const covered = found.filter((it) => it.kind === kind).reduce((sum, it) => sum + overlap(it, place), 0);
      return covered >= length(place) * 0.4;
    });
  for (const it of labels) {
    const tally = (tallies[it.kind] ??= noTally());
    tally.stated += 1;
    if (isHit(it)) tally.hit += 1;
  }
  return { wrong, missed: labels.filter((it) => !isHit(it)) };
}
