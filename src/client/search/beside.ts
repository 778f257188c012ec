import { allPapers, type Found } from '#search/found';
import { narrow } from '#search/narrow';
import { isNarrowed, type State } from '#search/state';
import { showCitation } from './cite.ts';
import { need } from './dom.ts';
import { facetPanel } from './facets.ts';
import type { Going } from './going.ts';
import { walkResults } from './keys.ts';
import type { SearchIndex } from './load.ts';
import type { Listing } from './session.ts';

const narrowing = need('search-narrow', HTMLDetailsElement);
const ordering = need('search-order', HTMLElement);
const citing = need('search-cite', HTMLElement);

// Beside the results on a wide screen, above them and closed on a narrow one.
const wide = matchMedia('(min-width: 60rem)');
const openFacets = () => (narrowing.open = wide.matches);
wide.addEventListener('change', openFacets);
openFacets();

// There is nothing to walk through before the first results.
walkResults(need('search-q', HTMLInputElement), need('search-found', HTMLElement));

let panel: ReturnType<typeof facetPanel> | undefined;

/** The facets of what a search shows, each value with its count. */
export async function showFacets(
  found: Found,
  wanted: State,
  index: SearchIndex,
  { lang, t, state, go }: Going,
  isWanted: () => boolean,
): Promise<void> {
  const catalogue = await index.catalogue();
  if (!isWanted()) return;
  panel ??= facetPanel(need('search-facets', HTMLElement), lang, t, (change) => go(change(state())));
  panel.show(narrow(found, wanted, catalogue), wanted, catalogue);
}

/**
 * What stands beside and below results: facets with their counts, and how the search is cited. A single result has nothing
 * to be narrowed to, and no order.
 */
export async function surround(
  { ordered }: Listing,
  found: Found,
  wanted: State,
  index: SearchIndex,
  going: Going,
  isWanted: () => boolean,
): Promise<void> {
  narrowing.hidden = found.size < 2 && !isNarrowed(wanted);
  ordering.hidden = ordered.length < 2;
  await showFacets(found, wanted, index, going, isWanted);
  const catalogue = await index.catalogue();
  if (isWanted()) showCitation(citing, wanted, ordered, catalogue, going);
}

/** Where nothing is asked for, the facets of all papers; returns how many there are. */
export async function surroundAll(
  wanted: State,
  index: SearchIndex,
  going: Going,
  isWanted: () => boolean,
): Promise<number> {
  const { ids } = await index.catalogue();
  if (isWanted()) narrowing.hidden = ids.length < 2;
  await showFacets(allPapers(ids.length), wanted, index, going, isWanted);
  return ids.length;
}
