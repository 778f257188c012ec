/** Runs the checkboxes that put papers into the basket, on every page that has them. */

import { onBasket, readBasket, writeBasket } from './store.ts';

/** Updates the page: each checkbox shows whether its paper is in the list, and the masthead shows how many are. */
export function showTicks(root: ParentNode = document): void {
  const items = readBasket();
  const ids = new Set(items.map(({ id }) => id));
  for (const tick of root.querySelectorAll<HTMLButtonElement>('button[data-basket]')) {
    const ticked = ids.has(tick.dataset['basket'] ?? '');
    tick.hidden = false;
    tick.ariaPressed = String(ticked);
    const words = ticked ? tick.dataset['in'] : tick.dataset['out'];
    if (words) tick.textContent = words;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-basket-link]')) {
    let count = link.querySelector('.basket-count');
    if (!count) {
      count = document.createElement('span');
      count.className = 'basket-count';
      link.append(count);
    }
    count.textContent =
      items.length > 0 ? (link.dataset['basketLink'] ?? '').replace('{count}', String(items.length)) : '';
  }
}

document.addEventListener('click', (event) => {
  const tick = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-basket]') : null;
  const id = tick?.dataset['basket'];
  if (!tick || !id) return;
  const items = readBasket();
  const without = items.filter((item) => item.id !== id);
  writeBasket(
    without.length < items.length ? without : [...items, { id, title: tick.dataset['title'] ?? id, note: '' }],
  );
});

onBasket(() => showTicks());
showTicks();
