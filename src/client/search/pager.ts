/** Shows the page numbers of a long list: the first and last two, and those around the current page. */

import { el } from './dom.ts';
import { stateLink, type Navigation } from './navigation.ts';
import { wordsBeside } from './words-beside.ts';

export function showPager(root: HTMLElement, at: number, pages: number, going: Navigation, turned: () => void): void {
  const t = wordsBeside(going.lang);
  const numbers = [...new Set([1, 2, at - 1, at, at + 1, pages - 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  root.replaceChildren(
    ...numbers.flatMap((number, i) => {
      const link = stateLink(
        going,
        { ...going.state(), page: number },
        { 'aria-current': number === at ? 'page' : undefined, 'aria-label': t('page', { number }) },
        String(number),
        turned,
      );
      return i > 0 && number - (numbers[i - 1] ?? 0) > 1 ? [el('span', {}, '…'), link] : [link];
    }),
  );
}
