/**
 * The arrow keys move from the field through all results and back; Escape moves back to the field. A button before the
 * filters moves to the first link after them.
 */
export function walkResults(field: HTMLElement, list: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const links = [...list.querySelectorAll<HTMLElement>('.entry :is(h2, h3) a')];
    const on = links.findIndex((link) => link === document.activeElement);
    const inField = document.activeElement === field;
    let next: HTMLElement | undefined;
    if (event.key === 'ArrowDown' && (inField || on >= 0)) next = links[on + 1];
    else if (event.key === 'ArrowUp' && on >= 0) next = links[on - 1] ?? field;
    else if (event.key === 'Escape' && list.contains(document.activeElement)) next = field;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  document.querySelector('[data-skip-filters]')?.addEventListener('click', () => {
    const links = document.querySelectorAll<HTMLElement>('#search .found a');
    [...links].find((link) => link.checkVisibility() && !link.closest('details.narrow'))?.focus();
  });
}
