/** The command `npm run cards`: the pictures that other sites show beside a link to a review. */

import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { vocabularyFileSchema } from '#domain/concept';
import { siteSchema } from '#domain/site';
import { needChromium, quietArguments } from './chromium.ts';
import { readArguments, say, type Command } from './cli.ts';
import { makeFolder, writeFile } from './lib/files.ts';
import { readChecked, readYaml } from './lib/read-content.ts';

/** The size that sites expect of a large picture, in pixels (Open Graph; the ratio 1.91 to 1). */
const size = { width: 1200, height: 630 };

interface Card {
  name: string;
  en: string;
  zh: string;
  /** A sentence below the names; that of the review is its question. */
  below: string;
  foot: string;
  /** A hue of OKLCH, for the mark of a theme. */
  hue?: number;
}

const command: Command<'content'> = {
  run: 'npm run cards',
  does: 'Draws one picture for the review and one for each theme into the content, for other sites to show beside a link. Run it again where a title or a theme changes.',
  options: { content: { value: 'DIR', does: "the review's content (content)" } },
};

/** As much of a note as a picture has room for. */
const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/su.exec(text)?.[0] ?? text;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const htmlOf = ({ en, zh, below, foot, hue }: Card): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; inline-size: 1200px; block-size: 630px; box-sizing: border-box; padding: 58px 96px 52px; background: #fbf9f3;
    color: #1d1a16; font-family: Charter, 'Bitstream Charter', Georgia, 'DejaVu Serif', 'Noto Serif CJK SC', serif;
    display: flex; flex-direction: column; border-block-start: 18px solid ${hue === undefined ? '#8c2f27' : `oklch(0.66 0.115 ${hue})`}; }
  h1 { margin: 0; font-size: 76px; line-height: 1.12; text-wrap: balance; color: ${hue === undefined ? 'inherit' : `oklch(0.4 0.105 ${hue})`}; }
  p { margin: 0; }
  .zh { font-size: 46px; margin-block-start: 18px; line-height: 1.3; }
  .below { font-size: 31px; line-height: 1.42; margin-block-start: 34px; color: #57514a; text-wrap: pretty;
    flex: none; }
  .foot { margin-block-start: auto; font-size: 28px; color: #57514a; }
</style><h1 lang="en">${escaped(en)}</h1>${zh === en ? '' : `<p class="zh" lang="zh-Hans">${escaped(zh)}</p>`}
<p class="below">${escaped(below)}</p><p class="foot">${escaped(foot)}</p>`;

/** What each picture shows. */
function cardsOf(content: string): Card[] {
  const site = readChecked(readYaml, siteSchema, [join(content, 'site.yaml'), 'site.yaml'], 'src/domain/site.ts');
  const file = 'vocabulary/themes.yaml';
  const { concepts } = readChecked(
    readYaml,
    vocabularyFileSchema,
    [join(content, file), file],
    'src/domain/concept.ts',
  );
  const themes = concepts.filter(({ broader }) => broader.length === 0);
  const both = ({ en, zh }: { en: string; zh: string }): string => (en === zh ? en : `${en} · ${zh}`);
  return [
    { name: 'site', ...site.title, below: site.question.en, foot: both(site.shortTitle) },
    ...themes.map(({ id, prefLabel, scopeNote, hue }, at) => ({
      name: id,
      ...prefLabel,
      below: firstSentence(scopeNote.en),
      foot: both(site.title),
      hue: hue ?? Math.round((at * 360) / themes.length),
    })),
  ];
}

const { text } = readArguments(command);
const content = resolve(text('content') ?? 'content');
const folder = join(content, 'cards');
makeFolder(folder);
const browser = await chromium.launch({ executablePath: await needChromium(), args: [...quietArguments] });
const page = await browser.newPage({ viewport: size, javaScriptEnabled: false });
for (const card of cardsOf(content)) {
  await page.setContent(htmlOf(card));
  writeFile(join(folder, `${card.name}.png`), await page.screenshot());
  say(`cards/${card.name}.png`);
}
await browser.close();
