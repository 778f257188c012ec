/** Places where a page names its own paper again: in a reference, a repeated block, or after "Cite this article". */

import { near, see } from './sight.ts';
import { detectLanguage } from '#domain/language';
import { journalWord, stateJournal, stateTokens } from './numbers.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { stateAuthors } from './authorship.ts';
import { guessTitle, masked, readCitationLine, readSelfCitation, stateIdentifiers } from './citations.ts';
import { articleType, publisherLine } from './furniture.ts';
import { type LabelledLine } from './labels.ts';
import { restOf, type Line, type Page } from './page.ts';
import { findDois } from '../values/identifiers.ts';
import { readLocator } from '../values/locators.ts';
import { copyKey, sameLanguage } from './state-titles.ts';
import { slice } from '../text/traced.ts';

/** A line with a DOI that is not the page's speaks of another paper. */
export function mayBeOwn(page: Page, line: Line): boolean {
  const dois = findDois(line.text);
  const own = page.draft.doi?.value.toLowerCase();
  return dois.length === 0 || own === undefined || dois.some((doi) => doi.value.toLowerCase() === own);
}

/** A reference in the page's text that begins with the first of its own authors. */
export function isOwnReference(page: Page, line: Line): boolean {
  const [first] = page.draft.authors;
  if (!first || !see(page, line, 'reference')) return false;
  if (!mayBeOwn(page, line)) return false;
  const { written, native, family = written } = first.value.name;
  return [written, native ?? written, family].some((name) => line.text.toLowerCase().startsWith(name.toLowerCase()));
}

/** "Hargreaves, Penelope (2012) The title. PhD thesis, University of Leeds.": a line with the title, a name and a year before it. */
export function namesItself(page: Page, line: Line): boolean {
  if (line.text.length > 700 || page.draft.authors.length > 0) return false;
  const year = /^\p{Lu}[^()]{4,200}?[\s(]{1,3}(?:19|20)\d{2}[a-z]?[).,]/u.exec(line.text);
  const key = copyKey(line.text);
  return (
    year !== null && page.draft.titles.some((title) => key.includes(copyKey(title.value.text), copyKey(year[0]).length))
  );
}

/** A line that begins with a reference to the journal, year and volume that are the page's own: "J Clin Psychol. 2021;77:1389–1404." */
export function confirms(page: Page, line: Line): boolean {
  const { volume, issued = page.draft.online } = page.draft;
  if (!volume || !issued || line.text.length > 300 || !mayBeOwn(page, line)) return false;
  const { tokens, rest } = readLocator(line.text);
  const of = (kind: string) => tokens.find((token) => token.kind === kind);
  const [first] = rest;
  return (
    of('volume')?.value === volume.value &&
    (of('date')?.value.slice(0, 4) ?? '') === issued.value.slice(0, 4) &&
    first !== undefined &&
    first.start === 0 &&
    isOwnJournal(page, first.text)
  );
}

const isOwnJournal = (page: Page, name: string): boolean =>
  [page.draft.journal, page.draft.journalAbbreviation, page.draft.journalZh].some(
    (one) =>
      one && (copyKey(one.value) === copyKey(name) || abbreviates(name, one.value) || abbreviates(one.value, name)),
  );

/** The numbers of such a line. */
export function readConfirmed(page: Page, line: Line): void {
  const { tokens } = readLocator(line.text);
  stateTokens(page, line.traced, tokens.slice(0, tokens.findIndex((token) => token.kind === 'pages') + 1 || 3));
}

/** A block at the end of the page that names the paper again: title, authors, journal and numbers, DOI. */
export function readRepeat(page: Page, line: Line): void {
  const [place] = page.draft.titles.find((title) => copyKey(title.value.text) === copyKey(line.text))?.at ?? [];
  if (place) page.copyLine(line, place);
  for (let i = line.index + 1; i < line.index + 7; i++) {
    const next = page.lines[i];
    if (!next?.text || !page.isFreeLine(next)) break;
    if (/^by\s/iu.test(next.text) && page.draft.authors.length === 0) {
      const stop = /\.$/u.exec(next.text) ? next.text.length - 1 : next.text.length;
      const pieces = readAuthorLine(restOf(next, 3, stop), false);
      if (pieces) stateAuthors(page, pieces);
      continue;
    }
    if (readCitationLine(page, next.traced, true)) continue;
    if (next.text.length < 200) stateIdentifiers(page, next.traced);
  }
}

/** A reference whose title is in a language of which the page has no title: the page is a translation's. */
function isTranslated(page: Page, line: Line): boolean {
  const [start, end] = guessTitle(masked(line.text)) ?? [0, 0];
  if (end - start < 12 || !mayBeOwn(page, line)) return false;
  const language = detectLanguage(line.text.slice(start, end));
  return page.draft.titles.every((title) => !sameLanguage(title.value.language, language));
}

/** The reference that a page gives for itself, after its label or on the lines below. */
export function readCitationLabel(page: Page, line: Line, label: LabelledLine): number {
  const { draft } = page;
  if (!label.alone) {
    readSelfCitation(page, restOf(line, label.from, label.to));
    // The same again in the page's other language.
    const [next] = near(page, line, 1);
    if (!next || !page.isFreeLine(next) || !see(page, next, 'reference') || !isTranslated(page, next))
      return line.index;
    readSelfCitation(page, next.traced);
    return next.index;
  }
  for (let i = line.index + 1; i < Math.min(line.index + 6, page.lines.length); i++) {
    const next = page.lines[i];
    if (!next?.text) continue;
    const isOwn =
      draft.titles.some((title) => copyKey(next.text).includes(copyKey(title.value.text))) || isTranslated(page, next);
    if (!isOwn && see(page, next, 'reference') && mayBeOwn(page, next) && readCitationLine(page, next.traced, true)) {
      page.furnitureLine('label', line);
      return i;
    }
    if (!isOwn && !(draft.titles.length === 0 && next.text.length > 60 && /(?:19|20)\d{2}/u.test(next.text))) break;
    readSelfCitation(page, next.traced);
    page.furnitureLine('label', line);
    return i;
  }
  return line.index;
}

/** The journal's name on its own line above the line of its numbers. */
export function readJournalAbove(page: Page, line: Line, anchor: number): void {
  const { journal, journalAbbreviation, journalZh } = page.draft;
  if (journal ?? journalZh) return;
  if (journalAbbreviation) {
    // "Liberabit" some lines above "liber. vol.21".
    const letters = copyKey(journalAbbreviation.value);
    const full = page.lines
      .slice(Math.max(0, line.index - 8), line.index)
      .find(
        (one) =>
          page.isFreeLine(one) &&
          one.text.length < 90 &&
          ((copyKey(one.text).startsWith(letters) && copyKey(one.text).length > letters.length) ||
            abbreviates(journalAbbreviation.value, one.text)) &&
          !/\d/u.test(one.text),
      );
    if (full) page.state('journal', full.text, full.traced);
    return;
  }
  const above = page.lines
    .slice(Math.max(0, line.index - 5), line.index)
    .findLast((one) => one.text && !see(page, one, 'interface'));
  if (!above || above.text.length > 80) return;
  // A date alone is below anything.
  const below = page.lines.slice(line.index, line.index + 4).map((one) => one.text);
  if (
    !below.some((text) =>
      readLocator(text).tokens.some((token) => /^(?:volume|issue|pages|article)$/u.test(token.kind)),
    )
  )
    return;
  const logo = /^(.{2,60}?)\slogo(?:\s?Link to .*)?$/u.exec(above.text);
  if (logo?.[1]) stateJournal(page, slice(above.traced, 0, logo[1].length), 'logo');
  else if (
    page.isFreeLine(above) &&
    (line.index < anchor || anchor <= 0 || journalWord.test(above.text)) &&
    /^\p{Lu}|^\p{Script=Han}/u.test(above.text) &&
    above.text.split(' ').length <= 8 &&
    !see(page, above, 'furniture') &&
    !articleType.test(above.text) &&
    !publisherLine.test(above.text) &&
    !see(page, above, 'label') &&
    !/^(?:List of|All |Back|Current|Latest|Home|Browse)/u.test(above.text) &&
    !/[\d:/@?!|]/u.test(above.text)
  )
    stateJournal(page, above.traced, 'above');
}

/** The words of a name that abbreviations keep. */
const mainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s&]+/u)
    .filter(
      (word) => word && !/^(?:of|the|and|for|in|on|de|la|d[aeo]s?|del|di|du|des|et|und|der|für|y|e|&)$/u.test(word),
    );

/** Whether an abbreviation is of this name: word for word its beginnings. */
export function abbreviates(short: string, name: string): boolean {
  const shorts = mainWords(short.replace(/[.:,]/gu, ' '));
  const names = mainWords(name.replace(/[.:,]/gu, ' '));
  return (
    shorts.length > 1 &&
    shorts.length === names.length &&
    shorts.every((word, i) => names[i]?.startsWith(word)) &&
    shorts.join('') !== names.join('')
  );
}
