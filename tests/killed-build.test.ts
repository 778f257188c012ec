import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, killedBuild, moments, wholeBuild } from '../scripts/bench/killed.ts';
import { projectRoot } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';
import { useSite } from './support/site.ts';

/** It has a moment in each part of a build; `npm run bench -- killed` tries others. */
const seed = 5;

test('moments of a seed are spread over the steps of a build, and the same in each run', () => {
  const many = moments(seed, 40);
  expect(moments(seed, 40)).toEqual(many);
  expect(new Set(many.map(({ after }) => after)).size).toBe(9);
  expect(many[0]?.after).toBe('');
  expect(many.at(-1)?.after).toBe('largest');
});

/** The program of the pages costs more than all else here; it is kept whole or not at all. */
function lendProgram(cache: string): void {
  const program = join(projectRoot, '.cache/program');
  if (existsSync(program)) cpSync(program, join(cache, 'program'), { recursive: true, verbatimSymlinks: true });
}

test('after builds that were killed a build makes the same site as a clean one, byte for byte', async () => {
  const clean = await useSite({ content: 'tests/fixtures/odd-review' });
  const place = temporaryFolder();
  const folders = { content: join(place, 'content'), out: join(place, 'site'), cache: join(place, 'cache') };
  cpSync(clean.content, folders.content, { recursive: true });
  const identity = join(folders.content, 'site.yaml');
  const written = readFileSync(identity, 'utf8');
  const killed: boolean[] = [];
  for (const [i, moment] of [...moments(seed, 4)].entries()) {
    // The last builds are of what stays: what they keep is what the whole build finds.
    writeFileSync(identity, i < 2 ? written.replace(/version: \S+/u, `version: '0.${i}'`) : written);
    killed.push(await killedBuild(folders, moment));
    if (i === 0) lendProgram(folders.cache);
  }
  expect(killed).toContain(true);
  await wholeBuild(folders);
  expect(differences(folders.out, clean.folder)).toEqual([]);
});
