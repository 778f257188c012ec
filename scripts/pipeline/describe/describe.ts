/** Describes a paper: its concepts by the vocabulary, each with its evidence, the gaps that it names, and its size. */

import { hierarchyOf, narrowestOf, type Hierarchy } from '#domain/broader';
import type { ConceptRef, VocabularyFile } from '#domain/concept';
import { conceptsGiven } from '#domain/correction';
import { facets } from '#domain/facets';
import type { Abstract, Evidence, EvidenceRole, Paper, SectionKind } from '#domain/paper';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { isAboutPaper } from '../join/titles.ts';
import { compare } from '../paper/members.ts';
import type { Matcher } from './matcher.ts';
import type { Body } from '../paper/reconcile.ts';
import { decideDetails } from './decided-details.ts';
import { detailsOf, registrationsOf } from './details.ts';
import { canShow, evident, isCaredFor, isSubject, ownDesigns, reviewDesigns } from './evidence.ts';
import { foreignCountries } from './own-country.ts';
import { clauseOf, mentionIn } from './mention.ts';
import { isOwn } from './own.ts';
import { withoutMeans } from './own-design.ts';
import { kindsOf, rolesOf } from './roles.ts';
import { samplesOf, type StudyKind } from './samples.ts';
import { stretchesOf } from './stretches.ts';
import { refsOf } from './vocabulary.ts';

export interface Describer {
  (
    body: Body,
    corrections: readonly FiledCorrection[],
  ): Pick<Paper, 'concepts' | 'gaps' | 'samples' | 'numbersStated' | 'details'> & Partial<Pick<Paper, 'registrations'>>;
}

/**
 * Makes the function that describes a record: its concepts with the sentences that show them, the sentences that say what
 * is not known, and its sample sizes.
 */
export function makeDescriber(vocabulary: readonly VocabularyFile[], match: Matcher): Describer {
  const refs = refsOf(vocabulary);
  const hierarchy = hierarchyOf(vocabulary);
  const reviews = reviewDesigns(hierarchy);
  return (body, corrections) => {
    const abstracts = evident(body.abstracts);
    const sentences = sentencesIn(body, corrections);
    const gaps = sentences.flatMap(({ evidence }) => (evidence.role === 'gap' ? [evidence] : []));
    const concepts = evidenceIn(body, sentences, match);
    for (const ref of caredForIn(body, match)) concepts.delete(ref);
    // "Erratum: … a randomised trial" has the words of a study, and is none.
    const isStudy = !body.titles.some(({ text }) => isAboutPaper(text));
    if (!isStudy) for (const ref of [...concepts.keys()]) if (ref.startsWith('designs/')) concepts.delete(ref);
    decide(concepts, corrections, refs, sentences);
    const order = (ref: string): number => facets.findIndex((facet) => ref.startsWith(`${facet}/`));
    const text = textOf(body, sentences);
    const own = withoutMeans(ownDesigns(concepts, reviews), text);
    const isReview = [...own].some((it) => reviews.has(it));
    const isOneOf = (...ids: string[]): boolean => ids.some((id) => own.has(`designs/${id}`));
    const kind: StudyKind = {
      isReview: isReview || (own.size === 0 && body.titles.some(({ text }) => callsReview.test(text))),
      isProtocol: isOneOf('protocol'),
      isTrial: isOneOf('randomised-controlled-trial', 'quasi-experimental'),
      isCase: isOneOf('case-report', 'case-series', 'case-study'),
      isBibliometric: isOneOf('bibliometric-study'),
      isOfPeople: !isOneOf('animal-study', 'document-analysis'),
    };
    const isOfPublications = kind.isReview || kind.isBibliometric;
    for (const ref of foreignCountries(concepts, { isReview: isOfPublications, text })) concepts.delete(ref);
    const kept = withoutWider([...concepts], hierarchy).filter(([ref]) => !ref.startsWith('designs/') || own.has(ref));
    const sorted = kept.sort(([a, one], [b, two]) => order(a) - order(b) || two.length - one.length || compare(a, b));
    return {
      concepts: sorted.map(([concept, evidence]) => ({ concept, evidence })),
      ...(gaps.length ? { gaps } : {}),
      ...samplesOf(isStudy ? abstracts : [], isStudy ? evident(body.titles) : [], corrections, kind),
      ...decideDetails(isStudy ? detailsOf(abstracts, kind) : [], abstracts, corrections),
      ...registrationsOf(abstracts, body.registrations),
    };
  };
}

/** A title that calls the paper a review, where the vocabulary of a review knows no designs. */
const callsReview = /review|synthesis|meta-|综述|系统评价|荟萃|元分析/iu;

/** The titles and the abstracts as one text. */
const textOf = ({ titles }: Body, sentences: readonly Read[]): string =>
  [...titles, ...sentences].map(({ text }) => text).join(' ');

/** Every concept that the texts show, with the places where they show it. */
function evidenceIn(body: Body, sentences: readonly Read[], match: Matcher): Map<ConceptRef, Evidence[]> {
  const concepts = new Map<ConceptRef, Evidence[]>();
  const note = (text: string, evidence: Omit<Evidence, 'words'>, kind?: SectionKind): void => {
    const seen = new Set<ConceptRef>();
    const stretches = stretchesOf(text);
    for (const { concepts: found, start, end } of match(text))
      for (const concept of found) {
        // A sentence counts once for a concept: by the first words that show it.
        if (seen.has(concept)) continue;
        const mention = mentionIn(text, stretches, [start, end], { role: evidence.role, kind });
        if (!canShow(concept, evidence.in, clauseOf(mention))) continue;
        if (!isOwn(concept, evidence.in, mention)) continue;
        seen.add(concept);
        const list = concepts.get(concept) ?? [];
        const role = evidence.roleBy ? evidence.role : mention.role;
        list.push({ ...evidence, ...(role ? { role } : {}), words: text.slice(start, end) });
        concepts.set(concept, list);
      }
  };
  for (const title of evident(body.titles))
    note(title.text, { in: 'title', language: title.language, from: title.from });
  for (const { text, evidence, kind } of sentences) note(text, evidence, kind);
  for (const word of body.keywords) note(word.text, { in: 'keyword', language: word.language, from: word.from });
  return concepts;
}

/** Populations that a title names only as the people whom the participants of the study work with. */
function caredForIn(body: Body, match: Matcher): ConceptRef[] {
  return evident(body.titles).flatMap(({ text }) =>
    match(text).flatMap(({ concepts, start, end }) =>
      isCaredFor(text, start, end) ? concepts.filter((ref) => ref.startsWith('populations/')) : [],
    ),
  );
}

/** For designs and populations, keeps the narrowest concepts only: the broader ones follow from them. */
function withoutWider(concepts: readonly [ConceptRef, Evidence[]][], hierarchy: Hierarchy): [ConceptRef, Evidence[]][] {
  const narrowest = new Set(
    narrowestOf(
      concepts.map(([ref]) => ref),
      hierarchy,
    ),
  );
  return concepts.filter(([ref]) => isSubject(ref) || narrowest.has(ref));
}

/** A sentence with its place and its role. */
interface Read {
  text: string;
  evidence: Omit<Evidence, 'words'>;
  kind: SectionKind | undefined;
}

/** The sentences of the abstracts that may serve as evidence, and of the digest. */
function sentencesIn({ abstracts, digest }: Body, corrections: readonly FiledCorrection[]): Read[] {
  const decided = new Map(
    corrections.flatMap(({ set }) => (set.roles ?? []).map(({ sentence, role }) => [sentence, role] as const)),
  );
  return [
    ...evident(abstracts).flatMap((abstract) => readSections(abstract, 'abstract', decided)),
    ...(digest ? readSections(digest, 'digest', decided) : []),
  ];
}

function readSections(
  { sections, language }: Pick<Abstract, 'sections' | 'language'>,
  where: 'abstract' | 'digest',
  decided: ReadonlyMap<string, EvidenceRole>,
): Read[] {
  const read = rolesOf(sections, language);
  const kinds = kindsOf(sections);
  return sections
    .flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))
    .map(({ text, anchor }) => {
      const byPerson = decided.get(anchor);
      const role = byPerson ?? read.get(anchor);
      return {
        text,
        kind: kinds.get(anchor),
        // The anchor names the sentence, so its place is the whole sentence.
        evidence: {
          in: where,
          anchor,
          language,
          ...(role ? { role } : {}),
          ...(byPerson ? { roleBy: 'correction' as const } : {}),
        },
      };
    });
}

/** Applies a person's decision that a paper has a concept, or does not have it. */
function decide(
  concepts: Map<ConceptRef, Evidence[]>,
  corrections: readonly FiledCorrection[],
  refs: ReadonlySet<string>,
  sentences: readonly Read[],
): void {
  for (const correction of corrections) {
    const { set, seen, file } = correction;
    const from = seen.map((where) => ({ correction: file, seen: where }));
    for (const { concept, sentences: named } of conceptsGiven(correction)) {
      const known = concepts.get(concept) ?? [];
      const shown = sentences.flatMap(({ evidence }) =>
        evidence.anchor !== undefined &&
        named.includes(evidence.anchor) &&
        !known.some(({ anchor }) => anchor === evidence.anchor)
          ? [evidence]
          : [],
      );
      if (refs.has(concept)) concepts.set(concept, [...known, ...shown, { in: 'correction', from }]);
    }
    for (const ref of set.notConcepts ?? []) concepts.delete(ref);
  }
}
