/** Elements of the basket's page: an entry with its reference and buttons. */

import type { InterfaceLanguage } from '#domain/language';
import { page, paths } from '../../site/urls.ts';
import { languageOf, markedText } from '../marked.ts';
import type { ListedReference } from '../../site/references/list.ts';
import type { BasketWords } from './words.ts';
import type { Item } from './store.ts';

const button = (words: string, name: string, key: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.dataset['act'] = key;
  made.setAttribute('aria-label', `${words}: ${name}`);
  made.addEventListener('click', act);
  return made;
};

/** What a reader can do with an entry. */
export interface Acts {
  move(id: string, by: -1 | 1): void;
  drop(id: string): void;
  note(id: string, text: string): void;
}

/** One entry of the list: its reference, a note, and its buttons. `gone`: the paper left the review. */
export function entryOf(
  item: Item,
  place: number,
  of: number,
  reference: ListedReference | undefined,
  gone: boolean,
  lang: InterfaceLanguage,
  t: BasketWords,
  acts: Acts,
): HTMLLIElement {
  const entry = document.createElement('li');
  entry.className = 'item';
  entry.dataset['paper'] = item.id;
  const text = document.createElement('p');
  text.className = 'reference';
  text.dir = 'auto';
  text.lang = languageOf(reference?.text ?? item.title);
  const label = document.createTextNode(reference?.label ?? '');
  const link = document.createElement('a');
  link.href = page(lang, paths.paper(item.id));
  if (gone) text.append(label, item.title);
  else if (reference) text.append(label, ...markedText(reference.text, reference.marks));
  else {
    link.textContent = item.title;
    text.append(label, link);
  }
  entry.append(text);
  if (gone) {
    const words = document.createElement('p');
    words.className = 'small soft';
    words.textContent = t('left');
    entry.append(words);
  }
  const note = document.createElement('textarea');
  note.rows = 1;
  note.value = item.note;
  note.addEventListener('change', () => acts.note(item.id, note.value));
  const field = document.createElement('label');
  field.className = 'small';
  field.append(t('note'), note);
  const written = document.createElement('p');
  written.className = 'written-note';
  written.textContent = item.note;
  const row = document.createElement('p');
  row.className = 'row small';
  if (place > 1) row.append(button(t('up'), item.title, 'up', () => acts.move(item.id, -1)));
  if (place < of) row.append(button(t('down'), item.title, 'down', () => acts.move(item.id, 1)));
  row.append(button(t('drop'), item.title, 'drop', () => acts.drop(item.id)));
  if (!gone && reference) {
    const open = document.createElement('a');
    open.href = link.href;
    open.textContent = t('open');
    open.setAttribute('aria-label', `${t('open')}: ${item.title}`);
    row.append(open);
  }
  entry.append(field, written, row);
  return entry;
}
