/** The decisions of `npm run correct -- FOR --confirm makeup designs …`: what was read of a study stays as it is. */

import { describedFields, type Correction } from '#domain/correction';
import { facetRows } from '#domain/facets';
import { detailKinds, type Paper } from '#domain/paper';

const facets: readonly string[] = facetRows.filter(({ isSubject }) => !isSubject).map(({ facet }) => facet);

/** What may follow `--confirm`, beside what sources state. */
export const describedNames: readonly string[] = [...describedFields, ...facets];

/** What a record has in one of these fields, as a decision of a person; `undefined` where it has nothing. */
export function asDecided(
  { concepts, samples, details = [] }: Pick<Paper, 'concepts' | 'samples' | 'details'>,
  field: string,
): Correction['set'] | undefined {
  if (field === 'samples')
    return samples.length > 0 ? { samples: samples.map(({ of, count }) => ({ of, count: count.value })) } : undefined;
  const kind = detailKinds.find((it) => it === field);
  const own = details.filter((it) => it.kind === kind);
  // Words without a sentence are a person's own already.
  if (kind && own.length > 0)
    return { [kind]: own.map(({ words, language, anchor }) => (anchor ? words : { language, text: words })) };
  const refs = concepts.flatMap(({ concept }) => (concept.startsWith(`${field}/`) ? [concept] : []));
  return refs.length > 0 ? { concepts: refs } : undefined;
}
