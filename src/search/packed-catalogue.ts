/** Packs the catalogue for its file. The papers of each concept are left out: they are in the file of tags. */

import { facetRows } from '#domain/facets';
import { fromGaps, type Catalogue, type Core, type FacetColumn, type Tags } from './catalogue.ts';

/** A column whose values are concepts: for each value the number of the concept in the core. */
interface PackedColumn extends Omit<FacetColumn, 'of'> {
  concepts: number[];
}
/** The catalogue as it is in its file, without the papers of concepts. */
export type PackedCatalogue = Omit<Catalogue, 'facets'> & { facets: (FacetColumn | PackedColumn)[] };

export function packCatalogue(catalogue: Catalogue, { concepts }: Pick<Core, 'concepts'>): PackedCatalogue {
  const numbers = new Map(concepts.map(({ ref }, number) => [ref, number]));
  const facets = catalogue.facets.map((column) => {
    const facet = facetRows.find(({ name }) => name === column.name)?.facet;
    const known = column.values.flatMap(({ key }) => numbers.get(`${facet}/${key}`) ?? []);
    const { of: _, ...rest } = column;
    return known.length === column.values.length ? { ...rest, concepts: known } : column;
  });
  return { ...catalogue, facets };
}

export function unpackCatalogue(packed: PackedCatalogue, tags: Tags): Catalogue {
  const facets = packed.facets.map((column): FacetColumn => {
    if ('of' in column) return column;
    const { concepts, ...rest } = column;
    const of = packed.years.map((): number[] => []);
    concepts.forEach((concept, value) => {
      for (const paper of fromGaps(tags.papers[concept] ?? [])) of[paper]?.push(value);
    });
    return { ...rest, of };
  });
  return { ...packed, facets };
}
