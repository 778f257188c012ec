/** The chooser among all citation styles: a field with a list of suggestions. */

import { otherStyle, type CitationStyle } from '#citations/styles';
import { citations } from '../../site/strings/citations.ts';
import { say, type Values } from '../../site/strings/table.ts';
import { file } from '../../site/urls.ts';
import { lang } from '../language.ts';
import { el } from '../search/dom.ts';
import { styleFinder } from './find.ts';
import { index } from './packs.ts';

type Key = keyof typeof citations;
const t = (key: Key, values?: Values): string => say(citations[key], lang, values);

/** The most styles in the list: as many as a reader looks through. */
const most = 40;

type Row = [title: string, name: string, file: string, locale: string];

/** The list of a combobox: its options, the active one, and whether it is open. */
class Options {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  active = -1;

  constructor(input: HTMLInputElement, list: HTMLUListElement) {
    this.input = input;
    this.list = list;
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  activate(at: number): void {
    this.active = at;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = this.list.children[at];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** Moves to the next option (1) or the one before (-1), around the ends. */
  step(by: 1 | -1): void {
    const { length } = this.list.children;
    this.activate((this.active + by + length) % length);
  }

  open(shown: boolean): void {
    this.list.hidden = !shown;
    this.input.setAttribute('aria-expanded', String(shown));
    if (!shown) this.activate(-1);
  }

  show(titles: readonly string[]): void {
    this.list.replaceChildren(
      ...titles.map((title, i) => {
        const option = document.createElement('li');
        option.id = `${this.list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.textContent = title;
        return option;
      }),
    );
    this.open(titles.length > 0);
    if (titles.length > 0) this.activate(0);
  }
}

/** The parts of a chooser. */
interface Chooser {
  input: HTMLInputElement;
  list: HTMLUListElement;
  said: HTMLElement;
}

/** Fills the chooser of a `MoreStyles` component, whose ids begin with `id`. */
function fill(root: HTMLElement, id: string): Chooser {
  const input = el('input', {
    id: `${id}-find`,
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
    'aria-describedby': `${id}-said`,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const list = el('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': t('cite.findStyle'), hidden: true });
  const said = el('p', { id: `${id}-said`, class: 'said', role: 'status' });
  root.replaceChildren(
    el('label', { for: input.id }, t('cite.findStyle')),
    el('div', { class: 'combobox' }, input, list),
    said,
    el(
      'p',
      { class: 'credit' },
      `${t('cite.stylesCredit')} `,
      el('a', { href: 'https://citationstyles.org/', rel: 'external noopener' }, 'citationstyles.org'),
      ' · ',
      el('a', { href: file('styles/LICENCE.txt'), rel: 'license' }, t('cite.stylesLicence')),
    ),
  );
  return { input, list, said };
}

/**
 * Makes the chooser of a `MoreStyles` component: a combobox with a list (WAI-ARIA, "Combobox with list autocomplete").
 * `choose` is called with the style that the reader takes.
 */
export async function startPicker(root: HTMLElement, choose: (style: CitationStyle) => Promise<void>): Promise<void> {
  const { input, list, said } = fill(root, root.dataset['moreChooser'] ?? '');
  input.focus();
  const rows = await loadRows(said);
  const find = styleFinder(rows);
  const hint = t('cite.stylesHint', { count: rows.length });
  said.textContent = hint;
  const options = new Options(input, list);
  let found: Row[] = [];

  const take = async (row: Row | undefined): Promise<void> => {
    if (!row) return;
    options.open(false);
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
    options.show(found.map(([title]) => title));
    said.textContent = input.value.trim() === '' ? hint : sayFound(all.length);
  };
  listen(options, show, (at) => void take(found[at]));
}

/** The rows of all styles; `said` tells the reader what happens. */
async function loadRows(said: HTMLElement): Promise<Row[]> {
  said.textContent = t('cite.stylesLoading');
  try {
    return (await index()).styles;
  } catch (problem) {
    said.textContent = t('cite.stylesAway');
    throw problem;
  }
}

function sayFound(count: number): string {
  if (count === 0) return t('cite.stylesNone');
  return count > most ? t('cite.stylesMost', { shown: most, count }) : t('cite.stylesFound', { count });
}

/** Keys, typing and clicks: `show` lists what is typed, `take` takes the option at an index. */
function listen(options: Options, show: () => void, take: (at: number) => void): void {
  const { input, list } = options;
  const keys: Record<string, () => void> = {
    ArrowDown: () => (options.isOpen ? options.step(1) : show()),
    ArrowUp: () => (options.isOpen ? options.step(-1) : show()),
    Home: () => options.activate(0),
    End: () => options.activate(list.children.length - 1),
    Enter: () => take(options.active),
    Escape: () => {
      if (!options.isOpen) input.value = '';
      options.open(false);
    },
  };
  input.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing || (!options.isOpen && /^(Home|End|Enter)$/.test(event.key))) return;
    event.preventDefault();
    act();
  });
  input.addEventListener('input', show);
  input.addEventListener('blur', () => options.open(false));
  // The list closes when the field loses the focus, so pressing an option must not move the focus.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    take(option ? [...list.children].indexOf(option) : -1);
  });
}
