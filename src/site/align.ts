/** Aligns the abstracts of a paper, so that sections of one kind are side by side. */

import type { Abstract, Section, SectionKind } from '#domain/paper';

/** One row of abstracts side by side: for each abstract, in order, its sections in this row. */
export type Row = Section[][];

/** The longest common subsequence of two sequences, as pairs of indices. */
function common(a: readonly SectionKind[], b: readonly SectionKind[]): [number, number][] {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (best[i] ?? [])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}

/** The kinds of sections. A section without a kind matches only another one without a kind at the same position. */
const kindsOf = (abstract: Abstract): SectionKind[] => abstract.sections.map((section) => section.kind ?? 'other');

/** An abstract with more sections than this is not aligned, because this is not the structure of an abstract. */
const most = 60;

/**
 * Puts abstracts side by side, section by section. A row begins where every abstract has a section of the same kind; a
 * section that others lack is in the row before it. Abstracts of different structure are in one row.
 */
export function alignSections(abstracts: readonly Abstract[]): Row[] {
  const [first, ...rest] = abstracts;
  if (!first) return [];
  if (abstracts.some((abstract) => abstract.sections.length > most)) return [abstracts.map(({ sections }) => sections)];
  const kinds = kindsOf(first);
  // For each section of the first abstract, the index of its partner in each other abstract.
  const partners = rest.map((other) => new Map(common(kinds, kindsOf(other))));
  const starts = kinds.flatMap((_, index) => {
    const row = [index, ...partners.map((partner) => partner.get(index))];
    return row.every((start) => start !== undefined) ? [row] : [];
  });
  if (starts.length === 0) return [abstracts.map(({ sections }) => sections)];
  return starts.map((row, index) =>
    abstracts.map(({ sections }, column) =>
      sections.slice(index === 0 ? 0 : row[column], starts[index + 1]?.[column] ?? sections.length),
    ),
  );
}
