/** Reads all decisions of a review, and finds those about a paper or a source. */

import { join } from 'node:path';
import type { VocabularyFile } from '#domain/concept';
import { rowsOf } from '#domain/removal';
import type { ScreeningDecision } from '#domain/screening';
import { readVocabulary, refsOf } from '../describe/vocabulary.ts';
import { Ids } from '../ids/ids.ts';
import { hasErrors, type AddedFiles, type ImportRun } from '../import-options.ts';
import { waysOf, type Ways } from '../read/read-source.ts';
import type { DraftKey } from '../join/draft-key.ts';
import { readCorrections, readIds, readRemovals, readScreening, type FiledCorrection } from './read-decisions.ts';
import { readSites } from './read-sites.ts';
import { indexSourceDecisions, type DecidedOf } from './source-decisions.ts';
import { indexDecisions } from './target-names.ts';

/** Everything that people decided about a review. It is read before any source, and sources never change it. */
export interface Decisions {
  ids: Ids;
  corrections: readonly FiledCorrection[];
  vocabulary: readonly VocabularyFile[];
  /** How sources are read: the formats of the project with those of the review's site files. */
  ways: Ways;
  /** Files that a person has just added to the review. */
  added: AddedFiles;
  /** Corrections by the names of their targets, as `targetNamesOf` gives them. */
  correctionsFor: (names: readonly string[]) => FiledCorrection[];
  screeningFor: (names: readonly string[]) => ScreeningDecision[];
  /** What a person confirmed or refused about a source, found by the name of the source or of its record. */
  decidedOf: (key: DraftKey) => DecidedOf;
}

/**
 * Reads the decisions of a review. Returns `undefined` where one cannot be read: the problems that follow from it would
 * only hide it.
 */
export function readDecisions(run: ImportRun): Decisions | undefined {
  const { contentDir, outDir, added, notices } = run;
  const rows = [...new Set([contentDir, outDir])].flatMap((folder) => readIds(folder, notices));
  const ids = new Ids([...rows, ...rowsOf(readRemovals(contentDir, notices))]);
  const vocabulary = readVocabulary(join(contentDir, 'vocabulary'), notices);
  const concepts = hasErrors(run) ? undefined : refsOf(vocabulary);
  const corrections = readCorrections(join(contentDir, 'corrections'), concepts, notices);
  const screening = readScreening(join(contentDir, 'screening.yaml'), notices);
  const sites = readSites(contentDir, notices);
  if (hasErrors(run)) return undefined;
  return {
    ways: waysOf(sites),
    ids,
    corrections,
    vocabulary,
    added,
    correctionsFor: indexDecisions(corrections),
    screeningFor: indexDecisions(screening),
    decidedOf: indexSourceDecisions(corrections),
  };
}
