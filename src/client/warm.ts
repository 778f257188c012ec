/** Gets the search ready while a reader turns to a search field: the page that will answer, and what it loads first. */
async function warm(address: string): Promise<void> {
  const html = await (await fetch(address)).text();
  const scripts = [...html.matchAll(/<(?:script|link)\b[^<>]* (?:src|href)="([^"<>]+\.js)"/g)].map(
    ([, one = '']) => one,
  );
  const folder = /<script [^<>]*id="search-ahead">{"folder":"([^"]+)"/.exec(html)?.[1];
  await Promise.all([...scripts, ...(folder ? [`${folder}core.pack`] : [])].map((one) => fetch(one)));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search-box'))
  form.addEventListener('focusin', () => void warm(form.action).catch(() => undefined), { once: true });
