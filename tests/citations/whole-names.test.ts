import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import CSL from 'citeproc';
import { describe, expect, test } from 'vitest';
import { csl, toCsl, type CslItem } from '#citations/csl';
import type { Paper } from '#domain/paper';
import { allFields, author } from './support/papers.ts';

/**
 * The build sets references from a paper's item, the browser from its file, in which a name is whole for programs that know
 * no particle and no suffix: a style engine takes both apart again.
 */
const record: Paper = {
  ...allFields,
  authors: [
    author('Berg, Jan', { particle: 'van der' }),
    author('King, Martin Luther', { suffix: 'Jr.' }),
    author('Mello, Ana', { particle: 'de', suffix: 'III' }),
    author('Souza, Ana', { particle: 'd’' }),
    author("O'Neill, Anne-Marie"),
    author('王, 小明'),
    author('Plato'),
    author('Alliance Study Group'),
  ],
};
const written = (JSON.parse(csl.write([record])) as CslItem[])[0];

interface Csl {
  styles: { get(name: string): string };
  locales: { get(name: string): string };
}
const { styles, locales } = plugins.config.get('@csl') as unknown as Csl;

function reference(style: string, item: CslItem): string {
  const system = { retrieveLocale: () => locales.get('en-US'), retrieveItem: () => item as never };
  const engine = new CSL.Engine(system, styles.get(style), 'en-US', true);
  engine.updateItems([item.id]);
  return String((engine.makeBibliography() as [unknown, string[]])[1][0]).replaceAll('’', "'");
}

describe('names in CSL-JSON', () => {
  test('are whole to a program that reads family and given alone', () => {
    expect(written?.author?.slice(0, 4).map(({ family, given }) => `${family} | ${given}`)).toEqual([
      'van der Berg | Jan',
      'King | Martin Luther, Jr.',
      'de Mello | Ana, III',
      'd’Souza | Ana',
    ]);
    expect(written?.author?.slice(4).some((name) => 'parse-names' in name)).toBe(false);
  });

  test.each(['apa', 'vancouver', 'harvard1'])('read the same in %s', (style) => {
    expect(written && reference(style, written)).toBe(reference(style, toCsl(record)));
  });
});
