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
  /** What has changed since; nothing where nothing has. */
  changed: () => Changed | undefined;
}

/** Files that were written, came or went: of the review's content, and of the project. */
export interface Changed {
  content: string[];
  project: string[];
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
    changed() {
      const changed = { content: changedSince(ofReview, review), project: changedSince(ofProject, project) };
      return changed.content.length + changed.project.length ? changed : undefined;
    },
  };
}

/** What people are told where a site could not be made of one state of the content. */
export function changedMeanwhile({ content, project }: Changed): Notice {
  const [first = '', ...others] = [...content, ...project];
  return {
    severity: 'error',
    rule: 'changed-meanwhile',
    place: { file: first },
    seen: `${first}${others.length ? ` and ${others.length} more` : ''} changed while the site was built`,
    expected: 'content and code that stay as they are until the site is made of them',
    remedy: 'build again when nothing writes there; the site that stood before is untouched',
  };
}
