/** Whether a text speaks of what another one speaks of. */

import { shareOfHan } from '#domain/language';

/**
 * How much a text speaks of what the abstract speaks of: 1 where two thirds of its words are there, -1 where none does.
 * An interface never does; a title in the abstract's script nearly always.
 */
export function aboutness(prose: string): (text: string) => number {
  const known = new Set(stemsOf(prose));
  const scripts = { han: shareOfHan(prose) > 0.05, latin: shareOfHan(prose) < 0.8 };
  return (text) => {
    // A sentence of the abstract that is alone is not its title.
    if (text.length > 60 && prose.includes(text.slice(0, 60))) return 0;
    const stems = [...new Set(stemsOf(text))];
    const written = shareOfHan(text) > 0.3 ? scripts.han : scripts.latin;
    if (known.size < 20 || stems.length < 2 || !written) return 0;
    const share = stems.filter((stem) => known.has(stem)).length / stems.length;
    return share === 0 ? (stems.length < 3 ? 0 : -1) : Math.min(1, share * 1.5);
  };
}

/** The beginnings of a text's longer words, and its pairs of Chinese characters. */
export const stemsOf = (text: string): string[] => [
  ...(text.toLowerCase().match(/\p{Script=Latin}{4,}/gu) ?? []).map((word) => word.slice(0, 5)),
  ...(text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  ),
];
