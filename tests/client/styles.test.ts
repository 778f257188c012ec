import { describe, expect, test } from 'vitest';
import { styleFinder } from '../../src/client/styles/find.ts';
import { readAssets, readStyles, styleIndex } from '../../src/site/references/library.ts';
import { expand, inGivenOrder, type Element, type Packed } from '../../src/site/references/tree.ts';

const rows = [
  ['Annals of Nature'],
  ['Nature'],
  ['Natures Sciences Sociétés'],
  ['Nature Publishing Group - Vancouver'],
  ['Zeitschrift für Psychologie'],
  ['China National Standard GB/T 7714-2015 (numeric, 中文)'],
] as const;

describe('a style is found by the words of its name', () => {
  const find = styleFinder(rows);
  test.each([
    ['nature', ['Nature', 'Natures Sciences Sociétés', 'Nature Publishing Group - Vancouver', 'Annals of Nature']],
    ['NATURE van', ['Nature Publishing Group - Vancouver']],
    ['societes', ['Natures Sciences Sociétés']],
    ['fur psych', ['Zeitschrift für Psychologie']],
    ['gb/t 7714', ['China National Standard GB/T 7714-2015 (numeric, 中文)']],
    ['中文', ['China National Standard GB/T 7714-2015 (numeric, 中文)']],
    ['ature', []],
    ['', []],
    [' .* ', []],
  ])('%j', (typed, titles) => {
    expect(find(typed).map(([title]) => title)).toEqual(titles);
  });
});

describe('the styles that the site carries', () => {
  test('are more than two thousand, each where the index says, each written in a locale that is there', async () => {
    const { styles, locales } = await styleIndex();
    expect(styles.length).toBeGreaterThan(2000);
    expect(Object.keys(locales)).toEqual(expect.arrayContaining(['en-US', 'en-GB', 'zh-CN']));
    const files = new Map([...readAssets()].map(({ name, text }) => [name, text]));
    const found = new Map(styles.map(([, name, file, locale]) => [name, `${file} ${locale}`]));
    const whole = [...readAssets()]
      .filter(({ locale }) => !locale)
      .flatMap(({ name: file, text }) =>
        Object.entries(JSON.parse(text) as Record<string, Packed>).map(
          ([name, style]) => [name, `${file} ${style.a?.['default-locale'] ?? 'en-US'}`] as const,
        ),
      );
    expect(new Map(whole.filter(([name]) => found.has(name)))).toEqual(found);
    for (const [title, name, file, locale] of styles) {
      expect(title.length).toBeGreaterThan(0);
      expect(files.get(file)).toContain(`"${name}": {"n"`);
      expect(locale).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/u);
    }
    for (const file of Object.values(locales)) expect(files.has(file)).toBe(true);
  });
});

describe('a style for a list in its reader’s own order', () => {
  const bibliography = (style: Element): Element =>
    style.children.find((child): child is Element => typeof child !== 'string' && child.name === 'bibliography') ??
    expect.fail('no bibliography');
  const prepared = (name: string): Element => {
    const [[, packed] = expect.fail(name)] = [...readStyles(new Set([name]))];
    return bibliography(inGivenOrder(expand(packed)));
  };

  test('does not sort', () => {
    const names = prepared('apa').children.map((child) => (typeof child === 'string' ? child : child.name));
    expect(names).toEqual(['layout']);
  });

  test('sets a number that leads its entries apart', () => {
    expect(prepared('nature').attrs['second-field-align']).toBe('flush');
    expect(prepared('apa').attrs['second-field-align']).toBeUndefined();
  });
});
