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
  /** Why the file is not read; the notice says it in full. */
  quarantined?: Notice;
}

const sidecar = /\.meta\.ya?ml$/i;

/**
 * The sources of a folder and those below it, by name in code unit order. Hidden files and sidecars are no sources.
 * Links, devices and names that cannot be shown or stored safely are listed as quarantined and never opened; so is a folder
 * that cannot be read. Throws where the whole cannot.
 */
export function listSources(folder: string): Listed[] {
  const listed: Listed[] = [];
  const walk = (below: string) => {
    for (const entry of entriesOf(folder, below, listed)) {
      if (entry.name.startsWith('.') || sidecar.test(entry.name)) continue;
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

/** Nothing for a file that is gone since its folder was read. */
function ofFile(file: string, path: string): Listed[] {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found ? [{ file, path, size: found.size }] : [];
  } catch (problem) {
    return [{ file, path, size: 0, quarantined: unreadable(file, codeOf(problem)) }];
  }
}

/** Names: nothing that nobody sees or that moves what others see, no broken text, no backslash, 200 bytes. */
const isHostile = (name: string): boolean =>
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

/** Why a file or a folder cannot be read; `code` is the system's, empty where it gives none. */
export const unreadable = (file: string, code: string): Notice => ({
  severity: 'warning',
  rule: 'source-unreadable',
  place: { file },
  seen: code || 'an error',
  expected: 'a file or folder that can be read',
  remedy: 'fix its permissions or its disk, then import again: until then what it states is missing',
});
