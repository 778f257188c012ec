/** The command `npm run import`: from the sources to the records. */

import { readArguments, type Command } from './cli.ts';
import { importReview } from './pipeline/import-review.ts';
import { importCache } from './lib/cache.ts';
import { NoticeError } from './lib/notice-error.ts';
import { isReview } from './lib/own-folder.ts';
import { exitCode, sorted } from './lib/report.ts';
import { tellImport } from './pipeline/tell-import.ts';

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
else tellImport(result, { check: given.check === true, out: out ?? contentDir });

/** Reports a refusal in the requested form: as text or JSON. */
function tellRefusal(problem: unknown): never {
  if (!(problem instanceof NoticeError) || !given.json) throw problem;
  process.stdout.write(
    `${JSON.stringify({ counts: {}, differences: [], written: false, notices: [problem.notice] })}\n`,
  );
  process.exit(1);
}
