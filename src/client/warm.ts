/**
 * Prepares the search when a reader moves to a search field: fetches the search page and the files that it loads first.
 */
async function warm(address: string): Promise<void> {
  const html = await (await fetch(address)).text();
  const scripts = [...html.matchAll(/<(?:script|link)\b[^<>]* (?:src|href)="([^"<>]+\.js)"/g)].map(
    ([, one = '']) => one,
  );
  const folder = /<script [^<>]*id="search-ahead">{"folder":"([^"]+)"/.exec(html)?.[1];
  await Promise.all(
    [...scripts, ...(folder ? ['core', 'tags', 'cards'].map((name) => `${folder}${name}.pack`) : [])].map((one) =>
      fetch(one),
    ),
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search-box'))
  form.addEventListener('focusin', () => void warm(form.action).catch(() => undefined), { once: true });
