/** The result of an import in numbers, for the commands that print it. */

import type { LedgerEntry, Pending, ToCheck } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import type { Decisions } from './decisions/decisions.ts';
import { lastingNames } from './decisions/lasting-names.ts';
import type { NamedPaper } from './ids/give-ids.ts';
import type { ImportRun } from './import-options.ts';
import type { SourceOutcome } from './ledger/source-outcomes.ts';
import type { ReadAll } from './read/read-all.ts';

interface ImportCounts {
  sources: number;
  /** Sources and papers that were made again; the others came from the cache. */
  sourcesRead: number;
  papersMade: number;
  papers: number;
  quarantined: number;
  notPapers: number;
  excluded: number;
  newIds: number;
  /** Corrections whose target is not here yet. */
  waiting: number;
}

export interface ImportResult {
  notices: Notice[];
  counts: ImportCounts;
  /** With `check`: what differs, one per line. */
  differences: string[];
  /** What readers will see differently from the old records, one per line, with the cause. */
  changes: string[];
  /** False where an error kept the old records. */
  written: boolean;
  /** File of a correction -> ids of the papers that it corrects. */
  corrected: Map<string, string[]>;
  /** What waits for a person's decision, as in the ledger. */
  pending: Pending[];
  /** The values that a person should look at, as in the ledger. */
  toCheck: ToCheck[];
  /** The ids of papers that a `for:` means: it is an id, an alias, a DOI or `pmid:…`. */
  papersOf: (name: string) => string[];
  /**
   * The name by which a decision should mean a record: where it was named by its number, which the next export may give to
   * another record, a mark of its own. `undefined` where no record has the name.
   */
  lastingName: (name: string) => string | undefined;
  /** What became of each source, for a command that shows it. */
  sources: { file: string; outcome: LedgerEntry['outcome']; papers: string[] }[];
}

/** The result of writing. */
export interface Written {
  /** How the files in the folder differed, one per line. */
  differences: string[];
  /** What readers will see differently, one per line. */
  changes: string[];
  /** False where the old records stay: there is an error, or the import only compares. */
  allowed: boolean;
}

/** The result of an import that ended before it read any source: the folder is unchanged. */
export function nothingRead({ notices }: ImportRun): ImportResult {
  const none = { sources: 0, sourcesRead: 0, papersMade: 0, papers: 0, quarantined: 0, notPapers: 0 };
  return {
    notices,
    counts: { ...none, excluded: 0, newIds: 0, waiting: 0 },
    differences: [],
    changes: [],
    corrected: new Map(),
    pending: [],
    toCheck: [],
    papersOf: () => [],
    lastingName: () => undefined,
    written: false,
    sources: [],
  };
}

/** What the steps of an import found and made. */
interface Steps {
  run: ImportRun;
  decisions: Decisions;
  read: ReadAll;
  named: readonly NamedPaper[];
  shown: readonly NamedPaper[];
  outcomes: ReadonlyMap<string, SourceOutcome>;
  pending: Pending[];
  toCheck: ToCheck[];
  written: Written;
}

export function resultOf({
  run,
  decisions,
  read,
  named,
  shown,
  outcomes,
  pending,
  toCheck,
  written,
}: Steps): ImportResult {
  const { ids, corrections } = decisions;
  const corrected = correctedBy(named);
  const count = (outcome: LedgerEntry['outcome']): number =>
    [...outcomes.values()].filter((it) => it.outcome === outcome).length;
  return {
    notices: run.notices,
    counts: {
      sources: read.rows.length,
      sourcesRead: read.rows.filter((row) => row.key && !row.reused).length,
      papersMade: named.filter((paper) => !paper.reused).length,
      papers: shown.length,
      quarantined: count('quarantined'),
      notPapers: count('not-a-paper'),
      excluded: count('excluded'),
      newIds: ids.minted,
      waiting: corrections.filter((it) => !corrected.has(it.file)).length,
    },
    differences: run.check ? written.differences : [],
    changes: written.changes,
    corrected,
    pending,
    toCheck,
    papersOf: (name) => ids.called(name),
    lastingName: lastingNames(read.keys, ids),
    written: written.allowed,
    sources: read.rows.map(({ file }) => ({ file, outcome: 'quarantined', papers: [], ...outcomes.get(file) })),
  };
}

function correctedBy(papers: readonly NamedPaper[]): Map<string, string[]> {
  const corrected = new Map<string, string[]>();
  for (const { id, decided } of papers)
    for (const { file } of decided.corrections)
      corrected.set(file, [...(corrected.get(file) ?? []), ...(id ? [id] : [])]);
  return corrected;
}
