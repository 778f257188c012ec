import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { failureOf } from './lib/astro-output.ts';
import { copyFolder, deadLeaves, linkFolder, makeFolder, removeTemporary } from './lib/files.ts';
import { besideName } from './lib/names.ts';
import { projectRoot, runProgram } from './run.ts';

export interface RenderOptions {
  content: string;
  /** Folder of the site that the build is for, and the one that its pages go to. */
  out: string;
  staging: string;
  base: string;
  site: string;
  cache: string;
}

/** What Astro reads of the project. */
const program = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src'];

/**
 * Astro's part: every page and file of the site, into the staging folder. Astro writes what it generates into `.astro` of its
 * root, whatever the configuration says, so each build has a root of its own: a copy of the program, with the project's packages.
 */
export async function renderPages({ content, base, site, cache, out, staging }: RenderOptions): Promise<Notice[]> {
  const root = makeRoot(join(cache, 'render', 'root'));
  try {
    // A page is made of many small things that nobody needs after it: with more room for them, an eighth of the time goes.
    const NODE_OPTIONS = '--max-semi-space-size=64';
    const store = createHash('sha256').update([content, base, site, out].join(' ')).digest('hex').slice(0, 12);
    const env = {
      REVIEW_CONTENT: content,
      REVIEW_BASE: base,
      REVIEW_SITE: site,
      REVIEW_CACHE: join(cache, 'astro', store),
      REVIEW_REFERENCES: join(cache, 'references.jsonl'),
      NODE_OPTIONS,
    };
    const args = ['build', '--outDir', staging];
    const { code, output } = await runProgram('astro', args, { env, cwd: root, output: 'collect' });
    return code === 0 ? [] : [notRendered(content, output)];
  } finally {
    removeTemporary(root);
  }
}

function makeRoot(path: string): string {
  for (const leaf of deadLeaves(dirname(path), { of: 'root' })) removeTemporary(leaf.path);
  const root = besideName(path, 'new');
  removeTemporary(root);
  makeFolder(root);
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
    remedy: 'mend what the message names; the site that stood before is untouched',
  };
}
