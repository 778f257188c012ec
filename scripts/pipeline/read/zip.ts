/** Opens zip archives among the sources: each file in one is a source of its own, named `export.zip/refs.ris`. */

import { readFileSync, statSync } from 'node:fs';
import { limits } from '#domain/limits';
import type { Notice } from '#domain/notice';
import { visible } from '#text/visible';
import { insideZip, unzipNamed, zipDirectory, type ZipDirectory, type ZipEntry } from '#text/zip';
import { codeOf } from '../../lib/paths.ts';
import { isHostile, isSidecar, unreadable, type Listed } from './list.ts';

/** Whether a file is named as an archive that is opened. */
export const isZipName = (file: string): boolean => /\.zip$/iu.test(file);

/** The archive that was opened last: its files are asked for one after the other. */
let last: { path: string; changed: number; size: number; directory: ZipDirectory | undefined } | undefined;

function directoryOf(path: string): ZipDirectory | undefined {
  const { mtimeMs: changed, size } = statSync(path);
  if (last?.path !== path || last.changed !== changed || last.size !== size)
    last = { path, changed, size, directory: zipDirectory(readFileSync(path), limits.zipFiles.most + 1) };
  return last.directory;
}

/** The bytes of a file in an archive, by a path that leads into it; `undefined` where they cannot be unpacked. */
export function bytesInZip(path: string): Buffer | undefined {
  const inside = insideZip(path);
  const directory = inside && directoryOf(inside.zip);
  const bytes = directory && unzipNamed(directory, inside.name);
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Why a file of an archive is not read; `undefined` if it is. */
function whyNotRead({ name, encrypted, method, packed, size }: ZipEntry): string | undefined {
  const steps = name.split('/');
  if (encrypted) return 'encrypted';
  if (name.startsWith('/') || /^\p{L}:/u.test(name) || steps.some((step) => step === '' || /^\.{1,2}$/u.test(step)))
    return 'a name that leads out of the archive';
  if (steps.some(isHostile) || !name) return 'a name of invisible characters, or a very long one';
  if (steps.length > limits.zipDepth.most) return `more than ${limits.zipDepth.most} ${limits.zipDepth.of}`;
  if (method !== 0 && method !== 8) return 'packed in a way that is not known here';
  if (size > limits.bytes.most) return `more than ${limits.bytes.most / 2 ** 20} MB`;
  if (size > 2 ** 20 && size > packed * limits.zipRatio.most)
    return `more than ${limits.zipRatio.most} ${limits.zipRatio.of}`;
  if (/\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/iu.test(name)) return 'an archive in an archive';
  if (isSidecar(name)) return 'a sidecar, which counts beside files that are not in an archive';
  return undefined;
}

/** What reference managers keep beside their records: papers and pictures, of which no text is read. */
const attachment = /\.(?:pdf|docx?|odt|rtf|epub|xlsx?|pptx?|png|jpe?g|gif|svg|webp|tiff?|css|js|woff2?|mp[34]|css)$/iu;

/** Each listed file; in place of an archive, the files that are in it. */
export const withArchivesOpen = (listed: readonly Listed[]): Listed[] =>
  listed.flatMap((one) => (isZipName(one.file) && !one.quarantined ? sourcesInZip(one) : [one]));

/** What systems put into archives beside the files: hidden ones, and folders. */
const isNoFile = ({ name }: ZipEntry): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\.[^./]/u.test(name);

/**
 * The sources in an archive, by name; and, under the archive's own name, what is not read in it. `file` is its name
 * below the folder of sources.
 */
export function sourcesInZip({ file, path, size }: Listed): Listed[] {
  const refused = (seen: string, remedy: string): Listed[] => [
    { file, path, size: 0, quarantined: notice(file, 'zip-not-read', seen, remedy) },
  ];
  if (size > limits.bytes.most)
    return refused(`${Math.round(size / 2 ** 20)} MB`, 'unpack it, and add the files that are exports or pages');
  let directory: ZipDirectory | undefined;
  try {
    directory = directoryOf(path);
  } catch (problem) {
    return [{ file, path, size: 0, quarantined: unreadable(file, codeOf(problem)) }];
  }
  if (!directory) return refused('an archive that is cut or damaged', 'save it again, and check that it opens');
  const entries = directory.entries.filter((entry) => !isNoFile(entry));
  const sum = entries.reduce((all, one) => all + one.size, 0);
  if (directory.entries.length > limits.zipFiles.most)
    return refused(`more than ${limits.zipFiles.most} files`, 'unpack it, and add the files that are exports or pages');
  if (sum > limits.zipBytes.most)
    return refused(
      `${Math.round(sum / 2 ** 20)} MB when unpacked`,
      'unpack it, and add the files that are exports or pages',
    );
  const taken: Listed[] = [];
  const names = new Set<string>();
  const left: [name: string, why: string][] = [];
  for (const entry of entries) {
    const why = attachment.test(entry.name)
      ? 'an attachment'
      : (whyNotRead(entry) ?? (names.has(entry.name.toLowerCase()) ? 'a second file of its name' : undefined));
    if (why) left.push([entry.name, why]);
    else {
      names.add(entry.name.toLowerCase());
      taken.push({ file: `${file}/${entry.name}`, path: `${path}/${entry.name}`, size: entry.size });
    }
  }
  const byName = (a: Listed, b: Listed): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return [
    ...(left.length || !taken.length ? [{ file, path, size: 0, quarantined: notRead(file, left) }] : []),
    ...taken.sort(byName),
  ];
}

/** One notice for all that is not read of an archive: attachments are counted, everything else is named. */
function notRead(file: string, left: readonly [name: string, why: string][]): Notice {
  const groups = Map.groupBy(left, ([, why]) => why);
  const said = [...groups].map(([why, some]) => {
    const names = some.slice(0, 5).map(([name]) => visible(name).slice(0, 80));
    return `${why}: ${names.join(', ')}${some.length > names.length ? ` and ${some.length - names.length} more` : ''}`;
  });
  const isAll = [...groups.keys()].every((why) => why === 'an attachment');
  return {
    ...notice(
      file,
      'zip-not-read-whole',
      said.join('; ') || 'no file',
      isAll
        ? 'do nothing if the records are in the other files; an abstract is read of a page or an export, not of a PDF'
        : 'unpack the archive yourself, look at these files, and add those that are exports or pages',
    ),
    severity: isAll && left.length ? 'info' : 'warning',
  };
}

const notice = (file: string, rule: string, seen: string, remedy: string): Notice => ({
  severity: 'warning',
  rule,
  place: { file },
  seen,
  expected: 'an archive of exports and pages, within the limits of src/domain/limits.ts',
  remedy,
});
