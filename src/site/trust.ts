/** Collects what a reader should know before relying on the record of a paper. */

import type { Correction } from '#domain/correction';
import { peopleFields } from '#domain/fields';
import type { InterfaceLanguage } from '#domain/language';
import { citedDate, type Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import type { NamedCorrection } from './decisions.ts';
import { factsOf } from './facts.ts';
import { sayLanguage } from './display.ts';
import type { Say, StringKey } from './strings/index.ts';

/** The parts of that; where a part does not apply, its list is empty. */
export interface Trust {
  /** How many sources of each kind, kinds without one left out. */
  kinds: { kind: 'page' | 'export' | 'digest'; count: number }[];
  /** True where the content is known only from a digest. */
  digestAlone: boolean;
  missing: StringKey[];
  derived: { field: string; rule: string }[];
  /** How many names of people were cut by a rule. */
  derivedNames: number;
  corrected: { file: string; correction: Correction; fields: string[] }[];
  /** The fields in which sources say different things. */
  disagreements: string[];
}

const filesOf = (from: readonly Origin[] = []): string[] =>
  from.flatMap((origin) => ('line' in origin ? [origin.file] : []));

/** Whether a text of a paper comes from the page of a digest alone, so that it may be the digest's own summary of it. */
export function isAsInDigest({ digest }: Paper, { from }: { from: readonly Origin[] }): boolean {
  const [ofDigest, files] = [new Set(filesOf(digest?.from)), filesOf(from)];
  return files.length > 0 && files.every((file) => ofDigest.has(file));
}

/** A source with a number of its record is a file of references; the one that the digest was read from is a digest. */
function kindsOf({ sources, digest }: Paper): Trust['kinds'] {
  const ofDigest = new Set(filesOf(digest?.from));
  const kinds = sources.map(({ file, record }) =>
    record !== undefined ? 'export' : ofDigest.has(file) ? 'digest' : 'page',
  );
  return (['page', 'export', 'digest'] as const)
    .map((kind) => ({ kind, count: kinds.filter((it) => it === kind).length }))
    .filter(({ count }) => count > 0);
}

/** What a reference or a reader needs and no source states; an article that is online only so far has no volume. */
function missingFrom(paper: Paper): StringKey[] {
  const inJournal = paper.type.value === 'article-journal';
  const needed: [StringKey, unknown][] = [
    ['paper.title', paper.titles[0]],
    ['paper.authors', paper.authors[0]],
    ['trust.date', citedDate(paper)],
    ['paper.journal', !inJournal || paper.journal?.name || paper.journal?.abbreviation],
    ['trust.volume', !inJournal || paper.volume || paper.issue],
    ['trust.pages', !inJournal || paper.pages || paper.articleNumber],
    ['paper.doi', paper.doi],
    ['trust.ownAbstract', paper.abstracts.find(({ role }) => role === 'original')],
    ['paper.affiliation', paper.affiliations[0]],
    ['paper.keywords', paper.keywords[0]],
    ['paper.freeText', paper.openAccess],
  ];
  return needed.flatMap(([key, value]) => (value ? [] : [key]));
}

/** The files of the corrections that a value rests on. */
const correctionsIn = (from: readonly Origin[]): string[] =>
  from.flatMap((origin) => ('correction' in origin ? [origin.correction] : []));

/** `corrections` are all of the review; those about this paper are found by what its values rest on. */
export function trustOf(
  paper: Paper,
  corrections: readonly NamedCorrection[],
  { lang, t }: { lang: InterfaceLanguage; t: Say },
): Trust {
  const facts = factsOf(paper, lang, t);
  const people = [...paper.authors, ...peopleFields.flatMap((field) => paper[field] ?? [])];
  const values: { field: string; from: readonly Origin[]; others: boolean }[] = [
    ...[...paper.titles, ...paper.abstracts].map((text) => ({
      field: `${t('sections' in text ? 'paper.abstract' : 'paper.title')} · ${sayLanguage(text.language, lang)}`,
      from: text.from,
      others: (text.others?.length ?? 0) > 0,
    })),
    ...people.map(({ from }) => ({ field: t('paper.authors'), from, others: false })),
    ...facts.map(({ field, from, others }) => ({ field: t(field), from, others: others.length > 0 })),
    ...paper.concepts.flatMap(({ evidence }) =>
      evidence.map(({ from = [] }) => ({ field: t('source.field.concepts'), from, others: false })),
    ),
  ];
  const fieldsBy = Map.groupBy(
    values.flatMap(({ field, from }) => correctionsIn(from).map((file) => ({ file, field }))),
    ({ file }) => file,
  );
  return {
    kinds: kindsOf(paper),
    digestAlone: paper.digest !== undefined && paper.abstracts.length === 0,
    missing: missingFrom(paper),
    derived: facts.flatMap(({ field, derived }) => (derived === undefined ? [] : [{ field: t(field), rule: derived }])),
    derivedNames: people.filter(({ derived }) => derived !== undefined).length,
    corrected: corrections.flatMap(({ file, correction }) => {
      const fields = fieldsBy.get(file);
      return fields ? [{ file, correction, fields: [...new Set(fields.map(({ field }) => field))] }] : [];
    }),
    disagreements: [...new Set(values.flatMap(({ field, others }) => (others ? [field] : [])))],
  };
}
