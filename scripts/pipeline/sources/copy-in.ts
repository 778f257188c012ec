/** Copies files into the folder of sources, under safe names and never over another file. */

import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Notice } from '#domain/notice';
import type { Removal } from '#domain/removal';
import type { SourceText } from '#domain/source';
import { makeFolder, removeTemporary, writeStaged } from '../../lib/files.ts';
import { insideName } from '../../lib/names.ts';
import { addAll } from '../../lib/all-or-none.ts';
import type { Format } from '../../formats/format.ts';
import { formats as specific } from '../../formats/index.ts';
import { draft } from '../read/draft.ts';
import { joinDrafts } from '../join/join-drafts.ts';
import type { DraftKey } from '../join/draft-key.ts';
import { keyOf } from '../join/key-of.ts';
import { listSources, type Listed } from '../read/list.ts';
import { decodeSource, openSource } from '../read/open-source.ts';
import { isZipName, sourcesInZip } from '../read/zip.ts';
import { visible } from '#text/visible';
import { normalized } from '#text/normal';

/** What became of one given file: copied as `file`, already there as `file`, or refused with a notice. */
export interface CopiedSource {
  offered: string;
  file?: string;
  /** `newer`: a newer scrape of a page that is there; `other`: the name is that of another paper. */
  was: 'new' | 'newer' | 'other' | 'known' | 'refused';
  /** The name of the older scrape that it replaces. */
  replaces?: string;
  notices: Notice[];
}

export interface TakeInOptions {
  /** The folder of sources. */
  sourcesDir: string;
  /** Today as an ISO date, for the sidecar of a newer scrape. */
  today: string;
  /** Whether the given sidecars count as the person's own statements. */
  trustsSidecars?: boolean;
  /**
   * What was removed. Such a name may be used only for the same bytes, because the address of its paper depends on it.
   */
  removals?: readonly Removal[];
  /** How sources are read; without those of the review's site files where absent. */
  formats?: readonly Format[];
}

/**
 * Makes a name that is safe on every disk: anything but letters, digits, dots, hyphens and underscores becomes a
 * hyphen.
 */
export function safeName(name: string): string {
  const safe = normalized(name, 'NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/u, '')
    .slice(0, 100);
  return safe || 'source.txt';
}

/** What `copyIn` knows of the folder of sources, together with what it will add. */
interface Taking {
  /** SHA-256 of the bytes -> file. */
  known: Map<string, string>;
  /** Names in lower case, because some disks ignore case. */
  names: Set<string>;
  removals: readonly Removal[];
  /** Where to read a file that is there, or will be. */
  pathOf: (file: string) => string;
  staged: string;
  today: string;
  trustsSidecars: boolean;
  formats: readonly Format[];
}

/**
 * Copies files into the folder of sources, byte for byte, never over another file. If anything interrupts it, no file
 * is copied; otherwise all are, with their sidecars. Bytes that are there under any name are not copied again.
 * Different bytes under a used name are a newer scrape, and a sidecar says so, unless they are about another paper. A
 * file that cannot be read is refused and stays where it is.
 */
export async function copyIn(
  offered: readonly Listed[],
  { sourcesDir, today, trustsSidecars = false, removals = [], formats = specific }: TakeInOptions,
): Promise<CopiedSource[]> {
  makeFolder(sourcesDir);
  const known = new Map(
    listSources(sourcesDir).flatMap((it): [string, string][] => {
      const { bytes, sha256 } = openSource(it);
      return bytes ? [[sha256, it.file]] : [];
    }),
  );
  const names = new Set(readdirSync(sourcesDir).map((name) => name.toLowerCase()));
  const staged = insideName(sourcesDir, 'new');
  const pathOf = (file: string) => [join(staged, file), join(sourcesDir, file)].find(existsSync) ?? file;
  makeFolder(staged);
  try {
    const taken = offered.map((listed) =>
      takeOne(listed, { known, names, removals, pathOf, staged, today, trustsSidecars, formats }),
    );
    await addAll(sourcesDir, staged);
    return taken;
  } finally {
    removeTemporary(staged);
  }
}

function takeOne(listed: Listed, taking: Taking): CopiedSource {
  const { known, names, removals, pathOf, staged, today, trustsSidecars, formats } = taking;
  const opened = openSource(listed);
  const isZip = isZipName(listed.file);
  const decoded = opened.bytes && !isZip ? decodeSource(listed.file, opened.bytes) : undefined;
  const notices = [...opened.notices, ...(decoded?.notices ?? [])];
  // The import tells which files of an archive are not read; an archive of which nothing is read is refused here.
  const within = opened.bytes && isZip ? sourcesInZip(listed) : [];
  const isText = isZip ? within.some(({ quarantined }) => !quarantined) : decoded?.source !== undefined;
  if (!opened.bytes || !isText)
    return {
      offered: visible(listed.file),
      was: 'refused',
      notices: [...notices, ...within.flatMap(({ quarantined }) => quarantined ?? [])],
    };
  const there = known.get(opened.sha256);
  if (there) return { offered: listed.file, file: there, was: 'known', notices: [] };
  const kept = removals.filter(({ sha256 }) => sha256 !== opened.sha256).map(({ source }) => source.toLowerCase());
  const [file, taken] = freeName(safeName(basename(listed.file)), new Set([...names, ...kept]));
  const older =
    taken !== undefined &&
    names.has(taken.toLowerCase()) &&
    // Another archive of the name is not a newer scrape: its records are joined one by one.
    decoded?.source &&
    mayReplace(pathOf(taken), decoded.source, formats)
      ? taken
      : undefined;
  writeStaged(join(staged, file), opened.bytes);
  names.add(file.toLowerCase());
  known.set(opened.sha256, file);
  const sidecar = sidecarOf(listed.path, older, today, trustsSidecars);
  if (sidecar) writeStaged(join(staged, `${file}.meta.yaml`), sidecar);
  const was = older ? 'newer' : taken ? 'other' : 'new';
  return { offered: listed.file, file, was, ...(older ? { replaces: older } : {}), notices };
}

/** Whether a page may be a newer scrape of another: both are about one paper, or one does not say which. */
function mayReplace(path: string, newer: SourceText, formats: readonly Format[]): boolean {
  const { bytes } = openSource({ file: basename(path), path, size: 0 });
  const older = bytes && decodeSource(basename(path), bytes).source;
  if (!older) return true;
  const [before, now] = [older, newer].map((source) => draft(source, formats).reading);
  if (!before || !now || (before.kind === 'references') !== (now.kind === 'references')) return false;
  // An export of a library has many records: each is joined by itself.
  if (before.kind === 'references' || before.drafts.length !== 1 || now.drafts.length !== 1) return true;
  const keys = [before, now].flatMap(({ drafts }, i) => drafts.map((one) => keyOf(`${i}`, one, [])));
  const saysWhich = ({ titles, doi, pmid }: DraftKey): boolean => titles.length > 0 || !!doi || !!pmid;
  return !keys.every(saysWhich) || joinDrafts(keys).groups.length === 1;
}

/** The name, or the first free of `name~2`, `name~3`, …; and the name before it, which is the last scrape. */
export function freeName(name: string, taken: ReadonlySet<string>): [free: string, older?: string] {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  let older: string | undefined;
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) {
    older = free;
    free = `${stem}~${n}${ending}`;
  }
  return older ? [free, older] : [free];
}

/**
 * The sidecar that came with a file, and what a newer scrape replaces; `undefined` if there is neither. The `replaces`
 * of the sidecar is dropped unless it is trusted, because the file name already says what is replaced.
 */
function sidecarOf(
  path: string,
  replaces: string | undefined,
  today: string,
  trusted: boolean,
): string | Buffer | undefined {
  const beside = `${path}.meta.yaml`;
  const given = existsSync(beside) && lstatSync(beside).isFile() ? readFileSync(beside) : undefined;
  const text = given?.toString('utf8') ?? '';
  // Which records of a list are papers is a person's word.
  const chosen = /^records:.*(?:\r?\n[ \t-].*)*(?:\r?\n|$)/gmu;
  const kept = trusted || !/^records:/mu.test(text) ? given : text.replace(chosen, '');
  if (!replaces) return kept;
  const written = kept?.toString('utf8').trimEnd() ?? '';
  const before = trusted ? written : written.replace(/^replaces:.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gmu, '').trimEnd();
  const lines = [
    ...(before ? [before] : []),
    ...(/^retrieved:/mu.test(before) ? [] : [stringify({ retrieved: today }).trim()]),
    ...(/^replaces:/mu.test(before) ? [] : [stringify({ replaces }).trim()]),
  ];
  return `${lines.join('\n')}\n`;
}
