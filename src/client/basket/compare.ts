import type { InterfaceLanguage } from '#domain/language';
import { page, paths } from '../../site/urls.ts';
import { need } from '../search/dom.ts';
import { savePapers } from './files.ts';
import { holder, readOwn, type Known } from './own.ts';
import { everyPaper } from './records.ts';
import type { SayBasket } from './say.ts';
import type { Item } from './store.ts';

type Compared = Known & { id: string };

/** The largest file, in bytes, that a browser should read as a whole. */
const largest = 200 * 1024 * 1024;

/**
 * "Do you already have it?": reads a file of the reader's own library in the browser, and says which papers of the
 * basket, or of the review, are in it. The file is not sent anywhere.
 */
export function compareOwn(
  t: SayBasket,
  lang: InterfaceLanguage,
  basket: () => Item[],
  keep: (items: Item[]) => void,
  style: () => string,
): void {
  const section = need('basket-own', HTMLElement);
  const input = need('basket-own-file', HTMLInputElement);
  const against = need('basket-own-with', HTMLSelectElement);
  const result = need('basket-own-result', HTMLElement);

  const words = (text: string): HTMLParagraphElement => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  };

  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };

  function listOf(heading: string, papers: readonly Compared[]): HTMLDetailsElement {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = `${heading} (${papers.length})`;
    const list = document.createElement('ul');
    for (const paper of papers) {
      const link = document.createElement('a');
      link.href = page(lang, paths.paper(paper.id));
      link.textContent = paper.title || paper.id;
      const entry = document.createElement('li');
      entry.append(link);
      list.append(entry);
    }
    details.append(summary, list);
    return details;
  }

  function show(library: readonly Known[], papers: readonly Compared[]): void {
    const has = holder(library);
    const have = papers.filter(has);
    const lack = papers.filter((paper) => !has(paper));
    const counts = { records: library.length, count: papers.length, have: have.length, lack: lack.length };
    const lacking = lack.map(
      ({ id, title }): Item => basket().find((item) => item.id === id) ?? { id, title, note: '' },
    );
    const row = document.createElement('p');
    row.className = 'row small';
    if (lack.length > 0) {
      const save = (): void =>
        void savePapers(
          lack.map(({ id }) => id),
          need('basket-format', HTMLSelectElement).value,
          { abstracts: need('basket-abstracts', HTMLInputElement).checked, style: style(), stem: 'lacking' },
        ).catch(() => result.append(words(t('unreachable'))));
      const inBasket = against.value === 'basket';
      const take = (): void =>
        keep(
          inBasket ? lacking : [...basket(), ...lacking.filter(({ id }) => !basket().some((item) => item.id === id))],
        );
      row.append(button(t('saveLacking'), save), button(t(inBasket ? 'keepLacking' : 'addLacking'), take));
    }
    const compared = document.createElement('div');
    compared.className = 'compared';
    compared.append(words(t('ownFound', counts)), listOf(t('have'), have), listOf(t('lack'), lack), row);
    result.replaceChildren(compared);
  }

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    const library = file.size > largest ? undefined : readOwn(await file.text());
    if (!library || library.length === 0) {
      result.replaceChildren(words(t('ownUnread', { name: file.name })));
      return;
    }
    try {
      const all = await everyPaper();
      const ids = new Set(basket().map(({ id }) => id));
      show(library, against.value === 'basket' ? all.filter(({ id }) => ids.has(id)) : all);
    } catch {
      result.replaceChildren(words(t('unreachable')));
    }
  }

  let last: File | undefined;
  const readLast = (): void => void read(last);
  input.addEventListener('change', () => {
    last = input.files?.[0];
    readLast();
  });
  against.addEventListener('change', readLast);
  if (basket().length === 0) against.value = 'all';

  section.addEventListener('dragover', (event) => {
    event.preventDefault();
    section.classList.add('dropping');
  });
  section.addEventListener('dragleave', () => section.classList.remove('dropping'));
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    section.classList.remove('dropping');
    last = event.dataTransfer?.files[0];
    readLast();
  });
}
