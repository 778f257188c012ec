import type { InterfaceLanguage } from '#domain/language';
import type { Catalogue, FacetColumn, FacetName } from '#search/catalogue';
import type { FacetCount, Narrowed } from '#search/narrow';
import type { State } from '#search/state';
import { el } from './dom.ts';
import type { SaySearch } from './say.ts';

/** Values that a facet shows before "Show all". */
const few = 7;
const many = 200;

export interface FacetPanel {
  show(narrowed: Narrowed, state: State, catalogue: Catalogue): void;
}

/** The facets beside the results; `choose` is called with the state that a choice makes. */
export function facetPanel(
  root: HTMLElement,
  lang: InterfaceLanguage,
  t: SaySearch,
  choose: (change: (state: State) => State) => void,
): FacetPanel {
  const opened = new Set<FacetName>();
  let last: Parameters<FacetPanel['show']> | undefined;

  const group = (column: FacetColumn, counts: readonly FacetCount[]): HTMLElement | undefined => {
    if (counts.length === 0) return undefined;
    const all = opened.has(column.name);
    const first = counts.filter(({ chosen }, i) => chosen || i < few);
    const shown = all ? counts.slice(0, many) : counts.length <= few + 1 ? counts : first;
    const more = el(
      'button',
      { type: 'button', class: 'more', 'aria-expanded': String(all) },
      all ? t('fewerValues') : t('moreValues', { count: counts.length }),
    );
    more.addEventListener('click', () => {
      if (all) opened.delete(column.name);
      else opened.add(column.name);
      if (last) show(...last);
      root.querySelector<HTMLElement>(`[data-facet="${column.name}"] .more`)?.focus();
    });
    return el(
      'fieldset',
      { 'data-facet': column.name },
      el('legend', {}, t(`facet.${column.name}`)),
      el(
        'ul',
        { role: 'list' },
        shown.map((count) => option(column, count)),
      ),
      (all || shown.length < counts.length) && more,
    );
  };

  const option = (column: FacetColumn, { number, count, chosen }: FacetCount): HTMLElement => {
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
        { 'data-hue': column.name === 'theme' ? key : undefined, class: column.name === 'theme' ? 'hued' : undefined },
        box,
        el('span', { class: 'name', dir: 'auto' }, value?.[lang] ?? key),
        el('span', { class: 'count' }, count.toLocaleString('en-GB')),
      ),
    );
  };

  const years = (column: FacetColumn, counts: readonly FacetCount[], state: State): HTMLElement | undefined => {
    if (counts.length === 0 && state.years.from === null && state.years.to === null) return undefined;
    const known = counts
      .map(({ number, count }) => ({ year: Number(column.values[number]?.key), count }))
      .sort((a, b) => b.year - a.year);
    const select = (end: 'from' | 'to'): HTMLElement => {
      const value = state.years[end];
      const list =
        value === null || known.some(({ year }) => year === value)
          ? known
          : [...known, { year: value, count: 0 }].sort((a, b) => b.year - a.year);
      const chooser = el(
        'select',
        { name: `year-${end}` },
        el('option', { value: '' }, t('anyYear')),
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
      return el('label', {}, el('span', {}, t(end === 'from' ? 'yearFrom' : 'yearTo')), chooser);
    };
    return el(
      'fieldset',
      { 'data-facet': 'year', class: 'years' },
      el('legend', {}, t('facet.year')),
      el('div', {}, select('from'), select('to')),
    );
  };

  const show: FacetPanel['show'] = (narrowed, state, catalogue) => {
    last = [narrowed, state, catalogue];
    const active = document.activeElement;
    const held = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? active : undefined;
    const inside =
      held && root.contains(held)
        ? { name: held.name, value: held instanceof HTMLInputElement ? held.value : undefined }
        : undefined;
    root.replaceChildren(
      ...catalogue.facets.flatMap((column) => {
        const counts = narrowed.counts.get(column.name) ?? [];
        return (column.name === 'year' ? years(column, counts, state) : group(column, counts)) ?? [];
      }),
    );
    // The control that was just used is a new one now; the keyboard stays on it.
    if (inside)
      for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `[name="${CSS.escape(inside.name)}"]`,
      ))
        if (inside.value === undefined || control.value === inside.value) control.focus({ preventScroll: true });
  };
  return { show };
}
