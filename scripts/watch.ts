/** Watches a folder for changes. */

import { existsSync, lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * How many milliseconds lie between two looks at a folder where the system reports no changes, as on some mounted
 * disks.
 */
const lookMilliseconds = 2000;

/**
 * Calls back when something below a folder changes. The folder need not exist yet. Returns a function that ends the
 * watching.
 */
export function watchFolder(folder: string, changed: (name: string) => void): () => void {
  let seen = stateOf(folder);
  let watcher: FSWatcher | undefined;
  const tell = (name: string) => {
    seen = stateOf(folder);
    changed(name);
  };
  const begin = () => {
    if (watcher || !existsSync(folder)) return;
    try {
      watcher = watch(folder, { recursive: true }, (_event, name) => tell(name ?? ''));
      watcher.on('error', end);
    } catch {
      // This disk has no events, or there are no more watchers: looking at intervals is enough.
    }
  };
  const end = () => {
    watcher?.close();
    watcher = undefined;
  };
  begin();
  const timer = setInterval(() => {
    begin();
    if (stateOf(folder) !== seen) tell('');
  }, lookMilliseconds);
  return () => {
    clearInterval(timer);
    end();
  };
}

/** Names, sizes and times of everything below a folder, as one text. Files that disappear meanwhile are left out. */
function stateOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
      return stat ? `${name} ${stat.size} ${stat.mtimeMs}` : '';
    })
    .sort()
    .join('\n');
}
