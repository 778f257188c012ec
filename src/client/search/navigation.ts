/** Moves between states of the search without loading a page. */

import type { InterfaceLanguage } from '#domain/language';
import type { State } from '#search/state';
import { el } from './dom.ts';
import type { SearchWords } from './words.ts';

/** What the parts of the page share: the language, the current state, and a function to go to another state. */
export interface Navigation {
  lang: InterfaceLanguage;
  t: SearchWords;
  state: () => State;
  addressOf: (state: State) => string;
  go: (state: State) => void;
}

/**
 * A link to another state. A click changes the state without loading a page; the address can be copied or opened
 * elsewhere.
 */
export function stateLink(
  going: Navigation,
  state: State,
  attributes: Record<string, string | undefined>,
  content: Node | string,
  then?: () => void,
): HTMLAnchorElement {
  const link = el('a', { href: going.addressOf(state), ...attributes }, content);
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    going.go(state);
    then?.();
  });
  return link;
}
