/**
 * The mark of a folder that the project made: a file that says what the folder holds and which files are the project's
 * own.
 */

import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockName, temporaryOf } from './names.ts';

/** What the project makes: a site, the records of a review, a cache, files for other programs, screenshots, a copy to hand on. */
export type Holds = 'site' | 'records' | 'cache' | 'exports' | 'shots' | 'bundle';

/**
 * The mark of a folder that the project made: a small file that says what the folder holds, and which files in it are
 * the project's.
 */
export const markName = '.made-by-alliance-review';

/**
 * Paths below the folder, with `/`, each with the hash of what was written there; the hash is empty where none is kept.
 */
export type OwnFiles = ReadonlyMap<string, string>;

interface Mark {
  holds: Holds;
  files: OwnFiles;
}

const says: Record<Holds, string> = {
  site: 'npm run build made this site. It replaces the files listed here; files of your own stay.',
  records: 'npm run import made these records and makes them again. The hashes show which a person changed.',
  cache: 'A cache for the next build. You may delete all of it.',
  exports: 'npm run exports wrote these files, and will replace them.',
  shots: 'npm run shots took these pictures, and will replace them.',
  bundle: 'npm run bundle wrote this zip file, and will replace it.',
};

/** The text of a mark. Equal files give equal text at any time and place. */
export function markText(holds: Holds, files: Iterable<readonly [string, string]> = []): string {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ madeBy: 'Alliance Review', holds, says: says[holds], files: sorted }, null, 1)}\n`;
}

/** Reads the mark of a folder; `undefined` if there is none or it is broken. */
export function readMark(folder: string): Mark | undefined {
  const read = parsed(join(folder, markName));
  const { holds, files } = read ?? {};
  const known = (Object.keys(says) as Holds[]).find((one) => one === holds);
  if (!known || !isObject(files)) return undefined;
  const own = Object.entries(files).filter((row): row is [string, string] => typeof row[1] === 'string');
  return { holds: known, files: new Map(own) };
}

/**
 * The project's files in a folder from a time before marks, recognised by its contents; `undefined` if it is not
 * recognised.
 */
export function recognise(folder: string, holds: Holds): OwnFiles | undefined {
  if (holds === 'site') return recogniseSite(folder);
  if (holds === 'records') return recogniseRecords(folder);
  // The names of the other kinds are those of people's files too: papers.bib, review.zip. They always had a mark.
  return holds === 'cache' && namesIn(folder).every((name) => ofCache.test(name)) ? new Map() : undefined;
}

/**
 * A site has a search index and a list of its files, in parts; it leaves out those for hosts and for the service worker.
 */
function recogniseSite(folder: string): OwnFiles | undefined {
  const { files, parts } = parsed(join(folder, 'offline.json')) ?? {};
  if (!isObject(files) || !isFile(join(folder, 'index.html')) || !isFile(join(folder, 'search/index/core.pack')))
    return undefined;
  const lists = Array.isArray(parts) ? parts.map((_, number) => `offline/${number}.json`) : [];
  const later = lists.flatMap((list) => Object.keys(parsed(join(folder, list)) ?? {}));
  const unlisted = ['_headers', 'robots.txt', 'sw.js', 'offline.json', ...lists];
  return new Map([...Object.keys(files), ...later, ...unlisted].map((name) => [name, '']));
}

/** A record has its id as its name, and says from which sources it was read. */
function recogniseRecords(folder: string): OwnFiles | undefined {
  const own = namesIn(folder).filter((name) => {
    const record = name.endsWith('.json') ? parsed(join(folder, name)) : undefined;
    const lists = record && [record['titles'], record['authors'], record['sources']];
    return record?.['id'] === name.slice(0, -'.json'.length) && lists?.every(Array.isArray);
  });
  return own.length ? new Map(own.map((name) => [name, ''])) : undefined;
}

/** Names in a cache. */
const ofCache = /^(?:astro|build|built|exports|import|references|render|references\.jsonl)$/u;

/** Files that systems and version control put into every folder: a folder with nothing else counts as empty. */
const systems = /^(?:lost\+found|\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\.gitignore)$/u;

/** The names in a folder without the system's files and temporary ones. */
export const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter(
    (name) => !systems.test(name) && !name.endsWith(lockName) && name !== markName && !temporaryOf(name),
  );

/** What is in a folder beside the project's own files: paths with `/`; a folder with none of them counts as one. */
export function strangersIn(folder: string, own: OwnFiles): string[] {
  const folders = new Set<string>();
  for (const name of own.keys())
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) folders.add(name.slice(0, at));
  const found: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below + entry.name;
      if (own.has(name) && entry.isFile()) continue;
      if (!below && (entry.name === markName || entry.name.endsWith(lockName) || temporaryOf(entry.name))) continue;
      if (folders.has(name) && entry.isDirectory()) walk(`${name}/`);
      else found.push(name);
    }
  };
  walk('');
  return found.sort();
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** A file as a JSON object; `undefined` for a link, a folder or a broken file. */
function parsed(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = isFile(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
