/** The key `/` moves the focus to the search field of any page, unless something is being typed. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const on = event.target;
  if (on instanceof HTMLElement && (on.isContentEditable || on.matches('input, textarea, select'))) return;
  const field = document.querySelector<HTMLInputElement>('main input[type="search"], input[type="search"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
