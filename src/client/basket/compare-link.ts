/** The link to the reader's own list side by side: the papers that were ticked last, as many as the page shows. */

import { onBasket, readBasket } from './store.ts';

function show(): void {
  const items = readBasket();
  for (const place of document.querySelectorAll<HTMLElement>('[data-compare]')) {
    place.hidden = items.length < 2;
    const link = place.querySelector('a');
    if (!link) continue;
    const ids = items.slice(-3).map(({ id }) => id);
    link.search = `?papers=${ids.join(',')}`;
  }
}

onBasket(show);
show();
