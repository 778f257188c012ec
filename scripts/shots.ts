/** The command `npm run shots`: screenshots of each page type. */

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { needChromium, quietArguments } from './chromium.ts';
import { readArguments, say, type Command } from './cli.ts';
import { writeFile } from './lib/files.ts';
import { openFolder } from './lib/open-folder.ts';
import { onePageOfEach, papersIn } from './page-types.ts';
import { serveFolder } from './serve.ts';

const screens = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
};
const schemes = ['light', 'dark'] as const;
const languages = { en: '', zh: 'zh/' };

const command: Command<'out' | 'site' | 'only'> = {
  run: 'npm run shots',
  does: 'Screenshots of each page type: phone, tablet and desktop, light and dark, English and Chinese. Needs a built site.',
  options: {
    site: { value: 'DIR', does: 'the built site (dist)' },
    out: { value: 'DIR', does: 'where the pictures go (shots)' },
    only: { value: 'TEXT', does: 'only pictures whose name contains it, such as paper-phone-dark' },
  },
};

const { text } = readArguments(command);
const folder = text('site') ?? 'dist';
const out = openFolder({ path: text('out') ?? 'shots', holds: 'shots', option: '--out' });
const only = text('only') ?? '';

const served = await serveFolder({ folder, port: 0, host: '127.0.0.1', base: '/' });
const browser = await chromium.launch({
  executablePath: await needChromium(),
  args: [...quietArguments],
});
const inBasket = JSON.stringify(
  papersIn(folder)
    .slice(0, 3)
    .map((id) => ({ id, title: id, note: '' })),
);
let taken = 0;
for (const [screen, viewport] of Object.entries(screens))
  for (const colorScheme of schemes) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    // A basket and a comparison without papers would show a sentence.
    await context.addInitScript((items) => localStorage.setItem('basket', items), inBasket);
    const page = await context.newPage();
    for (const { name, path } of onePageOfEach(folder))
      for (const [language, prefix] of Object.entries(languages)) {
        const picture = `${name}-${screen}-${colorScheme}-${language}.png`;
        // The page for "not found" has both languages on one page.
        if (!picture.includes(only) || (name === 'not-found' && prefix)) continue;
        await page.goto(served.url + prefix + path, { waitUntil: 'networkidle' });
        writeFile(join(out, picture), await page.screenshot({ fullPage: true }), { lasting: false });
        taken++;
      }
    await context.close();
  }
await browser.close();
await served.close();
say(`${taken} screenshots in ${out}`);
