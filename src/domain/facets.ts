/**
 * The facets of the vocabulary, one row each; their concepts are in `content/vocabulary/<facet>.yaml`. The order of the
 * rows is the order of concepts in papers and of filters in the search.
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
  /** The singular name, used in addresses and searches: `?theme=interpreters`. */
  name: N;
  /** The label that readers see beside a concept of the facet. */
  label: { en: string; zh: string };
  /** True where the facet says what a paper is about. The other facets say how the study was done, and on whom. */
  isSubject?: true;
}

export type Facet = (typeof rows)[number]['facet'];
/** The name of a facet in addresses and searches. */
export type ConceptFacet = (typeof rows)[number]['name'];

export const facetRows: readonly FacetRow<Facet, ConceptFacet>[] = rows;
export const facets: readonly Facet[] = rows.map(({ facet }) => facet);

/** The row of a concept's facet, by the full name of the concept (`themes/interpreters`). */
export const facetOf = (concept: string): FacetRow<Facet, ConceptFacet> | undefined =>
  facetRows.find(({ facet }) => concept.startsWith(`${facet}/`));
