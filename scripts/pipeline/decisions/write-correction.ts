/** Writes a correction into a review, beside those that are there. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Correction } from '#domain/correction';
import { makeFolder, writeNewFile } from '../../lib/files.ts';
import { safeName } from '../sources/copy-in.ts';

/**
 * Writes a correction as a file of its own, named after its target, and returns that name. The caller must hold the
 * lock of the review.
 */
export function writeCorrection(content: string, correction: Partial<Correction> & Pick<Correction, 'for'>): string {
  const folder = join(content, 'corrections');
  makeFolder(folder);
  const plain = safeName(correction.for.replace(/^https?:\/\/(?:dx\.)?doi\.org\//iu, ''));
  const stem = plain.replace(/\.(?:txt|html?|json|ris)$/iu, '');
  let name = `${stem}.yaml`;
  for (let n = 2; existsSync(join(folder, name)); n++) name = `${stem}-${n}.yaml`;
  writeNewFile(join(folder, name), stringify(correction, { lineWidth: 0 }));
  return name;
}
