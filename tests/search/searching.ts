import { beforeAll } from 'vitest';
import { askIndex, type Asking } from '../../scripts/search/ask.ts';
import { buildSearchIndex } from '../../scripts/search/index.ts';
import { temporaryFolder } from '../support/folder.ts';

/** The index of a content folder, which answers as in a browser. It is built before the first test. */
export function searchingIn(makeContent: () => Promise<string> | string): Pick<Asking, 'search' | 'catalogue' | 'ids'> {
  let asking: Asking;
  beforeAll(async () => {
    const out = temporaryFolder();
    await buildSearchIndex({ content: await makeContent(), out, address: 'http://localhost:4321/' });
    asking = await askIndex(out);
  });
  return {
    search: (query) => asking.search(query),
    get catalogue() {
      return asking.catalogue;
    },
    get ids() {
      return asking.ids;
    },
  };
}
