/** The command `npm run shots`: screenshots of each page type. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { xmlText } from '#citations/xml';
import type { Paper } from '#domain/paper';
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

interface Seen {
  screen: string;
  viewport: { width: number; height: number };
  colorScheme: (typeof schemes)[number];
}

const command: Command<'out' | 'site' | 'only'> = {
  run: 'npm run shots',
  does: 'Screenshots of each page type: phone, tablet and desktop, light and dark, English and Chinese, the Chinese ones once more without Chinese fonts. Needs a built site.',
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
const inBasket = JSON.stringify(
  papersIn(folder)
    .slice(0, 3)
    .map((id) => ({ id, title: titleOf(id), note: '' })),
);
let taken = 0;
await takeAll(languages, '', {});
// Once more the Chinese pages, as a computer without Chinese fonts shows them.
const bare = withoutChineseFonts();
if (bare) await takeAll({ zh: languages.zh }, '-no-fonts', { FONTCONFIG_FILE: bare });
else say('Pictures without Chinese fonts are left out: only fontconfig can leave fonts out (fc-list).');
await served.close();
say(`${taken} screenshots in ${out}`);

/** Takes every page type in these languages, at each width and in each scheme. */
async function takeAll(
  shown: Partial<typeof languages>,
  suffix: string,
  environment: Record<string, string>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await needChromium(),
    args: [...quietArguments],
    env: { ...process.env, ...environment },
  });
  for (const [screen, viewport] of Object.entries(screens))
    for (const colorScheme of schemes) await takeEach(browser, { screen, viewport, colorScheme }, shown, suffix);
  await browser.close();
}

async function takeEach(
  browser: Browser,
  { screen, viewport, colorScheme }: Seen,
  shown: Partial<typeof languages>,
  suffix: string,
): Promise<void> {
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
    for (const [language, prefix] of Object.entries(shown)) {
      const picture = `${name}-${screen}-${colorScheme}-${language}${suffix}.png`;
      // The page for "not found" has both languages on one page.
      if (!picture.includes(only) || (name === 'not-found' && prefix)) continue;
      await page.goto(served.url + prefix + path, { waitUntil: 'networkidle' });
      writeFile(join(out, picture), await page.screenshot({ fullPage: true }), { lasting: false });
      taken++;
    }
  await context.close();
}

/** The title by which a paper is in a reader's basket. */
function titleOf(id: string): string {
  const { titles = [] } = JSON.parse(readFileSync(join(folder, 'papers', `${id}.json`), 'utf8')) as Partial<Paper>;
  return titles[0]?.text ?? id;
}

/**
 * A configuration of fontconfig that leaves out every font with Chinese characters; `undefined` if there is no
 * fontconfig.
 */
function withoutChineseFonts(): string | undefined {
  const found = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  if (found.status !== 0) return undefined;
  const files = found.stdout.split('\n').flatMap((line) => line.replace(/:\s*$/u, '').trim() || []);
  const rejected = files.map((file) => `<glob>${xmlText(file)}</glob>`).join('');
  const path = resolve(out, 'no-chinese-fonts.conf');
  writeFile(
    path,
    `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>${rejected}</rejectfont></selectfont></fontconfig>\n`,
    { lasting: false },
  );
  return path;
}
