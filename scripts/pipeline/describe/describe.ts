import { hierarchyOf, narrowestOf, type Hierarchy } from '#domain/broader';
import type { ConceptRef, VocabularyFile } from '#domain/concept';
import { facets } from '#domain/facets';
import type { Abstract, Evidence, EvidenceRole, Paper, Title } from '#domain/paper';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { compare } from '../paper/members.ts';
import type { Matcher } from './matcher.ts';
import type { Body } from '../paper/reconcile.ts';
import { bears, isCaredFor, isSubject, ownDesigns, reviewDesigns } from './evidence.ts';
import { rolesOf } from './roles.ts';
import { samplesOf } from './samples.ts';
import { refsOf } from './vocabulary.ts';

export interface Describer {
  (body: Body, corrections: readonly FiledCorrection[]): Pick<Paper, 'concepts' | 'samples'>;
}

/** Holds the vocabulary against a record: its concepts with the sentences that evidence them, and its sample sizes. */
export function makeDescriber(vocabulary: readonly VocabularyFile[], match: Matcher): Describer {
  const refs = refsOf(vocabulary);
  const hierarchy = hierarchyOf(vocabulary);
  const reviews = reviewDesigns(hierarchy);
  return (body, corrections) => {
    const concepts = evidenceIn(body, corrections, match);
    for (const ref of caredForIn(body, match)) concepts.delete(ref);
    decide(concepts, corrections, refs);
    const order = (ref: string): number => facets.findIndex((facet) => ref.startsWith(`${facet}/`));
    const own = ownDesigns(concepts, reviews);
    const borne = withoutWider([...concepts], hierarchy).filter(([ref]) => !ref.startsWith('designs/') || own.has(ref));
    const sorted = borne.sort(([a, one], [b, two]) => order(a) - order(b) || two.length - one.length || compare(a, b));
    return {
      concepts: sorted.map(([concept, evidence]) => ({ concept, evidence })),
      samples: samplesOf(evident(body.abstracts), body.titles, corrections),
    };
  };
}

/** Every concept that the texts show, with the places that show it. */
function evidenceIn(body: Body, corrections: readonly FiledCorrection[], match: Matcher): Map<ConceptRef, Evidence[]> {
  const concepts = new Map<ConceptRef, Evidence[]>();
  const decidedRoles = new Map(
    corrections.flatMap(({ set }) => (set.roles ?? []).map(({ sentence, role }) => [sentence, role] as const)),
  );
  const note = (text: string, evidence: Omit<Evidence, 'words'>): void => {
    const seen = new Set<ConceptRef>();
    for (const { concepts: found, start, end } of match(text))
      for (const concept of found) {
        // One sentence is one piece of evidence for a concept, by the first words that show it.
        if (seen.has(concept) || !bears(concept, evidence.in, text)) continue;
        seen.add(concept);
        const list = concepts.get(concept) ?? [];
        list.push({ ...evidence, words: text.slice(start, end) });
        concepts.set(concept, list);
      }
  };
  for (const title of evident(body.titles))
    note(title.text, { in: 'title', language: title.language, from: title.from });
  for (const abstract of evident(body.abstracts)) noteSections(abstract, 'abstract', decidedRoles, note);
  if (body.digest) noteSections(body.digest, 'digest', decidedRoles, note);
  for (const word of body.keywords) note(word.text, { in: 'keyword', language: word.language, from: word.from });
  return concepts;
}

/** Populations of which a title says that others, whom the study is about, work with them. */
function caredForIn(body: Body, match: Matcher): ConceptRef[] {
  return evident(body.titles).flatMap(({ text }) =>
    match(text).flatMap(({ concepts, start, end }) =>
      isCaredFor(text, start, end) ? concepts.filter((ref) => ref.startsWith('populations/')) : [],
    ),
  );
}

/** How a study was done, and on whom, is said by the narrowest concept; that it is of the wider ones follows from it. */
function withoutWider(concepts: readonly [ConceptRef, Evidence[]][], hierarchy: Hierarchy): [ConceptRef, Evidence[]][] {
  const narrowest = new Set(
    narrowestOf(
      concepts.map(([ref]) => ref),
      hierarchy,
    ),
  );
  return concepts.filter(([ref]) => isSubject(ref) || narrowest.has(ref));
}

/** Texts that may evidence something: a machine's only where nothing else stands. */
function evident<T extends Title | Abstract>(texts: readonly T[]): readonly T[] {
  const human = texts.filter((it) => it.role !== 'machine-translation');
  return human.length ? human : texts;
}

function noteSections(
  { sections, language }: Pick<Abstract, 'sections' | 'language'>,
  where: 'abstract' | 'digest',
  decided: ReadonlyMap<string, EvidenceRole>,
  note: (text: string, evidence: Omit<Evidence, 'words'>) => void,
): void {
  const read = rolesOf(sections, language);
  for (const { text, anchor } of sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))) {
    const byPerson = decided.get(anchor);
    const role = byPerson ?? read.get(anchor);
    // The sentence itself, which the anchor names, says where it is.
    note(text, {
      in: where,
      anchor,
      language,
      ...(role ? { role } : {}),
      ...(byPerson ? { roleBy: 'correction' as const } : {}),
    });
  }
}

/** A person finds a concept in a paper, or finds that it lacks one. */
function decide(
  concepts: Map<ConceptRef, Evidence[]>,
  corrections: readonly FiledCorrection[],
  refs: ReadonlySet<string>,
): void {
  for (const { set, seen, file } of corrections) {
    const from = seen.map((where) => ({ correction: file, seen: where }));
    for (const ref of set.concepts ?? [])
      if (refs.has(ref)) concepts.set(ref, [...(concepts.get(ref) ?? []), { in: 'correction', from }]);
    for (const ref of set.notConcepts ?? []) concepts.delete(ref);
  }
}
