/** The map: an address with `?rows=` leads to the page of that pair; facets filter it; a cell's papers can be saved. */

import { offerFilter } from './map-filter.ts';

/** `?rows=<facet>` leads to the page of that pair; the columns are always themes. */
function goToPair(): void {
  const asked = new URLSearchParams(location.search);
  const rows = asked.get('rows');
  const [, root] = /^(.*\/map\/)/u.exec(location.pathname) ?? [];
  if (root === undefined || rows === null || !/^[a-z]+$/u.test(rows) || (asked.get('columns') ?? 'themes') !== 'themes')
    return;
  const path = rows === 'designs' ? root : `${root}${rows}/`;
  const known = [...document.querySelectorAll<HTMLAnchorElement>('.facets a')].some((link) => link.pathname === path);
  if (known && path !== location.pathname) location.replace(path);
}

const place = document.querySelector<HTMLElement>('[data-map-status]');

/** Saves the papers of a cell, written by the code of the site's own files. */
async function save(cell: HTMLElement, format: string): Promise<void> {
  const ids = [...cell.querySelectorAll<HTMLElement>('[data-paper]')].flatMap(({ dataset }) => dataset['paper'] ?? []);
  try {
    const { savePapers } = await import('./basket/files.ts');
    const stem = cell.id.replace(/^cell_/u, 'map-').replace('_', '-');
    await savePapers(ids, format, { abstracts: true, style: '', stem });
    if (place) place.textContent = '';
  } catch {
    if (place) place.textContent = place.dataset['mapStatus'] ?? '';
  }
}

/** Offers RIS and CSV beside each cell whose papers are all listed; the others are saved from the search. */
function offerFiles(): void {
  for (const cell of document.querySelectorAll<HTMLElement>('.cell[data-whole]')) {
    const of = [cell.parentElement?.querySelector('h3'), cell.querySelector('h4')].map((head) =>
      (head?.firstChild?.textContent ?? '').trim(),
    );
    const row = document.createElement('p');
    row.className = 'small no-print files';
    for (const format of ['ris', 'csv']) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = format.toUpperCase();
      button.setAttribute('aria-label', `${format.toUpperCase()}: ${of.join(' · ')}`);
      button.addEventListener('click', () => void save(cell, format));
      row.append(button);
    }
    cell.append(row);
  }
}

goToPair();
offerFiles();
offerFilter();
