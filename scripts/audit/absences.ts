/** Checks what essays say to be absent: statements that no paper has a concept or a word. */

import type { Concept, ConceptRef } from '#domain/concept';
import { facets } from '#domain/facets';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { type Contradiction, contradictionIn, scopeOf } from '#prose/absent';
import type { AbsenceCheck } from '#prose/basis';
import { shortened } from '#text/shortened';
import type { PlacedSentence, Prose } from './prose.ts';

/** What absences are checked against. */
export interface Collection {
  /** The concepts of each paper in the review, without withdrawn papers. */
  concepts: ReadonlyMap<string, ReadonlySet<ConceptRef>>;
  /** The complete records of papers whose texts an absence is about. */
  papers: ReadonlyMap<string, Paper>;
  vocabulary: ReadonlyMap<ConceptRef, Concept>;
}

type Ids = Collection['concepts'];

/** The papers whose texts must be read to check the absences in some prose. */
export const papersToRead = (all: readonly Prose[], ids: Ids): string[] =>
  all.flatMap(({ sentences }) =>
    sentences.flatMap(({ check }) => (check && check.words.length > 0 ? scopeOf(check, ids.keys()) : [])),
  );

/** Whether a concept is another one, below it, or in its facet. */
export function isWithin(ref: ConceptRef, wider: ConceptRef, vocabulary: Collection['vocabulary']): boolean {
  if (!wider.includes('/')) return ref.startsWith(`${wider}/`);
  const seen = new Set<ConceptRef>();
  const next = [ref];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (one === wider) return true;
    if (!seen.has(one)) next.push(...(vocabulary.get(one)?.broader ?? []));
    seen.add(one);
  }
  return false;
}

/** How many papers a notice names, before it only counts. */
const most = 3;

const sayContradiction = (it: Contradiction): string =>
  'concept' in it
    ? `${it.paper} has ${it.concept}`
    : `“${it.word}” is at /papers/${it.paper}/${it.anchor ? `#${it.anchor}` : ''}: “${it.text}”`;

/**
 * An absence that papers contradict. One about named papers is an error of its writer. One about all papers was true when
 * it was written; a paper added since must not keep the site from being made, and pages say what contradicts it.
 */
function refutation({ place, text }: PlacedSentence, check: AbsenceCheck, all: Collection): Notice[] {
  const found = scopeOf(check, all.concepts.keys()).flatMap((id) => {
    const has = (wanted: ConceptRef): ConceptRef | undefined =>
      [...(all.concepts.get(id) ?? [])].find((tagged) => isWithin(tagged, wanted, all.vocabulary));
    return contradictionIn(check, id, has, all.papers.get(id)) ?? [];
  });
  if (found.length === 0) return [];
  const said = `“${shortened(text, 120)}”`;
  const more = found.length > most ? `; and ${found.length - most} more papers` : '';
  return [
    {
      severity: check.in.length > 0 ? 'error' : 'warning',
      rule: 'absence-refuted',
      place,
      seen: `${said}, and ${found.slice(0, most).map(sayContradiction).join('; ')}${more}`,
      expected: `no paper ${[
        ...(check.of.length ? [`with ${check.of.join(', ')}`] : []),
        ...(check.words.length ? [`whose texts contain ${check.words.map((word) => `“${word}”`).join(', ')}`] : []),
      ].join(', or ')}`,
      remedy: 'correct the sentence, or say by in="…" or except="…" which papers it is about',
    },
  ];
}

function* unknowns(
  sentence: PlacedSentence,
  check: AbsenceCheck,
  { concepts, vocabulary }: Collection,
): Generator<Notice> {
  for (const [attribute, names, known] of [
    ['of', check.of, (name: string) => vocabulary.has(name) || facets.some((facet) => facet === name)],
    ['in', check.in, (name: string) => concepts.has(name)],
    ['except', check.except, (name: string) => concepts.has(name)],
  ] as const)
    for (const name of names)
      if (!known(name))
        yield {
          severity: 'error',
          rule: 'absence-of-unknown',
          place: sentence.place,
          seen: `${attribute}="${name}"`,
          expected:
            attribute === 'of'
              ? 'a concept of the vocabulary, as <facet>/<id>, or a facet'
              : 'the id of a paper of this review',
          remedy: 'correct the name',
        };
}

/** Every absence that a paper's concepts or words contradict, or that names something unknown. */
export const auditAbsences = (prose: readonly Prose[], all: Collection): Notice[] =>
  prose.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.check ? [...unknowns(sentence, sentence.check, all), ...refutation(sentence, sentence.check, all)] : [],
    ),
  );
