/** The names that a decision may use for a paper: file, DOI, PubMed number, id. */

import { doiKey } from '#domain/identifiers';

/** By what a paper can be named in `for:` of a correction, in a screening decision and in a row of ids.yaml. */
export interface Target {
  sources: readonly string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  id?: string | undefined;
}

/** All names by which a decision may mean a paper: `source …`, `doi …`, `pmid …`, `id …`. */
export function targetNamesOf({ sources, doi, pmid, id }: Target): string[] {
  return [
    ...sources.map((file) => `source ${file}`),
    ...(doi ? [`doi ${doiKey(doi)}`] : []),
    ...(pmid ? [`pmid ${pmid}`] : []),
    ...(id ? [`id ${id}`] : []),
  ];
}

/** The names that one `for:` may mean. A DOI and a PMID show what they are; anything else is a source or an id. */
export function targetNamesFor(name: string): string[] {
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/iu.exec(name)?.[1];
  if (doi) return [`doi ${doiKey(doi)}`, `source ${name}`];
  const pmid = /^pmid:\s*(\d+)$/iu.exec(name)?.[1];
  if (pmid) return [`pmid ${pmid}`];
  return [`source ${name}`, `id ${name}`];
}

/** Indexes decisions by their target, so that a look-up takes the same time however many there are. */
export function indexDecisions<T extends { for: string }>(decisions: readonly T[]): (names: readonly string[]) => T[] {
  const index = new Map<string, number[]>();
  decisions.forEach((decision, i) => {
    for (const name of targetNamesFor(decision.for)) index.set(name, [...(index.get(name) ?? []), i]);
  });
  return (names) =>
    [...new Set(names.flatMap((name) => index.get(name) ?? []))]
      .sort((a, b) => a - b)
      .flatMap((i) => decisions[i] ?? []);
}
