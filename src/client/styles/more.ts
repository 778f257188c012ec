/** Keeps the further styles that the reader chose. */

import { citationStyles, otherStyle, type CitationStyle } from '#citations/styles';

const key = 'cite-styles';
const most = 8;

/** What a browser keeps may be anything: only what is a style is one. */
function ownStyles(): CitationStyle[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
    return (Array.isArray(kept) ? kept : []).flatMap((row: unknown) => {
      const [csl, title, locale] = Array.isArray(row) ? (row as unknown[]) : [];
      if (typeof csl !== 'string' || typeof title !== 'string' || typeof locale !== 'string') return [];
      return /^[\w-]+$/.test(csl) ? [otherStyle(csl, title, locale)] : [];
    });
  } catch {
    return [];
  }
}

/** A style of the site, or one that the reader added. */
export const styleOf = (id: string): CitationStyle | undefined =>
  [...citationStyles, ...ownStyles()].find((style) => style.id === id);

function keepStyle({ csl, title, locale }: CitationStyle): void {
  const rows = [[csl, title.en, locale], ...ownStyles().map((own) => [own.csl, own.title.en, own.locale])];
  const kept = rows.filter(([name], i) => rows.findIndex(([other]) => other === name) === i).slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Private windows may refuse: the style then lasts as long as the page.
  }
}

/**
 * The button "More styles": fetches the list of styles when it is first pressed, and puts the one that a reader takes
 * among the styles of `select`, chosen. `use` sets what is shown in it, and fails where its files cannot be reached.
 */
export function offerMoreStyles(
  root: ParentNode,
  select: HTMLSelectElement,
  use: (style: CitationStyle) => Promise<void>,
): void {
  const box = root.querySelector<HTMLElement>('[data-more-styles]');
  const button = box?.querySelector<HTMLButtonElement>('[data-more-open]');
  const chooser = box?.querySelector<HTMLElement>('[data-more-chooser]');
  if (!box || !button || !chooser) return;
  box.hidden = false;
  for (const style of ownStyles()) select.append(new Option(style.title.en, style.id));

  const choose = async (style: CitationStyle): Promise<void> => {
    const own = [...select.options].find(({ value, dataset }) => value === style.id || dataset['csl'] === style.csl);
    if (!own?.dataset['csl']) {
      await use(style);
      keepStyle(style);
    }
    if (!own) select.append(new Option(style.title.en, style.id));
    select.value = own?.value ?? style.id;
    select.dispatchEvent(new Event('change'));
    open(false);
    select.focus();
  };
  let started: Promise<void> | undefined;
  const open = (shown: boolean): void => {
    chooser.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
    if (!shown) return;
    chooser.querySelector('input')?.focus();
    started ??= import('./picker.ts').then(({ startPicker }) => startPicker(chooser, choose));
    // What could not be fetched is fetched again the next time.
    started.catch(() => {
      started = undefined;
      if (!chooser.hasChildNodes()) chooser.textContent = box.dataset['away'] ?? '';
    });
  };
  button.addEventListener('click', () => open(chooser.hidden !== false));
}
