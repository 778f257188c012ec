import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { IdRow } from '#domain/ids';
import { paperIdSchema } from '#domain/paper';
import { Document, visit } from 'yaml';

/** All that an import makes, as files: what `write` writes, and what `--check` compares. */
export interface Output {
  /** Id -> text of `papers/<id>.json`; made when it is asked for, so that not all stand in memory. */
  papers: Iterable<[string, () => string]>;
  ledger: Iterable<string>;
  ids: readonly IdRow[];
}

/**
 * Writes beside and renames: whatever interrupts it, the old records or the new ones stand there whole. The ids go first,
 * for an id that no paper bears harms nothing.
 */
export function write(folder: string, output: Output): void {
  mkdirSync(folder, { recursive: true });
  const papers = join(folder, 'papers');
  const fresh = join(folder, `.papers-new-${process.pid}`);
  const old = join(folder, `.papers-old-${process.pid}`);
  const ledger = join(folder, `.ledger-new-${process.pid}`);
  try {
    mkdirSync(fresh);
    for (const [id, text] of output.papers) writeFileSync(join(fresh, nameOf(id)), text());
    writeParts(ledger, output.ledger);
    appendIds(join(folder, 'ids.yaml'), output.ids);
    if (existsSync(papers)) renameSync(papers, old);
    renameSync(fresh, papers);
    renameSync(ledger, join(folder, 'ledger.json'));
  } finally {
    for (const path of [fresh, old, ledger]) rmSync(path, { recursive: true, force: true });
  }
}

function writeParts(path: string, parts: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Puts the old records back where a run ended between its two renames; deletes what other broken runs left. */
export function recover(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!/^\.(?:papers|ledger)-(?:new|old)-\d+$/u.test(name)) continue;
    if (isRunning(Number(name.split('-').at(-1)))) continue;
    if (name.startsWith('.papers-old') && !existsSync(join(folder, 'papers')))
      renameSync(join(folder, name), join(folder, 'papers'));
    else rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The only way from an id to a file name: an id that is not one never becomes a path. */
export const nameOf = (id: string): string => `${paperIdSchema.parse(id)}.json`;

const idsHead =
  '# Append-only: which id a paper has, by whatever identifies it. A row may be here before its source is.\n';

function appendIds(path: string, rows: readonly IdRow[]): void {
  if (!rows.length) return;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : idsHead;
  const text = before.endsWith('\n') ? before : `${before}\n`;
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text + rows.map(rowText).join(''));
  renameSync(beside, path);
}

/** A row as a person would write it: empty lists left out, the others on one line. */
function rowText({ id, sources, aliases, ...rest }: IdRow): string {
  const row = { id, ...(sources.length ? { sources } : {}), ...rest, ...(aliases.length ? { aliases } : {}) };
  const document = new Document([row]);
  visit(document, { Seq: (key, node) => void (key !== null && (node.flow = true)) });
  return document.toString({ lineWidth: 0 });
}

/** What differs between the committed files and a fresh import: a line each, the ledger's and the ids' too. */
export function differences(folder: string, output: Output): string[] {
  const found: string[] = [];
  const papers = join(folder, 'papers');
  const committed = new Set(existsSync(papers) ? readdirSync(papers) : []);
  for (const [id, text] of output.papers) {
    const name = nameOf(id);
    if (!committed.delete(name)) found.push(`papers/${name} is not there`);
    else if (readFileSync(join(papers, name), 'utf8') !== text()) found.push(`papers/${name} differs`);
  }
  for (const name of committed) found.push(`papers/${name} is no longer imported`);
  const ledger = join(folder, 'ledger.json');
  if (!existsSync(ledger)) found.push('ledger.json is not there');
  else if (readFileSync(ledger, 'utf8') !== [...output.ledger].join('')) found.push('ledger.json differs');
  for (const row of output.ids) found.push(`ids.yaml lacks ${row.id}`);
  return found;
}
