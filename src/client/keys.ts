/** Keyboard shortcuts: what each key does on a page. */

import { page, paths } from '../site/urls.ts';
import { lang } from './language.ts';
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
  // Where the dialogue cannot be fetched, a page has the same list.
  const show = (): void =>
    void import('./keys-dialogue.ts').then(
      ({ showKeys }) => showKeys(),
      () => location.assign(page(lang, paths.accessibility)),
    );
  opener.hidden = false;
  opener.addEventListener('click', show);
  onKey('?', show);
}
