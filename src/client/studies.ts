/** The table of studies: sorted by a column, filtered by words, with the columns that a reader chooses. */

const table = document.querySelector<HTMLTableElement>('table[data-studies]');
const controls = document.querySelector<HTMLElement>('[data-studies-controls]');

/** The text that a row is sorted by; empty if its cell only quotes words. */
const textOf = (row: HTMLTableRowElement, column: number): string => {
  const cell = row.cells[column];
  return cell?.dataset['sort'] ?? cell?.textContent.trim() ?? '';
};

/** Numbers by their size, other texts by the alphabet of the page; empty cells last in either direction. */
function compare(a: string, b: string, way: 1 | -1): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return way * a.localeCompare(b, document.documentElement.lang, { numeric: true });
}

function sortable(head: HTMLTableCellElement, body: HTMLTableSectionElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const way = head.ariaSort === 'ascending' ? -1 : 1;
    for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    head.ariaSort = way === 1 ? 'ascending' : 'descending';
    const rows = [...body.rows].sort((a, b) => compare(textOf(a, head.cellIndex), textOf(b, head.cellIndex), way));
    body.append(...rows);
  });
}

function choosable(head: HTMLTableCellElement, all: HTMLTableElement): HTMLLabelElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = true;
  label.append(box, ` ${head.firstChild?.textContent?.trim() ?? ''}`);
  box.addEventListener('change', () => {
    for (const row of all.rows) {
      const cell = row.cells[head.cellIndex];
      if (cell) cell.hidden = !box.checked;
    }
  });
  return label;
}

if (table && controls) {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  controls.querySelector('[data-studies-columns]')?.append(...heads.slice(1).map((head) => choosable(head, table)));
  if (body) for (const head of heads) sortable(head, body);
  controls.querySelector<HTMLInputElement>('input[type="search"]')?.addEventListener('input', (event) => {
    const field = event.currentTarget;
    const wanted = field instanceof HTMLInputElement ? field.value.toLowerCase().split(/\s+/u) : [];
    for (const row of body?.rows ?? []) {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word));
    }
  });
}

export {};
