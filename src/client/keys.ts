/** Keyboard shortcuts: what each key does on a page. */

import { onKey, shortcutsOn, switchShortcuts } from './shortcuts.ts';

// A phone's masthead hides its field: the first that can be seen, else the page that has one.
onKey('/', () => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"], input[type="search"]')];
  const field = fields.find((each) => each.checkVisibility());
  if (!field) document.querySelector<HTMLAnchorElement>('a[data-search-link]')?.click();
  field?.focus();
  field?.select();
});

const dialogue = document.querySelector<HTMLDialogElement>('[data-keys]');
const opener = document.querySelector<HTMLButtonElement>('[data-keys-open]');
const toggle = dialogue?.querySelector<HTMLInputElement>('[data-keys-on]');

if (dialogue && opener && toggle) {
  const show = (): void => {
    toggle.checked = shortcutsOn();
    dialogue.showModal();
  };
  opener.hidden = false;
  opener.addEventListener('click', show);
  onKey('?', show);
  toggle.addEventListener('change', () => {
    // What is not kept is not shown as chosen.
    if (!switchShortcuts(toggle.checked)) toggle.checked = true;
  });
  dialogue.querySelector('[data-keys-close]')?.addEventListener('click', () => dialogue.close());
}
