/** Papers and sections as the full-text index takes them: terms in zones. */

import { zones, type Zone } from '#search/catalogue';
import { addressOf, identifierTerm, type Identifier } from '#search/identifiers';
import { boundary, termsOf, wholeTerm } from '#search/terms';
import { cutWords, type HanFold } from '#search/words';
import type { Section, Paper } from '#domain/paper';
import { citedDate } from '#domain/paper';
import { yearOf } from '#domain/date';
import { displayName, familyName, invertedName, type Name } from '#domain/person';
import { joinedTerms, partedTerms, type Joinings } from './compounds.ts';
import { spellName } from './han.ts';

/** A paper, or a section of a page, in the index: its terms in a row, and how many places each zone takes. */
export interface IndexRecord {
  terms: string[];
  lengths: number[];
}

/** The texts of the zones that have any. */
export type ZoneTexts = Partial<Record<Exclude<Zone, 'joined' | 'parted'>, string[]>>;

/**
 * The words of texts by zone, with the forms that other writers join or separate; `terms` come after those of
 * `identifier`.
 */
export function recordOf(
  texts: ZoneTexts,
  joinings: Joinings,
  fold: HanFold,
  { ids = [], key }: { ids?: readonly string[]; key?: string } = {},
): IndexRecord {
  const written = [
    ...(texts.title ?? []),
    ...(texts.keyword ?? []),
    ...(texts.abstract ?? []),
    ...(texts.digest ?? []),
  ];
  const lengths: number[] = [];
  const content: string[] = [];
  for (const zone of zones) {
    const before = content.length;
    if (zone === 'joined') content.push(...joinedTerms(written, fold), ...joinedKey(key, fold));
    else if (zone === 'parted') content.push(...partedTerms(written, joinings, fold));
    else for (const text of texts[zone] ?? []) content.push(...termsOf(cutWords(text, fold)), boundary);
    if (zone === 'identifier') for (const term of ids) content.push(term, boundary);
    lengths.push(content.length - before);
  }
  return { terms: content, lengths };
}

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

/** The words of a paper alone, without those of the page around it. */
export const paperRecord = (paper: Paper, joinings: Joinings, fold: HanFold): IndexRecord =>
  recordOf(textsOf(paper), joinings, fold, { ids: identifiersOf(paper).map(identifierTerm), key: paper.id });

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
export function textsOf(paper: Paper): Required<ZoneTexts> {
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
  const short = /\p{Script=Han}/u.test(given) ? [] : [initials.join(''), initials.join(' ')];
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
