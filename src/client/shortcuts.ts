/** Keys of one character that do something anywhere on a page, and their switch (WCAG 2.1.4). */

const kept = 'shortcuts';

/** Whether the shortcuts are on. On by default, and where storage fails. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

/** Stores the choice; false where storage fails. */
export function switchShortcuts(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(kept);
    else localStorage.setItem(kept, 'off');
    return true;
  } catch {
    return false;
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/**
 * Runs `act` when the key is pressed, as long as nothing is being typed, no dialogue is open and the shortcuts are on.
 */
export function onKey(key: string, act: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (!shortcutsOn()) return;
    event.preventDefault();
    act();
  });
}
