import type { VocabularyFile } from '#domain/concept';
import type { Evidence } from '#domain/paper';

/** What a paper speaks of, wherever it does; the other facets say how and on whom it was done. */
const subjects = new Set(['themes', 'constructs']);

/** Words with which authors call for what has not been done. */
export const callsForMore =
  /\b(?:gaps? (?:remain|exist)|(?:further|future|more|additional) (?:\p{L}+[\s-]){0,2}(?:research|stud(?:y|ies)|work|exploration|investigations?|trials?|evaluations?)|research (?:is|are) (?:needed|required|warranted)|remains? (?:unclear|unknown|under-?studied|unexplored|to be))\b|(?:未来|今后|后续|後續|將來|将来)的?[\p{Script=Han}]{0,4}研究|有待(?:进一步|進一步)|需要?(?:进一步|進一步|更多)[\p{Script=Han}]{0,4}研究|研究(?:空白|缺口)/iu;

/**
 * Whether a sentence can show that a paper bears a concept. How a study was done, and on whom, is stated by the paper
 * itself of what it did: not by a digest of it, and not in a call for what others should do.
 */
export const bears = (concept: string, where: Evidence['in'], text: string): boolean =>
  subjects.has(concept.slice(0, concept.indexOf('/'))) || (where !== 'digest' && !callsForMore.test(text));

/**
 * Designs that are the paper's own. A review names the designs of what it reviewed, and a study the reviews before it:
 * where the title or the keywords show only one of the two kinds, the other is left out.
 */
export function ownDesigns(found: ReadonlyMap<string, readonly Evidence[]>, reviews: ReadonlySet<string>): Set<string> {
  const designs = [...found.keys()].filter((ref) => ref.startsWith('designs/'));
  const shown = designs.filter((ref) => found.get(ref)?.some((it) => it.in === 'title' || it.in === 'correction'));
  const kinds = new Set(shown.map((ref) => reviews.has(ref)));
  return new Set(kinds.size === 1 ? designs.filter((ref) => kinds.has(reviews.has(ref))) : designs);
}

/** `designs/review` with all that is narrower. */
export function reviewDesigns(vocabulary: readonly VocabularyFile[]): Set<string> {
  const designs = vocabulary.filter((file) => file.facet === 'designs').flatMap((file) => file.concepts);
  const reviews = new Set(['designs/review']);
  for (let size = 0; size < reviews.size;) {
    size = reviews.size;
    for (const { id, broader } of designs) if (broader.some((ref) => reviews.has(ref))) reviews.add(`designs/${id}`);
  }
  return reviews;
}
