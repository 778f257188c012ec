import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder, writeFile } from './files.ts';
import { markName, markText, readMark } from './mark.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder } from './own-folder.ts';
import { projectRoot } from './paths.ts';

export const defaultCache = join(projectRoot, '.cache');

export interface Cache {
  path: string;
  /** Makes and marks it where it is not yet; told where it was made before there were marks. */
  open: () => Notice[];
}

/**
 * The folder of what the next run need not make again, marked as such. A folder that holds anything else is refused, which
 * ends the command with a notice; only the project's own `.cache` may hold what others put there, for it is the project's. One
 * that cannot be read or written is none: a run does without, and whoever would have kept something there tells it.
 */
export function askCache(named = defaultCache, apart: Readonly<Record<string, string>> = {}): Cache {
  const asked = OwnFolder.ask({ path: named, holds: 'cache', option: '--cache', apart });
  if (!(asked instanceof OwnFolder) && named !== defaultCache) throw new NoticeError(asked);
  const path = asked instanceof OwnFolder ? asked.path : named;
  const open = (): Notice[] => {
    if (readMark(path)?.holds === 'cache') return [];
    try {
      makeFolder(path);
      writeFile(join(path, markName), markText('cache'));
    } catch {
      // A cache that cannot be written to is read; what could not be kept is told where it would have been.
      return [];
    }
    return asked instanceof OwnFolder && asked.was !== 'recognised' ? [] : [marked(path, 'a cache')];
  };
  return { path, open };
}

/** The folder of this import's part of the project's own cache. */
export function importCache(): string {
  const cache = askCache();
  cache.open();
  return join(cache.path, 'import');
}

/** Told once, when what was made before there were marks gets its own. */
export const marked = (path: string, what: string): Notice => ({
  severity: 'info',
  rule: 'marked',
  place: { file: path },
  seen: `${what} without the mark ${markName}, known by what it holds`,
  expected: 'a mark, so that nothing of yours is taken for ours',
  remedy: 'nothing: it is marked now',
});
