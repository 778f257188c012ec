import { otherStyle, type CitationStyle } from '#citations/styles';
import type { InterfaceLanguage } from '#domain/language';
import { citations } from '../../site/strings/citations.ts';
import { say, type Values } from '../../site/strings/table.ts';
import { styleFinder } from './find.ts';
import { index } from './packs.ts';

type Key = keyof typeof citations;
const lang: InterfaceLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const t = (key: Key, values?: Values): string => say(citations[key], lang, values);

/** As many as one looks through. */
const most = 40;

type Row = [title: string, name: string, file: string, locale: string];

/**
 * Makes the chooser of a `MoreStyles` component work: a combobox with a list (WAI-ARIA, "Combobox with list
 * autocomplete"). `choose` is called with the style that the reader takes.
 */
export async function startPicker(root: HTMLElement, choose: (style: CitationStyle) => Promise<void>): Promise<void> {
  const input = root.querySelector('input');
  const list = root.querySelector('ul');
  const said = root.querySelector<HTMLElement>('.said');
  if (!input || !list || !said) return;
  said.textContent = t('cite.stylesLoading');
  let rows: Row[];
  try {
    rows = (await index()).styles;
  } catch (problem) {
    said.textContent = t('cite.stylesAway');
    throw problem;
  }
  const find = styleFinder(rows);
  const hint = t('cite.stylesHint', { count: rows.length });
  said.textContent = hint;
  let found: Row[] = [];
  let active = -1;

  const activate = (at: number): void => {
    active = at;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = list.children[at];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const open = (shown: boolean): void => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) activate(-1);
  };
  const take = async (row: Row | undefined): Promise<void> => {
    if (!row) return;
    open(false);
    input.value = row[0];
    said.textContent = t('cite.stylesLoading');
    try {
      await choose(otherStyle(row[1], row[0], row[3]));
      said.textContent = hint;
    } catch {
      said.textContent = t('cite.stylesAway');
    }
  };
  const show = (): void => {
    const all = find(input.value);
    found = all.slice(0, most);
    list.replaceChildren(
      ...found.map(([title], i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.textContent = title;
        return option;
      }),
    );
    open(found.length > 0);
    if (found.length > 0) activate(0);
    if (input.value.trim() === '') said.textContent = hint;
    else if (all.length === 0) said.textContent = t('cite.stylesNone');
    else if (all.length > most) said.textContent = t('cite.stylesMost', { shown: most, count: all.length });
    else said.textContent = t('cite.stylesFound', { count: all.length });
  };

  const keys: Record<string, () => void> = {
    ArrowDown: () => (list.hidden ? show() : activate((active + 1) % found.length)),
    ArrowUp: () => (list.hidden ? show() : activate((active - 1 + found.length) % found.length)),
    Home: () => activate(0),
    End: () => activate(found.length - 1),
    Enter: () => void take(found[active]),
    Escape: () => {
      if (list.hidden) input.value = '';
      open(false);
    },
  };
  input.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing || (list.hidden && /^(Home|End|Enter)$/.test(event.key))) return;
    event.preventDefault();
    act();
  });
  input.addEventListener('input', show);
  input.addEventListener('blur', () => open(false));
  // The list goes when the field loses the focus: pressing an option must not take it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    void take(found[option ? [...list.children].indexOf(option) : -1]);
  });
}
