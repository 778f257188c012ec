/** Folders that no command may make or replace, and why. */

import { homedir, tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { isIn, projectRoot, realOf, same } from './paths.ts';

/** Folders of the project in which commands must not make anything else. */
const ofProject = [
  '.astro',
  '.ci',
  '.git',
  '.github',
  'content',
  'docs',
  'node_modules',
  'public',
  'scripts',
  'src',
  'tests',
];

/**
 * Why a folder can never be replaced by the project, whatever it holds: it is, contains or lies in a folder of
 * somebody else. `undefined` if it may be replaced.
 */
export function wrongPlace(
  { path: named, apart = {} }: { path: string; apart?: Readonly<Record<string, string>> },
  path: string,
): string | undefined {
  if (/^~/u.test(named)) return 'a ~ that no shell has replaced';
  const whole: Record<string, string> = {
    'the root of the disk': parse(path).root,
    "the project's folder": projectRoot,
    'the folder that you work in': process.cwd(),
    'the folder that the command was typed in': process.env['INIT_CWD'] ?? projectRoot,
    ...home(),
    'the folder for temporary files': tmpdir(),
    ...apart,
  };
  for (const [what, folder] of Object.entries(whole)) {
    if (same(path, real(folder))) return what;
    if (isIn(real(folder), path)) return `a folder that holds ${what}`;
  }
  const closed = { ...apart };
  for (const name of ofProject) closed[`${name}/ of the project`] = join(projectRoot, name);
  for (const [what, folder] of Object.entries(closed)) {
    if (same(path, real(folder))) return what;
    if (isIn(path, real(folder))) return `a part of ${what}`;
  }
  return undefined;
}

const real = (folder: string): string => {
  try {
    return realOf(resolve(folder));
  } catch {
    return resolve(folder);
  }
};

/** Empty where the system knows no home folder for the user. */
function home(): Record<string, string> {
  try {
    return { 'your home folder': homedir() };
  } catch {
    return {};
  }
}
