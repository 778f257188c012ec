/** Writes a screening decision into the reviewers’ own file. */

import { existsSync, readFileSync } from 'node:fs';
import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { ScreeningDecision } from '#domain/screening';
import { writeFile } from '../../lib/files.ts';

const head =
  '# What was decided about each paper, on what, by whom, and when. `criteria` are ids of `eligibility` in site.yaml.\n';

/**
 * Adds a screening decision at the end of `screening.yaml`; what is there stays as it is written, comments included. The
 * caller must hold the lock of the review and have checked the file.
 */
export function writeDecision(path: string, decision: object & Pick<ScreeningDecision, 'for'>): void {
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : head);
  const decisions = document.get('decisions');
  if (isSeq(decisions)) {
    decisions.flow = false;
    decisions.add(document.createNode(decision));
  } else {
    const first = new YAMLSeq();
    first.add(document.createNode(decision));
    document.set('decisions', first);
  }
  writeFile(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}
