/** The rows of `content/ids.yaml`: which paper has which id. */

import type { Draft } from '#domain/draft';
import { doiKey } from '#domain/identifiers';
import type { IdRow } from '#domain/ids';
import { targetNamesFor, targetNamesOf } from '../decisions/target-names.ts';
import type { NamedFor } from '../join/groups.ts';
import type { DraftKey } from '../join/draft-key.ts';
import { printOf } from './print.ts';

/** What identifies a paper in the rows of ids.yaml. */
export interface Marks {
  /** Files that hold only this paper. */
  sources: string[];
  /** Records of the paper in files that hold many. */
  records?: readonly string[];
  /** Hashes of what its sidecars said, as ids.yaml keeps them. */
  sidecars?: readonly string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  record?: string | undefined;
  /** Fingerprints of what its sources say where a correction says something else. */
  otherRecords?: readonly string[];
  /** DOIs that sources state and that are not believed. A row with one of them may still belong to this paper. */
  otherDois?: readonly string[];
}

/** What identifies a draft in ids.yaml before its paper is made. */
export function marksOfDraft(
  { file, record, doi, pmid }: Pick<DraftKey, 'file' | 'record' | 'doi' | 'pmid'>,
  draft: Draft,
): Marks {
  const marks: Marks = { sources: record === undefined ? [file] : [], doi, pmid };
  if (record === undefined || doi || pmid) return marks;
  const members = [{ draft, file, sha256: '', format: '', unclassifiedLines: 0 }];
  return { ...marks, record: printOf(members) };
}

/** What a row stores about a paper: the fingerprint only where there is no better identifier. */
export const lasting = (marks: Marks): Marks =>
  marks.doi || marks.pmid || marks.sources.length ? { ...marks, record: undefined, otherRecords: [] } : marks;

/** The ids given so far, found by the sources and identifiers of their papers. */
export class Ids {
  readonly rows: readonly IdRow[];
  readonly added: IdRow[] = [];
  /** The number of new ids. */
  minted = 0;
  #taken = new Set<string>();
  #by = new Map<string, string[]>();
  #dois = new Map<string, Set<string>>();
  #order = new Map<string, number>();
  /** Id -> the files in its rows, each with the number of its row. */
  #files = new Map<string, Map<string, number>>();
  #sidecars = new Map<string, Set<string>>();
  #count = 0;
  /** Alias -> the id that replaces it. */
  #leadsTo = new Map<string, string>();
  #aliases = new Map<string, string[]>();

  constructor(rows: readonly IdRow[]) {
    this.rows = rows;
    for (const row of rows) this.#note(row);
  }

  #note(row: IdRow): void {
    if (!this.#order.has(row.id)) this.#order.set(row.id, this.#order.size);
    for (const id of [row.id, ...row.aliases]) this.#taken.add(id);
    for (const alias of row.aliases) this.#leadsTo.set(alias, row.id);
    if (row.aliases.length) this.#aliases.set(row.id, [...this.aliasesOf(row.id), ...row.aliases]);
    for (const key of keysOf(row)) {
      const ids = this.#by.get(key) ?? [];
      if (!ids.includes(row.id)) this.#by.set(key, [...ids, row.id]);
    }
    const files = this.#files.get(row.id) ?? new Map<string, number>();
    for (const file of [...row.sources, ...row.records]) if (!files.has(file)) files.set(file, this.#count);
    this.#files.set(row.id, files);
    this.#count++;
    const sidecars = this.#sidecars.get(row.id) ?? new Set<string>();
    for (const mark of row.sidecars) sidecars.add(mark);
    this.#sidecars.set(row.id, sidecars);
    if (row.doi) this.#dois.set(row.id, (this.#dois.get(row.id) ?? new Set()).add(doiKey(row.doi)));
  }

  /** The ids that these marks lead to, oldest row first. A row with another DOI belongs to another paper. */
  find(marks: Marks): string[] {
    const others = (marks.otherDois ?? []).map((doi) => `doi ${doiKey(doi)}`);
    const found = new Set([...keysOf(marks), ...others].flatMap((key) => this.#by.get(key) ?? []));
    const doi = marks.doi && doiKey(marks.doi);
    const fitting = [...found].filter((id) => {
      const dois = this.#dois.get(id);
      return !doi || !dois || dois.has(doi) || !!marks.otherDois?.some((other) => dois.has(doiKey(other)));
    });
    fitting.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
    return [...new Set(fitting.map((id) => this.#leadsTo.get(id) ?? id))];
  }

  /** The files in the rows of an id and of its aliases, each with the number of its row. */
  filesOf(id: string): ReadonlyMap<string, number> {
    return new Map([...this.aliasesOf(id), id].flatMap((one) => [...(this.#files.get(one) ?? [])]));
  }

  /**
   * The paper for which rows list a file, or a record of it that has these marks; the oldest where there are several.
   */
  naming(file: string, marks: Marks): NamedFor | undefined {
    for (const id of this.find(marks)) {
      const row = this.filesOf(id).get(file);
      if (row !== undefined) return { id, row };
    }
    return undefined;
  }

  /** Whether a row of a paper has this mark of a sidecar. */
  knowsSidecar(id: string, mark: string): boolean {
    return [id, ...this.aliasesOf(id)].some((one) => this.#sidecars.get(one)?.has(mark));
  }

  /** The ids that a name in a decision means. The name is an id, an alias, a DOI or `pmid:…`. */
  called(name: string): string[] {
    const found = targetNamesFor(name).flatMap((call) => {
      if (!call.startsWith('id ')) return this.#by.get(call) ?? [];
      const id = call.slice(3);
      return this.#order.has(id) || this.#leadsTo.has(id) ? [id] : [];
    });
    return [...new Set(found.map((id) => this.#leadsTo.get(id) ?? id))];
  }

  aliasesOf(id: string): readonly string[] {
    return this.#aliases.get(id) ?? [];
  }

  /** Adds a row for what no row of this id says yet. */
  note(id: string, marks: Marks, aliases: readonly string[] = []): void {
    const unknown = (key: string): boolean => !(this.#by.get(key) ?? []).includes(id);
    const sources = marks.sources.filter((file) => unknown(`source ${file}`));
    const records = (marks.records ?? []).filter((file) => !this.#files.get(id)?.has(file));
    const sidecars = (marks.sidecars ?? []).filter((mark) => !this.knowsSidecar(id, mark));
    const doi = marks.doi && unknown(`doi ${doiKey(marks.doi)}`) ? marks.doi : undefined;
    const pmid = marks.pmid && unknown(`pmid ${marks.pmid}`) ? marks.pmid : undefined;
    const record = marks.record && unknown(`record ${marks.record}`) ? marks.record : undefined;
    if (
      !sources.length &&
      !records.length &&
      !sidecars.length &&
      !doi &&
      !pmid &&
      !record &&
      !aliases.length &&
      this.#order.has(id)
    )
      return;
    const row: IdRow = {
      id,
      sources,
      records,
      sidecars,
      ...(doi ? { doi } : {}),
      ...(pmid ? { pmid } : {}),
      ...(record ? { record } : {}),
      aliases: [...aliases],
    };
    this.added.push(row);
    this.#note(row);
  }

  /** Makes a new id: the slug, or the first of `slug-2`, `slug-3`, … that is free. */
  mint(slug: string): string {
    let id = slug;
    for (let n = 2; this.#taken.has(id); n++) id = `${slug}-${n}`;
    this.#taken.add(id);
    this.minted++;
    return id;
  }
}

const keysOf = ({ sources, doi, pmid, record, otherRecords = [] }: Marks): string[] => [
  ...targetNamesOf({ sources, doi, pmid }),
  ...[...(record ? [record] : []), ...otherRecords].map((one) => `record ${one}`),
];
