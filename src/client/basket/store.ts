/** One paper of the reader's list. The title is kept beside the id: it still says what the paper was if it leaves the review. */
export interface Item {
  id: string;
  title: string;
  note: string;
}

const key = 'basket';
/** As many as a list that people put in order can be. */
export const most = 2000;
const longestNote = 5000;

/** What a browser or a link holds may be anything: only what is a list of items is one, each paper once. */
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

/** The list where the browser keeps nothing for the site: it lasts as long as the page. */
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

/** Keeps the list, and tells every part of the page. False where the browser keeps nothing. */
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

/** Calls back when the list changed, here or in another window. */
export function onBasket(changed: () => void): void {
  document.addEventListener('basket', changed);
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
}
