/** Checks out a commit for `npm run compare`, and collects what the commands of a tree print. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkFolder, makeFolder, temporaryFolder, writeStaged } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';
import { finished, projectRoot, startNode } from '../run.ts';
import type { Sources } from './sources.ts';

/**
 * The output of one tree's commands for the sources, as parsed JSON. The form of that output is part of the project's
 * contract.
 */
export interface Told {
  /** A line of `npm run read -- … --json` for each source. */
  lines: unknown[];
  papers: unknown[];
  ledger: { sources: unknown[] };
}

/** The files of a commit in a temporary folder, with the packages of this tree. The caller removes the folder. */
export function checkOut(revision: string): { folder: string } {
  const folder = temporaryFolder();
  const archive = spawnSync('git', ['archive', '--format=tar', revision], {
    cwd: projectRoot,
    maxBuffer: 2 ** 30,
  });
  if (archive.status !== 0) throw new Error(`git knows no ${revision}: ${archive.stderr.toString().trim()}`);
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  if (unpacked.status !== 0) throw new Error(`tar could not unpack ${revision}: ${unpacked.stderr.toString().trim()}`);
  linkFolder(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return { folder };
}

/** Runs a tree's own commands over the sources, as its package.json names them. */
export async function readWith(tree: string, sources: Sources): Promise<Told> {
  // It is inside the folder of sources, which the caller removes.
  const out = temporaryFolder(sources.folder);
  const from = join(sources.folder, 'sources');
  // A review without decisions, so that all values come from sources and vocabulary.
  const content = join(out, 'content');
  makeFolder(join(content, 'vocabulary'));
  for (const file of filesBelow(join(tree, 'content/vocabulary')))
    writeStaged(join(content, 'vocabulary', file), readFileSync(join(tree, 'content/vocabulary', file)));
  const read = await run(tree, 'read', ['--json', from]);
  await run(tree, 'import', ['--content', content, '--sources', from, '--no-cache']);
  const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const papers = filesBelow(content).filter((file) => /^papers\/[^.][^/]*\.json$/u.test(file));
  if (!papers.length) throw new Error(`the code of ${tree} imported nothing: see its messages with npm run import`);
  return {
    lines: read
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as unknown),
    papers: papers.map((file) => parse(join(content, file))),
    ledger: parse(join(content, 'ledger.json')) as Told['ledger'],
  };
}

/** The standard output of a tree's command. */
async function run(tree: string, name: string, args: readonly string[]): Promise<string> {
  const { scripts } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, launcher = '', script = ''] = scripts[name]?.split(' ') ?? [];
  if (!launcher || !script) throw new Error(`the package.json of ${tree} has no script "${name}"`);
  const child = startNode([join(tree, launcher), join(tree, script), ...args], { output: 'collect', cwd: tree });
  return (await finished(child)).stdout;
}
