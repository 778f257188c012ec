/** Shows one result of a search: the paper, why it was found, and a sentence that shows it. */

import type { InterfaceLanguage } from '#domain/language';
import { mainOf, secondOf } from '#domain/role';
import { facetNameOf, zones, type Card, type ConceptEntry, type Core } from '#search/catalogue';
import { excerptOf, markText, type Stretch } from '#search/excerpt';
import { hasZone, type Reasons } from '#search/found';
import type { Marks } from '#search/texts';
import type { HanFold } from '#search/words';
import { hasHan } from '#text/han';
import { page, paths, tagOf } from '../../site/urls.ts';
import { el } from './dom.ts';
import type { SearchWords } from './words.ts';
import type { Listed } from './session.ts';

export interface Shown {
  lang: InterfaceLanguage;
  t: SearchWords;
  core: Pick<Core, 'concepts' | 'sections' | 'size'>;
  marks: Marks;
  fold: HanFold;
  /**
   * What was pasted, in words, where it was read as an identifier or reference: then no sentence shows why a paper is
   * here.
   */
  pasted?: string | undefined;
}

/** A result: title, authors, year, journal, why it is here, and a sentence that shows it. */
export function resultOf(
  { id = '', card }: Listed,
  reasons: Reasons,
  shown: Shown,
  heading: 'h2' | 'h3' = 'h2',
): HTMLElement {
  const { lang, t, marks, fold } = shown;
  const title = card && mainOf(card.titles);
  const second = card && secondOf(card.titles, lang);
  const quoted = shown.pasted === undefined ? card : undefined;
  const excerpt = quoted && excerptOf(quoted, marks, lang, fold);
  const whole = excerpt ?? (quoted && evidenceOf(quoted, reasons, shown));
  return el(
    'article',
    { class: 'entry', 'data-paper': id },
    el(
      heading,
      {},
      el(
        'a',
        { href: id ? page(lang, paths.paper(id)) : undefined, lang: title?.language, dir: 'auto' },
        title ? marked(markText(title.text, marks, fold)) : id,
      ),
    ),
    second &&
      el(
        'p',
        { class: 'second', lang: second.language, dir: 'auto' },
        marked(markText(second.text, marks, fold)),
        second.role === 'machine-translation' &&
          el('span', { class: 'voice', lang: tagOf(lang) }, ` ${t('titleMachine')}`),
      ),
    card ? madeBy(card, shown) : el('p', { class: 'made' }, t('noCard')),
    card && becameOf(card, t),
    whole &&
      el(
        'p',
        { class: 'quote' },
        voice(whole, t),
        el(
          'a',
          {
            href: page(lang, paths.paper(id, whole.anchor || undefined)),
            lang: whole.language,
            dir: 'auto',
          },
          marked(whole.stretches),
        ),
      ),
    why(reasons, shown),
    card && themes(card, shown),
    id !== '' && basketTick(id, title?.text ?? id),
  );
}

/** The same checkbox as in the lists of the site; `showTicks` sets its state. */
function basketTick(id: string, title: string): HTMLElement {
  const { basketIn: added = '', basketOut: add = '' } = document.getElementById('search')?.dataset ?? {};
  return el(
    'button',
    {
      type: 'button',
      class: 'basket-toggle',
      'data-basket': id,
      'data-title': title,
      'data-in': added,
      'data-out': add,
      'aria-pressed': 'false',
      hidden: true,
    },
    add,
  );
}

export const marked = (stretches: readonly Stretch[]): (Node | string)[] =>
  stretches.map(({ text, marked: isMarked }) => (isMarked ? el('mark', {}, text) : text));

function madeBy(card: Card, { t, marks, fold }: Shown): HTMLElement {
  const line = el('p', { class: 'made' });
  const add = (...nodes: (Node | string)[]) => {
    if (line.childNodes.length) line.append(el('span', { class: 'dot' }, '·'));
    line.append(...nodes);
  };
  const { authors, moreAuthors: count } = card;
  if (authors) add(...marked(markText(authors, marks, fold)), count ? ` ${t('moreAuthors', { count })}` : '');
  if (card.year !== undefined) add(String(card.year));
  if (card.journal) add(el('cite', { lang: hasHan(card.journal) ? 'zh-Hans' : 'en', dir: 'auto' }, card.journal));
  return line;
}

/** Whether a paper was retracted or is in doubt, and what only one source says about it. */
function becameOf({ status, claims = [] }: Card, t: SearchWords): HTMLElement | undefined {
  const kinds = ['retracted', 'expression-of-concern'] as const;
  const said = kinds.flatMap((kind) => {
    const words = t(`status.${kind}`);
    return status.includes(kind) ? [words] : claims.includes(kind) ? [t('claim', { said: words })] : [];
  });
  return said.length ? el('p', { class: 'status' }, said.join(' ')) : undefined;
}

/** Whose words are quoted, where they are not the paper's own. */
function voice(excerpt: { in: string; role?: string }, t: SearchWords): HTMLElement | undefined {
  const said =
    excerpt.in === 'digest'
      ? t('excerptDigest')
      : excerpt.in === 'keyword'
        ? t('excerptKeyword')
        : excerpt.role === 'machine-translation'
          ? t('excerptMachine')
          : undefined;
  return said === undefined ? undefined : el('span', { class: 'voice' }, `${said} `);
}

/** Where no words of the query are in the paper: the sentence that shows the concept, or a narrower one. */
function evidenceOf(card: Card, { concepts }: Reasons, { lang, core }: Shown) {
  for (const concept of concepts) {
    const all = Object.keys(card.evidence)
      .filter((ref) => aboveIn(ref, core).includes(concept))
      .flatMap((ref) => card.evidence[ref] ?? []);
    const [anchor, language, words] = all.find(([, spoken]) => spoken.startsWith(lang)) ?? all[0] ?? [];
    if (anchor === undefined) continue;
    for (const text of card.texts)
      for (const [own, sentence] of text.sentences)
        if (own === anchor && anchor !== '') {
          const at = words ? sentence.indexOf(words) : -1;
          const stretches: Stretch[] =
            at < 0 || !words
              ? [{ text: sentence, marked: false }]
              : [
                  { text: sentence.slice(0, at), marked: false },
                  { text: words, marked: true },
                  { text: sentence.slice(at + words.length), marked: false },
                ];
          return {
            in: text.in,
            ...(text.role ? { role: text.role } : {}),
            language: language ?? text.language,
            anchor,
            stretches,
          };
        }
  }
  return undefined;
}

/** "Matched the theme Interpreters (口译员), and in the title and abstract". */
function why(reasons: Reasons, { lang, t, pasted }: Shown): HTMLElement | undefined {
  if (pasted !== undefined) return el('p', { class: 'why' }, t('why'), pasted);
  const said: (Node | string)[] = [];
  const named = new Set<string>();
  for (const concept of reasons.concepts) {
    const name = bothNames(concept, lang);
    // A theme and a population with one name are one reason for a reader.
    if (named.has(name)) continue;
    named.add(name);
    const facet = t(`facet.${facetNameOf(concept)}`).toLowerCase();
    said.push(t('whyConcept', { facet, name }));
  }
  const places = zones.filter((zone) => hasZone(reasons, zone)).map((zone) => t(`zone.${zone}`));
  if (places.length) said.push(t('in', { zones: listed(places, t) }));
  if (said.length === 0) return undefined;
  return el(
    'p',
    { class: 'why' },
    t('why'),
    said.flatMap((reason, i) => (i ? [t('comma'), reason] : [reason])),
  );
}

const listed = (items: readonly string[], t: SearchWords): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(t('comma'))}${t('and')}${items.at(-1) ?? ''}`;

/** The name of a concept in the reader's language, with the other language in brackets. */
export const bothNames = ({ en, zh }: ConceptEntry, lang: InterfaceLanguage): string =>
  en === zh ? en : lang === 'zh' ? `${zh}（${en}）` : `${en} (${zh})`;

export const idOf = ({ ref }: Pick<ConceptEntry, 'ref'>): string => ref.slice(ref.indexOf('/') + 1);

/** A concept, found by its name, and all concepts above it. */
function aboveIn(ref: string, { concepts }: Pick<Core, 'concepts'>): ConceptEntry[] {
  const all = new Set(concepts.filter((concept) => concept.ref === ref));
  for (const concept of all) for (const number of concept.broader) all.add(concepts[number] ?? concept);
  return [...all];
}

/** The theme that a concept of the themes is part of; for a theme, itself. */
export const themeOf = (concept: ConceptEntry, core: Pick<Core, 'concepts'>): ConceptEntry =>
  aboveIn(concept.ref, core).findLast(({ broader }) => broader.length === 0) ?? concept;

function themes({ evidence }: Card, { lang, core }: Shown): HTMLElement | undefined {
  const refs = Object.keys(evidence).filter((ref) => ref.startsWith('themes/'));
  const shown = new Set(
    refs.flatMap((ref) =>
      aboveIn(ref, core)
        .slice(0, 1)
        .map((concept) => themeOf(concept, core)),
    ),
  );
  if (shown.size === 0) return undefined;
  return el(
    'ul',
    { class: 'themes', role: 'list' },
    [...shown].map((concept) => {
      const id = idOf(concept);
      return el(
        'li',
        {},
        el('a', { class: 'theme', 'data-hue': id, href: page(lang, paths.theme(id)) }, concept[lang]),
      );
    }),
  );
}
