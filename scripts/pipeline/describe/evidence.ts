/**
 * Rules for evidence: which texts of a paper count, which of them can show a concept, which designs are the paper's own, and which people a
 * title names only because others care for them.
 */

import type { Hierarchy } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import { facetOf } from '#domain/facets';
import type { Abstract, Evidence, Title } from '#domain/paper';

export const isSubject = (concept: ConceptRef): boolean => facetOf(concept)?.isSubject ?? false;

/** Texts that may serve as evidence. A machine translation serves only where there is no other text. */
export function evident<T extends Title | Abstract>(texts: readonly T[]): readonly T[] {
  const human = texts.filter((it) => it.role !== 'machine-translation');
  return human.length ? human : texts;
}

/** Words with which authors call for future work. */
export const callsForMore =
  /\b(?:gaps? (?:remain|exist)|(?:further|future|more|additional) (?:\p{L}+[\s-]){0,2}(?:research|stud(?:y|ies)|work|exploration|investigations?|trials?|evaluations?)|research (?:is|are) (?:needed|required|warranted)|remains? (?:unclear|unknown|under-?studied|unexplored|to be))\b|(?:未来|今后|后续|後續|將來|将来)的?[\p{Script=Han}]{0,4}研究|有待(?:进一步|進一步)|需要?(?:进一步|進一步|更多)[\p{Script=Han}]{0,4}研究|研究(?:空白|缺口)/iu;

/**
 * Whether a text in this place can show that a paper has a concept. The design and the people of a study count only
 * where the paper itself says what it did: not in a digest of the paper, and not in a call for future work.
 */
export const canShow = (concept: ConceptRef, where: Evidence['in'], text: string): boolean =>
  isSubject(concept) || (where !== 'digest' && !callsForMore.test(text));

const protocol: ConceptRef = 'designs/protocol';
/** A sentence on "this study protocol": that of the paper, as the rules for its own design have taken it. */
const isNamedProtocol = ({ in: where, words = '' }: Evidence): boolean =>
  where === 'abstract' && /^(?:study|trial|review)\s+protocol$/iu.test(words);

/**
 * Keeps the designs that are the paper's own. A review also names the designs of the studies it reviewed, and a study
 * also names earlier reviews. Where the title or the keywords show only one of the two kinds, the other kind is left
 * out. A paper that calls itself a protocol only plans the designs that its abstract names; a person may decide
 * otherwise.
 */
export function ownDesigns(found: ReadonlyMap<string, readonly Evidence[]>, reviews: ReadonlySet<string>): Set<string> {
  const designs = [...found.keys()].filter((ref) => ref.startsWith('designs/'));
  const isBy = (ref: string, place: Evidence['in']): boolean => found.get(ref)?.some((it) => it.in === place) ?? false;
  if (isBy(protocol, 'title') || found.get(protocol)?.some(isNamedProtocol))
    return new Set(designs.filter((ref) => ref === protocol || isBy(ref, 'correction')));
  const shown = designs.filter((ref) => isBy(ref, 'title') || isBy(ref, 'correction'));
  const kinds = new Set(shown.map((ref) => reviews.has(ref)));
  return new Set(kinds.size === 1 ? designs.filter((ref) => kinds.has(reviews.has(ref))) : designs);
}

/** `designs/review` with all narrower designs. */
export const reviewDesigns = ({ below }: Hierarchy): Set<ConceptRef> =>
  new Set(['designs/review', ...below('designs/review')]);

const carers =
  'professionals|practitioners|providers|clinicians|therapists|psychotherapists|psychologists|psychiatrists|counsell?ors|nurses|physicians|doctors|(?:social )?workers|staff|interpreters|volunteers|trainees|teams';
const caring =
  'work(?:ing)? (?:with|among)|support(?:ing)?|car(?:e|ing) (?:for|of)|treat(?:ing)?|serv(?:e|ing)|help(?:ing)?|assist(?:ing)?|counsell?ing|who (?:see|treat|support|help|serve|work with|care for)';
/** English words before a group of people in a title that is about those who care for them. */
const caredFor = new RegExp(String.raw`\b(?:${carers})(?: \p{L}+){0,2} (?:${caring})(?: \p{L}[\p{L}-]*){0,2} $`, 'iu');
/** Chinese words in such a title: a verb of caring before the group, and a word for carers after it. */
const servedBy = /(?:为|為|对|對|服务|服務|支持|照护|照護|照顾|照顧|帮助|幫助|治疗|治療)[\p{Script=Han}]{0,4}$/u;
const servers =
  /^[\p{Script=Han}]{0,10}(?:的|之)?(?:专业人员|專業人員|工作者|从业者|從業者|治疗师|治療師|咨询师|諮商師|心理师|心理師|护士|護士|护理人员|護理人員|医护人员|醫護人員|医生|醫生|口译员|口譯員)/u;

/**
 * Whether a title is about those who work with the people named at `[start, end)`, and not about these people:
 * "professionals supporting forced migrants".
 */
export const isCaredFor = (title: string, start: number, end: number): boolean =>
  caredFor.test(title.slice(0, start)) || (servedBy.test(title.slice(0, start)) && servers.test(title.slice(end)));
