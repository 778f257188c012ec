/** Looks for a quotation in the passages of a paper, and says where the two first differ. */

import { isChinese, type Language } from '#domain/language';
import type { Paper } from '#domain/paper';
import { foldForMatching, placeOfWords, joinSentences } from '#domain/text';
import { passagesOf, type Passage } from '#prose/passages';

/** Whether two language tags name the same language, as `zh` and `zh-Hans` do. */
export const sameLanguage = (a: Language, b: Language): boolean =>
  a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

/** The pieces of a quotation between its omissions, in the form for comparing. */
export const piecesOf = (quotation: string): string[] =>
  quotation
    .split(/\[\s*(?:…|\.{3}|……)\s*\]/u)
    .map((piece) => foldForMatching(piece))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));

/**
 * Whether the pieces are in a passage word for word and in order. The first one begins in the sentence of this index;
 * the rest may continue into later sentences. Case, white space, and the shape of quotation marks and hyphens are
 * ignored.
 */
export function matchesAt(passage: Passage, index: number, pieces: readonly string[]): boolean {
  const [first, ...rest] = passage.sentences.slice(index).map((sentence) => sentence.text);
  if (first === undefined || pieces.length === 0) return false;
  const text = foldForMatching(joinSentences([first, ...rest], passage.language));
  const end = foldForMatching(first).length;
  const [opening = '', ...others] = pieces;
  // A piece may occur twice; the earliest place leaves most room for the pieces after it.
  const start = placeOfWords(text, opening, 0);
  if (start < 0 || start >= end) return false;
  let from = start + opening.length;
  for (const piece of others) {
    const at = placeOfWords(text, piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/** Every sentence of a paper in which a quotation begins. */
export const placesIn = (passages: readonly Passage[], pieces: readonly string[]): [Passage, number][] =>
  passages.flatMap((passage) =>
    passage.sentences.flatMap((_, index): [Passage, number][] =>
      matchesAt(passage, index, pieces) ? [[passage, index]] : [],
    ),
  );

/** The words of a quotation up to the first difference from the sentence, and what the sentence has instead. */
export function firstDifference(
  sentence: string,
  pieces: readonly string[],
  language: Language,
): { after: string; seen: string; expected: string } | undefined {
  const cut = (text: string): string[] => (isChinese(language) ? [...text] : text.split(' '));
  const glue = isChinese(language) ? '' : ' ';
  const words = cut(foldForMatching(sentence));
  const quoted = cut(pieces[0] ?? '');
  let best = { start: 0, length: 0 };
  for (let start = 0; start < words.length; start++) {
    let length = 0;
    while (length < quoted.length && words[start + length] === quoted[length]) length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length === 0 || best.length === quoted.length) return undefined;
  const at = best.start + best.length;
  return {
    after: quoted.slice(Math.max(0, best.length - 3), best.length).join(glue),
    seen: quoted.slice(best.length, best.length + 3).join(glue),
    expected: words.slice(at, at + 3).join(glue) || '(the end of the sentence)',
  };
}

/** Why nothing can rest on a sentence of a paper, if so: there is no such sentence, or only a machine wrote it. */
export function whyNoBasis(
  paper: Paper,
  anchor: string,
): { kind: 'unknown' | 'machine-translation'; expected: string; remedy: string } | undefined {
  const holding = passagesOf(paper).filter(({ sentences }) => sentences.some((it) => it.anchor === anchor));
  if (holding.length === 0)
    return {
      kind: 'unknown',
      expected: `a sentence of ${paper.id}`,
      remedy: `take the anchor from the sentence on the paper's page, or from content/papers/${paper.id}.json`,
    };
  if (holding.every(({ role }) => role === 'machine-translation'))
    return {
      kind: 'machine-translation',
      expected: "the paper's own words, or a person's translation of them",
      remedy: 'name the sentence of the original',
    };
  return undefined;
}
