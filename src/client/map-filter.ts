/** The filter of a map: its table and lists count only the papers that have the concepts which a reader chooses. */

import { map } from '../site/strings/map.ts';
import { say } from '../site/strings/table.ts';
import { lang } from './language.ts';

type Numbers = ReadonlySet<string>;

const numbersOf = (element: HTMLElement | undefined, name = 'in'): Numbers =>
  new Set((element?.dataset[name] ?? '').split(' ').filter(Boolean));
const inBoth = (some: Numbers, others: Numbers | undefined): Numbers =>
  others ? new Set([...some].filter((number) => others.has(number))) : some;

/** Shows a number with its words for those who listen, and hides it where it is none. */
function showCount(place: HTMLElement | null, count: number, words: 'map.findings' | 'map.gaps'): void {
  if (!place) return;
  place.hidden = count === 0;
  const [seen, heard] = [place.firstChild, place.querySelector('.visually-hidden')];
  if (seen) seen.textContent = String(count);
  const said = say(map[words], lang, { count });
  if (heard) heard.textContent = words === 'map.findings' ? said.replace(/^\S+/u, '') : said;
}

/** A cell with the papers that are left; one that lost all of its papers is a dash. */
function showCell(cell: HTMLTableCellElement, papers: Numbers, gaps: Numbers, isFiltered: boolean): void {
  const link = cell.querySelector<HTMLElement>('a');
  if (!link) return;
  const onlyGaps = inBoth(papers, gaps).size;
  showCount(link.querySelector('.count'), papers.size - onlyGaps, 'map.findings');
  showCount(link.querySelector('.gap-mark'), onlyGaps, 'map.gaps');
  link.hidden = papers.size === 0;
  cell.classList.toggle('emptied', papers.size === 0);
  // The kinds of study are those of all papers of the cell.
  for (const kinds of cell.querySelectorAll<HTMLElement>('.kinds')) kinds.hidden = isFiltered;
}

function showTable(table: HTMLTableElement, kept: Numbers | undefined, all: number): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const row of table.tBodies[0]?.rows ?? []) {
    const own = row.classList.contains('sum') ? undefined : inBoth(numbersOf(row), kept);
    for (const cell of [...row.cells].slice(1)) {
      const head = heads[cell.cellIndex];
      const inColumn = inBoth(numbersOf(head), kept);
      if (cell.classList.contains('total')) cell.textContent = String(own?.size ?? kept?.size ?? all);
      else if (own) showCell(cell, inBoth(own, inColumn), numbersOf(head, 'gaps'), kept !== undefined);
      else cell.textContent = String(inColumn.size);
    }
  }
}

/** The lists below the table: a paper that is filtered out is hidden, and so is what has no paper left. */
function showLists(kept: Numbers | undefined): void {
  for (const paper of document.querySelectorAll<HTMLElement>('.cell li[data-n]'))
    paper.hidden = kept !== undefined && !kept.has(paper.dataset['n'] ?? '');
  for (const part of document.querySelectorAll<HTMLElement>('.cell, .by-theme'))
    part.hidden = part.querySelector('li[data-n]:not([hidden])') === null;
  // The number beside a theme, and the files, are of all papers of the cell.
  for (const whole of document.querySelectorAll<HTMLElement>('.cell h4 a, .cell .files'))
    whole.hidden = kept !== undefined;
}

/** Lets a reader filter the map; what is chosen is in the address, and goes along to the other maps. */
export function offerFilter(): void {
  const filter = document.querySelector<HTMLElement>('[data-map-filter]');
  const table = document.querySelector<HTMLTableElement>('table.grid');
  const status = document.querySelector<HTMLElement>('[data-map-filtered]');
  if (!filter || !table) return;
  const all = Number(filter.dataset['mapFilter']);
  const lists = [...filter.querySelectorAll('select')];
  const asked = (new URLSearchParams(location.search).get('only') ?? '').split(',');
  for (const list of lists)
    list.value = asked.find((ref) => [...list.options].some(({ value }) => value === ref)) ?? '';
  const show = (): void => {
    const chosen = lists.flatMap((list) => (list.value ? [...list.selectedOptions] : []));
    const kept = chosen.length
      ? chosen.map((option) => numbersOf(option)).reduce((some, others) => inBoth(some, others))
      : undefined;
    showTable(table, kept, all);
    showLists(kept);
    if (status) status.textContent = kept ? say(map['map.filtered'], lang, { count: kept.size, all }) : '';
    const search = chosen.length ? `?only=${chosen.map(({ value }) => value).join(',')}` : '';
    history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.facets a, .grid td a')) link.search = search;
  };
  filter.hidden = false;
  filter.addEventListener('change', show);
  if (lists.some(({ value }) => value)) {
    filter.setAttribute('open', '');
    show();
  }
}
