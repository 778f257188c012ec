import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Notice } from '#domain/notice';
import { changedSince, packages, stateOf, type Files } from './lib/digest.ts';
import { hashOf } from './lib/store/index.ts';
import { projectRoot } from './run.ts';

/** All that a site is made of, at one time. */
export interface MadeOf {
  /** A hash of it: of the content with its records, the project, its packages, Node, the address. */
  digest: string;
  /** Files that were written, came or went since: of the review's content, and of the project. */
  changedContent: () => string[];
  changedCode: () => string[];
}

export interface Ingredients {
  content: string;
  base: string;
  site: string;
}

/** Longer than the clock stands still by which disks date their files: 4 ms with Linux, 16 with Windows. */
const tick = 20;

const project: Files = {
  root: projectRoot,
  names: ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', ...packages],
};

/**
 * Takes the state of all that a site is made of. A file that is written while a build reads it may be read as it was, as it
 * is, or half: whatever stands in it in the end, its times then differ from those that were taken here.
 */
export async function madeOf({ content, base, site }: Ingredients): Promise<MadeOf> {
  // What the import has just written must not have the time of what is written next.
  await wait(tick);
  const review: Files = {
    root: content,
    // No command reads hidden files: editors and version control keep their own there.
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

/** So often a site is made before it is given up. */
const mostAttempts = 3;

/** Does it again where files of the content changed meanwhile, and tells it. After three times they are left in what is returned. */
export async function untilStill<T extends { changed?: string[] }>(
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

/** What people are told where a site could not be made of one state of the content. */
export const contentChanged = (files: readonly string[]): Notice => ({
  severity: 'error',
  rule: 'content-changed-meanwhile',
  place: { file: files[0] ?? '' },
  seen: seen(files),
  expected: 'content that stays as it is until the site is made of it',
  remedy: 'build again when nothing writes there; the old site is untouched',
});

/** The code that made a site is what it was when each part of it began. */
export const codeChanged = (files: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'code-changed-meanwhile',
  place: { file: files[0] ?? '' },
  seen: seen(files),
  expected: 'code that stays as it is until the site is made',
  remedy: 'build again: the site is whole, but may be made by the code of before and by that of now',
});
