/** Counts the files and bytes of a site, and compares them with what hosts allow. */

import { statSync } from 'node:fs';
import { join } from 'node:path';

/** What hosts count of a site. */
export interface SiteSize {
  files: number;
  bytes: number;
  largest: { file: string; bytes: number };
  /** The folder with the most entries, files and folders. */
  fullest: { folder: string; entries: number };
}

const MB = 1_000_000;
const MiB = 1_048_576;

/** A limit of a common host, by its documentation in November 2026. */
interface Limit {
  host: string;
  /** What is limited, for people. */
  says: string;
  isPassed: (size: SiteSize) => boolean;
}

const hostLimits: readonly Limit[] = [
  { host: 'free Cloudflare Pages', says: '20,000 files', isPassed: ({ files }) => files > 20_000 },
  { host: 'Cloudflare Pages', says: '25 MiB a file', isPassed: ({ largest }) => largest.bytes > 25 * MiB },
  { host: 'GitHub Pages', says: '1 GB', isPassed: ({ bytes }) => bytes > 1000 * MB },
  { host: 'Netlify', says: '54,000 entries a folder', isPassed: ({ fullest }) => fullest.entries > 54_000 },
];

/** The size of a site from the paths of its files below its folder, with `/`. */
export function sizeOf(folder: string, files: readonly string[]): SiteSize {
  const size: SiteSize = {
    files: files.length,
    bytes: 0,
    largest: { file: '', bytes: 0 },
    fullest: { folder: '', entries: 0 },
  };
  const entries = new Map<string, Set<string>>();
  for (const file of files) {
    const { size: bytes } = statSync(join(folder, file));
    size.bytes += bytes;
    if (bytes > size.largest.bytes) size.largest = { file, bytes };
    const parts = file.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const above = parts.slice(0, depth).join('/');
      const held = entries.get(above) ?? new Set();
      entries.set(above, held.add(parts[depth] ?? ''));
    }
  }
  for (const [name, held] of entries)
    if (held.size > size.fullest.entries) size.fullest = { folder: name || '.', entries: held.size };
  return size;
}

const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

/** The size in lines for people, with the limits of common hosts that it passes. */
export function linesOfSize(size: SiteSize): string[] {
  const { files, bytes, largest, fullest } = size;
  const passed = hostLimits.filter(({ isPassed }) => isPassed(size)).map(({ host, says }) => `${host} (${says})`);
  const most = `${fullest.entries.toLocaleString('en-GB')} entries in ${fullest.folder}`;
  return [
    `${files.toLocaleString('en-GB')} files, ${megabytes(bytes)}; the largest: ${largest.file}, ${megabytes(largest.bytes)}; the fullest folder: ${most}`,
    passed.length
      ? `over the limits of ${passed.join(', ')}`
      : `within the limits of ${hostLimits.map(({ host, says }) => `${host} (${says})`).join(', ')}`,
  ];
}
