/** The step of the import that writes what differs from the committed files. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Document, visit } from 'yaml';
import type { IdRow } from '#domain/ids';
import type { Notice } from '#domain/notice';
import { paperIdSchema } from '#domain/paper';
import { marked } from '../../lib/cache.ts';
import { appendRows, makeFolder, removeTemporary, writeStaged } from '../../lib/files.ts';
import { markName, markText } from '../../lib/mark.ts';
import type { OwnFolder } from '../../lib/own-folder.ts';
import { mayWrite } from '../../lib/paths.ts';
import { publish, stagingOf, foreignFileNotices, writtenHash } from '../../lib/replace.ts';
import { hasErrors, type ImportRun } from '../import-options.ts';
import type { Written } from '../import-result.ts';
import { changesOf } from './changes.ts';

/** Everything that an import makes, as files: what `write` writes, and what `--check` compares. */
export interface Output {
  /** Id -> text of `papers/<id>.json`, made on demand so that not all texts are in memory. */
  papers: Iterable<[string, () => string]>;
  ledger: Iterable<string>;
  ids: readonly IdRow[];
}

/**
 * Compares what an import made with the files in its folder, and writes it where they differ and writing is allowed.
 */
export async function write(run: ImportRun, output: Output): Promise<Written> {
  const { folder, check, onProgress, notices } = run;
  const allowed = !check && !hasErrors(run);
  onProgress('comparing the papers with the committed ones');
  const found = check || allowed ? compareWith(folder, output) : undefined;
  notices.push(...foreignFileNotices(folder));
  // Equal files are not touched, so programs that watch the folder have nothing to do.
  if (allowed && found && (found.differences.length || (!found.marked && mayWrite(folder.path)))) {
    onProgress('writing the papers');
    notices.push(...(await replace(folder, output, found)));
  }
  return { differences: found?.differences ?? [], changes: found?.changes ?? [], allowed };
}

/** How the files in the folder differ from a fresh import. */
interface Comparison {
  /** A line for each difference, those of the ledger and the ids included. */
  differences: string[];
  /** What readers will see differently in changed records, one per line, with the cause. */
  changes: string[];
  /** The mark that the records must have; equal to the one in the folder where nothing is to be written. */
  mark: string;
  marked: boolean;
  /** Ids of the records that are already as they must be. */
  equal: ReadonlySet<string>;
}

function compareWith(folder: OwnFolder, output: Output): Comparison {
  const differences: string[] = [];
  const changes: string[] = [];
  const gone = new Set([...folder.files.keys()].filter((name) => name !== 'ledger.json'));
  const equal = new Set<string>();
  const hashes: [string, string][] = [];
  for (const [id, make] of output.papers) {
    const name = nameOf(id);
    const text = make();
    const found = fileText(join(folder.path, 'papers', name));
    gone.delete(`papers/${name}`);
    hashes.push([name, writtenHash(text)]);
    if (found !== undefined && found !== text) changes.push(...changesOf(found, text));
    if (found === text) equal.add(id);
    else differences.push(`papers/${name} ${found === undefined ? 'is not there' : 'differs'}`);
  }
  for (const name of gone) if (existsSync(join(folder.path, name))) differences.push(`${name} is no longer imported`);
  const ledger = fileText(join(folder.path, 'ledger.json'));
  if (ledger === undefined) differences.push('ledger.json is not there');
  else if (ledger !== [...output.ledger].join('')) differences.push('ledger.json differs');
  for (const row of output.ids) differences.push(`ids.yaml lacks ${row.id}`);
  const mark = markText('records', hashes);
  return { differences, changes, mark, marked: fileText(join(folder.path, 'papers', markName)) === mark, equal };
}

/** The text of a file; `undefined` if there is none, or something that is not a file. */
function fileText(path: string): string | undefined {
  try {
    // Reading a pipe to which nobody writes would never end.
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts the records that differ and the ledger into a review's folder; the mark names the others, which stay. If it is
 * interrupted, the next run finishes it. The ids are written first: an id without a paper does no harm. Files that a person put among the records stay.
 */
async function replace(folder: OwnFolder, output: Output, { equal, mark }: Comparison): Promise<Notice[]> {
  const staged = stagingOf(folder);
  const papers = join(staged, 'papers');
  try {
    makeFolder(papers);
    for (const [id, text] of output.papers) if (!equal.has(id)) writeStaged(join(papers, nameOf(id)), text());
    writeStaged(join(papers, markName), mark);
    writeStaged(join(staged, 'ledger.json'), output.ledger);
    if (output.ids.length) appendRows(join(folder.path, 'ids.yaml'), output.ids.map(rowText).join(''), idsHead);
    const notices = await publish(folder, staged);
    return folder.was === 'recognised' ? [marked(join(folder.path, 'papers'), 'records'), ...notices] : notices;
  } finally {
    removeTemporary(staged);
  }
}

/** The only way from an id to a file name: it throws for anything that is not a valid id, so none becomes a path. */
const nameOf = (id: string): string => `${paperIdSchema.parse(id)}.json`;

const idsHead =
  '# Append-only: which id a paper has, by whatever identifies it. A row may be here before its source is.\n';

/** A row as a person would write it: without empty lists, each other list on one line. */
function rowText({ id, sources, records, sidecars, aliases, ...rest }: IdRow): string {
  const files = {
    ...(sources.length ? { sources } : {}),
    ...(records.length ? { records } : {}),
    ...(sidecars.length ? { sidecars } : {}),
  };
  const row = { id, ...files, ...rest, ...(aliases.length ? { aliases } : {}) };
  const document = new Document([row]);
  visit(document, { Seq: (key, node) => void (key !== null && (node.flow = true)) });
  return document.toString({ lineWidth: 0 });
}
