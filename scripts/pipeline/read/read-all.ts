import type { Decisions } from '../decisions/decisions.ts';
import type { ImportRun } from '../import-options.ts';
import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { targetNamesOf } from '../decisions/target-names.ts';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import type { NamedFor, KnownSidecar } from '../join/groups.ts';
import { recordName, type DraftKey } from '../join/draft-key.ts';
import { keyOf } from '../join/key-of.ts';
import { marksOfDraft, type Ids } from '../ids/ids.ts';
import { codeOf } from '../../lib/paths.ts';
import { listSources, type Listed } from './list.ts';
import { marksOfSidecar } from '../paper/later/sidecar-marks.ts';
import { noFormat } from './no-format.ts';
import { noPaper, readRow, type SourceRow } from './read-source.ts';
import { targetNamesOfKey } from '../decisions/same-as.ts';

/** All sources, and what tells their drafts apart. */
export interface ReadAll {
  rows: SourceRow[];
  keys: DraftKey[];
  /** The same with the corrections alone that name the draft's source: what it says itself. */
  own: DraftKey[];
  /** For each draft the paper for which ids.yaml names its source. */
  named: (NamedFor | undefined)[];
  origins: { row: number; draft: number }[];
}

/** Lets others run, and says how far it is, every so many sources or papers. */
export const stride = 500;

/** Reads every source, in the order of their names. Their drafts stay in the store. */
export async function readAll(
  { sourcesDir, store, onProgress, notices }: ImportRun,
  { correctionsFor, ids }: Decisions,
): Promise<ReadAll> {
  const all: ReadAll = { rows: [], keys: [], own: [], named: [], origins: [] };
  const found = listAll(sourcesDir, notices);
  const files = new Set(found.map(({ file }) => file));
  const listed = found.map((one) => underOwnName(one, files, ids));
  for (const [i, one] of listed.entries()) {
    const { row, drafts } = readRow(one, store);
    all.rows.push(row);
    notices.push(...row.notices);
    const papers = row.isPaper || row.kind === 'references';
    if (papers && row.key && !drafts.length && row.format !== noFormat.name) notices.push(noPaper(row.file));
    if (!papers && row.key) notices.push(notOnePaper(row.file, drafts.length));
    drafts.forEach((draft, index) => {
      if (!papers) return;
      const stated = keyOf(row.file, draft, []);
      const named = ids.naming(row.file, marksOfDraft(stated, draft));
      const calls = targetNamesOfKey(stated, ids);
      const names = targetNamesOf({ sources: [recordName(stated)] });
      const owned = correctedKey(draft, stated, correctionsFor(names));
      all.own.push(owned);
      all.named.push(named && { ...named, sidecar: knownSidecar(row, named.id, ids) });
      // What calls a paper by its identifiers or id speaks of the sources that it was made from, while they are here.
      const taken = !named && idsOf(calls).some((it) => [...ids.filesOf(it).keys()].some((file) => files.has(file)));
      all.keys.push(taken ? owned : correctedKey(draft, stated, correctionsFor(calls)));
      all.origins.push({ row: i, draft: index });
    });
    if ((i + 1) % stride === 0) {
      onProgress(`read ${i + 1} of ${listed.length} sources`);
      await new Promise(setImmediate);
    }
  }
  return all;
}

/** An error where the folder cannot be read: the records of a whole review are not taken away for that. */
function listAll(folder: string, notices: Notice[]): Listed[] {
  try {
    return listSources(folder);
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
 * Decisions call a source by its name, and a paper by its id or DOI, or a record by its file and number: a file that is called
 * as one of these would take what was decided of it. It is not read, unless the paper was made from it.
 */
function underOwnName(listed: Listed, files: ReadonlySet<string>, ids: Ids): Listed {
  const { file } = listed;
  const [paper] = ids.called(file).filter((id) => !ids.filesOf(id).has(file));
  const of = /^(.+)#\d+$/u.exec(file)?.[1];
  const other = paper ?? (of !== undefined && files.has(of) ? `a record of ${of}` : undefined);
  return other === undefined || listed.quarantined ? listed : { ...listed, quarantined: calledAs(file, other) };
}

const calledAs = (file: string, other: string): Notice => ({
  severity: 'warning',
  rule: 'source-called-as-a-paper',
  place: { file },
  seen: `a file with the name by which decisions call ${other}`,
  expected: 'a name of its own: what was decided of the one would be done to the other',
  remedy: 'rename the file and import again; it was not read',
});

const correctedKey = (draft: Draft, stated: DraftKey, corrections: readonly FiledCorrection[]): DraftKey =>
  corrections.length ? keyOf(stated.file, draft, corrections) : stated;

function knownSidecar({ file, sidecar }: SourceRow, id: string, ids: Ids): KnownSidecar {
  const { url, newer } = marksOfSidecar(file, sidecar);
  return { url: !url || ids.knowsSidecar(id, url), newer: !newer || ids.knowsSidecar(id, newer) };
}

const idsOf = (calls: readonly string[]): string[] =>
  calls.flatMap((call) => (call.startsWith('id ') ? [call.slice(3)] : []));

const notOnePaper = (file: string, count: number): Notice => ({
  severity: 'info',
  rule: 'not-a-paper',
  place: { file },
  seen: count ? `a page that lists ${count} papers` : 'a page that is not about one paper',
  expected: 'the page of a paper, or a file of references',
  remedy: 'nothing, if that is what it is; else save the page of the abstract itself',
});
