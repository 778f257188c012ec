/** Gives every paper of an import its id. This is the only place where new ids are made. */

import type { Notice } from '#domain/notice';
import type { ImportContext } from '../import-context.ts';
import type { Made } from '../paper/make-all.ts';
import { identify, type Identity } from './identify.ts';

/** A paper with its id. The id is empty where no valid record was made, or where it is kept for another source. */
export interface NamedPaper extends Made {
  id: string;
}

/** The papers with their ids. Notices say where an id passes to other sources, and where it is kept for its own. */
export function giveIds(made: readonly Made[], context: ImportContext, notices: Notice[]): NamedPaper[] {
  const { ids, keys } = context;
  const valid = made.flatMap((paper) => (paper.identity ? [{ paper, identity: paper.identity }] : []));
  const papers = valid.map(({ paper }) => paper);
  const { given, passedOn, waiting } = identify(
    valid.map(({ paper, identity }) => asSourcesSay(identity, paper, keys)),
    ids,
    silentFiles(context, papers),
  );
  const idOf = new Map(papers.map((paper, i) => [paper, given[i] ?? '']));
  const fileAt = (index: number): string => keys[papers[index]?.decided.group.members[0] ?? -1]?.file ?? 'sources/';
  notices.push(...passedOnNotices(passedOn.map(({ index, id }) => ({ id, file: fileAt(index) }))));
  const kept = new Map(
    waiting.map(({ index, id }) => [papers[index], addressIsKept(fileAt(index), id, [...ids.filesOf(id).keys()])]),
  );
  return made.map((paper) => {
    const notice = kept.get(paper);
    return { ...paper, id: idOf.get(paper) ?? '', notices: notice ? [...paper.notices, notice] : paper.notices };
  });
}

/** An identity with what its sources say of themselves: where a correction says otherwise, ids.yaml knows the older words. */
function asSourcesSay(identity: Identity, { decided }: Made, keys: ImportContext['keys']): Identity {
  const { members, later } = decided.group;
  const firsts = members.flatMap((index, i) => (later[i] ? [] : (keys[index] ?? [])));
  const prints = firsts.flatMap(({ stated }) => stated?.marks?.at(-1) ?? []);
  const otherRecords = prints.filter((print) => print !== identity.marks.record);
  return otherRecords.length ? { ...identity, marks: { ...identity.marks, otherRecords } } : identity;
}

/** Whether a file is in the folder but gives no paper in this import: it cannot be read, or its folder cannot. */
function silentFiles(
  { rows, keys }: Pick<ImportContext, 'rows' | 'keys'>,
  papers: readonly Made[],
): (file: string) => boolean {
  const heard = new Set(papers.flatMap(({ decided }) => decided.group.members.map((member) => keys[member]?.file)));
  const silent = new Set(rows.map(({ file }) => file).filter((file) => !heard.has(file)));
  const folders = (file: string): string[] => [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index));
  return (file) => silent.has(file) || folders(file).some((folder) => silent.has(folder));
}

/** A notice for each file whose paper's id passes to other sources because the files in ids.yaml are gone. */
function passedOnNotices(papers: readonly { id: string; file: string }[]): Notice[] {
  const byFile = new Map<string, string[]>();
  for (const { id, file } of papers) byFile.set(file, [...(byFile.get(file) ?? []), id]);
  return [...byFile].map(([file, ids]) => ({
    severity: 'info',
    rule: 'address-passed-on',
    place: { file },
    seen: `the sources of ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''} are missing from sources/`,
    expected: 'a paper keeps its address',
    remedy: `do nothing if ${file} replaces them: it has the same identifiers, and ids.yaml lists it from now on`,
  }));
}

/** For a source with the identifiers of a paper whose own source is in the folder and gives no paper in this import. */
const addressIsKept = (file: string, id: string, own: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'address-is-kept',
  place: { file },
  seen: `identifiers of ${id}, whose source in ids.yaml is ${own.slice(0, 3).join(', ')}; this import read no paper from there`,
  expected: 'the source that the paper was made from',
  remedy: `fix that source, or take it out of the folder; until then ${file} has no record`,
});
