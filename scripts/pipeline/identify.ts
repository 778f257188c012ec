import { doiKey } from '#domain/identifiers';
import type { IdRow } from '#domain/ids';
import { compare } from './members.ts';
import type { Body } from './reconcile.ts';
import { fingerprint, slugOf } from './slug.ts';

/** What rows of ids.yaml know a paper by. */
export interface Marks {
  /** Files of which the paper is the only one. */
  sources: string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  record?: string | undefined;
}

function marksOf(body: Pick<Body, 'sources' | 'doi' | 'pmid' | 'titles' | 'authors' | 'issued' | 'online'>): Marks {
  const known = body.doi ?? body.pmid;
  const sources = body.sources.flatMap((it) => (it.record === undefined ? [it.file] : []));
  return {
    sources,
    doi: body.doi?.value,
    pmid: body.pmid?.value,
    ...(known || sources.length ? {} : { record: fingerprint(body) }),
  };
}

/** The ids given so far, by what bears them. */
export class Ids {
  readonly rows: readonly IdRow[];
  readonly added: IdRow[] = [];
  #taken = new Set<string>();
  #by = new Map<string, string[]>();
  #dois = new Map<string, Set<string>>();
  #order = new Map<string, number>();
  /** Alias -> the id that its paper bears now. */
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
    if (row.doi) this.#dois.set(row.id, (this.#dois.get(row.id) ?? new Set()).add(doiKey(row.doi)));
  }

  /** Ids that what is known of a paper leads to, oldest row first. A row of another DOI is another paper's. */
  find(marks: Marks): string[] {
    const found = new Set(keysOf(marks).flatMap((key) => this.#by.get(key) ?? []));
    const doi = marks.doi && doiKey(marks.doi);
    const fitting = [...found].filter((id) => {
      const dois = this.#dois.get(id);
      return !doi || !dois || dois.has(doi);
    });
    fitting.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
    return [...new Set(fitting.map((id) => this.#leadsTo.get(id) ?? id))];
  }

  aliasesOf(id: string): readonly string[] {
    return this.#aliases.get(id) ?? [];
  }

  /** Adds a row where it says something that no row of this id says yet. */
  note(id: string, marks: Marks, aliases: readonly string[] = []): void {
    const unknown = (key: string): boolean => !(this.#by.get(key) ?? []).includes(id);
    const sources = marks.sources.filter((file) => unknown(`source ${file}`));
    const doi = marks.doi && unknown(`doi ${doiKey(marks.doi)}`) ? marks.doi : undefined;
    const pmid = marks.pmid && unknown(`pmid ${marks.pmid}`) ? marks.pmid : undefined;
    const record = marks.record && unknown(`record ${marks.record}`) ? marks.record : undefined;
    if (!sources.length && !doi && !pmid && !record && !aliases.length && this.#order.has(id)) return;
    const row: IdRow = {
      id,
      sources,
      ...(doi ? { doi } : {}),
      ...(pmid ? { pmid } : {}),
      ...(record ? { record } : {}),
      aliases: [...aliases],
    };
    this.added.push(row);
    this.#note(row);
  }

  /** A new id for a paper: its slug, or the first free of `slug-2`, `slug-3`, …. */
  mint(slug: string): string {
    let id = slug;
    for (let n = 2; this.#taken.has(id); n++) id = `${slug}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

const keysOf = ({ sources, doi, pmid, record }: Marks): string[] => [
  ...(doi ? [`doi ${doiKey(doi)}`] : []),
  ...(pmid ? [`pmid ${pmid}`] : []),
  ...sources.map((file) => `source ${file}`),
  ...(record ? [`record ${record}`] : []),
];

/** All of a paper that its id rests on. */
export interface Face {
  marks: Marks;
  slug: string;
  /** New ids are given in this order. It is made of what the paper says, never of the names of its files. */
  order: string;
}

export const facesOf = (body: Body): Face => ({
  marks: marksOf(body),
  slug: slugOf(body),
  order: [
    body.doi ? doiKey(body.doi.value) : '~',
    body.pmid?.value ?? '~',
    fingerprint(body),
    body.abstracts[0]?.sections[0]?.blocks[0]?.sentences[0]?.anchor ?? '~',
    body.sources[0]?.sha256 ?? '~',
  ].join(' '),
});

/**
 * Gives each paper its id: the one its rows say; else a new one. What an identifier says goes before what a file's name
 * says: files are replaced, identifiers are not. The same papers get the same ids whatever the order of their files.
 */
export function identify(papers: readonly Face[], ids: Ids): string[] {
  const result: string[] = new Array<string>(papers.length).fill('');
  const claimed = new Set<string>();
  const strength = ({ marks }: Face): number => (marks.doi ? 0 : marks.pmid ? 1 : 2);
  const sorted = papers
    .map((face, index) => ({ face, index }))
    .sort((a, b) => strength(a.face) - strength(b.face) || compare(a.face.order, b.face.order));
  const fresh: typeof sorted = [];
  for (const it of sorted) {
    const [id, ...older] = ids.find(it.face.marks).filter((found) => !claimed.has(found));
    if (!id) {
      fresh.push(it);
      continue;
    }
    for (const found of [id, ...older]) claimed.add(found);
    result[it.index] = id;
    ids.note(id, it.face.marks, older);
  }
  for (const { face, index } of fresh) {
    const id = ids.mint(face.slug);
    result[index] = id;
    ids.note(id, face.marks);
  }
  return result;
}
