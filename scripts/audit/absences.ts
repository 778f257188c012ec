import type { Concept, ConceptRef } from '#domain/concept';
import { facets } from '#domain/facets';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { holdsWord } from '#prose/absent';
import type { AbsenceCheck } from '#prose/basis';
import { passagesOf } from './passages.ts';
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

/** The papers that an absence is about. */
const scopeOf = (check: AbsenceCheck, ids: Ids): string[] =>
  (check.in.length ? check.in : [...ids.keys()]).filter((id) => !check.except.includes(id));

/** The papers whose texts must be read to check the absences in some prose. */
export const papersToRead = (all: readonly Prose[], ids: Ids): string[] =>
  all.flatMap(({ sentences }) =>
    sentences.flatMap(({ check }) => (check && check.words.length > 0 ? scopeOf(check, ids) : [])),
  );

/** Whether a concept is another one, part of it, or in its facet. */
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

/** Where a text of a paper contains a word. */
function whereHeld(paper: Paper, word: string): { address: string; text: string } | undefined {
  for (const { sentences } of passagesOf(paper))
    for (const { anchor, text } of sentences)
      if (holdsWord(text, word)) return { address: `/papers/${paper.id}/${anchor ? `#${anchor}` : ''}`, text };
  const keyword = paper.keywords.find(({ text }) => holdsWord(text, word));
  return keyword && { address: `/papers/${paper.id}/`, text: `keyword: ${keyword.text}` };
}

function* refutations(sentence: PlacedSentence, check: AbsenceCheck, all: Collection): Generator<Notice> {
  const told = { severity: 'error', rule: 'absence-refuted', place: sentence.place } as const;
  const said = `“${sentence.text.length > 120 ? `${sentence.text.slice(0, 119)}…` : sentence.text}”`;
  const remedy = 'correct the sentence, or say by in="…" or except="…" which papers it is about';
  for (const id of scopeOf(check, all.concepts)) {
    for (const concept of check.of)
      for (const tagged of all.concepts.get(id) ?? [])
        if (isWithin(tagged, concept, all.vocabulary))
          yield {
            ...told,
            seen: `${said}, and ${id} has ${tagged}`,
            expected: `no such paper with ${concept}`,
            remedy,
          };
    const paper = all.papers.get(id);
    for (const word of paper ? check.words : []) {
      const held = paper && whereHeld(paper, word);
      if (held)
        yield {
          ...told,
          seen: `${said}, and “${word}” is at ${held.address}: “${held.text}”`,
          expected: `no text of ${id} that contains “${word}”`,
          remedy,
        };
    }
  }
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
      sentence.check ? [...unknowns(sentence, sentence.check, all), ...refutations(sentence, sentence.check, all)] : [],
    ),
  );
