/** Asks for what became of a review's papers since, and writes the answers as a source. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { removeTemporary, temporaryFolder, writeStaged } from '../lib/files.ts';
import { many } from '../lib/report.ts';
import { readRemovals } from '../pipeline/decisions/read-decisions.ts';
import { formatsOf } from '../pipeline/decisions/read-sites.ts';
import { copyIn } from '../pipeline/sources/copy-in.ts';
import { withImportLock } from '../pipeline/write/import-lock.ts';
import { ask, type Asking, type Work } from './crossref.ts';
import { libraryOf, noticesOf } from './library.ts';

/** The name of the source; a later one of other content gets the next free name, and its sidecar says what it replaces. */
const file = 'crossref.json';

export interface Updating {
  content: string;
  /** Those that are asked for; each has a DOI. */
  papers: readonly Paper[];
  asking: Asking;
  /** Today as an ISO date. */
  today: string;
  say: (line: string) => void;
}

/**
 * Asks for the record of each paper, and writes the records as one source. No record of the review is changed. Where the
 * server or the network gives no answer, nothing is written, and an error says so.
 */
export async function update(updating: Updating): Promise<Notice[]> {
  const { papers, asking, say } = updating;
  const notices: Notice[] = [];
  const found: Work[] = [];
  let unknown = 0;
  say(`asking ${asking.server.host} for ${many(papers.length, 'DOI')}`);
  for (const [i, paper] of papers.entries()) {
    const doi = paper.doi?.value ?? '';
    if (i) await asking.wait(asking.pause);
    const answer = await ask(doi, asking);
    if ('work' in answer) {
      found.push(answer.work);
      for (const line of noticesOf(answer.work)) say(`${paper.id}  ${line}`);
    } else if (answer.none === 'not-registered') unknown++;
    else if (answer.none === 'odd') notices.push(oddAnswer(doi, answer.seen, asking));
    else return [...notices, noAnswer(doi, answer.seen, asking)];
    if ((i + 1) % 50 === 0) say(`${i + 1} of ${papers.length} asked`);
  }
  say(`${many(found.length, 'record')} found, ${unknown} not registered with Crossref.`);
  return found.length ? [...notices, ...(await keep(found, updating))] : notices;
}

const noAnswer = (doi: string, seen: string, { server }: Asking): Notice => ({
  severity: 'error',
  rule: 'no-answer',
  place: { file: doi },
  seen,
  expected: `an answer of ${server.host}`,
  remedy: 'check the network, and run the command again later: nothing is written',
});

const oddAnswer = (doi: string, seen: string, { server }: Asking): Notice => ({
  severity: 'warning',
  rule: 'odd-answer',
  place: { file: doi },
  seen,
  expected: `the record of the DOI from ${server.host}`,
  remedy: 'check the DOI; the paper keeps the values that it has',
});

/** Writes the records as a source. Equal ones that are there already, in whatever file, are not written again. */
async function keep(found: readonly Work[], { content, today, say }: Updating): Promise<Notice[]> {
  const folder = temporaryFolder();
  try {
    const path = join(folder, file);
    writeStaged(path, libraryOf(found));
    writeStaged(`${path}.meta.yaml`, `retrieved: ${today}\n`);
    return await withImportLock({ contentDir: content }, async (told) => {
      const options = { today, removals: readRemovals(content, []), formats: formatsOf(content) };
      const taken = await copyIn([{ file, path, size: 0 }], { sourcesDir: join(content, 'sources'), ...options });
      for (const { file: written, was } of taken) {
        const place = join(content, 'sources', written ?? file);
        if (written)
          say(was === 'known' ? `Nothing new since ${place}.` : `Written: ${place}. npm run import weighs it.`);
      }
      return [...told, ...taken.flatMap(({ notices }) => notices)];
    });
  } finally {
    removeTemporary(folder);
  }
}
