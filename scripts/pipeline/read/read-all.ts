/** The step of the import that reads every source. */

import type { Decisions } from '../decisions/decisions.ts';
import type { ImportRun } from '../import-options.ts';
import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { targetNamesOf } from '../decisions/target-names.ts';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import type { NamedFor, KnownSidecar } from '../join/groups.ts';
import { recordNames, type DraftKey } from '../join/draft-key.ts';
import { keyOf } from '../join/key-of.ts';
import { marksOfDraft, type Ids } from '../ids/ids.ts';
import { codeOf } from '../../lib/paths.ts';
import { many } from '../../lib/report.ts';
import { shellWord } from '../../lib/shell-word.ts';
import { someRecords, takenRecords } from './taken-records.ts';
import { listSources, type Listed } from './list.ts';
import { marksOfSidecar } from '../paper/later/sidecar-marks.ts';
import { noFormat } from './no-format.ts';
import { isPartOfIssue, partOfIssue } from './part-of-issue.ts';
import { noPaper, readRow, type SourceRow } from './read-source.ts';
import { targetNamesOfKey } from '../decisions/same-as.ts';
import { withArchivesOpen } from './zip.ts';

/** All sources, and the keys of their drafts. */
export interface ReadAll {
  rows: SourceRow[];
  keys: DraftKey[];
  /** The keys with only those corrections applied that name the draft's source: what the source itself says. */
  own: DraftKey[];
  /** For each draft the paper for which ids.yaml lists its source. */
  named: (NamedFor | undefined)[];
  origins: { row: number; draft: number }[];
}

/** The number of sources or papers after which the import lets other work run and reports its progress. */
export const stride = 500;

/** Reads every source, in the order of their names. Their drafts stay in the store. */
export async function readAll(
  { sourcesDir, store, onProgress, notices }: ImportRun,
  { correctionsFor, ids, ways }: Decisions,
): Promise<ReadAll> {
  const all: ReadAll = { rows: [], keys: [], own: [], named: [], origins: [] };
  const found = listAll(sourcesDir, notices);
  const files = new Set(found.map(({ file }) => file));
  const listed = found.map((one) => underOwnName(one, files, ids));
  for (const [i, one] of listed.entries()) {
    const { row, drafts } = readRow(one, store, ways);
    all.rows.push(row);
    notices.push(...row.notices);
    const papers = row.isPaper || row.kind === 'references';
    if (papers && row.key && !drafts.length && row.format !== noFormat.name) notices.push(noPaper(row.file));
    const chosen = papers ? undefined : takenRecords(row, drafts, notices);
    if (!papers && row.key && row.format !== noFormat.name && !chosen?.size)
      notices.push(notOnePaper(row.file, drafts.length));
    drafts.forEach((draft, index) => {
      if (!papers && !chosen?.has(index)) return;
      const stated = keyOf(row.file, draft, []);
      const named = ids.naming(row.file, marksOfDraft(stated, draft));
      const targets = targetNamesOfKey(stated, ids);
      const names = targetNamesOf({ sources: recordNames(stated) });
      const own = correctionsFor(names);
      if (!named && !own.length && row.kind === 'references' && isPartOfIssue(draft)) {
        row.hasParts = true;
        notices.push(partOfIssue(draft, stated));
        return;
      }
      const owned = correctedKey(draft, stated, own);
      all.own.push(owned);
      all.named.push(named && { ...named, sidecar: knownSidecar(row, named.id, ids) });
      // A correction that names a paper by identifier or id is about the sources that the paper was made from, while
      // these are here.
      const taken = !named && idsOf(targets).some((it) => [...ids.filesOf(it).keys()].some((file) => files.has(file)));
      all.keys.push(taken ? owned : correctedKey(draft, stated, correctionsFor(targets)));
      all.origins.push({ row: i, draft: index });
    });
    if ((i + 1) % stride === 0) {
      onProgress(`read ${i + 1} of ${listed.length} sources`);
      await new Promise(setImmediate);
    }
  }
  return all;
}

/** Lists the sources. A folder that cannot be read is an error: otherwise all records would be removed. */
function listAll(folder: string, notices: Notice[]): Listed[] {
  try {
    return withArchivesOpen(listSources(folder));
  } catch (problem) {
    const code = codeOf(problem);
    notices.push({
      severity: 'error',
      rule: 'no-sources',
      place: { file: folder },
      seen: code === 'ENOENT' ? 'no such folder' : code || 'an error',
      expected: 'a folder of scraped pages',
      remedy: 'make the folder, or name another with --sources',
    });
    return [];
  }
}

/**
 * Quarantines a file whose name looks like an id, a DOI or a record of another file: decisions name sources, papers and
 * records by these, so such a file would receive what was decided about the other. It is read only where the paper was
 * made from it.
 */
function underOwnName(listed: Listed, files: ReadonlySet<string>, ids: Ids): Listed {
  const { file } = listed;
  const [paper] = ids.called(file).filter((id) => !ids.filesOf(id).has(file));
  const of = /^(.+)#[^#]+$/u.exec(file)?.[1];
  const other = paper ?? (of !== undefined && files.has(of) ? `a record of ${of}` : undefined);
  return other === undefined || listed.quarantined ? listed : { ...listed, quarantined: calledAs(file, other) };
}

const calledAs = (file: string, other: string): Notice => ({
  severity: 'warning',
  rule: 'source-called-as-a-paper',
  place: { file },
  seen: `a file whose name means ${other} in decisions`,
  expected: 'a file name of its own, because decisions about the one would apply to the other',
  remedy: 'rename the file and import again; it is not read',
});

const correctedKey = (draft: Draft, stated: DraftKey, corrections: readonly FiledCorrection[]): DraftKey =>
  corrections.length ? { ...keyOf(stated.file, draft, corrections), stated } : stated;

function knownSidecar({ file, sidecar }: SourceRow, id: string, ids: Ids): KnownSidecar {
  const { url, newer } = marksOfSidecar(file, sidecar);
  return { url: !url || ids.knowsSidecar(id, url), newer: !newer || ids.knowsSidecar(id, newer) };
}

const idsOf = (targets: readonly string[]): string[] =>
  targets.flatMap((target) => (target.startsWith('id ') ? [target.slice(3)] : []));

const notOnePaper = (file: string, count: number): Notice => ({
  severity: 'info',
  rule: 'not-a-paper',
  place: { file },
  seen: count ? `a page that lists ${many(count, 'paper')}` : 'a page that is not about one paper',
  expected: 'the page of a paper, or a file of references',
  remedy: count
    ? `do nothing if you want none of them; npm run add -- ${shellWord(file)} --list shows them, --records ${someRecords(count)} takes some in`
    : 'do nothing if that is what it is; otherwise save the page that has the abstract',
});
