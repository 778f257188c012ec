/** Finds the sentences of a paper that show its concepts, and those that its values were read from. */

import { onceEach } from '#citations/once';
import type { TaggedConcept } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import { isChinese, type InterfaceLanguage, type Language } from '#domain/language';
import type { Origin } from '#domain/place';
import type { Detail, DetailKind, Digest, Evidence, Paper, Sentence } from '#domain/paper';
import type { Role } from '#domain/role';

/** A theme that a sentence shows; `again` where an earlier sentence of the same text has shown it. */
export interface SentenceTheme {
  theme: ConceptRef;
  again: boolean;
}

/**
 * Whether a paper only names a concept as a gap: every place with it is a sentence on what is not known or not studied.
 * Such a paper mentions the concept but supports nothing on it.
 */
export const isGapOnly = (evidence: readonly Evidence[]): boolean =>
  evidence.length > 0 && evidence.every(({ role }) => role === 'gap');

/** For each sentence of a paper, by its anchor, the themes that it shows. */
export function themesBySentence(paper: Paper, themes: readonly TaggedConcept[]): ReadonlyMap<string, SentenceTheme[]> {
  const evidenced = new Map<string, Set<ConceptRef>>();
  for (const { concept, evidence } of themes) {
    for (const { anchor } of evidence)
      if (anchor !== undefined) evidenced.set(anchor, (evidenced.get(anchor) ?? new Set()).add(concept));
  }
  const found = new Map<string, SentenceTheme[]>();
  for (const { sections } of [...paper.abstracts, ...(paper.digest ? [paper.digest] : [])]) {
    const named = new Set<ConceptRef>();
    for (const { anchor } of sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))) {
      const themes = evidenced.get(anchor);
      if (!themes || found.has(anchor)) continue;
      const notes = [...themes].map((theme) => ({ theme, again: named.has(theme) }));
      found.set(anchor, notes);
      for (const theme of themes) named.add(theme);
    }
  }
  return found;
}

/** A sentence of a paper, with the text that it belongs to. */
export interface OwnSentence extends Sentence {
  language: Language;
  in: 'abstract' | 'digest';
  /** For an abstract: whether the words are the paper's own or a translation. */
  role: Role;
}

/** Every sentence of a paper, those of its digest included, by anchor. */
export const sentencesOf = onceEach((paper: Paper): ReadonlyMap<string, OwnSentence> => {
  const sentences = new Map<string, OwnSentence>();
  const add = (
    { sections, language }: Pick<Digest, 'sections' | 'language'>,
    of: Pick<OwnSentence, 'in' | 'role'>,
  ): void => {
    for (const sentence of sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences)))
      if (!sentences.has(sentence.anchor)) sentences.set(sentence.anchor, { ...sentence, language, ...of });
  };
  for (const abstract of paper.abstracts) add(abstract, { in: 'abstract', role: abstract.role });
  if (paper.digest) add(paper.digest, { in: 'digest', role: 'original' });
  return sentences;
});

/**
 * Evidence without what an abstract says again in another language: its sentences in the reader's language, where they
 * show the concept and no machine translated them; else those of the paper's own words.
 */
export function saidOnce(evidence: readonly Evidence[], paper: Paper, lang: InterfaceLanguage): readonly Evidence[] {
  const sentences = sentencesOf(paper);
  const sentenceOf = ({ in: place, anchor }: Evidence): OwnSentence | undefined =>
    place === 'abstract' && anchor !== undefined ? sentences.get(anchor) : undefined;
  const shown = evidence.flatMap((item) => sentenceOf(item) ?? []);
  const kept =
    shown.find(({ language, role }) => role !== 'machine-translation' && isChinese(language) === (lang === 'zh')) ??
    shown.find(({ role }) => role === 'original') ??
    shown[0];
  return evidence.filter((item) => (sentenceOf(item)?.language ?? kept?.language) === kept?.language);
}

/** The sentence of a concept's evidence, one of the paper's own words before a translation's. */
export function anchorOfConcept(paper: Paper, ref: ConceptRef): string | undefined {
  const sentences = sentencesOf(paper);
  const evidence = paper.concepts.find(({ concept }) => concept === ref)?.evidence ?? [];
  const anchors = evidence.flatMap(({ anchor }) => (anchor !== undefined && sentences.has(anchor) ? [anchor] : []));
  return anchors.find((anchor) => sentences.get(anchor)?.role === 'original') ?? anchors[0];
}

/** The sentence that a value was read from: one whose place holds that of the value. */
export function anchorAt(paper: Paper, from: readonly Origin[]): string | undefined {
  const isWithin = (place: Origin, whole: Origin): boolean =>
    'line' in place &&
    'line' in whole &&
    place.file === whole.file &&
    place.line === whole.line &&
    place.columns[0] >= whole.columns[0] &&
    place.columns[1] <= whole.columns[1];
  return [...sentencesOf(paper).values()].find((sentence) =>
    from.some((place) => sentence.from.some((whole) => isWithin(place, whole))),
  )?.anchor;
}

/** Whether a person decided or confirmed a value. */
export const isByPerson = (from: readonly Origin[]): boolean => from.some((origin) => 'correction' in origin);

/** Whether a person decided or confirmed that a paper has a concept. */
export const isConceptByPerson = (paper: Pick<Paper, 'concepts'>, ref: ConceptRef): boolean =>
  paper.concepts.some(({ concept, evidence }) => concept === ref && evidence.some((it) => it.in === 'correction'));

/** What a paper's abstracts state of a kind: in the reader's language where an abstract in it does, else in one other. */
export function detailsIn(
  { details = [] }: Pick<Paper, 'details'>,
  kind: DetailKind,
  lang: InterfaceLanguage,
): Detail[] {
  const stated = details.filter((it) => it.kind === kind);
  const shown = stated.find(({ language }) => isChinese(language) === (lang === 'zh')) ?? stated[0];
  return stated.filter(({ language }) => language === shown?.language);
}
