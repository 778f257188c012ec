/** Reads the files of decisions one kind at a time: corrections, screening, ids, removals. */

import { join } from 'node:path';
import { correctionSchema, type Correction } from '#domain/correction';
import { idsSchema, type IdRow } from '#domain/ids';
import { wordsKept } from '#domain/language';
import { ledgerSchema, type Excluded } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { removalSchema, type Removal } from '#domain/removal';
import { screeningSchema, type ScreeningDecision } from '#domain/screening';
import { cleanAll } from '#text/clean';
import { fit, itemsOf, readJson, readYaml, readYamls, type Written } from '../../lib/read-content.ts';
import { isThere, namesIn } from '../../lib/read-text.ts';
import { idsTwice } from '../ids/ids-twice.ts';
import { compare } from '../paper/members.ts';

/** A correction with the name of its file, which records cite as an origin, and the places as records keep them. */
export interface FiledCorrection extends Omit<Correction, 'seen'> {
  file: string;
  seen: string[];
}

/** A correction under the name of its file. */
export const filed = (correction: Correction, file: string): FiledCorrection => ({
  ...correction,
  seen: correction.seen.map(wordsKept),
  file,
});

/**
 * Reads every correction in `content/corrections/`, oldest first. A broken correction is an error that names file and
 * line. So is one that names a concept which the vocabulary does not have; this is not checked where `concepts` is
 * absent because the vocabulary itself is broken.
 */
export function readCorrections(
  folder: string,
  concepts: ReadonlySet<string> | undefined,
  notices: Notice[],
): FiledCorrection[] {
  const corrections: FiledCorrection[] = [];
  for (const name of namesIn(folder, 'corrections', /\.ya?ml$/iu, notices)) {
    // One file may hold several corrections, separated by `---` or written as a list.
    const written = readYamls(join(folder, name), `corrections/${name}`, notices).flatMap(itemsOf);
    for (const [i, one] of written.entries()) {
      const valid = fit(correctionSchema, one, 'src/domain/correction.ts', notices);
      if (!valid) continue;
      if (concepts) notices.push(...unknownConcepts(valid, one, concepts));
      corrections.push(filed(cleanAll(valid), i ? `${name}#${i + 1}` : name));
    }
  }
  return corrections.sort((a, b) => compare(a.date ?? '', b.date ?? '') || inOrderOfWriting(a.file, b.file));
}

function* unknownConcepts({ set }: Correction, { at }: Written, known: ReadonlySet<string>): Generator<Notice> {
  for (const field of ['concepts', 'notConcepts'] as const)
    for (const [i, given] of (set[field] ?? []).entries()) {
      const concept = typeof given === 'string' ? given : given.concept;
      if (!known.has(concept))
        yield {
          severity: 'error',
          rule: 'correction-unknown-concept',
          place: at(['set', field, i]),
          seen: concept,
          expected: 'a concept of content/vocabulary, as in themes/interpreters',
          remedy: 'fix the name, or add the concept to the vocabulary',
        };
    }
}

/**
 * Orders corrections of one day as they were written: `page.yaml` before `page-2.yaml`, and that before `page-10.yaml`.
 */
function inOrderOfWriting(a: string, b: string): number {
  const [one, other] = [a, b].map((file) => /^(.*?)(?:-(\d+))?\.ya?ml(?:#(\d+))?$/iu.exec(file));
  return (
    compare(one?.[1] ?? a, other?.[1] ?? b) ||
    Number(one?.[2] ?? 1) - Number(other?.[2] ?? 1) ||
    Number(one?.[3] ?? 1) - Number(other?.[3] ?? 1)
  );
}

export function readScreening(path: string, notices: Notice[]): ScreeningDecision[] {
  const written = isThere(path) ? readYaml(path, 'screening.yaml', notices) : undefined;
  // A file with nothing but comments means that nothing is decided yet.
  if (!written || written.value === null) return [];
  return fit(screeningSchema, written, 'src/domain/screening.ts', notices)?.decisions ?? [];
}

/**
 * Reads the rows of `ids.yaml` in a folder. A file with nothing but comments has no rows. An empty file is an error
 * where the folder has papers, because they had ids.
 */
export function readIds(folder: string, notices: Notice[]): IdRow[] {
  const path = join(folder, 'ids.yaml');
  if (!isThere(path)) return [];
  const found: Notice[] = [];
  const written = readYaml(path, 'ids.yaml', found);
  const isNew = namesIn(join(folder, 'papers'), 'papers', /\.json$/u, []).length === 0;
  if (!(isNew && found.some(({ rule }) => rule === 'content-empty'))) notices.push(...found);
  const rows = (written && fit(idsSchema, written, 'src/domain/ids.ts', notices)) ?? [];
  if (written) notices.push(...idsTwice(rows, written));
  return rows;
}

/**
 * Reads what was removed from the review: `removed/<name>/decision.yaml`. Other files in that folder belong to a person
 * and are ignored.
 */
export function readRemovals(contentDir: string, notices: Notice[]): Removal[] {
  return namesIn(join(contentDir, 'removed'), 'removed', /(?:)/u, notices).flatMap((name) => {
    const file = `removed/${name}/decision.yaml`;
    const written = isThere(join(contentDir, file)) ? readYaml(join(contentDir, file), file, notices) : undefined;
    const valid = written && fit(removalSchema, written, 'src/domain/removal.ts', notices);
    return valid ? [cleanAll(valid)] : [];
  });
}

/**
 * Papers that the last import left out because of screening.yaml. The ledger is read only where screening.yaml excludes
 * something.
 */
export function readExcluded(contentDir: string, notices: Notice[]): Excluded[] {
  const decisions = readScreening(join(contentDir, 'screening.yaml'), []);
  const path = join(contentDir, 'ledger.json');
  if (!decisions.some(({ decision }) => decision === 'excluded') || !isThere(path)) return [];
  const written = readJson(path, 'ledger.json', notices);
  return (written && fit(ledgerSchema, written, 'src/domain/ledger.ts', notices)?.excluded) ?? [];
}
