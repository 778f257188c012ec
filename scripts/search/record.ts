/** Papers and sections as the full-text index takes them: terms in zones. */

import { zones, type Zone } from '#search/catalogue';
import { addressOf, identifierTerm, type Identifier } from '#search/identifiers';
import { boundary, termsOf, wholeTerm } from '#search/terms';
import { cutWords, type HanFold } from '#search/words';
import type { Section, Paper } from '#domain/paper';
import { citedDate } from '#domain/paper';
import { yearOf } from '#domain/date';
import { displayName, familyName, invertedName, type Name } from '#domain/person';
import { hasHan } from '#text/han';
import { joinedTerms, partedTerms, partingOf, type Joinings, type Parting } from './compounds.ts';
import { spellName } from './han.ts';

/** A paper, or a section of a page, in the index: its terms in a row, and how many places each zone takes. */
export interface IndexRecord {
  terms: TermRow;
  lengths: number[];
}

/** Terms with a blank between each two: as one text, because thousands of papers have millions of terms. */
export type TermRow = string;

/** The texts of the zones that have any. */
export type ZoneTexts = Partial<Record<Exclude<Zone, 'joined' | 'parted'>, string[]>>;

/** What a record says by itself, whatever the others are: `recordOf` makes the record of it. */
export interface ReadRecord {
  /** The terms of each zone; none of the zone that depends on other records. */
  zones: readonly TermRow[];
  parting: Parting;
}

/** What is read of a paper or a section: its texts, its identifiers as terms, and its id. */
export interface RecordTexts {
  texts: ZoneTexts;
  ids?: readonly string[];
  key?: string;
}

/** The words of texts by zone, with the forms that other writers join or separate. */
export function readRecord({ texts, ids = [], key }: RecordTexts, fold: HanFold): ReadRecord {
  const written = [
    ...(texts.title ?? []),
    ...(texts.keyword ?? []),
    ...(texts.abstract ?? []),
    ...(texts.digest ?? []),
  ];
  const termsIn = (zone: Zone): string[] => {
    if (zone === 'parted') return [];
    if (zone === 'joined') return [...joinedTerms(written, fold), ...joinedKey(key, fold)];
    const terms = (texts[zone] ?? []).flatMap((text) => [...termsOf(cutWords(text, fold)), boundary]);
    return zone === 'identifier' ? [...terms, ...ids.flatMap((term) => [term, boundary])] : terms;
  };
  return { zones: zones.map((zone) => termsIn(zone).join(' ')), parting: partingOf(written, fold) };
}

/** A record among others; `joinings` says what all of them show about joined words. */
export function recordOf({ zones: read, parting }: ReadRecord, joinings: Joinings): IndexRecord {
  const inZones = zones.map((zone, i) => {
    const terms = zone === 'parted' ? partedTerms(parting, joinings).join(' ') : (read[i] ?? '');
    return zone === 'title' ? terms : padded(terms);
  });
  return { terms: inZones.filter(Boolean).join(' '), lengths: inZones.map(countIn) };
}

/** How many terms a row has. */
function countIn(terms: TermRow): number {
  if (terms === '') return 0;
  let count = 1;
  for (let at = terms.indexOf(' '); at >= 0; at = terms.indexOf(' ', at + 1)) count++;
  return count;
}

/** Zones take places in steps of this: the lengths, which a first search fetches, pack to half. */
const step = 16;

/** Terms with boundaries after them, up to the next step. Only the length of a title has a weight. */
const padded = (terms: TermRow): TermRow => {
  const missing = (step - (countIn(terms) % step)) % step;
  return terms === '' ? '' : terms + ` ${boundary}`.repeat(missing);
};

/** A paper's id as one word, as it is in an address or a citation. */
const joinedKey = (key: string | undefined, fold: HanFold): string[] =>
  key === undefined
    ? []
    : [
        wholeTerm(
          cutWords(key, fold)
            .map((piece) => (piece.kind === 'word' ? piece.form : ''))
            .join(''),
        ),
        boundary,
      ];

/** What is read of a paper alone, without the page around it. */
export const textsOfPaper = (paper: Paper): RecordTexts => ({
  texts: textsOf(paper),
  ids: identifiersOf(paper).map(identifierTerm),
  key: paper.id,
});

const identifiersOf = ({ doi, pmid, pmcid, arxiv, url, openAccess }: Paper): Identifier[] => [
  ...(doi ? [{ kind: 'doi' as const, value: doi.value }] : []),
  ...(pmid ? [{ kind: 'pmid' as const, value: pmid.value }] : []),
  ...(pmcid ? [{ kind: 'pmcid' as const, value: pmcid.value }] : []),
  ...(arxiv ? [{ kind: 'arxiv' as const, value: arxiv.value }] : []),
  ...[url, openAccess].flatMap((stated) => {
    const address = stated && addressOf(stated.value);
    return address ? [{ kind: 'url' as const, value: address }] : [];
  }),
];

/** The texts of each zone. A phrase never spans two zones. */
function textsOf(paper: Paper): Required<ZoneTexts> {
  const date = citedDate(paper);
  return {
    title: paper.titles.map(({ text }) => text),
    keyword: paper.keywords.map(({ text }) => text),
    abstract: paper.abstracts.flatMap(({ sections }) => sentencesOf(sections)),
    digest: paper.digest ? sentencesOf(paper.digest.sections) : [],
    author: paper.authors.flatMap(({ name }) => writings(name)),
    journal: [paper.journal?.name, paper.journal?.abbreviation, paper.journal?.nameZh].flatMap((name) =>
      name ? [name.value] : [],
    ),
    identifier: [
      ...[paper.doi, paper.pmid, paper.pmcid, paper.arxiv].flatMap((id) => (id ? [id.value] : [])),
      ...paper.registrations.map(({ value }) => `${value.registry} ${value.id}`),
      ...(date === undefined ? [] : [String(yearOf(date))]),
    ],
    affiliation: paper.affiliations.map(({ text }) => text),
  };
}

/**
 * The ways in which people and references write a name: family name first or last, with initials, a Chinese one in
 * pinyin too.
 */
function writings(name: Name): string[] {
  const given = name.given ?? '';
  const initials = given.match(/(?<![\p{L}\p{M}'’])\p{Lu}/gu) ?? [];
  const short = hasHan(given) ? [] : [initials.join(''), initials.join(' ')];
  const chinese = [displayName(name), name.native ?? ''].filter((text) => /^\p{Script=Han}{2,6}$/u.test(text));
  return [
    ...new Set([
      displayName(name),
      invertedName(name),
      name.written,
      ...(name.native ? [name.native] : []),
      ...(initials.length && name.family ? short.map((letters) => `${familyName(name)} ${letters}`) : []),
      ...chinese.flatMap(spellName),
    ]),
  ];
}

const sentencesOf = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [
    ...(section.label ? [section.label] : []),
    ...section.blocks.flatMap((block) => block.sentences.map((sentence) => sentence.text)),
  ]);
