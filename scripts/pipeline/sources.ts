import type { Draft, Reading } from '#domain/draft';
import type { LedgerEntry } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { draft } from './draft.ts';
import { account } from './ledger.ts';
import type { Listed } from './list.ts';
import { decodeSource, openSource, readSidecar, type Sidecar } from './read.ts';
import { hashOf, type Store } from './store.ts';

/** What the reading of one source comes to. Kept in the store under `key`; nothing in it hangs on other sources. */
interface Readout {
  format: string;
  encoding: string;
  kind: NonNullable<Reading['kind']>;
  isPaper: boolean;
  drafts: Draft[];
  notices: Notice[];
  account: Pick<LedgerEntry, 'tally' | 'stretches'> & { unclassifiedLines: number };
}

/** A source after it was read: all but its drafts, which stay in the store until their paper's turn comes. */
export interface SourceRow {
  file: string;
  sha256: string;
  /** Absent for a source in quarantine. */
  key?: string;
  reused: boolean;
  format: string;
  encoding: string;
  isPaper: boolean;
  kind: NonNullable<Reading['kind']>;
  sidecar?: Sidecar;
  notices: Notice[];
  unclassifiedLines: number;
}

/** Reads one source, or takes what was read of the very same bytes before. The drafts are handed on once, not kept. */
export function readRow(listed: Listed, store: Store): { row: SourceRow; drafts: Draft[] } {
  const opened = openSource(listed);
  const { file } = listed;
  const notices: Notice[] = [];
  const sidecar = opened.bytes ? readSidecar(file, listed.path, notices) : undefined;
  const base = { file, sha256: opened.sha256, ...(sidecar ? { sidecar } : {}) };
  const quarantined = (more: Notice[]): { row: SourceRow; drafts: Draft[] } => ({
    row: {
      ...base,
      reused: false,
      format: 'none',
      encoding: 'none',
      isPaper: false,
      kind: 'page',
      notices: [...notices, ...more],
      unclassifiedLines: 0,
    },
    drafts: [],
  });
  if (!opened.bytes) return quarantined(opened.notices);
  const key = hashOf('reading', file, opened.sha256);
  const kept = store.get(key);
  let readout: Readout;
  if (kept) readout = JSON.parse(kept) as Readout;
  else {
    const decoded = decodeSource(file, opened.bytes);
    if (!decoded.source) return quarantined(decoded.notices);
    const { format, reading, notices: said } = draft(decoded.source);
    const { notices: wrong, ...laid } = account(decoded.source, reading);
    readout = {
      format,
      encoding: decoded.encoding,
      kind: reading.kind ?? 'page',
      isPaper: reading.isPaper,
      drafts: reading.drafts,
      notices: [...decoded.notices, ...said, ...wrong],
      account: laid,
    };
    store.set(key, JSON.stringify(readout));
  }
  const { drafts, account: laid, ...rest } = readout;
  const row: SourceRow = {
    ...base,
    key,
    reused: kept !== undefined,
    format: rest.format,
    encoding: rest.encoding,
    isPaper: rest.isPaper,
    kind: rest.kind,
    notices: [...notices, ...rest.notices],
    unclassifiedLines: laid.unclassifiedLines,
  };
  return { row, drafts };
}

/** The parts of a reading that were left in the store. */
export function storedReading(row: SourceRow, store: Store): Pick<Readout, 'drafts' | 'account'> {
  const kept = row.key === undefined ? undefined : store.get(row.key);
  if (!kept) return { drafts: [], account: { tally: emptyTally(), stretches: [], unclassifiedLines: 0 } };
  return JSON.parse(kept) as Readout;
}

const emptyTally = (): LedgerEntry['tally'] => ({ field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 });
