import { doiKey } from '#domain/identifiers';

/** What a paper may be called in `for:` of a correction or a screening decision, and in a row of ids.yaml. */
export interface Bearings {
  sources: readonly string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  id?: string | undefined;
}

/** The forms under which decisions name the paper: `source …`, `doi …`, `pmid …`, `id …`. */
export function callsOf({ sources, doi, pmid, id }: Bearings): string[] {
  return [
    ...sources.map((file) => `source ${file}`),
    ...(doi ? [`doi ${doiKey(doi)}`] : []),
    ...(pmid ? [`pmid ${pmid}`] : []),
    ...(id ? [`id ${id}`] : []),
  ];
}

/** The calls that one `for:` may mean: a DOI and a PMID say what they are; anything else is a source or an id. */
export function callsFor(name: string): string[] {
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/iu.exec(name)?.[1];
  if (doi) return [`doi ${doiKey(doi)}`, `source ${name}`];
  const pmid = /^pmid:\s*(\d+)$/iu.exec(name)?.[1];
  if (pmid) return [`pmid ${pmid}`];
  return [`source ${name}`, `id ${name}`];
}

/** Decisions by what they are for: the look-up is constant in their number. */
export function indexDecisions<T extends { for: string }>(decisions: readonly T[]): (calls: readonly string[]) => T[] {
  const index = new Map<string, number[]>();
  decisions.forEach((decision, i) => {
    for (const call of callsFor(decision.for)) index.set(call, [...(index.get(call) ?? []), i]);
  });
  return (calls) =>
    [...new Set(calls.flatMap((call) => index.get(call) ?? []))]
      .sort((a, b) => a - b)
      .flatMap((i) => decisions[i] ?? []);
}
