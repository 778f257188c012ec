/** Cards of the search index in files of a few. */

import { createHash } from 'node:crypto';
import type { Card, SectionCard } from '#search/catalogue';

/** A file of cards: its name, what it holds, and that as text. */
export interface CardFile {
  name: string;
  held: readonly (Card | SectionCard)[];
  text: string;
}

/**
 * Up to this number of papers, each paper's card has a file of its own. Hosts count files, and each result on a page
 * of results is usually in a file of its own, so a card must bring few others with it.
 */
const manyFiles = 600;
/** The usual number of cards in a file of a large review. */
const mostUsual = 6;

/** The usual number of cards in a file: 1, 3 or 6. */
export const usualCards = (papers: number): number =>
  papers <= manyFiles ? 1 : papers <= 3 * manyFiles ? 3 : mostUsual;

/** The cards of papers, then those of sections, in files. */
export const cardFiles = (papers: readonly Card[], sections: readonly SectionCard[]): CardFile[] => [
  ...filesOf(papers, usualCards(papers.length), ({ id }) => id),
  ...filesOf(sections, mostUsual, ({ path, page, anchor }) => `${page} ${path}#${anchor}`),
];

/**
 * Cuts a list into files, of half the usual number of cards to one and a half times that. Whether it is cut after a card
 * depends on the card's key, so a card that changes renames one file, and one that comes or goes a few, but not all
 * behind it.
 */
function filesOf<C extends Card | SectionCard>(
  cards: readonly C[],
  usual: number,
  keyOf: (card: C) => string,
): CardFile[] {
  const least = Math.floor(usual / 2);
  const most = usual + least;
  const files: CardFile[] = [];
  let held: C[] = [];
  for (const [i, card] of cards.entries()) {
    held.push(card);
    const isCut = createHash('sha256').update(keyOf(card)).digest().readUInt32BE() % (usual - least) === 0;
    if ((!isCut || held.length < least) && held.length < most && i < cards.length - 1) continue;
    const text = JSON.stringify(held);
    files.push({ name: createHash('sha256').update(text).digest('hex').slice(0, 10), held, text });
    held = [];
  }
  return files;
}
