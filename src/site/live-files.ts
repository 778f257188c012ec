/**
 * Files of the content as the live site reads them: each once until it changes. A page asks for the review hundreds of
 * times, so whether a file has changed is asked once in a while and not each time.
 */

import { contentChanged } from './content-folder.ts';

/** How many milliseconds a look at the files is good for: a reader does not notice so short a time. */
const goodFor = 100;

/** What a file holds, with when the file changed. */
const held = new Map<string, { changed: number; holds: unknown }>();

/** What `read` makes of the file at a path of the content, which is read again only when it has changed. */
export function untilChanged<T>(path: string, read: (path: string) => T): T {
  const changed = contentChanged(path);
  const known = held.get(path);
  if (known?.changed === changed) return known.holds as T;
  const holds = read(path);
  held.set(path, { changed, holds });
  return holds;
}

let state = '';
let isFresh = false;

/** Whether one of these files has changed, come or gone since it was last asked. */
export function haveChanged(paths: () => string[]): boolean {
  if (isFresh) return false;
  isFresh = true;
  setTimeout(() => (isFresh = false), goodFor).unref();
  const before = state;
  state = paths()
    .map((path) => `${path} ${contentChanged(path)}`)
    .join('\n');
  return state !== before;
}
