/** Opens a source: its bytes, its text, and its sidecar (`FILE.meta.yaml`). */

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { partialDateSchema } from '#domain/date';
import { limits } from '#domain/limits';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { sourceText, type SourceText } from '#domain/source';
import { cleanAll } from '#text/clean';
import { decode } from '#text/decode';
import { insideZip } from '#text/zip';
import { fit, readYaml } from '../../lib/read-content.ts';
import { codeOf } from '../../lib/paths.ts';
import { isThere } from '../../lib/read-text.ts';
import { containerOf } from './containers.ts';
import { encodingNotices } from './encoding-notices.ts';
import { unreadable, type Listed } from './list.ts';
import { bytesInZip } from './zip.ts';

/** `FILE.meta.yaml`: what a person or a scraper knows about a source beyond its bytes. */
const sidecarSchema = z.strictObject({
  url: z.string().min(1).optional(),
  retrieved: z.preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    partialDateSchema.optional(),
  ),
  /** The file name of an older scrape of the same page. The values of this one replace those. */
  replaces: z.string().min(1).optional(),
  /** The records of a page of many that a person took in, each with the beginning of its title, which proves it. */
  records: z.array(z.strictObject({ record: z.int().min(1), title: z.string().min(1) })).optional(),
});
/** `urlAt` is the place of the address in the sidecar. */
export type Sidecar = z.infer<typeof sidecarSchema> & { urlAt?: Place };

/** The bytes of a source; absent for a quarantined one, where `notices` say why. */
export interface OpenedSource {
  bytes?: Buffer;
  /** SHA-256 of the bytes; of no bytes for a file that was never opened. */
  sha256: string;
  notices: Notice[];
}

/** The text of a source; absent for a quarantined one, where `notices` say why. */
export interface DecodedSource {
  source?: SourceText;
  encoding: string;
  notices: Notice[];
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const warn = (file: string, rule: string, seen: string, expected: string, remedy: string): Notice => ({
  severity: 'warning',
  rule,
  place: { file },
  seen,
  expected,
  remedy,
});

/** Opens a source. This is the only place where the pipeline does so. */
export function openSource({ file, path, size, quarantined }: Listed): OpenedSource {
  const quarantine = (notice: Notice): OpenedSource => ({ sha256: sha256(''), notices: [notice] });
  if (quarantined) return quarantine(quarantined);
  if (size > limits.bytes.most)
    return quarantine(
      warn(
        file,
        'source-too-large',
        `${Math.round(size / 1048576)} MB`,
        `at most ${limits.bytes.most / 1048576} MB: ${limits.bytes.because}`,
        'split the file, or take it out',
      ),
    );
  try {
    const isInside = insideZip(path) !== undefined && !existsSync(path);
    const bytes = isInside ? bytesInZip(path) : readPatiently(path);
    if (!bytes)
      return quarantine(
        warn(
          file,
          'zip-file-damaged',
          'a file of an archive that cannot be unpacked, or is longer than the archive says',
          'a file that unpacks to the size and the checksum that the archive states',
          'save the archive again, or unpack it and add its files',
        ),
      );
    return { bytes, sha256: sha256(bytes), notices: [] };
  } catch (problem) {
    return quarantine(unreadable(file, codeOf(problem)));
  }
}

/**
 * Error codes that will not go away by waiting. Others may: a network disk that was away, a file that another program
 * was writing.
 */
const lasting = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];
const pauses = [50, 250, 1000];

/** The bytes of a file. It tries again after each pause, so that a short failure takes no paper out of a review. */
function readPatiently(path: string): Buffer {
  for (const pause of pauses) {
    try {
      return readFileSync(path);
    } catch (problem) {
      if (lasting.includes(codeOf(problem))) throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return readFileSync(path);
}

/**
 * Decodes bytes to text, or says why they are not text. Never throws, whatever the bytes. `url` is the address in its
 * sidecar.
 */
export function decodeSource(file: string, bytes: Buffer, url?: string): DecodedSource {
  const quarantine = (...notice: [rule: string, seen: string, expected: string, remedy: string]): DecodedSource => ({
    encoding: 'none',
    notices: [warn(file, ...notice)],
  });
  if (bytes.length === 0)
    return quarantine('source-empty', '0 bytes', 'the text of a page', 'save the page again, or delete the file');
  const container = containerOf(bytes);
  if (container) return quarantine('source-binary', container.seen, 'text, HTML or references', container.remedy);
  const decoded = decode(bytes);
  if (!decoded)
    return quarantine(
      'source-binary',
      'bytes that are not text',
      'text, HTML or references',
      'save the page as text or HTML',
    );
  if (!decoded.text.trim())
    return quarantine(
      'source-empty',
      'only white space',
      'the text of a page',
      'save the page again, or delete the file',
    );
  const source = { ...sourceText(file, decoded.text), ...(url ? { url } : {}) };
  if (source.lineStarts.length > limits.lines.most)
    return quarantine(
      'source-of-too-many-lines',
      `${source.lineStarts.length} lines`,
      `at most ${limits.lines.most}: ${limits.lines.because}`,
      'split the file, or take it out',
    );
  const long = longestOf(source);
  // JSON and markup may well be on one line.
  if (long.length >= limits.line.most && !/^\s*[[{<]/u.test(source.text.slice(long.start, long.start + 100)))
    return quarantine(
      'source-line-too-long',
      `a line of ${long.length} characters`,
      `fewer than ${limits.line.most}: ${limits.line.because}`,
      'save the page again',
    );
  return { source, encoding: decoded.encoding, notices: encodingNotices(file, decoded) };
}

function longestOf(source: SourceText): { line: number; start: number; length: number } {
  let longest = { line: 1, start: 0, length: 0 };
  source.lineStarts.forEach((start, i) => {
    const length = (source.lineStarts[i + 1] ?? source.text.length) - start;
    if (length > longest.length) longest = { line: i + 1, start, length };
  });
  return longest;
}

/** Reads the sidecar of a source. Anything else of that name gets a notice and is never opened. */
export function readSidecar(file: string, path: string, notices: Notice[]): Sidecar | undefined {
  const beside = `${path}.meta.yaml`;
  if (!isThere(beside)) return undefined;
  const name = `${file}.meta.yaml`;
  const found: Notice[] = [];
  // A link may lead anywhere, so only a real file is opened, as with sources.
  const isFile = lstatSync(beside).isFile();
  const written = isFile ? readYaml(beside, name, found) : undefined;
  const sidecar = written && fit(sidecarSchema, written, 'README.md', found);
  if (sidecar) {
    const urlAt = written.at(['url']);
    return { ...cleanAll(sidecar), ...(sidecar.url && 'line' in urlAt ? { urlAt } : {}) };
  }
  const { place, seen } = found[0] ?? { place: { file: name }, seen: 'a link or a folder' };
  notices.push({
    severity: 'warning',
    rule: 'sidecar-not-valid',
    place,
    seen,
    expected: 'url, retrieved (2026-11-21), replaces (a file name), records (a list of number and title)',
    remedy: 'fix the sidecar; the source is imported without it',
  });
  return undefined;
}
