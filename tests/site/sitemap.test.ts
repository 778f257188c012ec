import { expect, test } from 'vitest';
import { readPage } from '../../scripts/audit/page.ts';
import { isHidden } from '../../scripts/render/sitemap.ts';

/** A page whose head is so long before what it says to search engines. */
const page = (title: number, robots: string): string =>
  `<!doctype html><html><head><title>${'长'.repeat(title)}</title>${robots}</head><body><meta name="robots" content="noindex"></body>`;

const lengths = [0, 5400, 100_000];

test.each(lengths)('a page with a title of %i characters is kept out of the sitemap where its head says so', (n) => {
  const hidden = page(n, '<meta name="robots" content="noindex">');
  const moved = page(n, '<meta http-equiv="refresh" content="0;url=/">');
  const cut = page(n, '').split('</head>')[0] ?? '';
  const pages = [hidden, moved, page(n, ''), cut].map((html) => readPage('index.html', html));
  expect(pages.map(isHidden)).toEqual([true, true, false, false]);
});
