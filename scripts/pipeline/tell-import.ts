/** Tells people what an import found and wrote. */

import { toCheckLines } from './ledger/to-check.ts';
import type { ImportResult } from './import-result.ts';
import { countOf, many, print, printChanges, printToCheck } from '../lib/report.ts';

/** What was asked of the import: a comparison alone, and where the records go. */
interface Asked {
  check?: boolean;
  out: string;
}

/** Prints notices, changes and what to check, then one line of counts. */
export function tellImport(result: ImportResult, asked: Asked): void {
  print(result.notices);
  for (const line of result.differences) process.stderr.write(`differs: ${line}\n`);
  printChanges(result.changes);
  printToCheck(toCheckLines(result.toCheck));
  process.stdout.write(`${summary(result, asked)}\n`);
}

function summary({ counts, notices, toCheck, written, differences }: ImportResult, { check, out }: Asked): string {
  const failed = countOf(notices, 'error') > 0;
  const outcome = check
    ? differences.length
      ? `${many(differences.length, 'difference')}: run npm run import and commit what it writes.`
      : failed
        ? 'The comparison was not completed: fix the errors above first.'
        : 'The committed records equal a fresh import.'
    : written
      ? `Written to ${out}.`
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
