/** Keyboard shortcuts: what each key does on a page. */

import { onKey } from './shortcuts.ts';

// A phone's masthead hides its field: the first that can be seen, else the page that has one.
onKey('/', () => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"], input[type="search"]')];
  const field = fields.find((each) => each.checkVisibility());
  if (!field) document.querySelector<HTMLAnchorElement>('a[data-search-link]')?.click();
  field?.focus();
  field?.select();
});

const opener = document.querySelector<HTMLButtonElement>('[data-keys-open]');

if (opener) {
  const show = (): void => void import('./keys-dialogue.ts').then(({ showKeys }) => showKeys());
  opener.hidden = false;
  opener.addEventListener('click', show);
  onKey('?', show);
}
