/** Removes sources from a review: the work of `npm run remove`. */

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { doiKey } from '#domain/identifiers';
import type { Notice } from '#domain/notice';
import { mainTitle, paperSchema, type Paper } from '#domain/paper';
import type { Removal, RemovedPaper } from '#domain/removal';
import { linkOrCopy, makeFolder, removeTemporary, writeStaged } from '../../lib/files.ts';
import { takeOut } from '../../lib/all-or-none.ts';
import { insideName } from '../../lib/names.ts';
import { readChecked, readJson } from '../../lib/read-content.ts';
import { formatsOf } from '../decisions/read-sites.ts';
import { draft } from '../read/draft.ts';
import { marksOfDraft } from '../ids/ids.ts';
import { importReview } from '../import-review.ts';
import { withImportLock } from '../write/import-lock.ts';
import type { ImportResult } from '../import-result.ts';
import type { ImportOptions } from '../import-options.ts';
import { keyOf } from '../join/key-of.ts';
import { insideZip } from '#text/zip';
import { listSources, type Listed } from '../read/list.ts';
import { decodeSource, openSource } from '../read/open-source.ts';
import { freeName, safeName } from './copy-in.ts';

export interface RemoveOptions extends ImportOptions, Pick<Removal, 'reason' | 'reasonZh' | 'by'> {
  /** Today as an ISO date, for the decision. */
  today: string;
}

export interface Removed {
  /** Each source with the folder that keeps it, and the decision; empty where nothing was removed. */
  removed: { folder: string; removal: Removal }[];
  /** Why nothing was removed; and what was tidied up first: leftovers of interrupted runs. */
  told: Notice[];
  /** The result of the last import; absent where a name was wrong. */
  result?: ImportResult;
}

/**
 * Removes sources from a review and imports it, while no other run changes it. Each source goes to `removed/` with its
 * sidecar and the decision; if anything interrupts it, none does. A paper keeps its address: it stays with its other
 * sources, or the decision says what was there. Where a name is not a source, or the review has errors, nothing
 * changes.
 */
export const removeSources = (names: readonly string[], options: RemoveOptions): Promise<Removed> =>
  withImportLock(options, async (told) => {
    const sourcesDir = join(options.contentDir, 'sources');
    const listed = existsSync(sourcesDir) ? listSources(sourcesDir) : [];
    const found = [...new Set(names)].map((name) => findSource(name, listed));
    const refused = found.filter((it) => 'rule' in it);
    const sources = found.filter((it) => 'file' in it);
    if (refused.length) return { removed: [], told: [...told, ...refused] };
    // The decision describes the papers as they are now, so sources that were added since the last import are imported
    // first.
    const before = await importReview(options);
    if (!before.written) return { removed: [], told, result: before };
    const removed = await stage(sources, before, options);
    return { removed, told, result: await importReview(options) };
  });

interface Source {
  file: string;
  path: string;
  sha256: string;
}

function findSource(name: string, listed: readonly Listed[]): Source | Notice {
  const refuse = (seen: string, remedy: string): Notice => ({
    severity: 'error',
    rule: 'no-such-source',
    place: { file: name || '""' },
    seen,
    expected: 'the name of a file in sources/',
    remedy: `${remedy}; nothing is changed`,
  });
  const one = listed.find(({ file }) => file === name);
  const owner = name.replace(/\.meta\.ya?ml$/iu, '');
  if (!one && listed.some(({ file }) => file === owner))
    return refuse('the sidecar of a source', `name ${owner}: its sidecar goes with it`);
  const zip = insideZip(name)?.zip;
  if (zip && listed.some(({ file }) => file === zip))
    return refuse(
      'a file in an archive',
      `name ${zip}, which goes as a whole; to keep the rest, unpack it and add those files`,
    );
  if (!one) return refuse('nothing of that name', `see that the name is right${alike(name, listed)}`);
  const { bytes, sha256, notices } = openSource(one);
  if (!bytes) return refuse(notices.map(({ seen }) => seen).join('; '), 'nothing is made of it: delete it yourself');
  return { file: one.file, path: one.path, sha256 };
}

/** Whether a source is this file, or in this archive. */
const isOf = (source: string, file: string): boolean => source === file || insideZip(source)?.zip === file;

function alike(name: string, listed: readonly Listed[]): string {
  const wanted = basename(name).toLowerCase();
  const close = listed.filter(({ file }) => wanted && file.toLowerCase().includes(wanted)).slice(0, 5);
  return close.length ? `: did you mean ${close.map(({ file }) => file).join(', ')}?` : '';
}

async function stage(
  sources: readonly Source[],
  before: ImportResult,
  { contentDir, reason, reasonZh, by, today }: RemoveOptions,
): Promise<Removed['removed']> {
  const folder = join(contentDir, 'removed');
  makeFolder(folder);
  const staged = insideName(folder, 'new');
  const names = new Set(readdirSync(folder).map((name) => name.toLowerCase()));
  const going = new Set(sources.map(({ file }) => file));
  makeFolder(staged);
  try {
    const removed = sources.map(({ file, path, sha256 }) => {
      const [name] = freeName(safeName(file), names);
      names.add(name.toLowerCase());
      const made = before.sources.filter((it) => isOf(it.file, file)).flatMap(({ papers }) => papers);
      const removal: Removal = {
        source: file,
        sha256,
        reason,
        ...(reasonZh ? { reasonZh } : {}),
        ...(by ? { by } : {}),
        date: today,
        papers: [...new Set(made)].map((id) => paperOf(id, contentDir, going)),
      };
      const kept = join(staged, name, 'sources', file);
      makeFolder(dirname(kept));
      for (const ending of ['', '.meta.yaml'])
        if (existsSync(path + ending) && lstatSync(path + ending).isFile()) linkOrCopy(path + ending, kept + ending);
      writeStaged(join(staged, name, 'decision.yaml'), stringify(removal, { lineWidth: 0 }));
      return { folder: join(folder, name), removal };
    });
    await takeOut(contentDir, staged);
    return removed;
  } finally {
    removeTemporary(staged);
  }
}

/** What is kept of a paper of a removed source: its title, and its other sources. */
function paperOf(id: string, contentDir: string, going: ReadonlySet<string>): RemovedPaper {
  const file = `papers/${id}.json`;
  const paper = readChecked(readJson, paperSchema, [join(contentDir, file), file], 'src/domain/paper.ts');
  const title = mainTitle(paper);
  const others = paper.sources.filter((source) => ![...going].some((file) => isOf(source.file, file)));
  return {
    id,
    ...(title ? { title: { language: title.language, text: title.text } } : {}),
    others: others.map((source) => rowOf(source, paper, contentDir)),
  };
}

/** A source as a row of `ids.yaml` lists it: by its file, or for a record in a file of many by what it states. */
function rowOf(
  { file, record }: Paper['sources'][number],
  { doi, pmid }: Paper,
  contentDir: string,
): RemovedPaper['others'][number] {
  const none = { sources: [], records: [], sidecars: [], aliases: [] };
  if (record === undefined) return { ...none, sources: [file] };
  const opened = openSource({ file, path: join(contentDir, 'sources', file), size: 0 });
  const source = opened.bytes && decodeSource(file, opened.bytes).source;
  const one = source && draft(source, formatsOf(contentDir)).reading.drafts.find((it) => it.record === record);
  const marks = one && marksOfDraft(keyOf(file, one, []), one);
  return {
    ...none,
    records: [file],
    ...(marks?.doi && doi && doiKey(marks.doi) === doiKey(doi.value) ? { doi: doi.value } : {}),
    ...(marks?.pmid && marks.pmid === pmid?.value ? { pmid: marks.pmid } : {}),
    ...(marks?.record ? { record: marks.record } : {}),
  };
}
