/** The words of the basket's page. */

import { basket } from '../../site/strings/basket.ts';
import { wordsIn } from '../../site/strings/table.ts';

export const words = wordsIn('basket', basket);
export type BasketWords = ReturnType<typeof words>;
