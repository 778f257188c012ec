/** Shows what is still possible when the search does not work. */

import { allPapers, type Found } from '#search/found';
import { need } from './dom.ts';
import type { Navigation } from './navigation.ts';
import type { SearchIndex } from './load.ts';
import type { Trouble } from './trouble.ts';
import type { Shown } from './results.ts';
import { listingOf, type Listing } from './session.ts';
import { brokenAll, brokenRemark, listsInstead } from './messages.ts';

const remarks = need('search-remarks', HTMLElement);
const list = need('search-results', HTMLElement);
const pager = need('search-pager', HTMLElement);
const citing = need('search-cite', HTMLElement);

/** How the page shows results. */
interface Showing {
  show: (listing: Listing, found: Found, shown: Shown, isWanted: () => boolean, first: () => void) => Promise<void>;
  say: (text: string) => void;
  isWanted: () => boolean;
}

/** Shows what is possible where no search works: the plain list if the catalogue is loaded, else links to the lists. */
export async function showFallback(
  trouble: Trouble,
  index: SearchIndex,
  going: Navigation,
  { show, say, isWanted }: Showing,
): Promise<void> {
  const catalogue = await index.catalogue().catch(() => undefined);
  if (!isWanted()) return;
  citing.hidden = true;
  if (!catalogue) {
    remarks.replaceChildren();
    pager.replaceChildren();
    list.replaceChildren(listsInstead(going));
    say(brokenAll(trouble, going));
    return;
  }
  const { lang, t, state } = going;
  const found = allPapers(catalogue.size);
  const plain = { ...state(), q: '', sort: 'newest' } as const;
  const listing = await listingOf(found, plain, lang, index);
  await show(listing, found, { lang, t, ...unmarked }, isWanted, () => {
    remarks.replaceChildren(brokenRemark('brokenIndex', trouble, going));
    say(t('allPapers', { count: listing.ordered.length }));
  });
  const { showFacets } = await import('./beside-results.ts');
  await showFacets(found, plain, index, going, isWanted);
}

/** The settings for a list without a search. */
const unmarked: Pick<Shown, 'core' | 'marks' | 'fold'> = {
  core: { concepts: [], sections: [], size: 0 },
  marks: { words: new Set(), beginnings: new Set(), runs: new Set() },
  fold: new Map(),
};
