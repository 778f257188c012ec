/** The import: runs its steps in order, from the decisions to the written records. */

import { join } from 'node:path';
import { hierarchyOf } from '#domain/broader';
import { versionOf } from '../lib/digest.ts';
import type { OwnFolder } from '../lib/own-folder.ts';
import { memoryStore, openStore } from '../lib/store/index.ts';
import { keepingYaml } from '../lib/yaml.ts';
import { correctByNewId } from './decisions/corrections-by-new-id.ts';
import { readDecisions } from './decisions/decisions.ts';
import { relate } from './describe/related.ts';
import { giveIds } from './ids/give-ids.ts';
import { contextOf } from './import-context.ts';
import { importCode, type ImportOptions, type ImportRun } from './import-options.ts';
import { nothingRead, resultOf, type ImportResult } from './import-result.ts';
import { joinAll } from './join/join-all.ts';
import { makeLedger } from './ledger/make-ledger.ts';
import { makeAll } from './paper/make-all.ts';
import { readAll } from './read/read-all.ts';
import { recordsOf, shownOf } from './write/records.ts';
import { askFor, withImportLock } from './write/import-lock.ts';
import { write } from './write/write.ts';

/**
 * Makes the papers and the ledger of a review from its sources. An error leaves the folder untouched; a problem with
 * one source affects only that source. Only one import of a folder runs at a time, and it first tidies up what an
 * interrupted one left.
 * @throws NoticeError where the project may not write to the folder, or another run has locked it
 */
export async function importReview(options: ImportOptions): Promise<ImportResult> {
  if (options.check) return importInto(askFor(options), options);
  return withImportLock(options, async (told, folder) => {
    const result = await importInto(folder, options);
    return { ...result, notices: [...told, ...result.notices] };
  });
}

/** The steps of an import, in order. The folder of each step is in its import. */
async function importAll(run: ImportRun): Promise<ImportResult> {
  const decisions = readDecisions(run);
  if (!decisions) return nothingRead(run);
  const read = await readAll(run, decisions);
  const joined = joinAll(read, decisions, run.notices);
  const context = contextOf(run, decisions, read, joined);
  const made = await makeAll(joined.groups, context);
  const named = correctByNewId(giveIds(made, context, run.notices), context, run.notices);
  const shown = shownOf(named);
  const records = recordsOf(shown, relate(shown, hierarchyOf(decisions.vocabulary)), context);
  const ledger = makeLedger(run, { context, named, shown, near: joined.near });
  const written = await write(run, { papers: records, ledger: ledger.text, ids: decisions.ids.added });
  return resultOf({ run, decisions, read, named, shown, ...ledger, written });
}

async function importInto(folder: OwnFolder, options: ImportOptions): Promise<ImportResult> {
  const {
    contentDir,
    outDir = contentDir,
    sourcesDir = join(contentDir, 'sources'),
    cacheDir,
    check = false,
  } = options;
  const { added = new Map(), onProgress = () => undefined } = options;
  // A comparison with the committed records must read the sources themselves, not the cache.
  const store = cacheDir && !check ? openStore({ folder: cacheDir, version: versionOf(importCode) }) : memoryStore();
  const run: ImportRun = { folder, contentDir, outDir, sourcesDir, added, check, store, notices: [], onProgress };
  try {
    return await keepingYaml(store, () => importAll(run));
  } finally {
    run.notices.push(...store.close());
  }
}
