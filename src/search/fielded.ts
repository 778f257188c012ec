/** Evaluates `year:` and words of one field. Few queries need it, so it is loaded only for them. */

import { facetNameOf, type Catalogue, type Core, type FacetName } from './catalogue.ts';
import type { ConceptFinder } from './concepts.ts';
import { papersOf, union, zoneBits, type Found } from './found.ts';
import type { Query } from './query.ts';
import { papersWith } from './score.ts';
import type { Texts } from './texts.ts';

/** Papers of some years. */
export function inYears({ years }: Catalogue, { from, to }: Query & { kind: 'years' }): Found {
  const isWithin = (year: number | null): boolean =>
    year !== null && (from === null || year >= from) && (to === null || year <= to);
  return papersOf(years.flatMap((year, paper) => (isWithin(year) ? [paper] : [])));
}

interface Fields {
  core: Pick<Core, 'size'>;
  texts: Texts;
  catalogue: () => Promise<Catalogue>;
  concepts: ConceptFinder;
}

export async function inField(
  { field, value, exact }: Query & { kind: 'field' },
  wanted: boolean,
  fields: Fields,
): Promise<Found> {
  switch (field) {
    case 'author':
    case 'journal':
    case 'title':
    case 'abstract':
    case 'keyword':
    case 'affiliation':
      return exact ? fields.texts.phrase(value, wanted, zoneBits([field])) : fields.texts.inZone(value, field, wanted);
    case 'doi':
      return fields.texts.phrase(value, wanted, zoneBits(['identifier']));
    default:
      return ofFacet(field, value, fields);
  }
}

/** Papers with a value of a facet, given as its key, its name in either language, or a word for the concept. */
async function ofFacet(name: FacetName, value: string, { core, catalogue, concepts }: Fields): Promise<Found> {
  const column = (await catalogue()).facets.find((facet) => facet.name === name);
  const plain = value.trim().toLowerCase();
  const wanted = new Set(
    (column?.values ?? []).flatMap(({ key, en, zh }, number) =>
      [key, en.toLowerCase(), zh].includes(plain) ? [number] : [],
    ),
  );
  const holding = (column?.of ?? []).flatMap((values, paper) =>
    values.some((number) => wanted.has(number)) ? [paper] : [],
  );
  if (wanted.size) return papersOf(holding);
  const named = concepts.find(value.split(/\s+/u)).filter(({ concept }) => facetNameOf(concept) === name);
  return union(named.map(({ concept }) => papersWith(concept, core.size)));
}
