/** Opens the share dialog of the system where it has one: phones do, most desktop computers do not. */
const button = document.querySelector<HTMLButtonElement>('[data-share]');
const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;

if (button && 'share' in navigator) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const title = document.querySelector('h1')?.textContent.trim() ?? document.title;
    // The reader closes the system's sheet: nothing went wrong.
    navigator.share({ title, url: canonical }).catch(() => undefined);
  });
}
