import { existsSync, lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** How often a folder is looked at where the system sends no word of its changes, as on some mounted disks. */
const lookMilliseconds = 2000;

/** Calls back when something below a folder changes; the folder need not be there yet. Returns what ends the watching. */
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
      // No events on this disk, or no more watchers to be had: looking is enough.
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

/** Names, sizes and times of all that is below a folder, as one text; what vanishes meanwhile is left out. */
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
