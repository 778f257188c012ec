import type { Draft } from '#domain/draft';
import { doiKey } from '#domain/identifiers';
import type { IdRow } from '#domain/ids';
import { callsFor } from './calls.ts';
import { compare } from './members.ts';
import type { DraftKey, NamedFor } from './join.ts';
import { agreedPeople } from './people.ts';
import { writtenIn, type Body } from './reconcile.ts';
import { agreedTitles } from './texts.ts';
import { agreedDate } from './values.ts';
import { fingerprint, slugOf } from './slug.ts';

/** What rows of ids.yaml know a paper by. */
export interface Marks {
  /** Files of which the paper is the only one. */
  sources: string[];
  /** Files of many, of which one record is the paper's. */
  records?: readonly string[];
  doi?: string | undefined;
  pmid?: string | undefined;
  record?: string | undefined;
  /** DOIs that sources state and that are not believed: a row of one of them may still be this paper's. */
  otherDois?: readonly string[];
}

/** The files among a paper's sources that ids.yaml is to name for it: those that it was made from. */
export interface Founders {
  sources: string[];
  records: string[];
}

function marksOf(
  body: Pick<Body, 'doi' | 'pmid' | 'titles' | 'authors' | 'issued' | 'online'>,
  founders: Founders,
): Marks {
  return {
    ...founders,
    doi: body.doi?.value,
    otherDois: otherDois(body),
    pmid: body.pmid?.value,
    record: fingerprint(body),
  };
}

/** What rows may know one draft by, before its paper is made. */
export function marksOfDraft(
  { file, record, doi, pmid }: Pick<DraftKey, 'file' | 'record' | 'doi' | 'pmid'>,
  draft: Draft,
): Marks {
  const marks: Marks = { sources: record === undefined ? [file] : [], doi, pmid };
  if (record === undefined || doi || pmid) return marks;
  const members = [{ draft, file, sha256: '', format: '', unclassifiedLines: 0 }];
  const titles = agreedTitles(members, writtenIn(members));
  const [issued, online] = (['issued', 'online'] as const).map((field) => agreedDate(members, field, []));
  return { ...marks, record: fingerprint({ titles, authors: agreedPeople(members).authors, issued, online }) };
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
  /** Id -> the files that its rows name, each with the number of its row. */
  #files = new Map<string, Map<string, number>>();
  #count = 0;
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
    const files = this.#files.get(row.id) ?? new Map<string, number>();
    for (const file of [...row.sources, ...row.records]) if (!files.has(file)) files.set(file, this.#count);
    this.#files.set(row.id, files);
    this.#count++;
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

  /** Files that the rows of an id name, and those of ids that lead to it, each with the number of its row. */
  filesOf(id: string): ReadonlyMap<string, number> {
    return new Map([...this.aliasesOf(id), id].flatMap((one) => [...(this.#files.get(one) ?? [])]));
  }

  /** The paper for which rows name a file, or a record of it that bears these marks; the oldest of several. */
  naming(file: string, marks: Marks): NamedFor | undefined {
    for (const id of this.find(marks)) {
      const row = this.filesOf(id).get(file);
      if (row !== undefined) return { id, row };
    }
    return undefined;
  }

  /** The ids that a name of a decision leads to: an id, one that it had before, a DOI or `pmid:…`. */
  called(name: string): string[] {
    const found = callsFor(name).flatMap((call) => {
      if (!call.startsWith('id ')) return this.#by.get(call) ?? [];
      const id = call.slice(3);
      return this.#order.has(id) || this.#leadsTo.has(id) ? [id] : [];
    });
    return [...new Set(found.map((id) => this.#leadsTo.get(id) ?? id))];
  }

  aliasesOf(id: string): readonly string[] {
    return this.#aliases.get(id) ?? [];
  }

  /** Adds a row where it says something that no row of this id says yet. */
  note(id: string, marks: Marks, aliases: readonly string[] = []): void {
    const unknown = (key: string): boolean => !(this.#by.get(key) ?? []).includes(id);
    const sources = marks.sources.filter((file) => unknown(`source ${file}`));
    const records = (marks.records ?? []).filter((file) => !this.#files.get(id)?.has(file));
    const doi = marks.doi && unknown(`doi ${doiKey(marks.doi)}`) ? marks.doi : undefined;
    const pmid = marks.pmid && unknown(`pmid ${marks.pmid}`) ? marks.pmid : undefined;
    const record = marks.record && unknown(`record ${marks.record}`) ? marks.record : undefined;
    if (!sources.length && !records.length && !doi && !pmid && !record && !aliases.length && this.#order.has(id))
      return;
    const row: IdRow = {
      id,
      sources,
      records,
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

/** Of all of a paper's sources. */
export const foundersOf = (sources: readonly Pick<Body['sources'][number], 'file' | 'record'>[]): Founders => ({
  sources: sources.flatMap(({ file, record }) => (record === undefined ? [file] : [])),
  records: [...new Set(sources.flatMap(({ file, record }) => (record === undefined ? [] : [file])))],
});

export const facesOf = (body: Body, founders: Founders = foundersOf(body.sources)): Face => ({
  marks: marksOf(body, founders),
  slug: slugOf(body),
  order: [
    body.doi ? doiKey(body.doi.value) : '~',
    body.pmid?.value ?? '~',
    fingerprint(body),
    body.abstracts[0]?.sections[0]?.blocks[0]?.sentences[0]?.anchor ?? '~',
    body.sources[0]?.sha256 ?? '~',
  ].join(' '),
});

/** By what a paper may be found where ids.yaml names none of its sources, best first. */
const passes: readonly ((marks: Marks) => Marks)[] = [
  ({ doi, pmid }) => ({ sources: [], doi, pmid }),
  lasting,
  ({ doi, record }) => ({ sources: [], doi, record }),
];

/** The ids of papers, in their order. */
export interface Identified {
  given: string[];
  /** Papers that have the id of one whose named sources are not here any more. */
  passedOn: { index: number; id: string }[];
  /** Papers without an id, and the id that is kept for a source that gives no paper just now. */
  waiting: { index: number; id: string }[];
}

/**
 * Gives each paper its id. An address is of the sources that ids.yaml names for it, first those that also bear its
 * identifiers; where none of them is in the folder any more, of what bears the identifiers: files are replaced, and these are
 * not. Papers that no row fits get new ids. The same papers get the same ids whatever the order of their files, and no later
 * arrival takes the id of a paper that is still there. A file `isSilent` that is in the folder and gives no paper just now: the
 * id that it is named for is kept for it, and who else bears its identifiers gets none, `''`.
 */
export function identify(
  papers: readonly Face[],
  ids: Ids,
  isSilent: (file: string) => boolean = () => false,
): Identified {
  const given: string[] = new Array<string>(papers.length).fill('');
  const passedOn: Identified['passedOn'] = [];
  const waiting: Identified['waiting'] = [];
  const sorted = numbered(
    papers.map((face, index) => ({ face, index })).sort((a, b) => compare(a.face.order, b.face.order)),
  );
  const claimed = new Set<string>();
  const filesIn = ({ sources, records = [] }: Marks): string[] => [...sources, ...records];
  const names = (id: string, { marks }: Face): boolean => filesIn(marks).some((file) => ids.filesOf(id).has(file));
  const bears = (id: string, { marks: { doi, pmid } }: Face): boolean =>
    ids.find({ sources: [], doi, pmid }).includes(id);
  const isFree = (id: string): boolean => ![...ids.filesOf(id).keys()].some(isSilent);
  const claim = (fits: (id: string, face: Face) => boolean, by: (marks: Marks) => Marks): void => {
    for (const { face, index } of sorted) {
      const id = given[index] ? undefined : ids.find(by(face.marks)).find((it) => !claimed.has(it) && fits(it, face));
      if (!id) continue;
      claimed.add(id);
      given[index] = id;
    }
  };
  const all = (marks: Marks): Marks => marks;
  claim((id, face) => names(id, face) && bears(id, face), all);
  claim(names, all);
  for (const by of passes) claim(isFree, by);
  for (const { face, index } of sorted) {
    const found = ids.find(lasting(face.marks)).filter((id) => !claimed.has(id));
    const kept = given[index] ? undefined : found.find((id) => !isFree(id) && !names(id, face));
    if (kept !== undefined) {
      waiting.push({ index, id: kept });
      continue;
    }
    const old = given[index];
    const id = old || ids.mint(face.slug);
    if (old && !names(old, face) && ids.filesOf(old).size) passedOn.push({ index, id });
    // Two papers that turned out to be one: the older id stays, the other leads to it.
    const older = old ? found.filter((other) => names(other, face) || isFree(other)) : [];
    for (const other of [id, ...older]) claimed.add(other);
    given[index] = id;
    ids.note(id, lasting(face.marks), older);
  }
  return { given, passedOn, waiting };
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
