/** The words that every search needs. */

import { search } from '../../site/strings/search.ts';
import { wordsIn } from '../../site/strings/table.ts';

export const words = wordsIn('search', search);
export type SearchWords = ReturnType<typeof words>;
