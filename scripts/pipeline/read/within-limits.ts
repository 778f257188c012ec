/** Cuts what was read of a source down to the limits in `src/domain/limits.ts`, and says so in notices. */

import type { Draft, DraftSection, Read, Reading } from '#domain/draft';
import { limits, type LimitName } from '#domain/limits';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { placesOf, type SourceText } from '#domain/source';
import { shortened } from '#text/shortened';
import type { LimitMet } from '../../formats/text/limits-met.ts';

/** How one limit was exceeded in a source: how often, by how much at most, and where first. */
interface Over {
  times: number;
  most: number;
  place: Notice['place'];
}

type Overs = Map<LimitName, Over>;

/**
 * Cuts a reading down to the limits in `src/domain/limits.ts`, with a notice for each limit that was exceeded. Longer
 * texts end in `…`; longer lists are cut.
 */
export function withinLimits(file: string, reading: Reading): { reading: Reading; notices: Notice[] } {
  if (reading.drafts.length <= limits.records.most && reading.drafts.every(isWithin)) return { reading, notices: [] };
  const overs: Overs = new Map();
  const first: Notice['place'] = reading.drafts[limits.records.most]?.titles[0]?.at[0] ?? { file };
  const drafts = listOf(reading.drafts, 'records', () => first, overs).map((draft) => draftOf(draft, file, overs));
  const notices = [...overs].map(([name, over]) => noticeOf(name, over));
  return { reading: { ...reading, drafts }, notices };
}

/** A quick check, because nearly every draft is within the limits. */
const isWithin = ({ titles, authors, affiliations, keywords, abstracts }: Draft): boolean =>
  titles.length <= limits.titles.most &&
  authors.length <= limits.authors.most &&
  affiliations.length <= limits.affiliations.most &&
  keywords.length <= limits.keywords.most &&
  titles.every(({ value }) => value.text.length <= limits.title.most) &&
  authors.every(({ value }) => Object.values(value.name).every((part = '') => part.length <= limits.name.most)) &&
  affiliations.every(({ value }) => value.text.length <= limits.affiliation.most) &&
  keywords.every(({ value }) => value.text.length <= limits.keyword.most) &&
  abstracts.every(({ value }) => lengthOf(value.sections) <= limits.abstract.most);

const lengthOf = (sections: readonly DraftSection[]): number =>
  sections.reduce((sum, { blocks }) => sum + blocks.reduce((all, { text }) => all + text.length, 0), 0);

function note(overs: Overs, name: LimitName, count: number, place: Notice['place']): void {
  const known = overs.get(name);
  if (!known) overs.set(name, { times: 1, most: count, place });
  else {
    known.times++;
    known.most = Math.max(known.most, count);
  }
}

function listOf<T>(list: T[], name: LimitName, placeOf: (one: T) => Notice['place'], overs: Overs): T[] {
  const { most } = limits[name];
  const next = list[most];
  if (next === undefined) return list;
  note(overs, name, list.length, placeOf(next));
  return list.slice(0, most);
}

function textOf(text: string, name: LimitName, place: Notice['place'], overs: Overs): string {
  const { most } = limits[name];
  if (text.length <= most) return text;
  note(overs, name, text.length, place);
  return shortened(text, most);
}

function draftOf(draft: Draft, file: string, overs: Overs): Draft {
  const placeOf = (read: Read<unknown>): Place | { file: string } => read.at[0] ?? { file };
  const titles = listOf(draft.titles, 'titles', placeOf, overs).map((read) => {
    const text = textOf(read.value.text, 'title', placeOf(read), overs);
    const marks = read.value.marks?.filter((mark) => mark.end < text.length);
    return text === read.value.text ? read : { ...read, value: { ...read.value, text, ...(marks ? { marks } : {}) } };
  });
  const authors = listOf(draft.authors, 'authors', placeOf, overs).map((read) => {
    const parts = Object.entries(read.value.name).map(([part, text = '']) => [
      part,
      textOf(text, 'name', placeOf(read), overs),
    ]);
    const name = Object.fromEntries(parts) as typeof read.value.name;
    return { ...read, value: { ...read.value, name } };
  });
  const affiliations = listOf(draft.affiliations, 'affiliations', placeOf, overs).map((read) => {
    const text = textOf(read.value.text, 'affiliation', placeOf(read), overs);
    return text === read.value.text ? read : { ...read, value: { text } };
  });
  const keywords = listOf(draft.keywords, 'keywords', placeOf, overs).map((read) => ({
    ...read,
    value: { ...read.value, text: textOf(read.value.text, 'keyword', placeOf(read), overs) },
  }));
  const abstracts = draft.abstracts.map((read) => ({
    ...read,
    value: { ...read.value, sections: sectionsOf(read.value.sections, placeOf(read), overs) },
  }));
  return { ...draft, titles, authors, affiliations, keywords, abstracts };
}

/** The sections of an abstract up to its limit; the block that exceeds it is cut. */
function sectionsOf(sections: DraftSection[], place: Notice['place'], overs: Overs): DraftSection[] {
  const { most } = limits.abstract;
  const length = lengthOf(sections);
  if (length <= most) return sections;
  note(overs, 'abstract', length, place);
  let left: number = most;
  return sections.flatMap((section): DraftSection[] => {
    const blocks = section.blocks.flatMap((block) => {
      const room = left;
      left -= Math.min(left, block.text.length);
      if (room === 0) return [];
      if (block.text.length <= room) return [block];
      const text = shortened(block.text, room);
      const { marks, ...rest } = block;
      const kept = marks?.filter((mark) => mark.end < text.length);
      const pieces = block.pieces.filter((piece) => piece.start < text.length);
      return [{ ...rest, text, pieces, ...(kept ? { marks: kept } : {}) }];
    });
    return blocks.length ? [{ ...section, blocks }] : [];
  });
}

function noticeOf(name: LimitName, { times, most, place }: Over): Notice {
  const limit = limits[name];
  const number = (count: number): string => count.toLocaleString('en');
  return {
    severity: 'warning',
    rule: 'above-a-limit',
    place,
    seen: `${number(most)} ${limit.of}${times > 1 ? `; the limit is exceeded ${number(times)} times` : ''}`,
    expected: `at most ${number(limit.most)}: ${limit.because}`,
    remedy: `look at the source page; ${number(most - limit.most)} or fewer are left out of the record, and stay in the source`,
  };
}

/** What happens to markup above a limit: its text stays in every case. */
const markupAbove: Partial<Record<LimitName, Pick<Notice, 'severity' | 'remedy'>>> = {
  valueTags: {
    severity: 'warning',
    remedy: 'look at the value: its words are there, but its tags are cut out instead of understood',
  },
  tex: {
    severity: 'warning',
    remedy: 'look at the value: its words are there, but commands of TeX are dropped instead of understood',
  },
  texNesting: {
    severity: 'warning',
    remedy: 'look at the value: its words are there, but commands of TeX are dropped instead of understood',
  },
  nesting: {
    severity: 'warning',
    remedy: 'look at the records: what is deeper is read as if it were on the last level',
  },
  pointers: {
    severity: 'info',
    remedy: 'do nothing: deeper values keep their lines and columns, but have no pointer',
  },
};

/** One notice for each limit on markup that was met while a source was read, at the first place. */
export function limitsMet(source: SourceText, met: readonly LimitMet[]): Notice[] {
  return [...Map.groupBy(met, ({ name }) => name)].map(([name, times]) => {
    const { at = 0 } = times.at(0) ?? {};
    const most = Math.max(...times.map(({ count }) => count));
    const [place] = placesOf(source, at, Math.min(at + 20, source.text.length));
    const over = { times: times.length, most, place: place ?? { file: source.file } };
    return { ...noticeOf(name, over), ...markupAbove[name] };
  });
}
