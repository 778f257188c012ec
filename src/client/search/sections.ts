/** Shows the sections of the reviewers' pages that a search finds. */

import type { SectionCard } from '#search/catalogue';
import { markText, shortened, spansIn, type Stretch } from '#search/excerpt';
import type { Found } from '#search/found';
import { page } from '../../site/urls.ts';
import { el } from './dom.ts';
import { marked, type Shown } from './results.ts';
import { wordsBelow } from './words-below.ts';

/** How many sections are shown at once; how many more are fetched and hidden; how many are fetched at all. */
const few = 5;
const some = 10;
const most = 40;

type Read = (section: number) => Promise<SectionCard>;

/** Shows sections of the reviewers' own pages that contain the words, those in the reader's language first. */
export async function showSections(
  root: HTMLElement,
  sections: Found,
  read: Read,
  shown: Shown,
  isWanted: () => boolean,
): Promise<void> {
  const { core, lang } = shown;
  const isOurs = (number: number): boolean => core.sections[number - core.size] === lang;
  const ordered = [...sections]
    .sort(([a, x], [b, y]) => Number(isOurs(b)) - Number(isOurs(a)) || y.score - x.score || a - b)
    .map(([number]) => number)
    .slice(0, most);
  const entries = await entriesOf(ordered.slice(0, some), read, shown);
  if (!isWanted()) return;
  const t = wordsBelow(lang);
  root.hidden = entries.length === 0;
  root.replaceChildren(
    el('h2', {}, t('sections', { count: ordered.length })),
    el('ol', { role: 'list' }, entries.slice(0, few)),
  );
  if (ordered.length <= few) return;
  const rest = el('ol', { role: 'list' }, entries.slice(few));
  const more = el(
    'details',
    {},
    el('summary', { class: 'small' }, t('moreSections', { count: ordered.length - few })),
    rest,
  );
  more.addEventListener(
    'toggle',
    () => void entriesOf(ordered.slice(some), read, shown).then((late) => rest.append(...late)),
    { once: true },
  );
  root.append(more);
}

async function entriesOf(numbers: readonly number[], read: Read, shown: Shown): Promise<HTMLElement[]> {
  const cards = await Promise.all(numbers.map((number) => read(number).catch(() => undefined)));
  return cards.flatMap((card) => (card ? [el('li', {}, sectionOf(card, shown))] : []));
}

/** The sentence with most of the query's words; the first sentence where none has any. */
function excerptFrom({ sentences, language }: SectionCard, { marks, fold }: Shown): Stretch[] {
  let best = { weight: 0, sentence: sentences[0] ?? '' };
  for (const sentence of sentences) {
    const spans = spansIn(sentence, marks, fold);
    const weight = new Set(spans.map(([start, end]) => sentence.slice(start, end).toLowerCase())).size;
    if (weight > best.weight) best = { weight, sentence };
  }
  return shortened(markText(best.sentence, marks, fold), language);
}

function sectionOf(card: SectionCard, shown: Shown): HTMLElement {
  const { lang, marks, fold } = shown;
  const t = wordsBelow(lang);
  const { path, anchor, title, heading, language } = card;
  const excerpt = excerptFrom(card, shown);
  const isWhole = heading === title;
  return el(
    'article',
    { class: 'entry', 'data-section': path + (anchor && `#${anchor}`) },
    el(
      'h3',
      {},
      el(
        'a',
        { href: page(card.page, path + (anchor && `#${anchor}`)), lang: language, dir: 'auto' },
        marked(markText(heading, marks, fold)),
      ),
    ),
    el(
      'p',
      { class: 'made' },
      isWhole ? t('sectionPage') : el('cite', { lang: language, dir: 'auto' }, title),
      card.page !== lang && ` · ${t(`sectionIn.${card.page}`)}`,
    ),
    el('p', { class: 'quote', lang: language, dir: 'auto' }, marked(excerpt)),
  );
}
