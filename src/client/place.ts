/**
 * Keeps query and scroll position when the reader changes the language: the address keeps its query and its anchor, and
 * where it has no anchor, the heading that was in view is shown at the same height. Both languages of a page have the
 * same headings in the same order.
 */
const kept = 'place';
const headings = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4)')];

interface Place {
  /** The heading's place among those of the page. */
  heading: number;
  /** How far below the top of the window it is, in pixels. */
  top: number;
  /** How many headings the page has: a page that has another number is another page. */
  of: number;
}

/** The lowest heading of the upper third of the window; what is beside the text comes later in the page, and not lower. */
function placeNow(): Place | undefined {
  const tops = headings().map((heading) => heading.getBoundingClientRect().top);
  const top = Math.max(...tops.filter((each) => each < innerHeight / 3));
  return scrollY > 0 && Number.isFinite(top) ? { heading: tops.indexOf(top), top, of: tops.length } : undefined;
}

function goTo({ heading, top, of }: Place): void {
  const all = headings();
  const at = all.length === of ? all[heading] : undefined;
  // Browsers scroll by whole pixels and cut what is left of one.
  if (at) scrollBy({ top: Math.round(at.getBoundingClientRect().top - top), behavior: 'instant' });
}

const link = document.querySelector<HTMLAnchorElement>('a[data-other-language]');
link?.addEventListener('click', () => {
  const address = new URL(link.href);
  address.search = location.search;
  address.hash = location.hash;
  link.href = address.href;
  const place = address.hash ? undefined : placeNow();
  try {
    if (place) sessionStorage.setItem(kept, JSON.stringify({ path: address.pathname, place }));
  } catch {
    // Storage is refused: the page opens at its head.
  }
});

try {
  const written = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const { path, place } = JSON.parse(written ?? '{}') as { path?: string; place?: Place };
  if (place && path === location.pathname && !location.hash) {
    goTo(place);
    // What other scripts show meanwhile moves the text.
    addEventListener('load', () => requestAnimationFrame(() => goTo(place)), { once: true });
  }
} catch {
  // Nothing was kept, or it cannot be read: the page opens at its head.
}
