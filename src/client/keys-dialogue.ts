/** The dialogue that lists the keyboard shortcuts and switches them off and on. */

import { shortcutKeys } from '../site/shortcut-keys.ts';
import { keys } from '../site/strings/keys.ts';
import { say } from '../site/strings/table.ts';
import { lang } from './language.ts';
import { el } from './search/dom.ts';
import { shortcutsOn, switchShortcuts } from './shortcuts.ts';

/** Makes the dialogue in the language of the page, and shows it, once however often the key is pressed. */
export function showKeys(): void {
  if (document.querySelector('dialog[open]')) return;
  const t = (key: keyof typeof keys): string => say(keys[key], lang);
  const toggle = el('input', { type: 'checkbox' });
  toggle.checked = shortcutsOn();
  toggle.addEventListener('change', () => {
    // What is not kept is not shown as chosen.
    if (!switchShortcuts(toggle.checked)) toggle.checked = true;
  });
  const close = el('button', { type: 'button' }, t('keys.close'));
  const rows = shortcutKeys.map(([key, does]) =>
    el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, t(does))),
  );
  const dialogue = el(
    'dialog',
    { class: 'keys-dialogue small', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, t('keys.title')),
    el('dl', { class: 'keys' }, rows),
    el('p', {}, el('label', {}, toggle, t('keys.on'))),
    close,
  );
  close.addEventListener('click', () => dialogue.close());
  dialogue.addEventListener('close', () => dialogue.remove());
  document.body.append(dialogue);
  dialogue.showModal();
}
