import { basket } from '../../site/strings/basket.ts';
import { wordsIn } from '../../site/strings/table.ts';

/** The words of the basket's page. */
export const words = wordsIn('basket', basket);
export type BasketWords = ReturnType<typeof words>;
