/**
 * Tells whether a text that is read as one page holds two, one after the other. Where a second page may begin, both
 * parts are read alone: they are two where each is a whole paper, they contradict each other, and neither names the
 * other.
 */

import type { Draft, Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import type { SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { tailOf } from '../../formats/pages/furniture.ts';
import { plainLines } from '../../formats/pages/lines.ts';
import { Page, type Choice } from '../../formats/pages/page.ts';
import { isSavedHtml } from '../../formats/pages/saved-html.ts';
import { pageOf } from '../../formats/pages/sure.ts';
import { weigh, type Reasons, type Weighed, type Weights } from '../../formats/pages/weigh.ts';
import type { Agreement } from '../join/candidate.ts';
import { candidate, conflictingIdentifier, sharedIdentifier, volumes, years } from '../join/facts.ts';
import { journals } from '../join/journals.ts';
import { keyOf } from '../join/key-of.ts';
import { authors } from '../join/people.ts';
import committed from './border-weights.json' with { type: 'json' };
import { likelyBorders, type Border } from './borders.ts';
import { partOf } from './joined.ts';

/** A part of a text, read as if it were a page. */
interface Part {
  reading: Reading;
  draft: Draft | undefined;
  text: string;
  /** Only its letters and digits. */
  letters: string;
  /** Its lines that say anything. */
  lines: string[];
}

/** Two parts, how likely a page begins between them, and what they state of each fact. */
interface Parts {
  above: Part;
  below: Part;
  border: number;
  isBelowRule: boolean;
  facts: Readonly<Record<Fact, Agreement>>;
}
type Fact = 'identifier' | 'year' | 'volume' | 'pages' | 'journal' | 'authors' | 'title';

const lettersOf = (text: string): string => foldForMatching(text).replace(/[^\p{L}\p{N}]/gu, '');
const isHan = (text: string): boolean => shareOfHan(text) > 0.3;
const isAlike = (a: string, b: string): boolean =>
  lettersOf(a).includes(lettersOf(b)) || lettersOf(b).includes(lettersOf(a));

const partIn = (source: SourceText, read: (part: SourceText) => Reading): Part => {
  const reading = read(source);
  const { text } = source;
  return {
    reading,
    draft: reading.drafts[0],
    text: text.toLowerCase(),
    letters: lettersOf(text),
    lines: text
      .split(/\r\n?|\n/u)
      .map((line) => line.trim())
      .filter(Boolean),
  };
};

/** How far a value was chosen with points: 1 is sure, and so is what metadata state. */
function sureness({ reading }: Part, ...fields: Choice['field'][]): number {
  const points = (pageOf(reading)?.choices ?? [])
    .filter(({ field }) => fields.includes(field))
    .flatMap(({ options }) => options.filter(({ chosen }) => chosen).map((option) => option.points));
  return points.length ? Math.max(-0.5, Math.min(1.5, Math.max(...points) / 5)) : 1;
}
const hasPlace = ({ draft }: Part): boolean => (draft?.volume ?? draft?.pages ?? draft?.articleNumber) !== undefined;
const ifAny = (values: readonly unknown[] | undefined, share: number): number => (values?.length ? share : 0);

const names = ({ draft }: Part, { letters }: Part): boolean =>
  draft?.titles.some(({ value }) => {
    const title = lettersOf(value.text).slice(0, 80);
    return title.length > 8 && letters.includes(title);
  }) ?? false;
const base = (language: string): string => language.slice(0, 2);
const haveOneLanguage = (one?: Draft, other?: Draft): boolean =>
  one?.abstracts.some((a) => other?.abstracts.some((b) => base(a.value.language) === base(b.value.language))) ?? false;
const haveOneScript = (one?: Draft, other?: Draft): boolean =>
  one?.titles.some((a) => other?.titles.some((b) => isHan(a.value.text) === isHan(b.value.text))) ?? false;

/** Whether a label of an abstract is alone on a line, or before one. */
const isLabelled = ({ lines }: Part): boolean =>
  lines.some((line) => /^(?:abstract|summary|摘\s{0,4}要|resumen|resumo|résumé)(?:\s{0,2}[:：]|$)/iu.test(line));
const each = (name: string, holds: (part: Part) => number | boolean): Reasons<Parts, undefined> => ({
  [`${name} above`]: ({ above }) => holds(above),
  [`${name} below`]: ({ below }) => holds(below),
});
/** What speaks for two papers, and against. That they are of one journal or year says nothing: people save pages of one site. */
const reasons: Reasons<Parts, undefined> = {
  'a page may begin': ({ border }) => Math.max(-1, Math.min(1.5, border / 4)),
  'a rule between': ({ isBelowRule }) => isBelowRule,
  'a list below': ({ below }) => below.reading.kind === 'list',
  'no title below': ({ below }) => !below.draft?.titles.length,
  'a title above': ({ above }) => ifAny(above.draft?.titles, sureness(above, 'title', 'otherTitle')),
  'a title below': ({ below }) => ifAny(below.draft?.titles, sureness(below, 'title', 'otherTitle')),
  'the title of the lower above': ({ above, below }) => names(below, above),
  'an abstract is labelled in both': ({ above, below }) => isLabelled(above) && isLabelled(below),
  ...each('an abstract', (part) => ifAny(part.draft?.abstracts, sureness(part, 'abstract'))),
  ...each('authors', (part) => ifAny(part.draft?.authors, sureness(part, 'names'))),
  ...each('a place in a journal', hasPlace),
  'both have a title and an abstract': ({ above, below }) => Math.min(wholeness(above), wholeness(below)),
  'keywords above': ({ above }) => (above.draft?.keywords.length ?? 0) > 0,
  'another identifier': ({ facts }) => facts.identifier === 'different',
  'another year': ({ facts }) => facts.year === 'different',
  'the same volume': ({ facts }) => facts.volume === 'same',
  'several contradictions': ({ facts }) =>
    Math.min(3, Object.values(facts).filter((one) => one === 'different').length) / 3,
  'two abstracts in one language': ({ above, below }) => haveOneLanguage(above.draft, below.draft),
  'two titles in one script': ({ above, below }) => haveOneScript(above.draft, below.draft),
  'the DOI of the upper below': ({ above, below }) =>
    above.draft?.doi !== undefined && below.text.includes(above.draft.doi.value.toLowerCase()),
  'a list of papers above': ({ above }) =>
    above.lines.slice(-12).some((line) => /^(?:related|references)$/u.test(tailOf(line) ?? '')),
};

/** How sure the title and the abstract of a part are, the worse of the two; 0 where one is not there. */
const wholeness = (part: Part): number =>
  Math.max(
    0,
    Math.min(
      ifAny(part.draft?.titles, sureness(part, 'title', 'otherTitle')),
      ifAny(part.draft?.abstracts, sureness(part, 'abstract')),
    ),
  );

/** What a site says of cookies above its page; it is read as an abstract where there is no other. */
const isConsent = ({ blocks }: { blocks: readonly { text: string }[] }): boolean =>
  blocks.some(({ text }) => /\bcookies\b|\bprivacy (?:policy|statement|notice)\b/iu.test(text));

/** Whether a part says so much that it can be the page of a paper. */
const isWhole = (part: Part): boolean => {
  const { titles = [], abstracts: passages = [], authors: people = [], doi, pmid, pmcid } = part.draft ?? {};
  const abstracts = passages.filter(({ value }) => !value.sections.some(isConsent));
  const others = [
    abstracts.length > 0,
    people.length > 0,
    Boolean(doi ?? pmid ?? pmcid),
    hasPlace(part),
    part.draft?.journal !== undefined,
  ];
  return titles.length && abstracts.length
    ? true
    : titles.length + abstracts.length > 0 && others.filter(Boolean).length >= 2;
};

/** Whether parts have what two papers never have in common, or contradict each other in nothing: a page in two languages is one. */
const areOne = ({ above, below, facts, isBelowRule }: Parts): boolean =>
  [facts.authors, facts.identifier, facts.title, facts.pages].includes('same') ||
  names(above, below) ||
  !(isBelowRule || Object.values(facts).includes('different') || haveOneLanguage(above.draft, below.draft));

/** What two parts state of each fact, as records are compared that may be of one paper. */
function compare(one: Draft | undefined, other: Draft | undefined): Parts['facts'] {
  const [a, b] = [one, other].map((draft, i) => (draft ? candidate(keyOf('', draft, []), i) : undefined));
  const nothing = { identifier: 'unknown', year: 'unknown', volume: 'unknown', pages: 'unknown', journal: 'unknown', authors: 'unknown', title: 'unknown' } as const; // prettier-ignore
  if (!a || !b || !one || !other) return nothing;
  const [pages, others] = [one, other].map((draft) => (draft.pages ?? draft.articleNumber)?.value);
  const people = authors(a, b);
  // Names in characters, none of which is among several in letters: a page in two languages gives the same people in both.
  const areOthers =
    people === 'unknown' && a.latinAuthors !== b.latinAuthors && a.people.length > 1 && b.people.length > 1;
  const year = years(a, b);
  return {
    identifier: conflictingIdentifier(a, b) ? 'different' : sharedIdentifier(a, b) ? 'same' : 'unknown',
    year: year === 'close' ? 'unknown' : year,
    volume: volumes(a, b),
    pages: !pages || !others ? 'unknown' : lettersOf(pages) === lettersOf(others) ? 'same' : 'different',
    journal: journals(a, b),
    authors: areOthers ? 'different' : people,
    title: one.titles.some((x) => other.titles.some((y) => isAlike(x.value.text, y.value.text))) ? 'same' : 'unknown',
  };
}

/** The places at which a page may begin, with the points of both parts being papers of their own. `weights` to fit them anew. */
export function* weighedBorders(
  page: Page,
  read: (part: SourceText) => Reading,
  borders: readonly Border[] = likelyBorders(page),
  weights: Weights = committed.papers,
): Generator<Weighed<Border>> {
  for (const border of borders) {
    const { start } = border.candidate;
    const part = (from: number, to: number): Part => partIn(partOf(page.source, { kind: undefined, from, to }), read);
    const below = part(start, page.source.text.length);
    if (!isWhole(below)) continue;
    const above = part(0, start);
    const parts = {
      above,
      below,
      border: border.points,
      isBelowRule: border.held.some(([name]) => name === 'a rule above'),
      facts: compare(above.draft, below.draft),
    };
    if (isWhole(above) && !areOne(parts)) yield { ...weigh(parts, undefined, reasons, weights), candidate: border };
  }
}

/** The page that a text was read as: a saved one by its lines of text. */
export const pageFor = (source: SourceText, reading: Reading): Page =>
  (isSavedHtml(source) ? undefined : pageOf(reading)) ?? new Page(source, undefined, plainLines(source).lines);

/** Whether a page holds two papers. `read` reads a text as a page is read. */
export const isTwoPapers = (page: Page, read: (part: SourceText) => Reading): boolean => {
  for (const { points } of weighedBorders(page, read)) if (points > 0) return true;
  return false;
};
