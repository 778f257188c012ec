/** Loads what a page needs only once it is read, after the page itself has loaded. */
const begin = (): void => {
  if ('serviceWorker' in navigator && window.isSecureContext && location.protocol !== 'file:')
    import('./offline.ts').catch(() => undefined);
};
if (document.readyState === 'complete') begin();
else window.addEventListener('load', begin, { once: true });
