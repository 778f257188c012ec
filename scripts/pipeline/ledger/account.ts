/** Accounts for every character of a source: each becomes a field, a copy, furniture or unclassified. */

import type { Claim, Draft, Read, Reading } from '#domain/draft';
import { peopleFields, singleFields } from '#domain/fields';
import type { Outcome, Stretch, Tally } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import type { SourceText } from '#domain/source';

/** What each character of one source became. */
export interface Account {
  tally: Tally;
  stretches: Stretch[];
  /** The number of lines with something unclassified. */
  unclassifiedLines: number;
}

/** Fields of a draft without a language: their path is their name. */
const plain = [...singleFields, 'status'] as const;
const plainLists = ['authors', 'affiliations', 'issn', 'registrations'] as const;

/** Every place of a draft with the path of the field that comes from it. */
export function* fieldPlaces(draft: Draft): Generator<[string, Place]> {
  const at = function* (path: string, reads: readonly Read<unknown>[]): Generator<[string, Place]> {
    for (const read of reads) for (const place of read.at) yield [path, place];
  };
  for (const field of plain) if (draft[field]) yield* at(field, [draft[field]]);
  for (const field of plainLists) yield* at(field, draft[field]);
  for (const field of [...peopleFields, 'isbn'] as const) yield* at(field, draft[field] ?? []);
  if (draft.retractedIn) yield* at('status', [draft.retractedIn]);
  yield* at('updates', draft.updates ?? []);
  for (const title of draft.titles) yield* at(`titles.${title.value.language}`, [title]);
  for (const word of draft.keywords) yield* at(`keywords.${word.value.language}`, [word]);
  for (const abstract of draft.abstracts) {
    const path = `abstracts.${abstract.value.language}`;
    yield* at(path, [abstract]);
    yield* piecesOf(path, abstract.value.sections);
  }
  if (!draft.digest) return;
  const { value } = draft.digest;
  yield* at('digest', [draft.digest]);
  yield* piecesOf('digest', value.sections);
  for (const field of ['kind', 'publisher', 'scope'] as const)
    if (value[field]) yield* at(`digest.${field}`, [value[field]]);
}

function* piecesOf(
  path: string,
  sections: Draft['abstracts'][number]['value']['sections'],
): Generator<[string, Place]> {
  for (const { blocks } of sections)
    for (const { pieces } of blocks) for (const { place } of pieces) yield [path, place];
}

interface Item {
  first: number;
  past: number;
  pointer: string | undefined;
  outcome: Outcome;
  key: string;
}

const order: Record<Outcome['kind'], number> = { unclassified: 0, furniture: 1, copy: 2, field: 3 };
const unclassified: Outcome = { kind: 'unclassified' };

/** Blank as `\s` defines it, without the cost of a regular expression for each character. */
function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 160 ||
    (code > 0x1600 &&
      (code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}

/**
 * Covers the characters of a source with fields, furniture and copies. Where two cover one character, the narrower one
 * counts; of two with equal width, a field counts before a copy, and a copy before furniture. What nothing covers is
 * unclassified. A place outside the source is an error.
 */
export function account(
  source: SourceText,
  reading: Pick<Reading, 'drafts' | 'claims'>,
): Account & { notices: Notice[] } {
  const notices: Notice[] = [];
  const lines = itemsByLine(source, reading, notices);
  const tally: Tally = { field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 };
  const stretches: Stretch[] = [];
  let unclassifiedLines = 0;
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const start = source.lineStarts[line - 1] ?? 0;
    const end = source.lineStarts[line] ?? source.text.length;
    const found = layLine(source.text, start, end, lines.get(line) ?? [], tally);
    for (const it of found) stretches.push({ line, ...it });
    if (found.some((it) => it.outcome.kind === 'unclassified')) unclassifiedLines++;
  }
  tally.total = source.text.replace(/\s/gu, '').length;
  if (tally.field + tally.furniture + tally.copy + tally.unclassified !== tally.total)
    notices.push({
      severity: 'error',
      rule: 'ledger-does-not-add-up',
      place: { file: source.file },
      seen: `${tally.field} + ${tally.furniture} + ${tally.copy} + ${tally.unclassified} characters`,
      expected: `${tally.total}, all that are not blank`,
      remedy: 'report the file: its reader gives a wrong place',
    });
  return { tally, stretches, unclassifiedLines, notices };
}

function itemsByLine(
  source: SourceText,
  { drafts, claims }: Pick<Reading, 'drafts' | 'claims'>,
  notices: Notice[],
): Map<number, Item[]> {
  const lines = new Map<number, Item[]>();
  const outcomes = new Map<string, Outcome>();
  const add = (place: Place, key: string, outcome: () => Outcome): void => {
    const start = source.lineStarts[place.line - 1];
    const end = source.lineStarts[place.line] ?? source.text.length;
    const [first, past] = place.columns;
    if (start === undefined || place.file !== source.file || first < 1 || past < first || past - 1 > end - start) {
      notices.push(outside(source.file, place, key));
      return;
    }
    let known = outcomes.get(key);
    if (!known) outcomes.set(key, (known = outcome()));
    const item: Item = {
      first: first - 1,
      past: past - 1,
      pointer: place.pointer,
      outcome: known,
      key: `${key} ${place.pointer ?? ''}`,
    };
    const list = lines.get(place.line);
    if (list) list.push(item);
    else lines.set(place.line, [item]);
  };
  for (const draft of drafts) {
    const prefix = draft.record === undefined ? '' : `records.${draft.record}.`;
    for (const [field, place] of fieldPlaces(draft))
      add(place, `field ${prefix}${field}`, () => ({ kind: 'field', field: prefix + field }));
  }
  for (const { at, outcome } of claims) add(at, claimKey(outcome), () => outcome);
  return lines;
}

const claimKey = (outcome: Claim['outcome']): string =>
  outcome.kind === 'furniture'
    ? `furniture ${outcome.rule}`
    : `copy ${outcome.of.file}:${outcome.of.line}:${outcome.of.columns.join('-')}${outcome.of.pointer ?? ''}`;

const outside = (file: string, place: Place, key: string): Notice => ({
  severity: 'error',
  rule: 'place-outside-source',
  place: { file },
  seen: `${key} at ${place.file}:${place.line}:${place.columns.join('-')}`,
  expected: 'a stretch of this source',
  remedy: 'report the file: its reader gives a wrong place',
});

/** Counts the characters of one line into the tally and returns its stretches, in order. */
function layLine(
  text: string,
  start: number,
  end: number,
  items: Item[],
  tally: Tally,
): { columns: [number, number]; pointer?: string; outcome: Outcome }[] {
  items.sort((a, b) => b.past - b.first - (a.past - a.first) || order[a.outcome.kind] - order[b.outcome.kind]);
  const owner = new Int32Array(end - start);
  items.forEach((item, i) => owner.fill(i + 1, item.first, item.past));
  const found: { columns: [number, number]; pointer?: string; outcome: Outcome; key: string }[] = [];
  for (let i = 0; i < owner.length; i++) {
    if (isBlank(text.charCodeAt(start + i))) continue;
    const item = items[(owner[i] ?? 0) - 1];
    const outcome = item?.outcome ?? unclassified;
    const key = item?.key ?? '';
    tally[outcome.kind]++;
    const last = found.at(-1);
    // Blanks between two stretches of one kind do not separate them.
    if (last?.key === key) last.columns[1] = i + 2;
    else
      found.push({
        columns: [i + 1, i + 2],
        ...(item?.pointer === undefined ? {} : { pointer: item.pointer }),
        outcome,
        key,
      });
  }
  return found.map(({ key: _, ...stretch }) => stretch);
}
