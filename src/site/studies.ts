/** The characteristics of included studies: what each abstract states about how, on whom and where, with its sentence. */

import { facetOf, facetRows, type Facet } from '#domain/facets';
import type { InterfaceLanguage, Language } from '#domain/language';
import { detailKinds, type DetailKind, type Paper } from '#domain/paper';
import { conceptName, narrowest } from './concepts.ts';
import { anchorAt, anchorOfConcept, detailsIn, isByPerson, isConceptByPerson } from './evidence.ts';
import type { Review } from './index-review.ts';
import { isUnchecked } from './measured.ts';
import { aggregate } from './slice.ts';
import { words } from './strings/index.ts';

/** One value of a study, and the anchor of the sentence that states it, where one does. */
export interface StudyValue {
  text: string;
  anchor?: string | undefined;
  /** Present where `text` is words of the abstract: their language. */
  quoted?: Language;
  /** Present where `text` is a person's own words. */
  language?: Language;
  /** Whether the words may state the value and not surely do. */
  unsure?: true;
  /** Whether a person decided or confirmed it. */
  byPerson?: boolean;
}

export interface StudyColumn {
  id: string;
  name: string;
  /** Whether its values are shown as read by rule, unchecked. */
  unchecked: boolean;
  values: (paper: Paper) => StudyValue[];
}

/** Facets that say how a study was done; what a paper is about has pages of its own. */
const facets = facetRows.filter(({ isSubject }) => !isSubject).map(({ facet }) => facet);

type Known = Pick<Review, 'concept' | 'facets' | 'hierarchy' | 'papers'>;

/** The columns of the table in order, without those that no study of the review fills. */
export const studyColumns = (review: Review, lang: InterfaceLanguage): readonly StudyColumn[] => columns(review, lang);

const columns = aggregate(
  'study columns',
  (review, lang) => columnsOf(review, lang as InterfaceLanguage),
  (made, { facets: vocabulary }) => [made.map(({ id }) => id), vocabulary],
);

function columnsOf({ concept, facets: known, hierarchy, papers }: Known, lang: InterfaceLanguage): StudyColumn[] {
  const t = words(lang);
  const ofFacet = (facet: Facet): StudyColumn => ({
    id: facet,
    name: known.get(facet)?.prefLabel[lang] ?? facetOf(`${facet}/`)?.label[lang] ?? facet,
    unchecked: isUnchecked(facet),
    values: (paper) =>
      narrowest(paper, facet, hierarchy).map((ref) => ({
        text: conceptName(concept.get(ref), ref, lang),
        anchor: anchorOfConcept(paper, ref),
        byPerson: isConceptByPerson(paper, ref),
      })),
  });
  const sample: StudyColumn = {
    id: 'sample',
    name: t('paper.sample'),
    unchecked: isUnchecked('samples'),
    values: (paper) => [
      ...paper.samples.map(({ of, count }) => ({
        text: t(`paper.sample.${of}`, { count: count.value }),
        anchor: anchorAt(paper, count.from),
        byPerson: isByPerson(count.from),
      })),
      ...(paper.numbersStated ?? []).map(({ words: text, anchor, language }): StudyValue => ({
        text,
        anchor,
        quoted: language,
        unsure: true,
      })),
    ],
  };
  const ofDetail = (kind: DetailKind): StudyColumn => ({
    id: kind,
    name: t(`paper.detail.${kind}`),
    unchecked: isUnchecked(kind),
    values: (paper) =>
      detailsIn(paper, kind, lang).map(({ words: text, anchor, language, from }) => ({
        text,
        anchor,
        // Without a sentence they are a person's words.
        ...(anchor === undefined ? { language } : { quoted: language }),
        byPerson: isByPerson(from),
      })),
  });
  const registration: StudyColumn = {
    id: 'registration',
    name: t('paper.registration'),
    unchecked: false,
    values: (paper) =>
      paper.registrations.map(({ value, from }) => ({
        text: `${value.registry} ${value.id}`,
        anchor: anchorAt(paper, from),
      })),
  };
  const [designs, ...others] = facets.map(ofFacet);
  const all = [...(designs ? [designs] : []), sample, ...others, ...detailKinds.map(ofDetail), registration];
  return all.filter(({ values }) => papers.some((paper) => values(paper).length > 0));
}
