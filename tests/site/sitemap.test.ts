import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isHidden } from '../../src/site/sitemap.ts';
import { temporaryFolder } from '../support/folder.ts';

/** A page whose head is so long before what it says to search engines. */
const page = (title: number, robots: string): string =>
  `<!doctype html><html><head><title>${'长'.repeat(title)}</title>${robots}</head><body><meta name="robots" content="noindex"></body>`;

// A page is read in pieces of 16,384 bytes; the ends of pieces fall into every part of what is looked for.
const lengths = [0, 5400, 5430, 5435, 5440, 5445, 5450, 5455, 5460, 10_000, 100_000];

test.each(lengths)(
  'a page with a title of %i characters is kept out of the sitemap where its head says so',
  async (n) => {
    const folder = temporaryFolder({
      'hidden.html': page(n, '<meta name="robots" content="noindex">'),
      'moved.html': page(n, '<meta http-equiv="refresh" content="0;url=/">'),
      'shown.html': page(n, ''),
      'cut.html': page(n, '').split('</head>')[0] ?? '',
    });
    const hidden = (name: string) => isHidden(join(folder, `${name}.html`));
    expect(await Promise.all(['hidden', 'moved', 'shown', 'cut'].map(hidden))).toEqual([true, true, false, false]);
  },
);
