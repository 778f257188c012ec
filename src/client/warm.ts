/** Gets the search ready while a reader turns to a search field: the page that will answer, and what it loads first. */
async function warm(address: string): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  const loaded = [...page.querySelectorAll('script[src], link[rel="modulepreload"]')].flatMap(
    (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? [],
  );
  const { folder } = JSON.parse(page.getElementById('search-ahead')?.textContent ?? '{}') as { folder?: string };
  await Promise.all([...loaded, ...(folder ? [`${folder}core.pack`] : [])].map((one) => fetch(one)));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search-box'))
  form.addEventListener('focusin', () => void warm(form.action).catch(() => undefined), { once: true });
