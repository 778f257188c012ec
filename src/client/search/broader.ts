/** Shows papers of broader concepts below the results. */

import type { Answer } from '#search/answer';
import { facetNameOf } from '#search/catalogue';
import type { Found } from '#search/found';
import { byRelevance } from '#search/order';
import { showTicks } from '../basket/toggle.ts';
import { conceptLink } from './concepts.ts';
import { el, parts } from './dom.ts';
import { stateLink, type Navigation } from './navigation.ts';
import { resultOf, type Shown } from './results.ts';
import { nowhereSaid } from './messages.ts';
import { wordsBelow } from './words-below.ts';
import type { Listed } from './session.ts';

/** How many papers are shown under one heading; a search of its own shows the rest. */
const most = 5;

interface Group {
  heading: (Node | string)[];
  note: string;
  found: Found;
  shown: Shown;
  more: HTMLElement;
}

/**
 * Shows papers under headings of their own below the list: those of concepts that the words are a sign or a part of,
 * and, where nothing was found, those of another search. `papers` are those that pass the filters.
 */
export async function showBroader(
  root: HTMLElement,
  answer: Answer,
  papers: ReadonlySet<number>,
  shown: Shown,
  listed: (paper: number) => Promise<Listed>,
  going: Navigation,
  isWanted: () => boolean,
): Promise<void> {
  const groups = [...widerGroups(answer, shown, going), ...insteadGroups(answer, shown, going)];
  const drawn = groups.flatMap((group) => {
    const inList = [...group.found.keys()].filter((paper) => papers.has(paper));
    const own = byRelevance(inList, group.found);
    return own.length ? [groupOf(group, own, listed)] : [];
  });
  const sections = await Promise.all(drawn);
  if (!isWanted()) return;
  root.replaceChildren(...sections);
  showTicks(root);
}

async function groupOf(
  { heading, note, found, shown, more }: Group,
  papers: readonly number[],
  listed: (paper: number) => Promise<Listed>,
): Promise<HTMLElement> {
  const cards = await Promise.all(papers.slice(0, most).map(listed));
  const entries = cards.map((card, i) => {
    const reasons = found.get(papers[i] ?? -1);
    return el('li', {}, reasons && resultOf(card, reasons, shown, 'h3'));
  });
  return el(
    'section',
    { class: 'wider' },
    el('h2', {}, heading),
    el('p', { class: 'soft small' }, note),
    el('ol', { role: 'list' }, entries),
    papers.length > most && el('p', { class: 'small' }, more),
  );
}

const widerGroups = ({ wider, concepts }: Answer, shown: Shown, going: Navigation): Group[] =>
  wider.map(({ concept, found }) => {
    const t = wordsBelow(going.lang);
    const facet = going.t(`facet.${facetNameOf(concept)}`).toLowerCase();
    const isSign = concepts.some((match) => match.how === 'sign' && match.concept === concept);
    return {
      heading: parts(t('wider', { facet, name: '{name}' }), { name: conceptLink(concept, shown.core, going) }),
      note: t(isSign ? 'widerSign' : 'widerPart'),
      found,
      shown,
      more: conceptLink(concept, shown.core, going),
    };
  });

const insteadGroups = ({ instead }: Answer, shown: Shown, going: Navigation): Group[] => {
  if (!instead) return [];
  const { query, searched, unknown } = instead;
  const t = wordsBelow(going.lang);
  const link = () =>
    stateLink(going, { ...going.state(), q: query, page: 1 }, {}, unknown ? el('q', {}, query) : query);
  return [
    {
      heading: parts(t(unknown ? 'withoutThem' : 'instead', { query: '{query}', count: searched.found.size }), {
        query: link(),
      }),
      note: unknown ? nowhereSaid(unknown, going) : t('insteadNote'),
      found: searched.found,
      shown: { ...shown, marks: searched.marks },
      more: link(),
    },
  ];
};
