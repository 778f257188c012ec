import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askIndex, type Asking } from '../../scripts/search/ask.ts';
import { buildSearchIndex } from '../../scripts/search/index.ts';

export interface Testbed extends Asking {
  close(): Promise<void>;
}

/** Builds the index of a content folder and asks it as the browser does. */
export async function searchingIn(content: string): Promise<Testbed> {
  const out = await mkdtemp(join(tmpdir(), 'search-'));
  await buildSearchIndex({ content, out, address: 'http://localhost:4321/' });
  const asking = await askIndex(out);
  return {
    ...asking,
    close: () => rm(out, { recursive: true, force: true }),
  };
}
