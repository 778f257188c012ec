/**
 * The facets of the vocabulary, one row each; their concepts are in `content/vocabulary/<facet>.yaml`. Papers list their
 * concepts, and the search narrows by them, in the order of the rows.
 */
const rows = [
  { facet: 'themes', name: 'theme', label: { en: 'Theme', zh: '主题' }, isSubject: true },
  { facet: 'constructs', name: 'construct', label: { en: 'Construct', zh: '研究构念' }, isSubject: true },
  { facet: 'designs', name: 'design', label: { en: 'Design', zh: '研究设计' } },
  { facet: 'populations', name: 'population', label: { en: 'Population', zh: '人群' } },
  { facet: 'settings', name: 'setting', label: { en: 'Setting', zh: '场所' } },
  { facet: 'delivery', name: 'delivery', label: { en: 'Delivery', zh: '服务形式' } },
  { facet: 'countries', name: 'country', label: { en: 'Country', zh: '国家或地区' } },
  { facet: 'perspectives', name: 'perspective', label: { en: 'Perspective', zh: '视角' } },
  { facet: 'instruments', name: 'instrument', label: { en: 'Instrument', zh: '测量工具' } },
] as const satisfies readonly FacetRow<string, string>[];

interface FacetRow<F, N> {
  facet: F;
  /** What addresses and searches call it, in the singular: `?theme=interpreters`. */
  name: N;
  /** What readers see beside one of its concepts. */
  label: { en: string; zh: string };
  /** True for what a paper speaks of, wherever it does; the other facets say how and on whom it was done. */
  isSubject?: true;
}

export type Facet = (typeof rows)[number]['facet'];
/** A facet as addresses and searches call it. */
export type ConceptFacet = (typeof rows)[number]['name'];

export const facetRows: readonly FacetRow<Facet, ConceptFacet>[] = rows;
export const facets: readonly Facet[] = rows.map(({ facet }) => facet);

/** The row of a concept's facet, by the concept's whole name (`themes/interpreters`). */
export const facetOf = (concept: string): FacetRow<Facet, ConceptFacet> | undefined =>
  facetRows.find(({ facet }) => concept.startsWith(`${facet}/`));
