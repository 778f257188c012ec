/** Decides which folders the project may write to, replace and delete from. */

import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { tryToWrite } from './files.ts';
import { codeOf, firstThere, isLink, isMountPoint, mayWrite, realOf } from './paths.ts';
import { namesIn, readMark, recognise, strangersIn, type Holds, type OwnFiles } from './mark.ts';
import { remedies } from './remedies.ts';
import { wrongPlace } from './wrong-place.ts';

export interface Asked {
  /** The path as it was named on the command line. */
  path: string;
  holds: Holds;
  /** The option that named it, as people type it: `--out`. */
  option: string;
  /** Whether the folder must be absent or empty, because a person's own files will be in it. */
  fresh?: true;
  /** Other folders of this run, by what they are. An own folder is never one of these, nor in or around one. */
  apart?: Readonly<Record<string, string>>;
}

/**
 * A folder that the project may write to, replace and delete from. The constructor is private: code that changes a
 * folder must first get it from `OwnFolder.ask`.
 */
export class OwnFolder {
  /** The real path, links followed. For records it is the folder of `papers/` and `ledger.json`. */
  readonly path: string;
  readonly holds: Holds;
  /** `recognised`: made before there were marks, and recognised by its contents. */
  readonly was: 'absent' | 'empty' | 'marked' | 'recognised';
  /** The project's own files there. */
  readonly files: OwnFiles;
  /**
   * True where a link leads to it or a disk begins at it: it is then filled and never moved, and nothing is made beside
   * it.
   */
  readonly fixed: boolean;

  private constructor(path: string, { holds, path: named }: Asked, was: OwnFolder['was'], files: OwnFiles) {
    this.path = path;
    this.holds = holds;
    this.was = was;
    this.files = files;
    this.fixed = isLink(resolve(named)) || isMountPoint(path) || !mayWrite(dirname(path));
  }

  /**
   * Returns the folder if it is absent, empty or the project's own; else a notice that says what to do. Nothing is
   * touched.
   */
  static ask(asked: Asked): OwnFolder | Notice {
    try {
      if (!asked.path.trim()) return refused(asked, 'an empty name');
      const path = realOf(resolve(asked.path));
      const wrong = asked.holds === 'records' && !asked.fresh && isReview(path) ? undefined : wrongPlace(asked, path);
      if (wrong) return refused(asked, wrong);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found && !found.isDirectory()) return refused(asked, 'something that is not a folder');
      if (found && asked.fresh && namesIn(path).length)
        return refused(asked, `a folder that is not empty: ${holding(path)}`);
      if (found && asked.holds === 'records') return OwnFolder.#records(asked, path);
      const own = found ? OwnFolder.#whole(asked, path) : new OwnFolder(path, asked, 'absent', new Map());
      // Fails before hours of work, not after. Correct records are not written, so a review may be on a read-only disk;
      // so may a cache.
      if (own instanceof OwnFolder && !(found && asked.holds === 'cache')) tryToWrite(firstThere(path));
      return own;
    } catch (problem) {
      const code = codeOf(problem);
      const seen = reasons[code] ?? (problem as Error).message;
      const remedy = remedies[code];
      return remedy === undefined ? refused(asked, seen) : refusedByDisk(asked, seen, remedy);
    }
  }

  /** A site or a cache: the whole folder is the project's, or none of it. */
  static #whole(asked: Asked, path: string): OwnFolder | Notice {
    const mark = readMark(path);
    if (mark && mark.holds !== asked.holds)
      return refused(asked, `a folder that the project made as ${names[mark.holds]}`);
    if (mark) return new OwnFolder(path, asked, 'marked', mark.files);
    if (!namesIn(path).length) return new OwnFolder(path, asked, 'empty', new Map());
    const own = recognise(path, asked.holds);
    return own ? new OwnFolder(path, asked, 'recognised', own) : refused(asked, notOurs(path));
  }

  /** The folder of a review also holds other files: only `papers/` and `ledger.json` are made by the import. */
  static #records(asked: Asked, path: string): OwnFolder | Notice {
    const papers = join(path, 'papers');
    const kind = (name: string) => statSync(join(path, name), { throwIfNoEntry: false });
    for (const name of ['papers', 'ledger.json', 'ids.yaml'])
      if (isLink(join(path, name)) && !kind(name)) return refused(asked, `a link ${name} that leads nowhere`);
    if (kind('papers')?.isDirectory() === false) return refused(asked, 'papers, which is not a folder');
    for (const name of ['ledger.json', 'ids.yaml'])
      if (kind(name)?.isFile() === false) return refused(asked, `${name}, which is not a file`);
    const mark = kind('papers') ? readMark(papers) : undefined;
    const there = kind('papers') ? namesIn(papers) : [];
    const own = mark?.holds === 'records' ? mark.files : there.length ? recognise(papers, 'records') : undefined;
    const files = new Map([...(own ?? [])].map(([name, hash]) => [`papers/${name}`, hash]));
    files.set('ledger.json', '');
    const others = namesIn(path).filter((name) => !['papers', 'ledger.json', 'ids.yaml'].includes(name));
    if (!isReview(path) && (others.length || !there.every((name) => own?.has(name))))
      return refused(asked, notOurs(others.length ? path : papers));
    return new OwnFolder(path, asked, mark ? 'marked' : there.length ? 'recognised' : 'empty', files);
  }

  /** What is there beside the project's own files: paths with `/`; a folder of other files counts as one. */
  strangers(): string[] {
    if (!existsSync(this.path)) return [];
    if (this.holds !== 'records') return strangersIn(this.path, this.files);
    const papers = join(this.path, 'papers');
    const own = [...this.files].flatMap(([name, hash]): [string, string][] =>
      name.startsWith('papers/') ? [[name.slice('papers/'.length), hash]] : [],
    );
    return existsSync(papers) ? strangersIn(papers, new Map(own)).map((name) => `papers/${name}`) : [];
  }
}

/** Whether a folder is a review, by the files that people write for one. */
export const isReview = (folder: string): boolean =>
  ['vocabulary', 'corrections', 'sources', 'ids.yaml', 'site.yaml'].some((name) => existsSync(join(folder, name)));

const names: Record<Holds, string> = {
  site: 'a site',
  records: 'the records of a review',
  cache: 'a cache',
  exports: 'exports',
  shots: 'pictures',
  bundle: 'a copy to hand on',
};

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'a path that leads through a file',
  ELOOP: 'a link that leads back to itself',
  EACCES: 'a folder that may not be opened or written to',
  EPERM: 'a folder that may not be written to',
  EROFS: 'a read-only disk',
  ENOENT: 'a folder in which nothing can be made',
  ENOSPC: 'a disk that is full',
  EDQUOT: 'a disk on which you may not use more',
  ENAMETOOLONG: 'a name that is too long for this disk',
  ERR_INVALID_ARG_VALUE: 'a name with a NUL character',
  DANGLING: 'a link that leads nowhere',
};

const placeOf = ({ path, option }: Asked): Notice['place'] => ({
  file: `${option} ${path.trim() ? path.replaceAll('\0', '⟨U+0000⟩') : '""'}`,
});

const refused = (asked: Asked, seen: string): Notice => ({
  severity: 'error',
  rule: 'not-our-folder',
  place: placeOf(asked),
  seen,
  expected: `a new or empty folder${asked.fresh ? '' : `, or ${names[asked.holds]} that the project made before`}`,
  remedy: 'name another folder, or empty this one yourself; nothing is changed',
});

const refusedByDisk = (asked: Asked, seen: string, remedy: string): Notice => ({
  severity: 'error',
  rule: 'disk-refused',
  place: placeOf(asked),
  seen,
  expected: 'a folder in which files can be written',
  remedy: `${remedy}; nothing is changed`,
});

const notOurs = (path: string): string => `a folder that the project did not make: ${holding(path)}`;

const holding = (path: string): string => {
  const there = namesIn(path);
  const shown = there.slice(0, 3).join(', ');
  return `it holds ${shown}${there.length > 3 ? ` and ${there.length - 3} more` : ''}`;
};
