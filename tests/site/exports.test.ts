import { expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import type { Paper } from '#domain/paper';
import { listFile, paperFile } from '../../src/site/exports.ts';
import { allFields, minimal, paper, title } from '../citations/support/papers.ts';

/** The text with its byte order mark, which `text()` takes away. */
const bytesOf = async (file: Response): Promise<string> => Buffer.from(await file.arrayBuffer()).toString();

const third = paper('c-2022-third', { titles: [title('Third')] });
const lists: Paper[][] = [[allFields, minimal, third], [third, allFields], [minimal], []];

test.each(citationFormats.filter(({ pieces }) => pieces).map((format) => [format.name, format] as const))(
  '%s: a list put together from kept pieces is what the format writes, in whatever order lists and formats come',
  async (_, format) => {
    const [other] = citationFormats.filter(({ name, pieces }) => pieces && name !== format.name);
    if (!other) throw new Error('there is one format alone');
    for (const papers of lists)
      for (const each of [format, other, format])
        expect(await bytesOf(listFile(each, 'library', papers))).toBe(each.write(papers));
  },
);

test('a record of EndNote has its number in the file, and not in the library', async () => {
  const format = citationFormats.find(({ name }) => name === 'endnote-xml');
  if (!format) throw new Error('no format of EndNote');
  const texts = [[allFields, third], [third]].map((papers) => listFile(format, 'library', papers).text());
  const numbers = (await Promise.all(texts)).map((text) =>
    [...text.matchAll(/<rec-number>(\d+)</gu)].map(([, n]) => n),
  );
  expect(numbers).toEqual([['1', '2'], ['1']]);
});

test('a list in JSON has a record a line; a paper’s own file is indented', async () => {
  const format = citationFormats.find(({ name }) => name === 'json');
  if (!format) throw new Error('no format of JSON');
  const text = await listFile(format, 'library', [allFields, third]).text();
  expect(
    text
      .split('\n')
      .slice(1, -2)
      .map((line) => (JSON.parse(line.replace(/,$/u, '')) as Paper).id),
  ).toEqual([allFields.id, third.id]);
  expect(await paperFile(format, third).text()).toBe(`${JSON.stringify(third, null, 2)}\n`);
});
