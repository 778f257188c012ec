/** The words for what is beside the results of a search: filters, citation, export. */

import { ofFacets } from '../../site/strings/search.ts';
import { searchBeside } from '../../site/strings/search-beside.ts';
import { wordsIn } from '../../site/strings/table.ts';

export const wordsBeside = wordsIn('search', { ...ofFacets, ...searchBeside });
export type WordsBeside = ReturnType<typeof wordsBeside>;
