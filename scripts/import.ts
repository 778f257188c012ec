/** The command `npm run import`: from the sources to the records. */

import { readArguments, type Command } from './cli.ts';
import { importReview } from './pipeline/import-review.ts';
import type { ImportResult } from './pipeline/import-result.ts';
import { importCache } from './lib/cache.ts';
import { NoticeError } from './lib/notice-error.ts';
import { isReview } from './lib/own-folder.ts';
import { toCheckLines } from './pipeline/ledger/to-check.ts';
import { countOf, exitCode, many, print, printChanges, printToCheck, sorted } from './lib/report.ts';

const command: Command<'content' | 'sources' | 'out' | 'check' | 'strict' | 'json' | 'no-cache'> = {
  run: 'npm run import',
  does: 'Reads every source, makes one record for each paper, and writes papers/, ledger.json and new rows of ids.yaml.',
  options: {
    content: { value: 'DIR', does: "the review's folder, with corrections and vocabulary (content)" },
    sources: { value: 'DIR', does: 'the scraped files (sources in that folder)' },
    out: { value: 'DIR', does: 'where papers/ and ledger.json go (the content folder)' },
    check: { does: 'writes nothing; exits with 1 where the committed records differ from a fresh import' },
    strict: { does: 'exits with 1 on warnings too' },
    json: { does: 'prints counts and notices as one JSON object, nothing else' },
    'no-cache': { does: 'reads every source again' },
  },
};

const { given, text } = readArguments(command);
const out = text('out');
/** The folder given by `--out` is also the content folder where it holds a review. */
const contentDir = text('content') ?? (out && isReview(out) ? out : 'content');
const sourcesDir = text('sources');

const result = await importReview({
  contentDir,
  outDir: out ?? contentDir,
  check: given.check === true,
  onProgress: (line) => process.stderr.write(`${line}\n`),
  ...(sourcesDir ? { sourcesDir } : {}),
  ...(given['no-cache'] ? {} : { cacheDir: importCache() }),
}).catch(tellRefusal);
process.exitCode = exitCode(result.notices, given.strict === true) || (result.differences.length ? 1 : 0);
if (given.json)
  process.stdout.write(
    `${JSON.stringify({ counts: result.counts, differences: result.differences, changes: result.changes, pending: result.pending, toCheck: result.toCheck, written: result.written, notices: sorted(result.notices) })}\n`,
  );
else {
  print(result.notices);
  for (const line of result.differences) process.stderr.write(`differs: ${line}\n`);
  printChanges(result.changes);
  printToCheck(toCheckLines(result.toCheck));
  process.stdout.write(`${summary(result)}\n`);
}

/** Reports a refusal in the requested form: as text or JSON. */
function tellRefusal(problem: unknown): never {
  if (!(problem instanceof NoticeError) || !given.json) throw problem;
  process.stdout.write(
    `${JSON.stringify({ counts: {}, differences: [], written: false, notices: [problem.notice] })}\n`,
  );
  process.exit(1);
}

function summary({ counts, notices, toCheck, written, differences }: ImportResult): string {
  const failed = countOf(notices, 'error') > 0;
  const outcome =
    given.check === true
      ? differences.length
        ? `${many(differences.length, 'difference')}: run npm run import and commit what it writes.`
        : failed
          ? 'The comparison was not completed: fix the errors above first.'
          : 'The committed records equal a fresh import.'
      : written
        ? `Written to ${out ?? contentDir}.`
        : 'Nothing was written: fix the errors above first.';
  const alike = notices.filter((it) => it.rule === 'looks-like-one-paper').length;
  const parts = [
    `${many(counts.sources, 'source')} (${counts.sourcesRead} read in this run)`,
    many(counts.papers, 'paper'),
    ...(counts.newIds ? [many(counts.newIds, 'new id')] : []),
    ...(counts.notPapers ? [`${counts.notPapers} not about one paper`] : []),
    ...(counts.excluded ? [`${counts.excluded} excluded`] : []),
    ...(counts.quarantined ? [`${counts.quarantined} in quarantine`] : []),
    ...(alike ? [`${many(alike, 'pair')} that look like one paper`] : []),
    ...(counts.waiting ? [`${many(counts.waiting, 'correction')} whose target is not here yet`] : []),
    ...(toCheck.length
      ? [
          `${many(toCheck.length, 'value')} to check in ${many(new Set(toCheck.map(({ paper }) => paper)).size, 'paper')}`,
        ]
      : []),
    many(countOf(notices, 'error'), 'error'),
    many(countOf(notices, 'warning'), 'warning'),
  ];
  return `${parts.join(', ')}. ${outcome}`;
}
