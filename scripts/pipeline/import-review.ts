import { join } from 'node:path';
import type { Excluded, LedgerEntry, Pending } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { mainTitle, paperSchema } from '#domain/paper';
import { rowsOf } from '#domain/removal';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { hashOf, memoryStore, openStore, type Store } from '../lib/store/index.ts';
import { alone, lockPlace } from '../lib/lock.ts';
import { NoticeError } from '../lib/notice-error.ts';
import { OwnFolder } from '../lib/own-folder.ts';
import { mayWrite } from '../lib/paths.ts';
import { recover, tellStrangers } from '../lib/replace.ts';
import { tidy } from '../lib/all-or-none.ts';
import { indexDecisions } from './decisions/target-names.ts';
import { readCorrections, readIds, readRemovals, readScreening } from './decisions/read-decisions.ts';
import { makeDescriber } from './describe/describe.ts';
import { fatesOf } from './ledger/outcomes.ts';
import { recordText } from './paper/finish.ts';
import { Ids } from './ids/ids.ts';
import type { NearMiss } from './join/groups.ts';
import { ledgerText } from './ledger/ledger-text.ts';
import { makeMatcher } from './describe/matcher.ts';
import { makeAll, type Made } from './paper/make-all.ts';
import { nameAll } from './ids/give-ids.ts';
import { decideGroup, finishedOf, type Workshop } from './paper/make-paper.ts';
import { relate } from './describe/related.ts';
import { readAll } from './read/read-all.ts';
import { gather } from './join/gather.ts';
import { pendingRows, tellPending } from './ledger/pending.ts';
import type { AddedFiles } from './join/newer-scrapes.ts';
import { indexSourceDecisions } from './decisions/source-decisions.ts';
import { readVocabulary, refsOf } from './describe/vocabulary.ts';
import { compareWith, write, type Output } from './write/write.ts';

export interface ImportOptions {
  /** The review's own folder: corrections, ids.yaml, screening.yaml and vocabulary are read from it. */
  contentDir: string;
  /** Where papers, ledger.json and new rows of ids.yaml go; the content folder where absent. Nothing is written elsewhere. */
  outDir?: string;
  /** Files that a person has just put among the sources, with `npm run add`. */
  added?: AddedFiles;
  /** The scrapes; `sources` of the content folder where absent. */
  sourcesDir?: string;
  /** Keeps what was read of unchanged sources; without it, and with `check`, all is made anew. The outcome is the same. */
  cacheDir?: string;
  /** Writes nothing; says how the files that stand there differ from a fresh import. */
  check?: boolean;
  /** Called now and then with a line of progress. */
  onProgress?: (text: string) => void;
}

export interface ImportCounts {
  sources: number;
  /** Sources and papers made anew; the others were taken from the cache. */
  sourcesRead: number;
  papersMade: number;
  papers: number;
  quarantined: number;
  notPapers: number;
  excluded: number;
  newIds: number;
  /** Corrections for what is not here yet. */
  waiting: number;
}

export interface ImportResult {
  notices: Notice[];
  counts: ImportCounts;
  /** With `check`: what differs, a line each. */
  differences: string[];
  /** What readers see otherwise than in the records that stood there, a line each, with what made it so. */
  changes: string[];
  /** False where an error kept the old records in place. */
  written: boolean;
  /** Correction's file -> ids of the papers that it corrects. */
  corrected: Map<string, string[]>;
  /** What waits for a person's word, as the ledger has it. */
  pending: Pending[];
  /** The ids of papers that a name of `for:` leads to: an id, one that it had before, a DOI or `pmid:…`. */
  papersOf: (name: string) => string[];
  /** What became of each source, for a command that shows it. */
  sources: { file: string; outcome: LedgerEntry['outcome']; papers: string[] }[];
}

/**
 * Sources to papers and ledger. Errors leave what stands there untouched; problems of a source cost that source alone. One
 * import of a folder comes after the other, and puts in order what one before it left half done.
 * @throws NoticeError where the folder is not the project's to write to, or another run keeps it
 */
export async function importReview(options: ImportOptions): Promise<ImportResult> {
  if (options.check) return importInto(askFor(options), options);
  return whileAlone(options, async (told, folder) => {
    const result = await importInto(folder, options);
    return { ...result, notices: [...told, ...result.notices] };
  });
}

/**
 * Does `work` while no other run changes the folder that records go to, after putting in order what a run before it left
 * half done; what that was is told. An import in `work` belongs to it.
 * @throws NoticeError where the folder is not the project's to write to, or another run keeps it
 */
export function whileAlone<T>(
  options: Pick<ImportOptions, 'contentDir' | 'outDir'>,
  work: (told: Notice[], folder: OwnFolder) => Promise<T>,
): Promise<T> {
  const folder = askFor(options);
  return alone(folder.path, { at: lockPlace(folder) }, () => {
    const { contentDir, outDir = contentDir } = options;
    const told = [...recover(folder), ...(outDir === contentDir ? tidy(folder.path) : [])];
    return work(told, told.length ? askFor(options) : folder);
  });
}

function askFor({ contentDir, outDir = contentDir }: Pick<ImportOptions, 'contentDir' | 'outDir'>): OwnFolder {
  const asked = OwnFolder.ask({
    path: outDir,
    holds: 'records',
    option: outDir === contentDir ? '--content' : '--out',
  });
  if (asked instanceof OwnFolder) return asked;
  throw new NoticeError(asked);
}

async function importInto(folder: OwnFolder, options: ImportOptions): Promise<ImportResult> {
  const { cacheDir, check = false } = options;
  const notices: Notice[] = [];
  // What is compared with the committed records is what the sources say, not what was kept of them.
  const store = cacheDir && !check ? openStore({ folder: cacheDir, version: versionOf(importCode) }) : memoryStore();
  try {
    return await importWith(store, folder, options, notices);
  } finally {
    notices.push(...store.close());
  }
}

/** All code that decides what an import comes to, and the packages that it runs on. */
export const importCode: Files = {
  root: join(import.meta.dirname, '..', '..'),
  names: ['scripts/formats', 'scripts/lib', 'scripts/pipeline', 'src/domain', 'src/text', ...packages],
};

async function importWith(
  store: Store,
  folder: OwnFolder,
  options: ImportOptions,
  notices: Notice[],
): Promise<ImportResult> {
  const { contentDir, outDir = contentDir, check = false, onProgress = () => undefined } = options;
  const rows = [...new Set([contentDir, outDir])].flatMap((folder) => readIds(folder, notices));
  const ids = new Ids([...rows, ...rowsOf(readRemovals(contentDir, notices))]);
  const { sourcesDir = join(contentDir, 'sources') } = options;
  const vocabulary = readVocabulary(join(contentDir, 'vocabulary'), notices);
  const concepts = notices.some(isError) ? undefined : refsOf(vocabulary);
  const corrections = readCorrections(join(contentDir, 'corrections'), concepts, notices);
  const screening = readScreening(join(contentDir, 'screening.yaml'), notices);
  // What follows from a broken decision would only hide it.
  if (notices.some(isError)) return nothingRead(notices);
  const correctionsFor = indexDecisions(corrections);

  const read = await readAll(sourcesDir, store, { correctionsFor, ids }, onProgress, notices);
  const decidedOf = indexSourceDecisions(corrections);
  const { added = new Map() } = options;
  const gathered = gather(read, { corrections, correctionsFor, decidedOf, added, ids }, notices);
  const shop: Workshop = {
    store,
    ...read,
    ids,
    withheld: gathered.withheld,
    decidedOf,
    added,
    correctionsFor,
    screeningFor: indexDecisions(screening),
    describe: makeDescriber(vocabulary, makeMatcher(vocabulary)),
    vocabulary: hashOf(JSON.stringify(vocabulary)),
  };
  const made = await makeAll(
    gathered.groups.map((group) => decideGroup(group, shop)),
    shop,
    onProgress,
  );
  nameAll(made, shop, notices);
  for (const { notices: more } of made) notices.push(...more);
  const shown = made.filter((paper) => paper.id && paper.decided.screening?.decision !== 'excluded');
  shown.sort((a, b) => (a.id < b.id ? -1 : 1));
  const pending = pendingRows(shown);
  notices.push(...tellPending(pending));
  const related = relate(shown);
  const fates = fatesOf(read.rows, made, read.keys);
  const output: Output = {
    papers: mapped(shown, ({ id, decided }): [string, () => string] => [
      id,
      () => recordText(id, finishedOf(id, decided, shop), related.get(id) ?? []),
    ]),
    ledger: ledgerText(read.rows, fates, store, {
      alike: alikeOf(gathered.near, shown),
      pending,
      excluded: excludedOf(made, shop),
    }),
    ids: ids.added,
  };
  const failed = notices.some(isError);
  onProgress(`comparing ${shown.length} papers with the committed ones`);
  const found = check || !failed ? compareWith(folder, output) : undefined;
  notices.push(...tellStrangers(folder));
  // What is equal stays as it is: programs that watch the folder have nothing to do.
  if (!check && found && (found.differences.length || (!found.marked && mayWrite(folder.path)))) {
    onProgress(`writing ${shown.length} papers`);
    notices.push(...(await write(folder, output, found)));
  }
  const outcomes = [...fates.values()];
  const count = (outcome: LedgerEntry['outcome']): number => outcomes.filter((it) => it.outcome === outcome).length;
  const corrected = new Map<string, string[]>();
  for (const { id, decided } of made)
    for (const { file } of decided.corrections)
      corrected.set(file, [...(corrected.get(file) ?? []), ...(id ? [id] : [])]);
  return {
    notices,
    counts: {
      sources: read.rows.length,
      sourcesRead: read.rows.filter((row) => row.key && !row.reused).length,
      papersMade: made.filter((paper) => !paper.reused).length,
      papers: shown.length,
      quarantined: count('quarantined'),
      notPapers: count('not-a-paper'),
      excluded: count('excluded'),
      newIds: ids.minted,
      waiting: corrections.filter((it) => !corrected.has(it.file)).length,
    },
    differences: (check && found?.differences) || [],
    changes: found?.changes ?? [],
    corrected,
    pending,
    papersOf: (name) => ids.called(name),
    written: !check && !failed,
    sources: read.rows.map(({ file }) => ({ file, outcome: 'quarantined', papers: [], ...fates.get(file) })),
  };
}

const isError = ({ severity }: Notice): boolean => severity === 'error';

/** The outcome of an import that ended before it read any source: what stands there stays. */
function nothingRead(notices: Notice[]): ImportResult {
  const none = { sources: 0, sourcesRead: 0, papersMade: 0, papers: 0, quarantined: 0, notPapers: 0 };
  return {
    notices,
    counts: { ...none, excluded: 0, newIds: 0, waiting: 0 },
    differences: [],
    changes: [],
    corrected: new Map(),
    pending: [],
    papersOf: () => [],
    written: false,
    sources: [],
  };
}

/** Pairs of drafts as pairs of the papers that stand in the review, in the order of their ids. */
function alikeOf(pairs: readonly NearMiss[], papers: readonly Made[]): [string, string][] {
  const idOf = new Map(
    papers.flatMap(({ id, decided }) => decided.group.members.map((member) => [member, id] as const)),
  );
  const named = pairs.flatMap(({ a, b }): [string, string][] => {
    const [first, second] = [idOf.get(a), idOf.get(b)];
    if (first === undefined || second === undefined || first === second) return [];
    return [first < second ? [first, second] : [second, first]];
  });
  return [...new Map(named.map((pair) => [pair.join(' '), pair])).values()].sort((x, y) =>
    x.join(' ') < y.join(' ') ? -1 : 1,
  );
}

/** Papers that screening excludes, by id, with what their addresses are to say. */
const excludedOf = (made: readonly Made[], shop: Workshop): Excluded[] =>
  made
    .flatMap(({ id, decided }): Excluded[] => {
      if (!id || decided.screening?.decision !== 'excluded') return [];
      const { stage, criteria, note, date } = decided.screening;
      const record = recordText(id, finishedOf(id, decided, shop), []);
      const title = mainTitle(paperSchema.parse(JSON.parse(record)));
      return [
        {
          id,
          ...(title ? { title: { language: title.language, text: title.text } } : {}),
          stage,
          criteria,
          ...(note ? { note } : {}),
          ...(date ? { date } : {}),
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** A list that is made anew, one at a time, each time it is asked for. */
const mapped = <T, U>(list: readonly T[], make: (it: T) => U): Iterable<U> => ({
  *[Symbol.iterator]() {
    for (const it of list) yield make(it);
  },
});
