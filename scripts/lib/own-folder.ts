import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { tryToWrite } from './files.ts';
import { codeOf, firstThere, isLink, isMountPoint, mayWrite, realOf } from './paths.ts';
import { namesIn, readMark, recognise, strangersIn, type Holds, type OwnFiles } from './mark.ts';
import { wrongPlace } from './wrong-place.ts';

export interface Asked {
  /** As it was named on the command line. */
  path: string;
  holds: Holds;
  /** What named it, as people type it: `--out`. */
  option: string;
  /** Other folders of this run, by what they are: nothing is made in them, nor of what holds them. */
  apart?: Readonly<Record<string, string>>;
}

/**
 * A folder that the project may write to, replace and delete from. Nobody else can make one: whoever changes what stands
 * somewhere has asked `OwnFolder.ask` first.
 */
export class OwnFolder {
  /** Where it really is, links followed. Of records it is the folder of `papers/` and `ledger.json`. */
  readonly path: string;
  readonly holds: Holds;
  /** `recognised`: made before there were marks, and known by what it holds. */
  readonly was: 'absent' | 'empty' | 'marked' | 'recognised';
  /** The project's own files there. */
  readonly files: OwnFiles;
  /** A link leads there, or another disk begins there: it is filled, never moved, and nothing is made beside it. */
  readonly fixed: boolean;

  private constructor(path: string, { holds, path: named }: Asked, was: OwnFolder['was'], files: OwnFiles) {
    this.path = path;
    this.holds = holds;
    this.was = was;
    this.files = files;
    this.fixed = isLink(resolve(named)) || isMountPoint(path) || !mayWrite(dirname(path));
  }

  /** The folder, if it is absent, empty or the project's own; else a notice that says what to do, and nothing is touched. */
  static ask(asked: Asked): OwnFolder | Notice {
    try {
      if (!asked.path.trim()) return refused(asked, 'no name: an empty text');
      const path = realOf(resolve(asked.path));
      const wrong = asked.holds === 'records' && isReview(path) ? undefined : wrongPlace(asked, path);
      if (wrong) return refused(asked, wrong);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found && !found.isDirectory()) return refused(asked, 'a file, or another thing that is no folder');
      if (found && asked.holds === 'records') return OwnFolder.#records(asked, path);
      const own = found ? OwnFolder.#whole(asked, path) : new OwnFolder(path, asked, 'absent', new Map());
      // Before hours of work, not after. Records that are as they should be are not written, so a review may be on a disk
      // that is only read; and a cache may be.
      if (own instanceof OwnFolder && !(found && asked.holds === 'cache')) tryToWrite(firstThere(path));
      return own;
    } catch (problem) {
      return refused(asked, reasons[codeOf(problem)] ?? (problem as Error).message);
    }
  }

  /** A site or a cache: the folder is the project's, or it is not. */
  static #whole(asked: Asked, path: string): OwnFolder | Notice {
    const mark = readMark(path);
    if (mark && mark.holds !== asked.holds)
      return refused(asked, `a folder that the project made as ${names[mark.holds]}`);
    if (mark) return new OwnFolder(path, asked, 'marked', mark.files);
    if (!namesIn(path).length) return new OwnFolder(path, asked, 'empty', new Map());
    const own = recognise(path, asked.holds);
    return own ? new OwnFolder(path, asked, 'recognised', own) : refused(asked, notOurs(path));
  }

  /** A review's folder holds much else: of it `papers/` and `ledger.json` are made by the import. */
  static #records(asked: Asked, path: string): OwnFolder | Notice {
    const papers = join(path, 'papers');
    const kind = (name: string) => statSync(join(path, name), { throwIfNoEntry: false });
    for (const name of ['papers', 'ledger.json', 'ids.yaml'])
      if (isLink(join(path, name)) && !kind(name)) return refused(asked, `a link ${name} that leads nowhere`);
    if (kind('papers')?.isDirectory() === false) return refused(asked, 'papers, which is no folder');
    for (const name of ['ledger.json', 'ids.yaml'])
      if (kind(name)?.isFile() === false) return refused(asked, `${name}, which is no file`);
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

  /** What stands there beside the project's own files: paths with `/`, a folder of others as one. */
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

/** Whether a folder is that of a review, by the files that people write for one. */
export const isReview = (folder: string): boolean =>
  ['vocabulary', 'corrections', 'sources', 'ids.yaml', 'site.yaml'].some((name) => existsSync(join(folder, name)));

const names: Record<Holds, string> = {
  site: 'a site',
  records: 'the records of a review',
  cache: 'a cache',
  exports: 'exports',
  shots: 'pictures',
};

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'a path that leads through a file',
  ELOOP: 'a link that leads back to itself',
  EACCES: 'a folder that may not be opened or written to',
  EPERM: 'a folder that may not be written to',
  EROFS: 'a disk that can only be read',
  ENOENT: 'a folder in which nothing can be made',
  ENOSPC: 'a disk that is full',
  ENAMETOOLONG: 'a name that is too long for this disk',
  ERR_INVALID_ARG_VALUE: 'a name with a NUL character',
  DANGLING: 'a link that leads nowhere',
};

function refused({ path, holds, option }: Asked, seen: string): Notice {
  return {
    severity: 'error',
    rule: 'not-our-folder',
    place: { file: `${option} ${path.trim() ? path.replaceAll('\0', '⟨U+0000⟩') : '""'}` },
    seen,
    expected: `a new or empty folder, or ${names[holds]} that the project made before`,
    remedy: 'name another folder, or empty this one yourself; nothing was touched',
  };
}

const notOurs = (path: string): string => {
  const there = namesIn(path);
  const shown = there.slice(0, 3).join(', ');
  return `a folder that the project did not make: it holds ${shown}${there.length > 3 ? ` and ${there.length - 3} more` : ''}`;
};
