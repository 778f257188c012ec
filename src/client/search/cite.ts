import type { Catalogue } from '#search/catalogue';
import type { State } from '#search/state';
import type { Going } from './going.ts';

export function showCitation(
  root: HTMLElement,
  state: State,
  papers: readonly number[],
  catalogue: Catalogue,
  going: Going,
): void {
  void [root, state, papers, catalogue, going];
}
