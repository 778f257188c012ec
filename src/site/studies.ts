/** The characteristics of included studies: what each abstract states about how, on whom and where, with its sentence. */

import type { ConceptRef } from '#domain/concept';
import { facetOf, type Facet } from '#domain/facets';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import { conceptName, narrowest } from './concepts.ts';
import { sentencesOf } from './evidence.ts';
import type { Review } from './index-review.ts';
import { aggregate } from './slice.ts';
import { words } from './strings/index.ts';

/** One value of a study, and the anchor of the sentence that states it, where one does. */
export interface StudyValue {
  text: string;
  anchor?: string | undefined;
}

export interface StudyColumn {
  id: string;
  name: string;
  values: (paper: Paper) => StudyValue[];
}

const facets: readonly Facet[] = [
  'designs',
  'populations',
  'settings',
  'delivery',
  'perspectives',
  'countries',
  'instruments',
];

type Known = Pick<Review, 'concept' | 'facets' | 'hierarchy' | 'papers'>;

/** The sentence of a concept's evidence, one of the paper's own words before a translation's. */
function anchorOf(paper: Paper, ref: ConceptRef): string | undefined {
  const sentences = sentencesOf(paper);
  const evidence = paper.concepts.find(({ concept }) => concept === ref)?.evidence ?? [];
  const anchors = evidence.flatMap(({ anchor }) => (anchor !== undefined && sentences.has(anchor) ? [anchor] : []));
  return anchors.find((anchor) => sentences.get(anchor)?.role === 'original') ?? anchors[0];
}

/** The sentence that a value was read from: one whose place holds that of the value. */
function anchorAt(paper: Paper, from: readonly Origin[]): string | undefined {
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
    values: (paper) =>
      narrowest(paper, facet, hierarchy).map((ref) => ({
        text: conceptName(concept.get(ref), ref, lang),
        anchor: anchorOf(paper, ref),
      })),
  });
  const sample: StudyColumn = {
    id: 'sample',
    name: t('paper.sample'),
    values: (paper) =>
      paper.samples.map(({ of, count }) => ({
        text: t(`paper.sample.${of}`, { count: count.value }),
        anchor: anchorAt(paper, count.from),
      })),
  };
  const registration: StudyColumn = {
    id: 'registration',
    name: t('paper.registration'),
    values: (paper) =>
      paper.registrations.map(({ value, from }) => ({
        text: `${value.registry} ${value.id}`,
        anchor: anchorAt(paper, from),
      })),
  };
  const [designs, ...others] = facets.map(ofFacet);
  const all = [...(designs ? [designs] : []), sample, ...others, registration];
  return all.filter(({ values }) => papers.some((paper) => values(paper).length > 0));
}
