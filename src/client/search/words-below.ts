/** The words for what is below the results of a search, or in place of them. */

import { searchMore } from '../../site/strings/search-more.ts';
import { wordsIn } from '../../site/strings/table.ts';

export const wordsBelow = wordsIn('search', searchMore);
export type WordsBelow = ReturnType<typeof wordsBelow>;
