import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { importReview } from '../../../../scripts/pipeline/import-review.ts';
import type { ImportResult } from '../../../../scripts/pipeline/import-result.ts';
import type { ImportOptions } from '../../../../scripts/pipeline/import-options.ts';
import { wholeText } from '../../../../scripts/pipeline/paper/texts.ts';
import { projectRoot } from '../../../../scripts/run.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { papersOf } from '../../support.ts';
import type { Facts } from './claims.ts';

const content = join(projectRoot, 'content');
const parts = [
  'sources',
  'corrections',
  'vocabulary',
  'papers',
  'ids.yaml',
  'ledger.json',
  'screening.yaml',
  'site.yaml',
];
/** The cache for the review's own sources, so that the tests of a file read them only once. */
const cacheDir = temporaryFolder();

/** The committed review of this project with further files; their paths are below the content folder. */
export function ownReview(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const part of parts)
    if (existsSync(join(content, part))) cpSync(join(content, part), join(folder, part), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

export const run = (contentDir: string, options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importReview({ contentDir, cacheDir, ...options });

export const ownPapers: readonly Paper[] = [...papersOf(content).values()];

/** The facts of a paper, as a source states them. */
export function factsOf(paper: Paper): Facts {
  const [title, titleZh] = [false, true].map((zh) => paper.titles.find((it) => it.language.startsWith('zh') === zh));
  const abstract = paper.abstracts.find((it) => it.language === 'en');
  const { journal, issued, volume, pages, articleNumber, doi } = paper;
  const named = journal?.name ?? journal?.abbreviation;
  return {
    title: title?.text ?? '',
    ...(titleZh ? { titleZh: titleZh.text } : {}),
    authors: paper.authors.map(({ name }) => `${name.family ?? name.written}, ${name.given ?? ''}`),
    ...(named ? { journal: named.value } : {}),
    ...(issued ? { year: issued.value.slice(0, 4) } : {}),
    ...(volume ? { volume: volume.value } : {}),
    ...((pages ?? articleNumber) ? { pages: (pages ?? articleNumber)?.value ?? '' } : {}),
    ...(doi ? { doi: doi.value } : {}),
    ...(abstract ? { abstract: wholeText(abstract) } : {}),
  };
}

/** A record as readers see it: without the places of its values, and without its related papers. */
export function seenOf(paper: Paper | undefined): unknown {
  if (!paper) return undefined;
  const hidden = new Set(['from', 'others', 'derived', 'sources', 'related', 'unclassified', 'statusClaims']);
  return JSON.parse(JSON.stringify(paper, (key, value: unknown) => (hidden.has(key) ? undefined : value)));
}

export const warningsOn = ({ notices }: ImportResult, file: string): Notice[] =>
  notices.filter(
    (it) => it.severity === 'warning' && (it.place.file === file || it.place.file === `${file}.meta.yaml`),
  );

/**
 * Asserts that every paper of the review is unchanged, that there is no error, and that warnings name the files and
 * their claims.
 */
export async function expectUntouched(folder: string, ...files: string[]): Promise<ImportResult> {
  const result = await run(folder);
  expect(result.notices.filter((it) => it.severity === 'error')).toEqual([]);
  const papers = papersOf(folder);
  for (const paper of ownPapers) expect(seenOf(papers.get(paper.id))).toEqual(seenOf(paper));
  for (const file of files) expect(warningsOn(result, file).length, `warnings on ${file}`).toBeGreaterThan(0);
  return result;
}

/** Asserts that a second import gives the same, also in a clean clone, and that what waited still waits. */
export async function expectSettled(folder: string, before: ImportResult): Promise<void> {
  const again = await run(folder, { check: true });
  expect(again.differences).toEqual([]);
  expect(again.pending).toEqual(before.pending);
}
