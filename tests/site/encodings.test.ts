import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerEntry, Ledger } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import { useSite, type BuiltSite } from '../support/site.ts';

/** Sources in four encodings, each as its source page shows it; see `tests/fixtures/odd-review/sources`. */

interface Node {
  type: string;
  value?: string;
  properties?: { id?: string; className?: string[] };
  children?: Node[];
}
/** One character of a line, in UTF-16 code units, and whether the page marks it as part of a field. */
interface Unit {
  unit: string;
  isField: boolean;
}

const hasClass = (node: Node, name: string): boolean => node.properties?.className?.includes(name) ?? false;

/** The lines of a source page by number, each as its code units; the tags that say what became of a stretch are left out. */
function linesOf(html: string): Map<number, Unit[]> {
  const lines = new Map<number, Unit[]>();
  const textOf = (node: Node, isField: boolean): Unit[] => {
    if (hasClass(node, 'tag') || hasClass(node, 'number')) return [];
    if (node.type === 'text') return (node.value ?? '').split('').map((unit) => ({ unit, isField }));
    return (node.children ?? []).flatMap((child) => textOf(child, isField || hasClass(node, 'field')));
  };
  const walk = (node: Node): void => {
    const number = hasClass(node, 'line') && /^L(\d+)$/u.exec(node.properties?.id ?? '')?.[1];
    const raw = node.children?.find((child) => hasClass(child, 'raw'));
    if (number && raw) lines.set(Number(number), textOf(raw, false));
    else node.children?.forEach(walk);
  };
  walk(unified().use(rehypeParse).parse(html) as Node);
  return lines;
}

/** The texts of a record that its source states word for word, and where. */
const valuesOf = ({ titles, authors, abstracts, journal }: Paper): [text: string, from: readonly Origin[]][] => [
  ...titles.map((it): [string, Origin[]] => [it.text, it.from]),
  ...authors.map((it): [string, Origin[]] => [it.name.written, it.from]),
  ...abstracts
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)))
    .map((it): [string, Origin[]] => [it.text, it.from]),
  ...(journal?.name ? [[journal.name.value, journal.name.from] satisfies [string, Origin[]]] : []),
];

let site: BuiltSite;
let papers: Paper[];
let ledger: Ledger;
beforeAll(async () => {
  site = await useSite({ content: 'tests/fixtures/odd-review' });
  const records = join(site.content, 'papers');
  papers = readdirSync(records)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(records, name), 'utf8')) as Paper);
  ledger = JSON.parse(readFileSync(join(site.content, 'ledger.json'), 'utf8')) as Ledger;
});

describe.each([
  [
    'windows-1252',
    'windows-1252.ris',
    'odd.windows',
    '“Façade” or trust? – A naïve reader’s choice of clinics in Forst',
    ['Müller, Jürgen', 'Ó Dálaigh, Séamus'],
  ],
  ['big5', 'big5.html', 'odd.big5', '港邊茶館裡的陌生人:誰先開口說話', ['歐陽靜怡', '陳志明']],
  ['gb18030', 'gb18030.enw', 'odd.gb18030', '山村邮递员与收信人：一封信要走多久', ['司徒晓燕', '黄䶮']],
  ['utf-16le', 'utf-16.html', 'odd.utf16', '灯塔看守人的夜班：𠮷田町海岸口述史', ['𠮷田明', '林小雨']],
])('a source in %s', (encoding, file, doi, title, authors) => {
  /** Both source pages of the paper, English and Chinese. */
  const pagesOf = ({ id }: Paper): string[] =>
    ['', 'zh/'].map((prefix) => readFileSync(join(site.folder, `${prefix}papers/${id}/source/index.html`), 'utf8'));
  const paperOf = (): Paper => {
    const paper = papers.find((it) => it.doi?.value === `10.5555/${doi}`);
    if (!paper) throw new Error(`No paper of ${file}`);
    return paper;
  };
  const entryOf = (): LedgerEntry | undefined => ledger.sources.find((it) => it.file === file);

  test('is read in it', () => {
    expect(entryOf()?.encoding).toBe(encoding);
  });

  test('shows its characters, and each value is marked at its columns', () => {
    const paper = paperOf();
    const values = valuesOf(paper);
    expect(values.map(([text]) => text)).toEqual(expect.arrayContaining([title, ...authors]));
    for (const html of pagesOf(paper)) {
      const lines = linesOf(html);
      expect(html).not.toContain('\ufffd');
      for (const [text, from] of values)
        for (const place of from) {
          if (!('line' in place)) continue;
          const marked = lines.get(place.line)?.slice(place.columns[0] - 1, place.columns[1] - 1) ?? [];
          expect(marked.map(({ unit }) => unit).join('')).toBe(text);
          expect(marked.every(({ isField }) => isField)).toBe(true);
        }
    }
  });
});
