import { isChinese, shareOfHan } from '#domain/language';
import { copyKey, titleLanguage } from './texts.ts';
import type { Page } from './page.ts';
import { fold, slice, trim, type Traced } from './traced.ts';

const separators = /[;；|•·]|\s[-–]\s/u;

/** The words of a keyword line: at semicolons, else commas, else the spaces that stand between Chinese words. */
export function cutKeywords(line: Traced): Traced[] {
  const { text } = line;
  const cut = (separator: RegExp): Traced[] => {
    const pieces: Traced[] = [];
    let from = 0;
    for (const match of text.matchAll(separator)) {
      pieces.push(slice(line, from, match.index));
      from = match.index + match[0].length;
    }
    return [...pieces, slice(line, from)];
  };
  const pieces = /[;；|•]/u.test(text)
    ? cut(/\s?[;；|•]\s?/gu)
    : /[,，、]/u.test(text)
      ? cut(/\s?[,，、]\s?(?!\d{3}\b)/gu)
      : /·/u.test(text)
        ? cut(/\s?·\s?/gu)
        : shareOfHan(text) > 0.3
          ? cut(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu)
          : separators.test(text)
            ? cut(/\s[-–]\s/gu)
            : [line];
  return pieces.map((piece) => {
    const folded = trim(fold(piece));
    const end = /[.。:：]$/u.test(folded.text) ? folded.text.length - 1 : folded.text.length;
    return slice(folded, 0, end);
  });
}

/** Adds keywords that are not there yet; one said again is a copy. */
export function stateKeywords(page: Page, line: Traced): number {
  let count = 0;
  for (const piece of cutKeywords(line)) {
    if (!/[\p{L}\p{N}]/u.test(piece.text) || piece.text.length > 100) continue;
    const key = copyKey(piece.text);
    const had = page.draft.keywords.find((keyword) => copyKey(keyword.value.text) === key);
    const [place] = had?.at ?? [];
    count++;
    if (had && place) {
      page.copy(piece, place);
      continue;
    }
    const language = titleLanguage(piece.text);
    page.draft.keywords.push({
      value: { language: isChinese(language) ? language : 'en', text: piece.text },
      at: page.take(piece),
    });
  }
  return count;
}
