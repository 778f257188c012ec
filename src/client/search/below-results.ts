/** Shows what is below the results of a search: papers of broader concepts, and sections of essays. */

import { isNarrowed, type State } from '#search/state';
import { need } from './dom.ts';
import type { Navigation } from './navigation.ts';
import type { SearchIndex } from './load.ts';
import type { Shown } from './results.ts';
import { showSections } from './sections.ts';
import { listedOf, passing, shownIn, type Answered } from './session.ts';
import { showBroader } from './broader.ts';

const wider = need('search-wider', HTMLElement);
const sections = need('search-sections', HTMLElement);

/** Shows what is below the list: papers of broader concepts, and sections of the review's own pages. */
export async function showBelow(
  { answer }: Answered,
  wanted: State,
  shown: Shown,
  index: SearchIndex,
  going: Navigation,
  isWanted: () => boolean,
): Promise<void> {
  const all = shownIn(answer);
  const papers = new Set(isNarrowed(wanted) ? await passing(all, wanted, index) : all.keys());
  if (!isWanted()) return;
  await Promise.all([
    showBroader(wider, answer, papers, shown, (paper) => listedOf(paper, index), going, isWanted),
    // Filters are for papers; sections have none of their values.
    answer.sections.size && !isNarrowed(wanted)
      ? showSections(sections, answer.sections, index.section, shown, isWanted)
      : undefined,
  ]);
}
