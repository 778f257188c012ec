/** Lists the sources of a folder, and refuses files that are not safe to open. */

import { lstatSync, readdirSync, readlinkSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { codeOf } from '../../lib/paths.ts';
import { visible } from '#text/visible';

export interface Listed {
  /** Path below the folder, with `/`. */
  file: string;
  path: string;
  size: number;
  /** Why the file is not read, as a notice. */
  quarantined?: Notice;
}

/** Whether a name is that of what a person says about the file beside it. */
export const isSidecar = (name: string): boolean => /\.meta\.ya?ml$/iu.test(name);

/**
 * Lists the sources of a folder and its subfolders, by name in order of code units. Hidden files and sidecars are not
 * sources. Links, devices, and names that cannot be shown or stored safely are listed as quarantined and never opened;
 * so are folders that cannot be read.
 * @throws where the top folder cannot be read
 */
export function listSources(folder: string): Listed[] {
  const listed: Listed[] = [];
  const walk = (below: string) => {
    for (const entry of entriesOf(folder, below, listed)) {
      if (entry.name.startsWith('.') || isSidecar(entry.name)) continue;
      const file = below ? `${below}/${entry.name}` : entry.name;
      const path = join(folder, file);
      const quarantined = whyNot(file, path, entry);
      if (quarantined) listed.push({ file: visible(file), path, size: 0, quarantined });
      else if (entry.isDirectory()) walk(file);
      else listed.push(...ofFile(file, path));
    }
  };
  walk('');
  return listed;
}

function entriesOf(folder: string, below: string, listed: Listed[]): Dirent[] {
  try {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (problem) {
    if (!below) throw problem;
    const path = join(folder, below);
    listed.push({ file: below, path, size: 0, quarantined: unreadable(below, codeOf(problem)) });
    return [];
  }
}

/** The source of a file; an empty list if the file has gone since its folder was read. */
function ofFile(file: string, path: string): Listed[] {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found ? [{ file, path, size: found.size }] : [];
  } catch (problem) {
    return [{ file, path, size: 0, quarantined: unreadable(file, codeOf(problem)) }];
  }
}

/**
 * Whether a name is unsafe: invisible characters, characters that move others on the screen, broken Unicode, a
 * backslash, more than 200 bytes.
 */
export const isHostile = (name: string): boolean =>
  visible(name) !== name || /[\ufffd\\]/u.test(name) || Buffer.byteLength(name) > 200;

function whyNot(file: string, path: string, entry: Dirent): Notice | undefined {
  const place = { file: visible(file) };
  const quarantine = (rule: string, seen: string, expected: string, remedy: string): Notice => ({
    severity: 'warning',
    rule,
    place,
    seen,
    expected,
    remedy,
  });
  if (entry.isSymbolicLink())
    return quarantine(
      'source-is-a-link',
      `a link to ${visible(linkTarget(path))}`,
      'a file',
      'copy the file itself in',
    );
  if (!entry.isFile() && !entry.isDirectory())
    return quarantine('source-is-no-file', 'a device, pipe or socket', 'a file', 'take it out of the folder');
  if (isHostile(entry.name))
    return quarantine(
      'source-name-unsafe',
      `the name ${visible(entry.name).slice(0, 120)}`,
      'a name of visible characters, 200 bytes at most',
      'rename the file and import again',
    );
  return undefined;
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return 'an unknown place';
  }
}

/** A notice why a file or folder cannot be read. `code` is the system's error code, empty where there is none. */
export const unreadable = (file: string, code: string): Notice => ({
  severity: 'warning',
  rule: 'source-unreadable',
  place: { file },
  seen: code || 'an error',
  expected: 'a file or folder that can be read',
  remedy: 'fix its permissions or its disk, then import again: until then what it states is missing',
});
