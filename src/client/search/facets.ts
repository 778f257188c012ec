/** The panel of filters: facets with their values and counts. */

import type { InterfaceLanguage } from '#domain/language';
import type { Catalogue, FacetColumn, FacetName } from '#search/catalogue';
import type { FacetCount, Narrowed } from '#search/narrow';
import type { State } from '#search/state';
import { el } from './dom.ts';
import { wordsBeside } from './words-beside.ts';

/** How many values a facet shows before "Show all". */
const few = 5;
const many = 200;
/** Facets that are open at first. The others open on request, or when one of their values is chosen. */
const openFirst: readonly FacetName[] = ['theme', 'design', 'year'];

export interface FacetPanel {
  show(narrowed: Narrowed, state: State, catalogue: Catalogue): void;
}

/** What the controls of a panel share; `choose` is called with the state after a choice. */
interface Controls {
  lang: InterfaceLanguage;
  beside: ReturnType<typeof wordsBeside>;
  /** The facets that a reader has opened (true) or closed. */
  folded: Map<FacetName, boolean>;
  choose: (change: (state: State) => State) => void;
}

/** The facets beside the results; `choose` is called with the state after a choice. */
export function facetPanel(root: HTMLElement, lang: InterfaceLanguage, choose: Controls['choose']): FacetPanel {
  const controls: Controls = { lang, beside: wordsBeside(lang), folded: new Map(), choose };
  const opened = new Set<FacetName>();
  let last: Parameters<FacetPanel['show']> | undefined;

  const toggle = (name: FacetName): void => {
    if (!opened.delete(name)) opened.add(name);
    if (last) show(...last);
    root.querySelector<HTMLElement>(`[data-facet="${name}"] .more`)?.focus();
  };

  const show: FacetPanel['show'] = (narrowed, state, catalogue) => {
    last = [narrowed, state, catalogue];
    const groups = catalogue.facets.flatMap((column) => {
      const counts = narrowed.counts.get(column.name) ?? [];
      if (column.name === 'year') return yearRange(column, counts, state.years, controls) ?? [];
      return valueGroup(column, counts, opened.has(column.name), () => toggle(column.name), controls) ?? [];
    });
    keepingFocus(root, () => root.replaceChildren(...groups));
  };
  return { show };
}

/** Replaces what is in `root`, and moves the focus from a control there to the new control of the same name and value. */
function keepingFocus(root: HTMLElement, replace: () => void): void {
  const active = document.activeElement;
  const held = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? active : undefined;
  const inside =
    held && root.contains(held)
      ? { name: held.name, value: held instanceof HTMLInputElement ? held.value : undefined }
      : undefined;
  replace();
  if (!inside) return;
  const named = `[name="${CSS.escape(inside.name)}"]`;
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>(named))
    if (inside.value === undefined || control.value === inside.value) control.focus({ preventScroll: true });
}

/** A facet under its name, which opens and closes it. */
function fold(
  name: FacetName,
  chosen: boolean,
  { beside, folded }: Controls,
  ...inside: (Node | false)[]
): HTMLElement {
  const label = beside(`facet.${name}`);
  const whole = el(
    'details',
    { 'data-facet': name },
    el('summary', {}, label),
    el('div', { role: 'group', 'aria-label': label }, inside),
  );
  whole.open = folded.get(name) ?? (chosen || openFirst.includes(name));
  whole.addEventListener('toggle', () => folded.set(name, whole.open));
  return whole;
}

/** The values of a facet as checkboxes; `toggle` shows all or few of them. Nothing where there are none. */
function valueGroup(
  column: FacetColumn,
  counts: readonly FacetCount[],
  isOpen: boolean,
  toggle: () => void,
  controls: Controls,
): HTMLElement | undefined {
  if (counts.length === 0) return undefined;
  const { beside } = controls;
  const arranged = withParts(counts, column);
  // Parts of a value are behind "Show all", because a reader begins with the broadest values.
  const widest = new Set(arranged.filter(({ depth }) => depth === 0).slice(0, few));
  const first = arranged.filter((it) => it.count.chosen || widest.has(it));
  const shown = isOpen ? arranged.slice(0, many) : arranged.length <= few + 1 ? arranged : first;
  const more = el(
    'button',
    { type: 'button', class: 'more', 'aria-expanded': String(isOpen) },
    isOpen ? beside('fewerValues') : beside('moreValues', { count: counts.length }),
  );
  more.addEventListener('click', toggle);
  return fold(
    column.name,
    counts.some(({ chosen }) => chosen),
    controls,
    el(
      'ul',
      { role: 'list' },
      shown.map(({ count, depth }) => valueOption(column, count, depth, controls)),
    ),
    (isOpen || shown.length < counts.length) && more,
  );
}

/** One value of a facet: a checkbox with its name and count. */
function valueOption(
  column: FacetColumn,
  { number, count, chosen }: FacetCount,
  depth: number,
  { lang, choose }: Controls,
): HTMLElement {
  const value = column.values[number];
  const key = value?.key ?? '';
  const box = el('input', { type: 'checkbox', name: column.name, value: key });
  box.checked = chosen;
  box.addEventListener('change', () => {
    choose((state) => {
      const rest = (state.facets[column.name] ?? []).filter((other) => other !== key);
      const next = box.checked ? [...rest, key] : rest;
      return { ...state, facets: { ...state.facets, [column.name]: next }, page: 1 };
    });
  });
  return el(
    'li',
    {},
    el(
      'label',
      {
        'data-hue': column.name === 'theme' ? topOf(number, column) : undefined,
        'data-depth': depth || undefined,
        class: column.name === 'theme' ? 'hued' : undefined,
      },
      box,
      el('span', { class: 'name', dir: 'auto' }, value?.[lang] ?? key),
      el('span', { class: 'count' }, count.toLocaleString('en-GB')),
    ),
  );
}

interface YearCount {
  year: number;
  count: number;
}

/** The years as two menus, from and to. Nothing where no year is known or chosen. */
function yearRange(
  column: FacetColumn,
  counts: readonly FacetCount[],
  years: State['years'],
  controls: Controls,
): HTMLElement | undefined {
  if (counts.length === 0 && years.from === null && years.to === null) return undefined;
  const known = counts
    .map(({ number, count }) => ({ year: Number(column.values[number]?.key), count }))
    .sort((a, b) => b.year - a.year);
  const menus = (['from', 'to'] as const).map((end) => yearMenu(end, known, years, controls));
  return fold('year', years.from !== null || years.to !== null, controls, el('div', { class: 'years' }, menus));
}

/** One end of a range of years. A chosen year without papers is in the menu too. */
function yearMenu(
  end: 'from' | 'to',
  known: readonly YearCount[],
  years: State['years'],
  { beside, choose }: Controls,
): HTMLElement {
  const value = years[end];
  const list =
    value === null || known.some(({ year }) => year === value)
      ? known
      : [...known, { year: value, count: 0 }].sort((a, b) => b.year - a.year);
  const chooser = el(
    'select',
    { name: `year-${end}` },
    el('option', { value: '' }, beside('anyYear')),
    list.map(({ year, count }) => {
      const one = el('option', { value: year }, `${year} (${count})`);
      one.selected = year === value;
      return one;
    }),
  );
  chooser.addEventListener('change', () => {
    choose((old) => {
      const next = { ...old.years, [end]: chooser.value ? Number(chooser.value) : null };
      const turned = next.from !== null && next.to !== null && next.from > next.to;
      return { ...old, years: turned ? { from: next.to, to: next.from } : next, page: 1 };
    });
  });
  return el('label', {}, el('span', {}, beside(end === 'from' ? 'yearFrom' : 'yearTo')), chooser);
}

/** Values in the order of the list, each followed by its parts. */
function withParts(counts: readonly FacetCount[], { values }: FacetColumn): { count: FacetCount; depth: number }[] {
  const shown = new Set(counts.map(({ number }) => number));
  const below = Map.groupBy(counts, ({ number }) => {
    const within = values[number]?.within;
    return within !== undefined && shown.has(within) ? within : undefined;
  });
  const arrange = (within: number | undefined, depth: number): { count: FacetCount; depth: number }[] =>
    (below.get(within) ?? []).flatMap((count) => [{ count, depth }, ...arrange(count.number, depth + 1)]);
  return arrange(undefined, 0);
}

/** The key of the topmost value that a value is part of. */
function topOf(number: number, column: FacetColumn): string | undefined {
  const value = column.values[number];
  return value?.within === undefined ? value?.key : topOf(value.within, column);
}
