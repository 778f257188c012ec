/** The state of all files that a build reads, and which of them changed since. */

import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Notice } from '#domain/notice';
import { changedSince, packages, stateOf, type Files } from './lib/digest.ts';
import { hashOf } from './lib/store/index.ts';
import { projectRoot } from './run.ts';

/** Everything that a site is made of, at one time. */
export interface MadeOf {
  /** A hash of all of it: content with records, project, packages, Node, address. */
  digest: string;
  /** Files that were written, added or removed since: in the review's content, and in the project. */
  changedContent: () => string[];
  changedCode: () => string[];
}

export interface Ingredients {
  content: string;
  base: string;
  site: string;
}

/** Milliseconds that the clock of a disk may lag behind: 4 on Linux, 16 on Windows. */
const tick = 20;

const project: Files = {
  root: projectRoot,
  names: ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', ...packages],
};

/**
 * Takes the state of everything that a site is made of. A build may read a file while it is being written and get the
 * old text, the new one or half of it. In each case the file's times differ afterwards from those taken here.
 */
export async function madeOf({ content, base, site }: Ingredients): Promise<MadeOf> {
  // A file that is written next must get another time than what the import has just written.
  await wait(tick);
  const review: Files = {
    root: content,
    // No command reads hidden files: they belong to editors and version control.
    skip: (path) => basename(path).startsWith('.'),
  };
  const [ofReview, ofProject] = [stateOf(review), stateOf(project)];
  const runtime = JSON.stringify(process.versions);
  return {
    digest: hashOf(ofReview.digest, ofProject.digest, runtime, content, base, site),
    changedContent: () => changedSince(ofReview, review),
    changedCode: () => changedSince(ofProject, project),
  };
}

/** How often a site is made before the attempt is given up. */
const mostAttempts = 3;

/**
 * Runs the work again where files of the content changed during it, and says so. After three times the changed files
 * are left in the result.
 */
export async function retryWhileChanging<T extends { changed?: string[] }>(
  attempt: () => Promise<T>,
  tell: (text: string) => void,
): Promise<T> {
  for (let left = mostAttempts - 1; ; left--) {
    const result = await attempt();
    const { changed = [] } = result;
    if (!changed.length || !left) return result;
    tell(`${contentChanged(changed).seen}; the site is built again`);
  }
}

const seen = ([first = '', ...others]: readonly string[]): string =>
  `${first}${others.length ? ` and ${others.length} more` : ''} changed while the site was built`;

/** A notice for a site that could not be made from one state of the content. */
export const contentChanged = (files: readonly string[]): Notice => ({
  severity: 'error',
  rule: 'content-changed-meanwhile',
  place: { file: files[0] ?? '' },
  seen: seen(files),
  expected: 'content that does not change during the build',
  remedy: 'build again when nothing writes there; the old site is unchanged',
});

/** A notice that the project's code changed during the build: parts of the site may come from old and new code. */
export const codeChanged = (files: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'code-changed-meanwhile',
  place: { file: files[0] ?? '' },
  seen: seen(files),
  expected: 'code that does not change during the build',
  remedy: 'build again: the site is complete, but parts of it may come from the old code and parts from the new',
});
