import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Paper } from '#domain/paper';
import { indexReview } from '../../src/site/index-review.ts';
import { coOccurrence, papersByYear } from '../../src/site/map/figures.ts';
import { addsUp, cellId, gridOf } from '../../src/site/map/grid.ts';
import { hasRoomForKinds, isOnePage, mostInCell, mostListed, rowPath, rowsInTable } from '../../src/site/map/layout.ts';
import { paper, title } from '../citations/support/papers.ts';
import { useSite } from '../support/site.ts';
import { concept, vocabularyOf } from './support/vocabulary.ts';

const vocabulary = [
  vocabularyOf('themes', concept('trust'), concept('loss'), concept('grief', ['themes/loss'])),
  vocabularyOf(
    'designs',
    concept('review'),
    concept('scoping', ['designs/review']),
    concept('trial'),
    concept('diary'),
  ),
];

const tagged = (id: string, year: string, ...tags: [string, ('finding' | 'gap')?][]): Paper =>
  paper(id, {
    titles: [title(id)],
    issued: { value: year, from: [{ file: 'x', line: 1, columns: [1, 1] }] },
    concepts: tags.map(([ref, role = 'finding']) => ({
      concept: ref,
      evidence: [{ in: 'abstract', anchor: 's-00000000', role }],
    })),
  });
const indexed = (papers: Paper[]) => indexReview({} as Parameters<typeof indexReview>[0], papers, vocabulary);

test('a cell counts each paper once, findings and gaps apart, and a broader row has the papers of a narrower one', () => {
  const grid = gridOf(
    'designs',
    indexed([
      tagged('a', '2020', ['themes/trust'], ['themes/grief', 'gap'], ['designs/scoping']),
      tagged('b', '2021', ['themes/trust', 'gap'], ['designs/review'], ['designs/trial']),
      tagged('c', '2022', ['themes/trust']),
      tagged('d', '2022', ['designs/trial']),
    ]),
  );
  expect(grid.columns.map((column) => column?.id)).toEqual(['trust', 'loss', undefined]);
  expect(
    grid.rows.map(({ id, depth, cells, total }) => [id, depth, cells.map((it) => `${it.findings}+${it.gaps}`), total]),
  ).toEqual([
    ['review', 0, ['1+1', '0+1', '0+0'], 2],
    ['scoping', 1, ['1+0', '0+1', '0+0'], 1],
    ['trial', 0, ['0+1', '0+0', '1+0'], 2],
    ['-', 0, ['1+0', '0+0', '0+0'], 1],
  ]);
  expect([grid.totals, grid.papers, grid.absent, addsUp(grid)]).toEqual([[3, 1, 1], 4, ['designs/diary'], false]);
  expect(grid.rows[0]?.cells[0]?.families).toEqual([2, 1, 0]);
});

test('says that the cells add up where each paper is in one', () => {
  expect(addsUp(gridOf('designs', indexed([tagged('a', '2020', ['themes/trust'], ['designs/trial'])])))).toBe(true);
});

test('a large map lists no more than a page holds; each row has its page, and no cell is left without a paper', () => {
  const many = Array.from({ length: 500 }, (_, i) =>
    tagged(`p${i}`, '2020', [i % 3 ? 'themes/trust' : 'themes/loss'], [i % 2 ? 'designs/trial' : 'designs/scoping']),
  );
  const grid = gridOf('designs', indexed(many));
  expect(isOnePage(grid)).toBe(false);
  for (const row of grid.rows) {
    const most = mostInCell(row);
    expect(row.cells.reduce((sum, { papers }) => sum + Math.min(papers.length, most), 0)).toBeLessThanOrEqual(
      mostListed,
    );
    expect(most).toBeGreaterThan(0);
  }
});

test('years are listed without a hole, papers without a date last; pairs of themes count papers', () => {
  const review = indexed([
    tagged('a', '2019-05', ['themes/trust'], ['themes/grief']),
    tagged('b', '2021', ['themes/trust']),
    paper('c', { titles: [title('c')] }),
  ]);
  expect(papersByYear(review).map(({ year, papers }) => [year, papers])).toEqual([
    [2019, 1],
    [2020, 0],
    [2021, 1],
    [undefined, 1],
  ]);
  expect(coOccurrence(review)).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect(papersByYear({ papers: [] })).toEqual([]);
});

let folder = '';
let papers: Paper[] = [];
let files: {
  facet: string;
  concepts: { id: string; broader?: string[]; prefLabel: { en: string; zh: string } }[];
}[] = [];
beforeAll(async () => {
  const site = await useSite();
  folder = site.folder;
  const read = (below: string) =>
    readdirSync(join(site.content, below))
      .filter((name) => !name.startsWith('.'))
      .map((name) => readFileSync(join(site.content, below, name), 'utf8'));
  papers = read('papers').map((text) => JSON.parse(text) as Paper);
  files = read('vocabulary').map((text) => parse(text) as (typeof files)[number]);
});

/** The papers that have a concept or a narrower one, walked from the records by hand, and all that shows it. */
function having(ref: string): Map<string, (string | undefined)[]> {
  const refs = [ref];
  for (const one of refs)
    for (const { facet, concepts } of files)
      for (const { id, broader = [] } of concepts) if (broader.includes(one)) refs.push(`${facet}/${id}`);
  return new Map(
    papers.flatMap(({ id, concepts }) => {
      const evidence = concepts.filter((it) => refs.includes(it.concept)).flatMap((it) => it.evidence);
      return evidence.length ? [[id, evidence.map(({ role }) => role)] as const] : [];
    }),
  );
}

const plainText = (html: string): string => html.replace(/<[^>]+>/gu, '').trim();

test.each(
  ['designs', 'populations', 'settings', 'perspectives', 'delivery', 'constructs'].flatMap((facet) => [
    ['', 'en', facet] as const,
    ['zh/', 'zh', facet] as const,
  ]),
)(
  'the numbers of the built map in %s%s of %s are those counted from the records, and each leads to so many papers',
  (prefix, lang, facet) => {
    const path = `${prefix}map/${facet === 'designs' ? '' : `${facet}/`}`;
    const map = readFileSync(join(folder, path, 'index.html'), 'utf8');
    let seen = 0;
    for (const { id: theme, broader = [] } of files.find((it) => it.facet === 'themes')?.concepts ?? []) {
      if (broader.length) continue;
      for (const { id: row } of files.find((it) => it.facet === facet)?.concepts ?? []) {
        const inRow = having(`${facet}/${row}`);
        const both = [...having(`themes/${theme}`)].filter(([id]) => inRow.has(id));
        const gaps = both.filter(([, roles]) => roles.every((role) => role === 'gap')).length;
        const id = cellId(row, { id: theme } as Parameters<typeof cellId>[1]);
        const link = new RegExp(`<a href="([^"#]*)#${id}"[^>]*>(.*?)</a>`, 'su').exec(map);
        expect(link !== null, `${facet}/${row} × ${theme}`).toBe(both.length > 0);
        if (!link) continue;
        const shown = (link[2] ?? '')
          .replace(/<span class="visually-hidden"[^>]*>.*?<\/span>/gsu, '')
          .replace(/<[^>]+>/gu, ' ');
        const numbers = shown.match(/\d+/gu)?.map(Number);
        expect(numbers, id).toEqual([both.length - gaps, gaps].filter((count) => count > 0));
        const listed = readFileSync(join(folder, (link[1] ?? '').slice(1), 'index.html'), 'utf8');
        const [, list = ''] = new RegExp(`<section[^>]* id="${id}".*?<ul(.*?)</ul>`, 'su').exec(listed) ?? [];
        // Each paper with a sentence of its abstract, in one step from the cell.
        for (const [name] of both) expect(list).toMatch(new RegExp(`/${prefix}papers/${name}/#s-[0-9a-z]`, 'u'));
        expect(list.match(/<li/gu)?.length).toBe(both.length);
        seen += both.length;
      }
    }
    expect(seen).toBeGreaterThan(2);
    const [, table = ''] = /<table class="grid[^"]*".*?<tbody[^>]*>(.*?)<\/tbody>/su.exec(map) ?? [];
    const shownTotals = [
      ...table.matchAll(/<tr.*?<th[^>]*>(.*?)<\/th>.*?<td class="total[^"]*"[^>]*>(.*?)<\/td>/gsu),
    ].map(([, name = '', total = '']) => [plainText(name), Number(plainText(total))] as const);
    const inOrder = files.find((it) => it.facet === facet)?.concepts ?? [];
    const totals = new Map(inOrder.map(({ id, prefLabel }) => [prefLabel[lang], having(`${facet}/${id}`).size]));
    expect(shownTotals.length).toBeGreaterThan(1);
    for (const [name, total] of shownTotals.slice(0, -1))
      if (totals.has(name)) expect(total, name).toBe(totals.get(name));
    expect(shownTotals.at(-1)?.[1]).toBe(papers.length);
  },
);

test('no page of the map is over 100 KB', () => {
  const pages = readdirSync(join(folder, 'map'), { recursive: true, encoding: 'utf8' }).filter((it) =>
    it.endsWith('.html'),
  );
  for (const name of pages) expect(statSync(join(folder, 'map', name)).size, name).toBeLessThan(100_000);
  expect(rowPath('settings', 'x')).toBe('map/settings/x/');
});

test('the table of a large map has its largest rows in order, and kinds of study where there is room', () => {
  const cell = { papers: [], findings: 1, gaps: 0, families: [1, 0, 1] };
  const rows = Array.from({ length: 100 }, (_, i) => ({
    ref: undefined,
    id: `r${i}`,
    depth: 0,
    cells: [cell, cell, cell, cell],
    total: i % 2 ? i : 0,
  }));
  const grid = { ...gridOf('designs', indexed([])), columns: [undefined, undefined, undefined, undefined], rows };
  const shown = rowsInTable(grid).map(({ id }) => id);
  expect(shown).toHaveLength(70);
  expect(shown.filter((id) => Number(id.slice(1)) % 2)).toHaveLength(50);
  expect(shown).toEqual(rows.map(({ id }) => id).filter((id) => shown.includes(id)));
  expect(rowsInTable({ ...grid, rows: rows.slice(0, 70) })).toHaveLength(70);
  expect(hasRoomForKinds(rows)).toBe(false);
  expect(hasRoomForKinds(rows.slice(0, 25))).toBe(true);
  expect(hasRoomForKinds(rows.slice(0, 1))).toBe(true);
});
