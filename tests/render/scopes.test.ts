import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortenScopes } from '../../scripts/render/scopes.ts';
import { temporaryFolder } from '../support/folder.ts';

const sheet = [
  '.astro-aaaaaaaa{margin:0}',
  'h2.astro-bbbbbbbb,.facts.astro-bbbbbbbb dt.astro-bbbbbbbb[lang]{margin:0}',
  '.head.astro-bbbbbbbb:hover,.opened.astro-cccccccc{color:red}',
  ':is(ul,ol).astro-dddddddd{margin:0}',
].join('');

/** A program with one sheet and one module. */
function shortened(module: string): { sheet: string; module: string; name: string } {
  const folder = temporaryFolder({
    'client/_astro/style.Abcdefgh.css': sheet,
    'server/page.mjs': module,
    'server/frame.json': '["/_astro/style.Abcdefgh.css"]',
  });
  shortenScopes(folder);
  const [name = '', ...others] = readdirSync(join(folder, 'client/_astro'));
  expect(others).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'server/frame.json'), 'utf8'))).toEqual([`/_astro/${name}`]);
  return {
    sheet: readFileSync(join(folder, 'client/_astro', name), 'utf8'),
    module: readFileSync(join(folder, 'server/page.mjs'), 'utf8'),
    name,
  };
}

test('a mark is short, and the same in the sheet and in the pages', () => {
  const { sheet: now, module } = shortened('`<h2 class="head astro-bbbbbbbb">${addAttribute([x, "astro-aaaaaaaa"])}`');
  expect(module).toBe('`<h2 class="head _1">${addAttribute([x, "_0"])}`');
  expect(now).toContain('h2._1,.facts._1 dt._1[lang]');
  expect(now).not.toContain('astro-');
});

test('an element that no rule can choose has no mark', () => {
  const tagged = (tag: string, mark: string) => `\`<${tag}\${addAttribute(t("a"), "lang")} class="astro-${mark}">\``;
  const text = (tag: string, mark: string) =>
    shortened(`"<p class=\\"head\\">";${tagged(tag, mark)}; x = '<i class="head facts">'`).module;
  expect(text('dd', 'bbbbbbbb')).toContain('<dd${addAttribute(t("a"), "lang")}>');
  expect(text('dt', 'bbbbbbbb')).toContain('"lang")} class="_1">');
  expect(text('p', 'aaaaaaaa'), 'a rule for every element').toContain('class="_0"');
  expect(text('p', 'cccccccc'), 'a class that a script may set').toContain('class="_2"');
  expect(text('p', 'dddddddd'), 'a selector with parts').toContain('class="_3"');
});

test('the sheet has a name of its own for other bytes, and what only looks like a mark stays', () => {
  const { name, module } = shortened('"data-astro-template astro-eeeeeeee /_astro/style.Abcdefgh.css"');
  expect(name).toMatch(/^style\.[\w-]{8}\.css$/);
  expect(name).not.toBe('style.Abcdefgh.css');
  expect(module).toBe(`"data-astro-template astro-eeeeeeee /_astro/${name}"`);
});
