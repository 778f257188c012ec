import { doiKey } from '#domain/identifiers';

/** What `for:` of a correction or a screening decision may name a paper by, and a row of ids.yaml too. */
export interface Target {
  sources: readonly string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  id?: string | undefined;
}

/** All names by which decisions may mean the paper: `source …`, `doi …`, `pmid …`, `id …`. */
export function targetNamesOf({ sources, doi, pmid, id }: Target): string[] {
  return [
    ...sources.map((file) => `source ${file}`),
    ...(doi ? [`doi ${doiKey(doi)}`] : []),
    ...(pmid ? [`pmid ${pmid}`] : []),
    ...(id ? [`id ${id}`] : []),
  ];
}

/** The names that one `for:` may mean: a DOI and a PMID say what they are; anything else is a source or an id. */
export function targetNamesFor(name: string): string[] {
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/iu.exec(name)?.[1];
  if (doi) return [`doi ${doiKey(doi)}`, `source ${name}`];
  const pmid = /^pmid:\s*(\d+)$/iu.exec(name)?.[1];
  if (pmid) return [`pmid ${pmid}`];
  return [`source ${name}`, `id ${name}`];
}

/** Decisions by what they are for: the look-up is constant in their number. */
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
