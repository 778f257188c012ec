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
  /** DOIs that sources state and that are not believed: a row of one of them may still be this paper's. */
  otherDois?: readonly string[];
}

function marksOf(body: Pick<Body, 'sources' | 'doi' | 'pmid' | 'titles' | 'authors' | 'issued' | 'online'>): Marks {
  return {
    sources: body.sources.flatMap((it) => (it.record === undefined ? [it.file] : [])),
    doi: body.doi?.value,
    otherDois: otherDois(body),
    pmid: body.pmid?.value,
    record: fingerprint(body),
  };
}

const otherDois = ({ doi }: Pick<Body, 'doi'>): string[] => doi?.others?.map((it) => it.value) ?? [];

/** What a row says of a paper: its fingerprint only where it has nothing better. */
export const lasting = (marks: Marks): Marks =>
  marks.doi || marks.pmid || marks.sources.length ? { ...marks, record: undefined } : marks;

/** The ids given so far, by what bears them. */
export class Ids {
  readonly rows: readonly IdRow[];
  readonly added: IdRow[] = [];
  /** How many ids are new. */
  minted = 0;
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
    this.minted++;
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

/** By what a paper may be found, best first: identifiers before file names, for files are replaced and identifiers are not. */
const passes: readonly ((marks: Marks) => Marks)[] = [
  ({ doi, pmid }) => ({ sources: [], doi, pmid }),
  lasting,
  ({ doi, record }) => ({ sources: [], doi, record }),
];

/**
 * Gives each paper its id: the one its rows say; else a new one. The same papers get the same ids whatever the order of
 * their files, and no later arrival takes the id of a paper that is still there.
 */
export function identify(papers: readonly Face[], ids: Ids): string[] {
  const result: string[] = new Array<string>(papers.length).fill('');
  const sorted = numbered(
    papers.map((face, index) => ({ face, index })).sort((a, b) => compare(a.face.order, b.face.order)),
  );
  const claimed = new Set<string>();
  const claim = (index: number, id: string): void => {
    claimed.add(id);
    result[index] = id;
  };
  for (const pass of passes)
    for (const { face, index } of sorted) {
      const id = result[index] ? undefined : ids.find(pass(face.marks)).find((found) => !claimed.has(found));
      if (id) claim(index, id);
    }
  for (const { face, index } of sorted) {
    const id = result[index] || ids.mint(face.slug);
    // Two papers that turned out to be one: the older id stays, the other leads to it.
    const older = result[index] ? ids.find(lasting(face.marks)).filter((found) => !claimed.has(found)) : [];
    for (const found of older) claimed.add(found);
    claim(index, id);
    ids.note(id, lasting(face.marks), older);
  }
  return result;
}

interface Placed {
  face: Face;
  index: number;
}

/** Records that say the same of themselves and were not taken for one paper are told apart by their order. */
function numbered(sorted: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>();
  return sorted.map(({ face, index }) => {
    const { record = '' } = face.marks;
    const count = (counts.get(record) ?? 0) + 1;
    counts.set(record, count);
    return count === 1
      ? { face, index }
      : { face: { ...face, marks: { ...face.marks, record: `${record}-${count}` } }, index };
  });
}
