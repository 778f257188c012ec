/** Takes the authors' names off a list of keywords: some sites put them into the page's `keywords`, for search engines. */

import type { Claim, Draft } from '#domain/draft';
import { displayName } from '#domain/person';
import { foldForMatching } from '#domain/text';

/** The words of a name in one order, so that "Berg, Ana" and "Ana Berg" are equal. */
const wordsOf = (text: string): string => (foldForMatching(text).match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(' ');

/**
 * Leaves out each keyword that is the whole name of a person who wrote the paper, and claims its place as a copy of the
 * name. A group's name may well be a keyword.
 */
export function withoutNamesAsKeywords(draft: Draft, claims: Claim[]): void {
  if (!draft.keywords.length || !draft.authors.length) return;
  const names = new Map(
    draft.authors
      .filter(({ value: { name } }) => !name.literal)
      .flatMap(({ value: { name }, at }) =>
        [displayName(name), name.written, name.native ?? ''].map((text) => [wordsOf(text), at[0]] as const),
      )
      .filter(([words]) => words),
  );
  draft.keywords = draft.keywords.filter(({ value, at }) => {
    const of = names.get(wordsOf(value.text));
    if (of) claims.push(...at.map((place): Claim => ({ at: place, outcome: { kind: 'copy', of } })));
    return !of;
  });
}
