import type { Notice } from '#domain/notice';
import type { ImportContext } from '../import-context.ts';
import type { Made } from '../paper/make-all.ts';
import { identify } from './identify.ts';

/** A paper with its id, which is empty where no valid record was made, or where its address is kept for its own source. */
export interface NamedPaper extends Made {
  id: string;
}

/**
 * Gives every paper its id: the one place where new ids are minted. Notices say whose address goes on to other sources, and
 * whose is kept.
 */
export function giveIds(made: readonly Made[], context: ImportContext, notices: Notice[]): NamedPaper[] {
  const { ids, keys } = context;
  const valid = made.flatMap((paper) => (paper.identity ? [{ paper, identity: paper.identity }] : []));
  const papers = valid.map(({ paper }) => paper);
  const { given, passedOn, waiting } = identify(
    valid.map(({ identity }) => identity),
    ids,
    silentFiles(context, papers),
  );
  const idOf = new Map(papers.map((paper, i) => [paper, given[i] ?? '']));
  const fileAt = (index: number): string => keys[papers[index]?.decided.group.members[0] ?? -1]?.file ?? '?';
  notices.push(...passedOnNotices(passedOn.map(({ index, id }) => ({ id, file: fileAt(index) }))));
  const kept = new Map(
    waiting.map(({ index, id }) => [papers[index], addressIsKept(fileAt(index), id, [...ids.filesOf(id).keys()])]),
  );
  return made.map((paper) => {
    const notice = kept.get(paper);
    return { ...paper, id: idOf.get(paper) ?? '', notices: notice ? [...paper.notices, notice] : paper.notices };
  });
}

/** Whether no paper is made of a file of the folder: it cannot be read just now, or is in a folder that cannot. */
function silentFiles(
  { rows, keys }: Pick<ImportContext, 'rows' | 'keys'>,
  papers: readonly Made[],
): (file: string) => boolean {
  const heard = new Set(papers.flatMap(({ decided }) => decided.group.members.map((member) => keys[member]?.file)));
  const silent = new Set(rows.map(({ file }) => file).filter((file) => !heard.has(file)));
  const folders = (file: string): string[] => [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index));
  return (file) => silent.has(file) || folders(file).some((folder) => silent.has(folder));
}

/** Papers whose address goes on to other sources, since those are gone that ids.yaml names: a notice for each file. */
function passedOnNotices(papers: readonly { id: string; file: string }[]): Notice[] {
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

/** A source with the identifiers of a paper whose own source is here and gives no paper just now. */
const addressIsKept = (file: string, id: string, own: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'address-is-kept',
  place: { file },
  seen: `identifiers of ${id}, which ids.yaml says is of ${own.slice(0, 3).join(', ')}; no paper was read from there in this import`,
  expected: 'the source that the paper was made from',
  remedy: `fix that source, or take it out of the folder; no record was made of ${file} meanwhile`,
});
