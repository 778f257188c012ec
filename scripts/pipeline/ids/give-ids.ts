import type { Notice } from '#domain/notice';
import { identify } from './identify.ts';
import { decideLate } from '../decisions/corrections-by-new-id.ts';
import type { Made } from '../paper/make-all.ts';
import type { Workshop } from '../paper/make-paper.ts';

/** Gives every paper its id, and says whose address goes on to other sources, or is kept for its own. */
export function nameAll(made: readonly Made[], shop: Workshop, notices: Notice[]): void {
  const { ids } = shop;
  const faces = made.flatMap((paper) => (paper.face ? [{ paper, face: paper.face }] : []));
  const papers = faces.map((it) => it.paper);
  const named = identify(
    faces.map((it) => it.face),
    ids,
    silentFiles(shop, papers),
  );
  papers.forEach((paper, i) => (paper.id = named.given[i] ?? ''));
  for (const paper of papers) if (paper.id) decideLate(paper, shop, notices);
  const fileAt = (index: number): string => shop.keys[papers[index]?.decided.group.members[0] ?? -1]?.file ?? '?';
  notices.push(...passedOn(named.passedOn.map(({ index, id }) => ({ id, file: fileAt(index) }))));
  for (const { index, id } of named.waiting)
    papers[index]?.notices.push(addressIsKept(fileAt(index), id, [...ids.filesOf(id).keys()]));
}

/** Whether a file of the folder stands in no paper: one that cannot be read just now, or is in a folder that cannot. */
function silentFiles(
  { rows, keys }: Pick<Workshop, 'rows' | 'keys'>,
  papers: readonly Made[],
): (file: string) => boolean {
  const heard = new Set(papers.flatMap(({ decided }) => decided.group.members.map((member) => keys[member]?.file)));
  const silent = new Set(rows.map(({ file }) => file).filter((file) => !heard.has(file)));
  const folders = (file: string): string[] => [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index));
  return (file) => silent.has(file) || folders(file).some((folder) => silent.has(folder));
}

/** Papers whose address goes on to other sources, since those are gone that ids.yaml names: a notice for each file. */
function passedOn(papers: readonly { id: string; file: string }[]): Notice[] {
  const byFile = new Map<string, string[]>();
  for (const { id, file } of papers) byFile.set(file, [...(byFile.get(file) ?? []), id]);
  return [...byFile].map(([file, ids]) => ({
    severity: 'info',
    rule: 'address-passed-on',
    place: { file },
    seen: `the sources of ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''} are not here any more`,
    expected: 'a paper keeps its address',
    remedy: `nothing, if ${file} replaces them: it has the same identifiers, and ids.yaml names it from now on`,
  }));
}

/** A source that bears the identifiers of a paper whose own source is here and gives no paper just now. */
const addressIsKept = (file: string, id: string, own: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'address-is-kept',
  place: { file },
  seen: `identifiers of ${id}, which ids.yaml says is of ${own.slice(0, 3).join(', ')}; no paper was read from there in this import`,
  expected: 'the source that the paper was made from',
  remedy: `fix that source, or take it out of the folder; no record was made of ${file} meanwhile`,
});
