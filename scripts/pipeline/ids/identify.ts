/** Gives each paper its id: from `ids.yaml`, else a new one. */

import { doiKey } from '#domain/identifiers';
import { lasting, type Ids, type Marks } from './ids.ts';
import { compare, type Member } from '../paper/members.ts';
import type { Body } from '../paper/reconcile.ts';
import { fingerprint, slugOf } from './slug.ts';

/** The files that the paper was made from. ids.yaml lists them for its id. */
export interface Founders {
  sources: string[];
  records: string[];
  sidecars: string[];
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

const otherDois = ({ doi }: Pick<Body, 'doi'>): string[] => doi?.others?.map((it) => it.value) ?? [];

/** Everything about a paper that decides its id. */
export interface Identity {
  marks: Marks;
  slug: string;
  /** New ids are given in this order. It depends on what the paper says, never on file names. */
  order: string;
}

/** The founders among all sources of a paper. */
export const foundersOf = (
  sources: readonly (Pick<Body['sources'][number], 'file' | 'record'> & Pick<Member, 'marks'>)[],
): Founders => ({
  sources: sources.flatMap(({ file, record }) => (record === undefined ? [file] : [])),
  records: [...new Set(sources.flatMap(({ file, record }) => (record === undefined ? [] : [file])))],
  sidecars: [...new Set(sources.flatMap(({ marks }) => Object.values(marks ?? {})))],
});

export const identityOf = (body: Body, founders: Founders = foundersOf(body.sources)): Identity => ({
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

/** What identifies a paper where ids.yaml lists none of its sources, best first. */
const passes: readonly ((marks: Marks) => Marks)[] = [
  ({ doi, pmid }) => ({ sources: [], doi, pmid }),
  lasting,
  ({ doi, record }) => ({ sources: [], doi, record }),
];

/** The ids of papers, in the order of the papers. */
export interface Identified {
  given: string[];
  /** Papers that take the id of a paper whose listed sources are gone. */
  passedOn: { index: number; id: string }[];
  /** Papers that get no id because it is kept for a source that gives no paper in this import. */
  waiting: { index: number; id: string }[];
}

/**
 * Gives each paper its id. An id belongs first to the sources that ids.yaml lists for it, and among these to those
 * that also have its identifiers. Where none of the listed sources is in the folder, it belongs to the paper with its
 * identifiers: files are replaced, identifiers are not. A paper that no row fits gets a new id. The same papers get
 * the same ids in any order of their files, and a new source never takes the id of a paper that is still there. Where
 * a listed file is in the folder but gives no paper in this import (`isSilent`), its id is kept for it, and another
 * paper with its identifiers gets `''`.
 */
export function identify(
  papers: readonly Identity[],
  ids: Ids,
  isSilent: (file: string) => boolean = () => false,
): Identified {
  const given: string[] = new Array<string>(papers.length).fill('');
  const passedOn: Identified['passedOn'] = [];
  const waiting: Identified['waiting'] = [];
  const sorted = numbered(
    papers.map((identity, index) => ({ identity, index })).sort((a, b) => compare(a.identity.order, b.identity.order)),
  );
  const claimed = new Set<string>();
  const filesIn = ({ sources, records = [] }: Marks): string[] => [...sources, ...records];
  const names = (id: string, { marks }: Identity): boolean => filesIn(marks).some((file) => ids.filesOf(id).has(file));
  const hasIdentifiers = (id: string, { marks: { doi, pmid } }: Identity): boolean =>
    ids.find({ sources: [], doi, pmid }).includes(id);
  const isFree = (id: string): boolean => ![...ids.filesOf(id).keys()].some(isSilent);
  const claim = (fits: (id: string, identity: Identity) => boolean, by: (marks: Marks) => Marks): void => {
    for (const { identity, index } of sorted) {
      const id = given[index]
        ? undefined
        : ids.find(by(identity.marks)).find((it) => !claimed.has(it) && fits(it, identity));
      if (!id) continue;
      claimed.add(id);
      given[index] = id;
    }
  };
  const all = (marks: Marks): Marks => marks;
  claim((id, identity) => names(id, identity) && hasIdentifiers(id, identity), all);
  claim(names, all);
  for (const by of passes) claim(isFree, by);
  for (const { identity, index } of sorted) {
    const found = ids.find(lasting(identity.marks)).filter((id) => !claimed.has(id));
    const kept = given[index] ? undefined : found.find((id) => !isFree(id) && !names(id, identity));
    if (kept !== undefined) {
      waiting.push({ index, id: kept });
      continue;
    }
    const old = given[index];
    const id = old || ids.mint(identity.slug);
    if (old && !names(old, identity) && ids.filesOf(old).size) passedOn.push({ index, id });
    // Where two papers became one, the older id stays and the other one redirects to it.
    const older = old ? found.filter((other) => names(other, identity) || isFree(other)) : [];
    for (const other of [id, ...older]) claimed.add(other);
    given[index] = id;
    ids.note(id, lasting(identity.marks), older);
  }
  return { given, passedOn, waiting };
}

interface Placed {
  identity: Identity;
  index: number;
}

/** Papers that have the same order and were not joined are numbered. */
function numbered(sorted: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>();
  return sorted.map(({ identity, index }) => {
    const { record = '' } = identity.marks;
    const count = (counts.get(record) ?? 0) + 1;
    counts.set(record, count);
    return count === 1
      ? { identity, index }
      : { identity: { ...identity, marks: { ...identity.marks, record: `${record}-${count}` } }, index };
  });
}
