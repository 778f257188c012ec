import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { draft } from '../../../scripts/pipeline/read/draft.ts';
import { recordOf, type FlatRecord } from '../../../scripts/pipeline/read/flat-reading.ts';

/** A record of each format, with these tags and values in this order. */
const formats: Record<string, (fields: readonly [tag: string, value: string][]) => string> = {
  RIS: (fields) => `TY  - JOUR\n${fields.map(([tag, value]) => `${tag}  - ${value}\n`).join('')}ER  - \n`,
  NBIB: (fields) =>
    `PMID- 31000001\n${fields.map(([tag, value]) => `${tag.padEnd(4)}- ${value}\n`).join('')}PT  - Journal Article\n`,
  'Web of Science': (fields) =>
    `FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n${fields.map(([tag, value]) => `${tag} ${value}\n`).join('')}ER\n\nEF\n`,
  EndNote: (fields) => `%0 Journal Article\n${fields.map(([tag, value]) => `${tag} ${value}\n`).join('')}`,
  RefWorks: (fields) =>
    `RT Journal Article\nSR Print(0)\nID 1\n${fields.map(([tag, value]) => `${tag} ${value}\n`).join('')}`,
  BibTeX: (fields) => `@article{a,\n${fields.map(([tag, value]) => `${tag} = {${value}}`).join(',\n')}\n}\n`,
  'CSL-JSON': (fields) =>
    JSON.stringify([{ type: 'article-journal', id: 'a', ...Object.fromEntries(fields.map(valueOfCsl)) }]),
};
const titles: Record<string, string> = { EndNote: '%T', RefWorks: 'T1', BibTeX: 'title', 'CSL-JSON': 'title' };
const valueOfCsl = ([tag, value]: [string, string]): [string, unknown] => [
  tag,
  /^(?:issued|published)/u.test(tag) ? { 'date-parts': [[Number(value)]] } : value,
];

/** What a tag says in the table's test, and how it is read: another value for each place in the row. */
function valueOf(field: string, tag: string, place: number): { written: string; read: string } {
  const one = String.fromCharCode(97 + place);
  const year = String(2001 + 5 * place);
  const page = String(11 + place);
  switch (field) {
    case 'title':
      return plain(`A loaf of the kind ${one.repeat(3)} and its bakers`);
    case 'journal':
      return plain(`Journal of Bread ${one.repeat(12 - 3 * place)}`);
    case 'year':
      return { written: tag === 'DEP' ? `${year}0203` : tag === 'EA' ? `MAR ${year}` : year, read: year };
    case 'issue':
      return plain(page);
    case 'pages':
      return tag === 'LID' ? { written: `${page} [pii]`, read: page } : plain(page);
    case 'doi': {
      const doi = `10.5555/${one}`;
      const isAddress = /^(?:UR|L3|%U|UL|LK|url)$/u.test(tag);
      return {
        written: isAddress ? `https://doi.org/${doi}` : /^(?:N1|note)$/u.test(tag) ? `doi: ${doi}` : doi,
        read: doi,
      };
    }
    default:
      return tag === 'GP' ? plain('World Bread Organization') : { written: `Vey, P${one}`, read: `P${one} Vey` };
  }
}
const plain = (text: string): { written: string; read: string } => ({ written: text, read: text });

const docs = readFileSync('docs/import.md', 'utf8');
const rows = [
  ...docs.matchAll(/^\| ([\w -]+?) +\| (title|journal|year|issue|pages|doi|authors) +\| (`[^|]+?) +\|/gmu),
].map(([, format = '', field = '', order = '']) => ({
  format,
  field,
  ranks: order.split(', then ').map((rank) => [...rank.matchAll(/`([^`]+)`/gu)].map(([, tag = '']) => tag)),
}));

test('the table names formats that the test knows', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ format }) => !formats[format])).toEqual([]);
});

function said(format: string, field: string, fields: readonly [string, string][]): string | null {
  const title: [string, string][] = field === 'title' ? [] : [[titles[format] ?? 'TI', 'Bread']];
  const text = formats[format]?.([...title, ...fields]) ?? '';
  const [first] = draft(sourceText('record', text)).reading.drafts;
  const value = first && recordOf(first)[field as keyof FlatRecord];
  return Array.isArray(value) ? value.join('; ') : value === null || value === undefined ? null : String(value);
}

test.each(rows)(
  '$format, $field: each tag is believed before those of later ranks, in any order',
  ({ format, field, ranks }) => {
    const tags = ranks.flatMap((rank, i) => rank.map((tag) => ({ tag, rank: i })));
    tags.forEach((one, i) => {
      const { written, read } = valueOf(field, one.tag, i);
      expect([one.tag, said(format, field, [[one.tag, written]])]).toEqual([one.tag, read]);
      tags.forEach((other, j) => {
        if (other.rank <= one.rank) return;
        const pair: [string, string][] = [
          [one.tag, written],
          [other.tag, valueOf(field, other.tag, j).written],
        ];
        for (const fields of [pair, pair.toReversed()])
          expect([one.tag, other.tag, said(format, field, fields)]).toEqual([one.tag, other.tag, read]);
      });
    });
  },
);
