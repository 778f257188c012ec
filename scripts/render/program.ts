/** The program that renders the pages: Astro makes it, and it is kept as long as what it is made of is the same. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestOf, packages, versionOf, type Files } from '../lib/digest.ts';
import {
  bring,
  copyFolder,
  linkFolder,
  makeFolder,
  removeOldest,
  removeTemporary,
  temporaryFolder,
} from '../lib/files.ts';
import { deadLeaves } from '../lib/leftovers.ts';
import { besideName } from '../lib/names.ts';
import { hasRoom } from '../lib/paths.ts';
import { projectRoot, runProgram, type RunResult } from '../run.ts';
import { shortenScopes } from './scopes.ts';

export interface ProgramInput {
  content: string;
  base: string;
  site: string;
  cache: string;
}

export interface Program {
  /** The folder with the program, in `server`, and with the files that it does not make, in `client`. */
  folder: string;
  /** A hash of all code of the pages, and of the addresses of their scripts and styles. */
  code: string;
  /** Keeps a new program, after it was used. */
  keep: () => void;
}

/** The files of the project that Astro reads. */
const program = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src'];

/** What decides whether a page is in the sitemap. */
const readingOfPages = ['scripts/audit/page.ts', 'scripts/audit/scan.ts'];

/** All code that decides the bytes of pages and of the sitemap, and the packages that it uses. */
export const pageCode = (root: string): Files => ({
  root,
  names: [...program, ...packages, 'scripts/render', 'scripts/escape-attributes.ts', ...readingOfPages],
});

/** The reviewers' texts, which Astro compiles. */
const texts = (content: string): Files => ({
  root: content,
  names: ['themes', 'about', 'method'],
  skip: (path) => basename(path).startsWith('.'),
});

/**
 * The program for a review: kept, or made by Astro. A program that is kept has a hash of its bytes in its name, so that
 * a changed byte does not go into the pages. `root` is an empty folder, for Astro to work in.
 */
export async function programFor(input: ProgramInput, root: string): Promise<Program | { failed: RunResult }> {
  const version = versionOf(pageCode(projectRoot));
  const { base, site, content, cache } = input;
  const texted = digestOf(texts(content));
  const name = createHash('sha256')
    .update(JSON.stringify([version, base, site, texted]))
    .digest('hex')
    .slice(0, 20);
  const folder = join(cache, 'program');
  const codeOf = (made: string): string =>
    createHash('sha256')
      .update(JSON.stringify([version, base, site, digestOf({ root: join(made, 'client') })]))
      .digest('base64url');
  const kept = existsSync(folder) ? readdirSync(folder).find((it) => it.startsWith(`${name}-`)) : undefined;
  if (kept !== undefined && kept === `${name}-${sumOf(join(folder, kept))}`)
    return { folder: join(folder, kept), code: codeOf(join(folder, kept)), keep: () => {} };
  const made = join(root, 'program');
  const failed = await runAstro(root, made, input);
  if (failed) return { failed };
  linkFolder(join(projectRoot, 'node_modules'), join(made, 'node_modules'));
  return {
    folder: made,
    code: codeOf(made),
    keep: () => {
      keep(made, folder, `${name}-${sumOf(made)}`);
    },
  };
}

/** A hash of the bytes of a program, without the packages that it is linked with. */
const sumOf = (folder: string): string =>
  createHash('sha256')
    .update(digestOf({ root: folder, names: ['client', 'server'] }))
    .digest('hex')
    .slice(0, 20);

/** How many programs are kept: one for each base path and state of the essays. */
const mostPrograms = 4;

/** Keeps a program among the last ones. */
function keep(made: string, folder: string, name: string): void {
  try {
    makeFolder(folder);
    const there = join(folder, name);
    // Another build has just kept the same, and may be using it.
    if (existsSync(there) && name.endsWith(sumOf(there))) return;
    removeOldest(folder, mostPrograms - 1, name);
    bring(made, there);
  } catch {
    // The cache takes nothing; the code that stores something there reports it.
  }
}

/**
 * Runs Astro. It always writes generated files into `.astro` of its root, so each build has a root of its own: a copy
 * of the project's pages with the project's packages.
 */
async function runAstro(
  root: string,
  made: string,
  { content, base, site }: ProgramInput,
): Promise<RunResult | undefined> {
  const env = {
    REVIEW_CONTENT: content,
    REVIEW_BASE: base,
    REVIEW_SITE: site,
    REVIEW_CACHE: join(root, 'store'),
    REVIEW_PROGRAM: join(made, 'server'),
  };
  fillRoot(root);
  makeFolder(made);
  // In the root, because Astro renames generated files into the pages, and a rename cannot cross disks.
  const result = await runProgram('astro', ['build', '--outDir', join(made, 'client')], {
    env,
    cwd: root,
    output: 'collect',
  });
  if (result.code !== 0) return result;
  shortenScopes(made);
  return undefined;
}

/** Bytes for Astro's root of a large review; a small one needs an eighth of this. */
const roomForRoot = 64 << 20;

/**
 * Makes an empty folder for one build in the cache; where that has no space or is read-only, in the system's folder for
 * temporary files. What killed builds left is removed.
 */
export function makeRoot(cache: string): string {
  if (!hasRoom(cache, roomForRoot)) return temporaryFolder();
  const path = join(cache, 'render', 'root');
  for (const leaf of deadLeaves(dirname(path), { of: 'root' })) removeTemporary(leaf.path);
  const root = besideName(path, 'new');
  removeTemporary(root);
  try {
    makeFolder(root);
    return root;
  } catch {
    // The cache takes nothing. The code that stores something there reports it.
    removeTemporary(root);
    return temporaryFolder();
  }
}

function fillRoot(root: string): void {
  for (const name of program) copyFolder(join(projectRoot, name), join(root, name));
  linkFolder(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
}
