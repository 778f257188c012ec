/** The page of the basket: shows the reader's list as references, and exports it. */

import type { Choice } from '#citations/cited-in';
import { hashOf, itemsOfHash } from './basket/link.ts';
import { savePapers } from './basket/files.ts';
import { compareOwn } from './basket/compare.ts';
import { listedIn, type Listed } from './basket/listed.ts';
import { words } from './basket/words.ts';
import { entryOf, type Acts } from './basket/show.ts';
import { onBasket, readBasket, writeBasket, type Item } from './basket/store.ts';
import { copy, markup, oneLine } from './copy.ts';
import { lang } from './language.ts';
import { need } from './search/dom.ts';
import { citing, citingOfLink, rememberCiting, type Citing } from './styles/choice.ts';
import { offerMoreStyles, styleOf } from './styles/more.ts';
import './basket/toggle.ts';

const t = words(lang);
const list = need('basket-items', HTMLOListElement);
const status = need('basket-status', HTMLElement);
const style = need('basket-style', HTMLSelectElement);
const language = need('basket-language', HTMLSelectElement);
const order = need('basket-order', HTMLSelectElement);
const carried = need('basket-carried', HTMLElement);
const heading = need('basket-title', HTMLElement);

/** The list that is shown. */
let items: Item[] = readBasket();
let references: Listed = new Map();
/** The style and the papers of the references that are shown. */
let shown = '';
/** Numbers the requests: a slower, older answer never replaces a newer one. */
let turn = 0;

const choice = (): Choice => (language.value === 'zh' ? 'zh' : 'style');
const ids = (): string[] => items.map(({ id }) => id);

function keep(changed: Item[]): void {
  if (!writeBasket(changed)) status.textContent = t('notKept');
}

const acts: Acts = {
  move(id, by) {
    const from = items.findIndex((item) => item.id === id);
    const moved = items.toSpliced(from, 1).toSpliced(from + by, 0, ...items.slice(from, from + 1));
    order.value = 'own';
    keep(moved);
  },
  drop: (id) => keep(items.filter((item) => item.id !== id)),
  note: (id, text) => keep(items.map((item) => (item.id === id ? { ...item, note: text } : item))),
};

/** What has the focus in the list: whose entry, at which place, and which of its controls. */
function held(): { id: string; place: number; act: string } | undefined {
  const on = document.activeElement;
  const entry = on instanceof HTMLElement ? on.closest<HTMLElement>('#basket-items > [data-paper]') : null;
  const act = entry && (on as HTMLElement).dataset['act'];
  return entry && act ? { id: entry.dataset['paper'] ?? '', place: [...list.children].indexOf(entry), act } : undefined;
}

/** The same control of the same entry, wherever that is now; of the one that took its place; else the page's heading. */
function focusAgain({ id, place, act }: NonNullable<ReturnType<typeof held>>): void {
  const entry = list.querySelector(`[data-paper="${id}"]`) ?? list.children[Math.min(place, list.children.length - 1)];
  const control =
    entry?.querySelector<HTMLElement>(`[data-act="${act}"]`) ?? entry?.querySelector<HTMLElement>('[data-act]');
  (control ?? heading).focus();
}

function draw(): void {
  const on = held();
  const entries = items.map((item, i) => {
    const known = references.get(item.id);
    const gone = references.has(item.id) && known === undefined;
    return entryOf(item, i + 1, items.length, known, gone, lang, t, acts);
  });
  const writing = list.querySelector<HTMLTextAreaElement>('textarea:focus');
  const written = writing?.closest<HTMLElement>('[data-paper]')?.dataset['paper'];
  list.replaceChildren(...entries);
  const field = written && list.querySelector<HTMLTextAreaElement>(`[data-paper="${written}"] textarea`);
  if (writing && field) {
    // A note that is being written is kept: references may arrive during that.
    field.value = writing.value;
    field.focus();
    field.setSelectionRange(writing.selectionStart, writing.selectionEnd);
  }
  if (on) focusAgain(on);
  need('basket-empty', HTMLElement).hidden = items.length > 0;
  need('basket-filled', HTMLElement).hidden = items.length === 0;
  status.textContent = items.length > 0 ? t('count', { count: items.length }) : '';
}

async function show(): Promise<void> {
  const now = ++turn;
  draw();
  // Drawing the list again without need would remove a note that is being written.
  const wanted = [style.value, language.value, ...ids()].join(' ');
  if (wanted === shown) return;
  try {
    const chosen = styleOf(style.value);
    const found: Listed = chosen ? await listedIn(chosen, ids(), choice()) : new Map();
    if (now !== turn) return;
    references = found;
    shown = wanted;
    draw();
  } catch {
    if (now === turn) status.textContent = t('unreachable');
  }
}

const keys: Record<string, (item: Item) => string> = {
  // A paper's id begins with its first author; Chinese names are in pinyin.
  author: ({ id }) => id,
  title: ({ title }) => title,
  // A paper's id contains its year; a paper without one comes last.
  newest: ({ id }) => String(9999 - Number(/-(\d{4})-/.exec(id)?.[1] ?? 0)).padStart(4, '0'),
};

order.addEventListener('change', () => {
  const key = keys[order.value];
  if (!key) return;
  const compare = new Intl.Collator(lang === 'zh' ? 'zh-Hans' : 'en', { ignorePunctuation: true }).compare;
  keep(items.toSorted((a, b) => compare(key(a), key(b))));
});
const change = (): void => {
  rememberCiting({ style: style.value, choice: choice() });
  void show();
};
style.addEventListener('change', change);
language.addEventListener('change', change);
offerMoreStyles(
  need('basket-filled', HTMLElement),
  style,
  async (other) => void (await listedIn(other, ids(), choice())),
);

/** Takes over a way to cite: what was chosen last, or what a link brings. */
function choose({ style: wanted, choice: way }: Citing): void {
  if ([...style.options].some(({ value }) => value === wanted)) style.value = wanted ?? style.value;
  if (way) language.value = way;
}
choose(citing());

const said = (done: boolean): void => void (status.textContent = t(done ? 'copied' : 'notCopied'));
const onClick = (id: string, act: () => void | Promise<void>): void =>
  need(id, HTMLButtonElement).addEventListener('click', () => void act());

const shownReferences = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('.reference')];
onClick('basket-copy-plain', async () => said(await copy(shownReferences().map(oneLine).join('\n'))));
onClick('basket-copy', async () => {
  const html = shownReferences().map((reference) => `<p>${markup(reference)}</p>`);
  said(await copy(shownReferences().map(oneLine).join('\n'), html.join('')));
});
onClick('basket-print', () => print());
onClick('basket-link', async () => {
  const address = new URL(location.href);
  address.hash = hashOf(items, { style: style.value, choice: choice() });
  said(await copy(address.href));
});

let sure = false;
onClick('basket-clear', () => {
  const button = need('basket-clear', HTMLButtonElement);
  if (sure) {
    keep([]);
    // The button goes with the list.
    heading.focus();
  }
  sure = !sure;
  button.textContent = t(sure ? 'clearSure' : 'clear');
});

onClick('basket-save', async () => {
  const options = { abstracts: need('basket-abstracts', HTMLInputElement).checked, style: style.value, stem: 'basket' };
  try {
    const count = await savePapers(ids(), need('basket-format', HTMLSelectElement).value, options);
    status.textContent = t('saved', { count });
  } catch {
    status.textContent = t('unreachable');
  }
});

/** Offers a list that the address contains. It replaces the reader's list only if the reader agrees. */
function offerCarried(): void {
  const brought = itemsOfHash(location.hash);
  carried.hidden = brought === undefined;
  if (!brought) return;
  need('basket-carried-words', HTMLElement).textContent =
    brought.length > 0 ? t('carried', { count: brought.length }) : t('carriedBroken');
  for (const id of ['basket-take', 'basket-replace']) need(id, HTMLButtonElement).hidden = brought.length === 0;
}
function taken(change: (brought: Item[]) => Item[]): void {
  const brought = itemsOfHash(location.hash) ?? [];
  const way = citingOfLink(location.hash);
  history.replaceState(null, '', location.pathname);
  carried.hidden = true;
  const next = change(brought);
  // Who takes the list takes it as it was cited.
  if (next !== items) {
    choose(way);
    rememberCiting(way);
  }
  keep(next);
}
onClick('basket-take', () => taken((brought) => [...items, ...brought.filter(({ id }) => !ids().includes(id))]));
onClick('basket-replace', () => taken((brought) => brought));
onClick('basket-dismiss', () => taken(() => items));
addEventListener('hashchange', offerCarried);

compareOwn({ t, lang, basket: () => items, keep, style: () => style.value });
onBasket(() => {
  items = readBasket();
  void show();
});
offerCarried();
// Shown with its references, the list does not move what is below it; on a slow line a reader does not wait for them.
const reveal = (): void => void (need('basket-whole', HTMLElement).hidden = false);
setTimeout(reveal, 1000);
void show().then(reveal);
