/** Compares the reader's own library with the basket or with the review. */

import type { InterfaceLanguage } from '#domain/language';
import { page as pageAddress, paths } from '../../site/urls.ts';
import { el, need } from '../search/dom.ts';
import { savePapers } from './files.ts';
import { holder, readOwn, type Known } from './own.ts';
import { everyPaper } from '../records.ts';
import type { BasketWords } from './words.ts';
import type { Item } from './store.ts';

type Compared = Known & { id: string };

/** The largest file, in bytes, that a browser should read as a whole. */
const largest = 200 * 1024 * 1024;

/** What the comparison uses of the page: its language, and the reader's list with its style. */
interface Page {
  t: BasketWords;
  lang: InterfaceLanguage;
  basket: () => Item[];
  keep: (items: Item[]) => void;
  style: () => string;
}

/**
 * "Do you already have it?": reads a file of the reader's own library in the browser, and says which papers of the
 * basket, or of the review, are in it. The file is not sent anywhere.
 */
export function compareOwn(page: Page): void {
  const input = need('basket-own-file', HTMLInputElement);
  const against = need('basket-own-with', HTMLSelectElement);
  const result = need('basket-own-result', HTMLElement);
  if (page.basket().length === 0) against.value = 'all';

  let last: File | undefined;
  const compareLast = async (): Promise<void> => {
    if (last) result.replaceChildren(await comparisonOf(last, against.value === 'basket', page));
  };
  const take = (file: File | undefined): void => {
    last = file;
    void compareLast();
  };
  input.addEventListener('change', () => take(input.files?.[0]));
  against.addEventListener('change', () => void compareLast());
  onDrop(need('basket-own', HTMLElement), take);
}

/** Calls back with a file that is dropped on an element. */
function onDrop(element: HTMLElement, take: (file: File | undefined) => void): void {
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    element.classList.add('dropping');
  });
  element.addEventListener('dragleave', () => element.classList.remove('dropping'));
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    element.classList.remove('dropping');
    take(event.dataTransfer?.files[0]);
  });
}

/** The comparison of a library with the basket or the review; or a sentence why there is none. */
async function comparisonOf(file: File, withBasket: boolean, page: Page): Promise<HTMLElement> {
  const library = file.size > largest ? undefined : readOwn(await file.text());
  if (!library || library.length === 0) return el('p', {}, page.t('ownUnread', { name: file.name }));
  try {
    const all = await everyPaper();
    const ids = new Set(page.basket().map(({ id }) => id));
    const papers = withBasket ? all.filter(({ id }) => ids.has(id)) : all;
    const has = holder(library);
    const have = papers.filter(has);
    const lack = papers.filter((paper) => !has(paper));
    const counts = { records: library.length, count: papers.length, have: have.length, lack: lack.length };
    return el(
      'div',
      { class: 'compared' },
      el('p', {}, page.t('ownFound', counts)),
      listOf(page.t('have'), have, page.lang),
      listOf(page.t('lack'), lack, page.lang),
      actionsOn(lack, withBasket, page),
    );
  } catch {
    return el('p', {}, page.t('unreachable'));
  }
}

const listOf = (heading: string, papers: readonly Compared[], lang: InterfaceLanguage): HTMLElement =>
  el(
    'details',
    {},
    el('summary', {}, `${heading} (${papers.length})`),
    el(
      'ul',
      {},
      papers.map(({ id, title }) => el('li', {}, el('a', { href: pageAddress(lang, paths.paper(id)) }, title || id))),
    ),
  );

/** What can be done with the papers that a library lacks: save them, or put them into the basket. */
function actionsOn(lack: readonly Compared[], withBasket: boolean, { t, basket, keep, style }: Page): HTMLElement {
  const row = el('p', { class: 'row small' });
  if (lack.length === 0) return row;
  const save = (): void =>
    void savePapers(
      lack.map(({ id }) => id),
      need('basket-format', HTMLSelectElement).value,
      { abstracts: need('basket-abstracts', HTMLInputElement).checked, style: style(), stem: 'lacking' },
    ).catch(() => row.parentElement?.append(el('p', {}, t('unreachable'))));
  const items = lack.map(({ id, title }): Item => basket().find((item) => item.id === id) ?? { id, title, note: '' });
  const take = (): void =>
    keep(withBasket ? items : [...basket(), ...items.filter(({ id }) => !basket().some((item) => item.id === id))]);
  row.append(button(t('saveLacking'), save), button(t(withBasket ? 'keepLacking' : 'addLacking'), take));
  return row;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
