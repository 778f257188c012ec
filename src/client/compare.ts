/** The page that shows papers side by side: those in its address, and a choice among the reader's own list. */

import { page, paths } from '../site/urls.ts';
import { lang } from './language.ts';
import { recordsOf } from './records.ts';
import { onBasket, readBasket } from './basket/store.ts';
import { saying } from './compare/words.ts';
import { namesIn, tableOf } from './compare/table.ts';
import { el, need } from './search/dom.ts';

const t = saying(lang);
const status = need('compare-status', HTMLElement);
const place = need('compare-table', HTMLElement);
const printing = need('compare-print', HTMLButtonElement);
const form = need('compare-choose', HTMLFormElement);
const choices = need('compare-papers', HTMLElement);

/** More papers than this cannot be read side by side. */
const most = 3;

/** The papers that the address names, each once; where it names none, those that were put into the basket last. */
function wanted(): string[] {
  const named = new URLSearchParams(location.search).get('papers');
  if (named === null)
    return readBasket()
      .slice(-most)
      .map(({ id }) => id);
  const ids = named.split(',').map((id) => id.trim());
  return [...new Set(ids.filter((id) => /^[a-z0-9][a-z0-9-]*$/u.test(id)))];
}

async function show(): Promise<void> {
  const ids = wanted();
  // So that the page can be sent to others, and stays as it is when the basket changes.
  if (!location.search && ids.length > 1) history.replaceState(null, '', page(lang, paths.compare(ids)));
  const said: string[] = [];
  if (ids.length > most) said.push(t('most', { count: ids.length }));
  try {
    const papers = await recordsOf(ids.slice(0, most));
    const unknown = ids.slice(0, most).filter((id) => !papers.some((paper) => paper.id === id));
    if (unknown.length > 0) said.push(t('unknown', { ids: unknown.join(lang === 'zh' ? '、' : ', ') }));
    if (papers.length < 2) said.push(t('few'));
    if (papers.length > 0)
      place.replaceChildren(tableOf(papers, namesIn(need('compare-concepts', HTMLElement)), lang, t));
    printing.hidden = papers.length === 0;
  } catch {
    said.push(t('unreachable'));
  }
  status.textContent = said.join(lang === 'zh' ? '' : ' ');
}

/** The papers of the basket with a box each; those that are shown are ticked. */
function offer(): void {
  const items = readBasket().slice(0, 100);
  const shown = wanted().slice(0, most);
  choices.replaceChildren(
    ...items.map(({ id, title }) =>
      el(
        'li',
        {},
        el(
          'label',
          {},
          el('input', { type: 'checkbox', value: id, checked: shown.includes(id) }),
          el('span', { dir: 'auto' }, title),
        ),
      ),
    ),
  );
  form.hidden = items.length < 2;
  limit();
}

const ticked = (): HTMLInputElement[] => [...choices.querySelectorAll<HTMLInputElement>('input:checked')];

/** At most three can be ticked. */
function limit(): void {
  const full = ticked().length >= most;
  for (const box of choices.querySelectorAll('input')) box.disabled = full && !box.checked;
}

choices.addEventListener('change', limit);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  location.assign(page(lang, paths.compare(ticked().map(({ value }) => value))));
});
printing.addEventListener('click', () => print());
onBasket(offer);
offer();
void show();
