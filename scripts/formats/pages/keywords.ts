/** Cuts a line of keywords into terms, and puts them into the draft of a page. */

import { shareOfHan } from '#domain/language';
import { faultOf } from './impossible.ts';
import type { Page } from './page.ts';
import { copyKey } from './state-titles.ts';
import { fold, slice, trim, type Traced } from '../text/traced.ts';

const separators = /[;；|•·]|\s[-–]\s/u;

/** The words of a keyword line: at semicolons, else commas, else the spaces between Chinese words. */
function cutKeywords(line: Traced): Traced[] {
  const { text: whole } = line;
  // A bullet before the first term is no sign between terms, nor is what ends the row.
  const text = whole.replace(/^[•·]\s?|[;；]$/gu, '');
  const cut = (separator: RegExp): Traced[] => {
    const pieces: Traced[] = [];
    let from = 0;
    for (const match of whole.matchAll(separator)) {
      pieces.push(slice(line, from, match.index));
      from = match.index + match[0].length;
    }
    return [...pieces, slice(line, from)];
  };
  const pieces = /[;；|•]/u.test(text)
    ? cut(/\s?[;；|•]\s?/gu)
    : /[,，、]/u.test(text)
      ? cut(/\s?[,，、]\s?(?!\d{3}\b)/gu)
      : /·|\s\/\s/u.test(text)
        ? cut(/\s?·\s?|\s\/\s/gu)
        : shareOfHan(text) > 0.3
          ? cut(/(?<!\s)\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu)
          : separators.test(text)
            ? cut(/\s[-–]\s/gu)
            : isSentenceCase(text)
              ? cut(/\s(?=\p{Lu})/gu)
              : [line];
  return pieces.map((piece) => {
    const folded = trim(fold(piece));
    // A site may count its papers after each term: "chatbot (212)".
    // The text may go on behind the last one: "trust. In every group somebody has to speak first."
    const stop = /(?:[.。:：/;；]|\s?[(（]\d{1,6}[)）])$|\.\s(?=\p{Lu}\p{L}*(?:\s\S+){6})/u.exec(folded.text);
    return slice(
      folded,
      /^(?:[•·▪◦]\s*|[-–*]\s)/u.exec(folded.text)?.[0].length ?? 0,
      stop?.index ?? folded.text.length,
    );
  });
}

/** "Refugee Asylum seeker PTSD": terms that each begin with a capital and go on in small letters. */
const isSentenceCase = (text: string): boolean =>
  text.split(' ').length >= 4 && /\s\p{Ll}{3}/u.test(text) && (text.match(/(?:^|\s)\p{Lu}/gu) ?? []).length >= 3;

/**
 * Terms without any separator, cut where the page's own titles and abstracts use them: each piece is the longest that
 * occurs there. An empty list if that finds no cut.
 */
function cutByTexts(line: Traced, texts: string): Traced[] {
  const known = texts.toLowerCase();
  const pieces: [number, number][] = [];
  for (const part of line.text.matchAll(/[\p{Script=Han}]+|[^\p{Script=Han}]+/gu)) {
    const isHan = /^\p{Script=Han}/u.test(part[0]);
    const units = [...part[0].matchAll(isHan ? /[\s\S]/gu : /\S+/gu)].map(
      (unit) => [unit.index, unit.index + unit[0].length] as const,
    );
    const text = (a: number, b: number) => part[0].slice(units[a]?.[0], units[b - 1]?.[1]).toLowerCase();
    const longest = (a: number) => {
      let best = 0;
      for (let b = a + 1; b <= Math.min(units.length, a + 14); b++) if (known.includes(text(a, b))) best = b - a;
      return best >= (isHan ? 4 : 1) ? best : 0;
    };
    let open = -1;
    const close = (b: number) => {
      if (open >= 0) pieces.push([part.index + (units[open]?.[0] ?? 0), part.index + (units[b - 1]?.[1] ?? 0)]);
      open = -1;
    };
    for (let a = 0; a < units.length;) {
      const length = longest(a);
      if (length === 0) {
        if (open < 0) open = a;
        a++;
        continue;
      }
      close(a);
      pieces.push([part.index + (units[a]?.[0] ?? 0), part.index + (units[a + length - 1]?.[1] ?? 0)]);
      a += length;
    }
    close(units.length);
  }
  return pieces.length > 1 ? pieces.map(([a, b]) => trim(slice(line, a, b))) : [];
}

/**
 * "therapeutic alliancepeer supportpsychosis": terms whose separators a scraper lost, cut where one word ends in the
 * page's other lines and the next begins, or where a capital follows a small letter.
 */
function cutGlued(line: Traced, texts: string): Traced[] {
  const known = new Set(texts.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const stops: number[] = [];
  for (const token of line.text.matchAll(/[\p{L}'’-]{6,}/gu)) {
    const word = token[0].toLowerCase();
    const capital = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u.exec(token[0])?.index;
    if (capital) stops.push(token.index + capital);
    else if (!known.has(word))
      for (let at = 3; at <= word.length - 3; at++)
        if (known.has(word.slice(0, at)) && known.has(word.slice(at))) {
          stops.push(token.index + at);
          break;
        }
  }
  if (stops.length === 0) return [];
  return [0, ...stops].map((start, i) => trim(slice(line, start, stops[i] ?? line.text.length)));
}

/** The texts in which the page uses its terms. */
export const ownTexts = ({ draft }: Page): string =>
  [
    ...draft.titles.map((title) => title.value.text),
    ...draft.abstracts.flatMap((one) =>
      one.value.sections.flatMap((section) => section.blocks.map((block) => block.text)),
    ),
  ].join('\n');

/** All that the page says on other lines: a word of it may end a term whose neighbour is glued to it. */
const wordsBeside = ({ lines }: Page, { text }: Traced): string =>
  lines
    .filter((line) => !line.text.includes(text))
    .map((line) => line.text)
    .join('\n')
    .slice(0, 200_000);

/** Terms of a thesaurus under a label that some pages use for the authors' own: they count where there are no others. */
export const isThesaurus = (label: string): boolean =>
  /^(?:index terms|descriptors?|descriptores|descritores|主题词|subject terms|subjects?|subject headings|mesh(?: terms)?|topics?|tags?|categor(?:y|ies)|disciplines?|materias?|matérias?|temas?|schlagwörter)$/iu.test(
    label,
  );

/**
 * Whether a line without a label is a row of terms: three and more between semicolons, or commas where `near` says that the
 * abstract has just ended, half of them words of the page's own title and abstract.
 */
export function isKeywordRow(page: Page, line: Traced, near: boolean): boolean {
  const { text } = line;
  if (text.length > 400 || /[:：。!?！？]|\.\s|https?|@/u.test(text)) return false;
  if (!/[;；]/u.test(text) && !(near && /,.*,|，.*，|\s·\s.*\s·\s/u.test(text))) return false;
  const terms = cutKeywords(line).map((piece) => piece.text.toLowerCase());
  if (terms.length < 3 || terms.some((term) => term.length > (shareOfHan(term) > 0.3 ? 20 : 60))) return false;
  if (terms.some((term) => term.split(' ').length > 6)) return false;
  const own = ownTexts(page).toLowerCase();
  // "working alliances" and "Alliance, working" count by their words.
  const isKnown = (term: string) =>
    own.includes(term) ||
    (term.match(/\p{Script=Latin}{5,}|\p{Script=Han}{2}/gu) ?? []).some((word) => own.includes(word));
  return terms.filter(isKnown).length >= terms.length / 2;
}

/** A term in capitals that is longer than an abbreviation. */
export const isLoud = (text: string): boolean => /^[\p{Lu}\s/&-]{7,}$/u.test(text);

/** Without the terms in capitals behind the authors' own: an index makes them of the titles of the references. */
function withoutIndexTerms(pieces: readonly Traced[]): readonly Traced[] {
  const last = pieces.findLastIndex(({ text }) => text !== '' && !isLoud(text));
  // Where all are in capitals the row is the authors' own.
  const isSpoken = pieces.slice(0, last + 1).some(({ text }) => /\p{Ll}|\p{Lo}/u.test(text));
  return isSpoken && last >= 1 && pieces.length - last > 2 ? pieces.slice(0, last + 1) : pieces;
}

/** Adds keywords that are not there yet; one stated again is a copy. */
export function stateKeywords(page: Page, line: Traced): number {
  const cut = cutKeywords(line);
  const [only] = cut;
  const isGlued =
    cut.length === 1 &&
    only &&
    (/\p{Script=Han}{2}[A-Za-z]{3}/u.test(only.text) ||
      only.text.split(' ').length > 5 ||
      (only.text.length > 12 && shareOfHan(only.text) > 0.9));
  const glued = cut.length === 1 && only && shareOfHan(only.text) < 0.1 ? cutGlued(only, wordsBeside(page, line)) : [];
  const pieces = glued.length > 1 ? glued : isGlued ? cutByTexts(only, ownTexts(page)) : cut;
  // What seems to be several terms and is not cut may be any of them; beside a row of terms it is a site's own.
  if (isGlued && pieces.length < 2) {
    if (page.draft.keywords.length > 2) return 0;
    page.unsure.add('keywords');
  }
  // Without separators of its own, a row is cut by what the page says elsewhere.
  if (pieces !== cut || (cut.length > 1 && !/[;；|•,，、·]/u.test(line.text))) page.unsure.add('keywords');
  const own = withoutIndexTerms(pieces);
  const known = page.keywordsAll ? new Set(page.draft.keywords.map(({ value }) => copyKey(value.text))) : undefined;
  return own.filter(
    (piece) =>
      piece.text.length <= 100 &&
      !faultOf('keywords', piece.text) &&
      (known?.has(copyKey(piece.text)) ?? true) &&
      page.put('term', piece),
  ).length;
}
