/** Shows what is beside the results of a search: facets, the order, and how to cite the search. */

import { allPapers, type Found } from '#search/found';
import { narrow } from '#search/narrow';
import type { State } from '#search/state';
import { showCitation } from './cite.ts';
import { need } from './dom.ts';
import { facetPanel } from './facets.ts';
import type { Navigation } from './navigation.ts';
import { walkResults } from './keys.ts';
import type { SearchIndex } from './load.ts';
import { pasteLines } from './paste.ts';
import type { Listing } from './session.ts';

export { showPager } from './pager.ts';

const narrowing = need('search-narrow', HTMLDetailsElement);
const citing = need('search-cite', HTMLElement);

// Beside the results on a wide screen; above them and closed on a narrow one.
const wide = matchMedia('(min-width: 60rem)');
const openFacets = () => (narrowing.open = wide.matches);
wide.addEventListener('change', openFacets);
openFacets();

// Before the first results the arrow keys have nothing to move through.
const field = need('search-q', HTMLInputElement);
walkResults(field, need('search-found', HTMLElement));
field.addEventListener('paste', pasteLines);

let panel: ReturnType<typeof facetPanel> | undefined;

/** Shows the facets of the results, each value with its count. */
export async function showFacets(
  found: Found,
  wanted: State,
  index: SearchIndex,
  { lang, state, go }: Navigation,
  isWanted: () => boolean,
): Promise<void> {
  const catalogue = await index.catalogue();
  if (!isWanted()) return;
  panel ??= facetPanel(need('search-facets', HTMLElement), lang, (change) => go(change(state())));
  panel.show(narrow(found, wanted, catalogue), wanted, catalogue);
}

/** Shows what is beside and below the results: facets with their counts, and how to cite the search. */
export async function surround(
  { ordered }: Listing,
  found: Found,
  wanted: State,
  index: SearchIndex,
  going: Navigation,
  isWanted: () => boolean,
): Promise<void> {
  await showFacets(found, wanted, index, going, isWanted);
  const catalogue = await index.catalogue();
  if (isWanted()) showCitation(citing, wanted, ordered, catalogue, index, going);
}

/** Shows the facets of all papers while nothing is searched for; returns the number of papers. */
export async function surroundAll(
  wanted: State,
  index: SearchIndex,
  going: Navigation,
  isWanted: () => boolean,
): Promise<number> {
  const { size } = await index.catalogue();
  if (isWanted()) narrowing.hidden = size < 2;
  await showFacets(allPapers(size), wanted, index, going, isWanted);
  return size;
}
