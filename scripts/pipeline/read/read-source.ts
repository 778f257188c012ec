/** Reads one source and keeps the result in the store, so that the same bytes are read once. */

import type { Draft, Reading } from '#domain/draft';
import type { LedgerEntry } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { formatsWith } from '../../formats/index.ts';
import type { Site } from '../../formats/pages/sites/site-file.ts';
import { NoticeError } from '../../lib/notice-error.ts';
import { hashOf, keyFor, type Key, type Store } from '../../lib/store/index.ts';
import { runLimited, timeFor } from './run-limited.ts';
import { draftAtOnce } from './draft.ts';
import { account } from '../ledger/account.ts';
import type { Listed } from './list.ts';
import { unclassifiedByRecord } from '../ledger/record-lines.ts';
import { decodeSource, openSource, readSidecar, type Sidecar } from './open-source.ts';

/** What reading one source gives, except its drafts. It does not depend on other sources. */
interface Readout {
  format: string;
  encoding: string;
  kind: NonNullable<Reading['kind']>;
  isPaper: boolean;
  /** The number of drafts. They are stored separately, in parcels, so that one of ten thousand can be loaded alone. */
  count: number;
  /** The fields of its paper that are not sure, by the names of `npm run read -- --json`. */
  toCheck: string[];
  notices: Notice[];
  account: Pick<LedgerEntry, 'tally' | 'stretches'> & { unclassifiedLines: number; unclassifiedOf: number[] };
}

/** How sources are read. `key` is the same for the same formats of the review's own. */
export interface Ways {
  formats: readonly Format[];
  key: string;
}

/** The formats of the project, with those of a review's site files. */
export const waysOf = (sites: readonly Site[]): Ways => ({
  formats: formatsWith(sites),
  key: sites.length ? hashOf(JSON.stringify(sites)) : '',
});

/** A source after it was read, except its drafts, which stay in the store until their paper is made. */
export interface SourceRow {
  file: string;
  sha256: string;
  /** The key of the stored reading; absent for a quarantined source. */
  key?: Key<Readout>;
  /** The file, to read it again if the store loses the reading. */
  listed: Listed;
  ways: Ways;
  reused: boolean;
  format: string;
  encoding: string;
  isPaper: boolean;
  kind: NonNullable<Reading['kind']>;
  sidecar?: Sidecar;
  /** The fields of its paper that are not sure, by the names of `npm run read -- --json`. */
  toCheck: string[];
  notices: Notice[];
  /** Whether some of its records are parts of an issue, and so no papers. */
  hasParts?: boolean;
  unclassifiedLines: number;
  /** The number of such lines for each draft in a file of many. */
  unclassifiedOf: number[];
}

interface ReadSource {
  readout: Readout;
  drafts: Draft[];
}

/**
 * Reads one source, or takes from the store what was read from the same bytes. The drafts are returned once and not
 * kept in memory.
 */
export function readRow(listed: Listed, store: Store, ways: Ways = waysOf([])): { row: SourceRow; drafts: Draft[] } {
  const opened = openSource(listed);
  const { file } = listed;
  const notices: Notice[] = [];
  const sidecar = opened.bytes ? readSidecar(file, listed.path, notices) : undefined;
  const base = { file, sha256: opened.sha256, listed, ways, ...(sidecar ? { sidecar } : {}) };
  const quarantined = (more: Notice[]): { row: SourceRow; drafts: Draft[] } => ({
    row: {
      ...base,
      reused: false,
      format: 'none',
      encoding: 'none',
      isPaper: false,
      kind: 'page',
      toCheck: [],
      notices: [...notices, ...more],
      unclassifiedLines: 0,
      unclassifiedOf: [],
    },
    drafts: [],
  });
  if (!opened.bytes) return quarantined(opened.notices);
  const key = readoutKey(file, opened.sha256, ways, sidecar?.url);
  const kept = keptReading(key, store);
  const read = kept ?? readAnew(file, opened.bytes, ways, sidecar?.url);
  if ('notices' in read) return quarantined(read.notices);
  if (!kept) keep(key, read, store);
  const { account: laid, ...readout } = read.readout;
  const row: SourceRow = {
    ...base,
    key,
    reused: kept !== undefined,
    format: readout.format,
    encoding: readout.encoding,
    isPaper: readout.isPaper,
    kind: readout.kind,
    toCheck: readout.toCheck,
    notices: [...notices, ...readout.notices],
    unclassifiedLines: laid.unclassifiedLines,
    unclassifiedOf: laid.unclassifiedOf,
  };
  return { row, drafts: read.drafts };
}

/** What a source's bytes give, or why they are quarantined. */
function readAnew(
  file: string,
  bytes: Buffer,
  { formats }: Ways,
  url: string | undefined,
): ReadSource | { notices: Notice[] } {
  const { source, encoding, notices } = decodeSource(file, bytes, url);
  if (!source) return { notices };
  const done = runLimited(file, timeFor(source.text.length), () => readDecoded(source, formats));
  if ('notice' in done) return { notices: [...notices, done.notice] };
  const { readout, drafts } = done.value;
  return { readout: { ...readout, encoding, notices: [...notices, ...readout.notices] }, drafts };
}

function readDecoded(
  source: SourceText,
  formats: readonly Format[],
): { readout: Omit<Readout, 'encoding'>; drafts: Draft[] } {
  const { format, reading, notices: said } = draftAtOnce(source, formats);
  const { notices: wrong, ...found } = account(source, reading);
  const readout = {
    format,
    kind: reading.kind ?? 'page',
    isPaper: reading.isPaper,
    count: reading.drafts.length,
    toCheck: reading.toCheck ?? [],
    notices: [...said, ...wrong],
    account: { ...found, unclassifiedOf: unclassifiedByRecord(source, reading.drafts, found.stretches) },
  };
  return { readout, drafts: reading.drafts };
}

const readoutKey = (file: string, sha256: string, { key }: Ways, url = ''): Key<Readout> =>
  keyFor('reading', file, sha256, key, url);
const parcelSize = 20;
const parcels = (count: number): number[] => Array.from({ length: Math.ceil(count / parcelSize) }, (_, i) => i);
const parcelKey = (key: Key<Readout>, parcel: number): Key<Draft[]> => keyFor('drafts', key, String(parcel));

/** Stores a reading. The readout is written last, so where it exists all parcels should exist too. */
function keep(key: Key<Readout>, { readout, drafts }: ReadSource, store: Store): void {
  for (const parcel of parcels(drafts.length))
    store.set(parcelKey(key, parcel), drafts.slice(parcel * parcelSize, (parcel + 1) * parcelSize));
  store.set(key, readout);
}

/** A stored reading; `undefined` if a part of it is missing. */
function keptReading(key: Key<Readout>, store: Store): ReadSource | undefined {
  const readout = store.get(key);
  if (!readout) return undefined;
  const drafts: Draft[] = [];
  for (const parcel of parcels(readout.count)) {
    const some = store.get(parcelKey(key, parcel), true);
    if (!some) return undefined;
    drafts.push(...some);
  }
  return { readout, drafts };
}

/**
 * Reads again what the store has lost since `readRow`.
 * @throws NoticeError where the file has changed, or cannot be read: then it is not a source of this import
 */
function readAgain({ file, sha256, listed, ways, sidecar }: SourceRow, key: Key<Readout>, store: Store): ReadSource {
  const { bytes, sha256: now, notices } = openSource(listed);
  if (!bytes || now !== sha256) throw new NoticeError(notSame(file, notices[0]?.seen ?? 'other bytes than before'));
  const read = readAnew(file, bytes, ways, sidecar?.url);
  if ('notices' in read) throw new NoticeError(notSame(file, read.notices[0]?.seen ?? 'a reading that fails'));
  keep(key, read, store);
  return read;
}

const notSame = (file: string, seen: string): Notice => ({
  severity: 'error',
  rule: 'source-changed-meanwhile',
  place: { file },
  seen: `${seen}, while it was imported`,
  expected: 'a source that stays as it is until the import has ended',
  remedy: 'import once more: nothing is written',
});

/** One draft of a source. */
export function storedDraft(row: SourceRow, index: number, store: Store): Draft | undefined {
  if (row.key === undefined) return undefined;
  const parcel = store.get(parcelKey(row.key, Math.floor(index / parcelSize)), true);
  return parcel ? parcel[index % parcelSize] : readAgain(row, row.key, store).drafts[index];
}

/** What became of a source's characters. */
export function storedAccount(row: SourceRow, store: Store): Readout['account'] {
  const tally = { field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 };
  if (row.key === undefined) return { tally, stretches: [], unclassifiedLines: 0, unclassifiedOf: [] };
  return (store.get(row.key, true) ?? readAgain(row, row.key, store).readout).account;
}

/** A notice for a source that was read and states no paper. */
export const noPaper = (file: string): Notice => ({
  severity: 'warning',
  rule: 'no-paper-found',
  place: { file },
  seen: 'neither title nor abstract nor identifier',
  expected: 'the page of a paper',
  remedy: 'save the page that has the abstract, or state a title with npm run correct',
});
