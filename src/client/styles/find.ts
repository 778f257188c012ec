/** Finds citation styles by their names. */

import { normalized } from '#text/normal';
/** What a style is found by: words without case and accents. */
const folded = (text: string): string =>
  normalized(text, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/**
 * Finds styles by the words of their titles. Every word must begin a word of the title; titles that begin with what was
 * typed come first, then shorter ones. Nothing typed finds nothing.
 */
export function styleFinder<T extends readonly [title: string, ...unknown[]]>(
  styles: readonly T[],
): (typed: string) => T[] {
  const known = styles.map((style) => ({ style, title: ` ${folded(style[0]).replace(/[^\p{L}\p{N}]+/gu, ' ')}` }));
  return (typed) => {
    const words = folded(typed)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    if (words.length === 0) return [];
    const start = ` ${words.join(' ')}`;
    const rank = ({ title }: { title: string }): number => (title.startsWith(start) ? 0 : 1e6) + title.length;
    return known
      .filter(({ title }) => words.every((word) => title.includes(` ${word}`)))
      .sort((a, b) => rank(a) - rank(b))
      .map(({ style }) => style);
  };
}
