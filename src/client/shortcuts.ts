/** Keys of one character that do something anywhere on a page, and their switch (WCAG 2.1.4). */

const kept = 'shortcuts';

/** Whether the reader has left the shortcuts on. A browser that keeps nothing has them on. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

/** False where the browser does not keep it. */
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

/** Does something at a key, as long as nothing is being typed, no dialogue is open and the shortcuts are on. */
export function onKey(key: string, act: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (!shortcutsOn()) return;
    event.preventDefault();
    act();
  });
}
