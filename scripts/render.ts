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

/** What Astro reads of the project. */
const program = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src'];

/**
 * Astro's part: every page and file of the site, into the staging folder. Astro writes what it generates into `.astro` of its
 * root, whatever the configuration says, so each build has a root of its own: a copy of the program, with the project's
 * packages. What Astro would keep from one build to the next is made anew with it: it takes an entry of its store for the
 * file by a digest that stands in the store too, so one letter changed there would go into the pages.
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
      // A page is made of many small things that nobody needs after it: with more room for them, an eighth of the time goes.
      NODE_OPTIONS: '--max-semi-space-size=64',
    };
    // In the root: Astro renames what it generates to the pages, and no name leads from one disk to another.
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

/** Room for Astro's root, with what a large review makes of it: an eighth of this for a small one. */
const roomForRoot = 64 << 20;

/** In the cache; where that has no room or may not be written, in the system's place for such. */
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
    // The cache takes nothing. Whoever keeps something there tells it.
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
    remedy: 'fix what the message names; the old site is untouched',
  };
}
