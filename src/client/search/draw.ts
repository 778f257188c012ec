/** Draws results one after another, and keeps old ones until the new ones are there. */

/** How many milliseconds old results may wait for all the new ones that replace them. */
const patience = 150;

/**
 * Shows items in order, each as soon as it and all before it have arrived; a shown item never moves. An older list
 * stays until the new one is complete or the wait is over. Stops when `isWanted` returns false.
 */
export async function drawInTurn<T>(
  list: HTMLElement,
  items: readonly Promise<T>[],
  make: (item: T, place: number) => HTMLElement,
  isWanted: () => boolean,
  drawn: () => void,
): Promise<void> {
  const ready = new Map<number, T>();
  let shown = 0;
  let waits = list.querySelector('article') !== null && items.length > 0;
  const draw = () => {
    if (!isWanted() || waits) return;
    const nodes: HTMLElement[] = [];
    for (let place = shown; ready.has(place); place++) nodes.push(make(ready.get(place) as T, place));
    if (nodes.length === 0) return;
    if (shown === 0) list.replaceChildren(...nodes);
    else list.append(...nodes);
    shown += nodes.length;
    drawn();
  };
  const goOn = () => {
    waits = false;
    draw();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.all(
    items.map(async (item, place) => {
      ready.set(place, await item);
      if (waits) timer ??= setTimeout(goOn, patience);
      else draw();
    }),
  );
  clearTimeout(timer);
  goOn();
}
