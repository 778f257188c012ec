/** Keeps the reader's list in the storage of the browser. */

/** One paper of the reader's list. The title is kept too, so that it can be shown if the paper leaves the review. */
export interface Item {
  id: string;
  title: string;
  note: string;
}

const key = 'basket';
/** The most items in a list, as many as a person can order. */
const most = 2000;
const longestNote = 5000;

/** The valid items in a value, each paper once. The value comes from storage or a link and may be anything. */
export function itemsIn(value: unknown): Item[] {
  if (!Array.isArray(value)) return [];
  const items = new Map<string, Item>();
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { id, title, note } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(id) || items.has(id) || items.size >= most) continue;
    items.set(id, {
      id,
      title: typeof title === 'string' ? title.slice(0, 500) : id,
      note: typeof note === 'string' ? note.slice(0, longestNote) : '',
    });
  }
  return [...items.values()];
}

/** The list while the browser stores nothing for the site: it is lost with the page. */
let unkept: Item[] | undefined;

/** The list of this browser. */
export function readBasket(): Item[] {
  if (unkept) return unkept;
  try {
    return itemsIn(JSON.parse(localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}

/** Stores the list and informs all parts of the page. Returns false where the browser stores nothing. */
export function writeBasket(items: readonly Item[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(items));
    unkept = undefined;
  } catch {
    unkept = [...items];
  }
  document.dispatchEvent(new CustomEvent('basket'));
  return unkept === undefined;
}

/** Calls back when the list changes, here or in another window. */
export function onBasket(changed: () => void): void {
  document.addEventListener('basket', changed);
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
}
