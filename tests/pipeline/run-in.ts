import { memoryStore } from '../../scripts/lib/store/index.ts';
import { OwnFolder } from '../../scripts/lib/own-folder.ts';
import type { ImportRun } from '../../scripts/pipeline/import-options.ts';

/** An import in a folder, in the form in which its steps get it. */
export function runIn(path: string): ImportRun {
  const folder = OwnFolder.ask({ path, holds: 'records', option: '--out' });
  if (!(folder instanceof OwnFolder)) throw new Error(folder.seen);
  return {
    folder,
    contentDir: path,
    outDir: path,
    sourcesDir: `${path}/sources`,
    added: new Map(),
    check: false,
    store: memoryStore(),
    notices: [],
    onProgress: () => undefined,
  };
}
