/** The folder in which runs keep results for the next run. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder, writeFile } from './files.ts';
import { markName, markText, readMark } from './mark.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder } from './own-folder.ts';
import { projectRoot } from './paths.ts';

const defaultCache = join(projectRoot, '.cache');

export interface Cache {
  path: string;
  /** Makes the folder and marks it where needed. Returns notices, for example that an older folder now has its mark. */
  open: () => Notice[];
}

/**
 * The folder for results that the next run can use again, marked as such. If a folder that is named holds anything
 * else, the command ends with a notice. Only the project's own `.cache` may hold files of others, because the project
 * owns it. A cache that cannot be read or written counts as no cache: the run works without it, and the code that would
 * store something there reports it.
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
      // A cache that cannot be written to is still read; what could not be stored is reported by the store.
      return [];
    }
    return asked instanceof OwnFolder && asked.was !== 'recognised' ? [] : [marked(path, 'a cache')];
  };
  return { path, open };
}

/** The folder in the project's own cache for this import. */
export function importCache(): string {
  const cache = askCache();
  cache.open();
  return join(cache.path, 'import');
}

/** A notice, given once, when a folder that has no mark yet gets one. */
export const marked = (path: string, what: string): Notice => ({
  severity: 'info',
  rule: 'marked',
  place: { file: path },
  seen: `${what} without the mark ${markName}, recognised by its contents`,
  expected: 'a mark, so that no file of yours is taken for one of the project',
  remedy: 'nothing to do: it has a mark now',
});
