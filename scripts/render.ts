/** Runs Astro, which turns the content into the pages of the site. */

import { dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { lendReferences } from './lend-references.ts';
import { failureOf } from './lib/astro-output.ts';
import { bring, copyFolder, linkFolder, makeFolder, removeTemporary, temporaryFolder } from './lib/files.ts';
import { deadLeaves } from './lib/leaves.ts';
import { besideName } from './lib/names.ts';
import { hasRoom } from './lib/paths.ts';
import { projectRoot, runProgram } from './run.ts';

export interface RenderOptions {
  content: string;
  /** Folder that the pages go to. */
  staging: string;
  base: string;
  site: string;
  cache: string;
}

/** The files of the project that Astro reads. */
const program = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src'];

/**
 * Runs Astro: every page and file of the site goes into the staging folder. Astro always writes generated files into
 * `.astro` of its root, so each build has a root of its own: a copy of the program with the project's packages. Nothing
 * of Astro's is kept for the next build: it trusts an entry of its store because of a digest in the same store, so a
 * changed byte there would go into the pages.
 */
export async function renderPages({ content, base, site, cache, staging }: RenderOptions): Promise<Notice[]> {
  const root = makeRoot(cache);
  try {
    const references = join(root, 'references.jsonl');
    const takeBack = lendReferences(join(cache, 'references'), references);
    const env = {
      REVIEW_CONTENT: content,
      REVIEW_BASE: base,
      REVIEW_SITE: site,
      REVIEW_CACHE: join(root, 'store'),
      REVIEW_REFERENCES: references,
      // A page consists of many small objects with a short life: with more memory for these, a build takes an eighth
      // less time.
      NODE_OPTIONS: '--max-semi-space-size=64',
    };
    // In the root, because Astro renames generated files into the pages, and a rename cannot cross disks.
    const pages = join(root, 'pages');
    const args = ['build', '--outDir', pages];
    const { code, output } = await runProgram('astro', args, { env, cwd: root, output: 'collect' });
    const told = takeBack();
    if (code !== 0) return [...told, notRendered(content, output)];
    bring(pages, staging);
    return told;
  } finally {
    removeTemporary(root);
  }
}

/** Bytes for Astro's root of a large review; a small one needs an eighth of this. */
const roomForRoot = 64 << 20;

/** Makes the root in the cache; where that has no space or is read-only, in the system's folder for temporary files. */
function makeRoot(cache: string): string {
  if (!hasRoom(cache, roomForRoot)) return fillRoot(temporaryFolder());
  const path = join(cache, 'render', 'root');
  for (const leaf of deadLeaves(dirname(path), { of: 'root' })) removeTemporary(leaf.path);
  const root = besideName(path, 'new');
  removeTemporary(root);
  try {
    makeFolder(root);
    return fillRoot(root);
  } catch {
    // The cache takes nothing. The code that stores something there reports it.
    removeTemporary(root);
    return fillRoot(temporaryFolder());
  }
}

function fillRoot(root: string): string {
  for (const name of program) copyFolder(join(projectRoot, name), join(root, name));
  linkFolder(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function notRendered(content: string, output: string): Notice {
  const { place, message } = failureOf(output, content);
  return {
    severity: 'error',
    rule: 'pages-not-rendered',
    place,
    seen: process.env['TRACE'] ? output.trim() : message,
    expected: 'every page rendered',
    remedy: 'fix what the message names; the old site is unchanged',
  };
}
