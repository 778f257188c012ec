/** Makes the lists of files that the service worker keeps, so that the site works without a connection. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileOf, pageTypes } from '#site/page-types';
import { FileHashes } from '../lib/file-hashes.ts';
import { makeFolder, writeStaged } from '../lib/files.ts';
import { minified } from '../lib/minified.ts';
import { filesBelow } from '../lib/paths.ts';

/** What a reader's device may keep, in bytes. */
interface Room {
  /** Up to this size, about a hundred papers, a site is fetched completely on the first visit. */
  whole: number;
  /** For a larger site, how much is kept beyond what is fetched first. */
  budget: number;
  /**
   * The maximum number of files in a part of the list, on average. A part is fetched with the first file of it that is
   * read, so a larger one costs a reader more bytes, and a smaller one costs a host more files.
   */
  inPart: number;
}
const usualRoom: Room = { whole: 40_000_000, budget: 60_000_000, inPart: 256 };

/** A row of a list: first characters of the SHA-256 of a file's bytes, and its size in bytes. */
type Row = [hash: string, size: number];

/** Files that pages share, and the search without its parts. */
const shared = /^(?:_astro\/.*|[^/]+\.(?:css|js|svg|webmanifest|html)|search\/index\/[^/]+)$/u;
const firstPages = pageTypes
  .filter(({ first }) => first)
  .flatMap((type) => (['', 'zh/'] as const).map((prefix) => fileOf(type, prefix, '*').split('*')));

/** Whether a file of a larger site is fetched on the first visit: shared files, and the pages that the list says. */
function isFirst(path: string): boolean {
  return (
    shared.test(path) ||
    firstPages.some(([start = '', end]) =>
      end === undefined
        ? path === start
        : path.startsWith(start) && path.endsWith(end) && !path.slice(start.length, -end.length).includes('/'),
    )
  );
}

/** Files that few readers use: they are kept only after they were read once, even of a small site. */
const onDemand = /^styles\//;

/** Files for hosts and for the worker itself. */
const apart = /^(_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sw\.js|offline\.json|offline\/\d+\.json)$/;

/** The parts of the list of files that are not fetched first. The hash of a file's path says in which part it is. */
function inParts(later: ReadonlyMap<string, Row>, most: number): Record<string, Row>[] {
  const count = later.size === 0 ? 0 : 2 ** Math.max(0, Math.ceil(Math.log2(later.size / most)));
  const parts = Array.from({ length: count }, (): Record<string, Row> => ({}));
  for (const [path, row] of later) {
    const part = parts[createHash('sha256').update(path).digest().readUInt32BE() % count];
    if (part) part[path] = row;
  }
  return parts;
}

/** Writes the service worker and the lists of all files of a finished site. Nothing in the site may change after it. */
export async function writeOffline(out: string, hashes = new FileHashes(), room = usualRoom): Promise<void> {
  const files = new Map<string, Row>();
  let bytes = 0;
  for (const path of filesBelow(out)) {
    if (apart.test(path)) continue;
    const { hash: whole, size } = hashes.of(join(out, path));
    files.set(path, [Buffer.from(whole, 'base64url').toString('hex').slice(0, 16), size]);
    if (!onDemand.test(path)) bytes += size;
  }
  const first: Record<string, Row> = {};
  const later = new Map<string, Row>();
  const isWhole = bytes <= room.whole;
  for (const [path, row] of files)
    if (isWhole ? !onDemand.test(path) : isFirst(path)) first[path] = row;
    else later.set(path, row);
  const parts = inParts(later, room.inPart).map((part) => JSON.stringify(part));
  const partPath = (number: number): string => `offline/${number}.json`;
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  // With all parts at hand, a reader without a connection hears whether a page exists.
  if (isWhole) for (const [number, part] of parts.entries()) first[partPath(number)] = [hashOf(part), part.length];
  const list = { budget: room.budget, files: first, parts: parts.map(hashOf) };
  const script = await minified('src/client/offline/worker.ts');
  const version = hashOf(JSON.stringify(list) + script).slice(0, 12);
  writeStaged(join(out, 'sw.js'), `const version = '${version}';\n${script}`);
  writeStaged(join(out, 'offline.json'), JSON.stringify({ version, ...list }));
  if (parts.length > 0) makeFolder(join(out, 'offline'));
  for (const [number, part] of parts.entries()) writeStaged(join(out, partPath(number)), part);
}
