import type { Draft, Reading } from '#domain/draft';
import type { LedgerEntry } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { draft } from './draft.ts';
import { account } from './ledger.ts';
import type { Listed } from './list.ts';
import { unclassifiedByRecord } from './record-lines.ts';
import { decodeSource, openSource, readSidecar, type Sidecar } from './read.ts';
import { hashOf, type Store } from './store.ts';

/** What the reading of one source comes to. Kept in the store under `key`; nothing in it hangs on other sources. */
interface Readout {
  format: string;
  encoding: string;
  kind: NonNullable<Reading['kind']>;
  isPaper: boolean;
  /** How many drafts; they are kept apart, in parcels, so that one of ten thousand can be had without the others. */
  count: number;
  notices: Notice[];
  account: Pick<LedgerEntry, 'tally' | 'stretches'> & { unclassifiedLines: number; unclassifiedOf: number[] };
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
  /** The same of each draft of a file of many. */
  unclassifiedOf: number[];
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
      unclassifiedOf: [],
    },
    drafts: [],
  });
  if (!opened.bytes) return quarantined(opened.notices);
  const key = hashOf('reading', file, opened.sha256);
  const kept = store.get(key);
  let readout: Readout;
  let drafts: Draft[];
  if (kept) {
    readout = JSON.parse(kept) as Readout;
    drafts = parcels(readout.count).flatMap((parcel) => storedParcel(key, parcel, store));
  } else {
    const decoded = decodeSource(file, opened.bytes);
    if (!decoded.source) return quarantined(decoded.notices);
    const { format, reading, notices: said } = draft(decoded.source);
    const { notices: wrong, ...found } = account(decoded.source, reading);
    const laid = { ...found, unclassifiedOf: unclassifiedByRecord(decoded.source, reading.drafts, found.stretches) };
    drafts = reading.drafts;
    readout = {
      format,
      encoding: decoded.encoding,
      kind: reading.kind ?? 'page',
      isPaper: reading.isPaper,
      count: drafts.length,
      notices: [...decoded.notices, ...said, ...wrong],
      account: laid,
    };
    // The readout comes last: where it is, all of its parcels are.
    for (const parcel of parcels(drafts.length))
      store.set(parcelKey(key, parcel), JSON.stringify(drafts.slice(parcel * parcelSize, (parcel + 1) * parcelSize)));
    store.set(key, JSON.stringify(readout));
  }
  const { account: laid, ...rest } = readout;
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
    unclassifiedOf: laid.unclassifiedOf,
  };
  return { row, drafts };
}

const parcelSize = 20;
const parcels = (count: number): number[] => Array.from({ length: Math.ceil(count / parcelSize) }, (_, i) => i);
const parcelKey = (key: string, parcel: number): string => hashOf('drafts', key, String(parcel));
const storedParcel = (key: string, parcel: number, store: Store): Draft[] =>
  JSON.parse(store.get(parcelKey(key, parcel)) ?? '[]') as Draft[];

/** One draft of a source, from the store. */
export const storedDraft = ({ key }: SourceRow, index: number, store: Store): Draft | undefined =>
  key === undefined ? undefined : storedParcel(key, Math.floor(index / parcelSize), store)[index % parcelSize];

/** What became of a source's characters, from the store. */
export function storedAccount({ key }: SourceRow, store: Store): Readout['account'] {
  const kept = key === undefined ? undefined : store.get(key);
  const tally = { field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 };
  return kept
    ? (JSON.parse(kept) as Readout).account
    : { tally, stretches: [], unclassifiedLines: 0, unclassifiedOf: [] };
}
