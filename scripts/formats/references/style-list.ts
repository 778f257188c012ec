/** Tells a list of references that a citation style formatted (APA, MLA, Vancouver …), or a database in its brief form, from a page. */

import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { linesOf } from '../text/tagged.ts';

/** A number before an entry: `1.`, `[1]`, `(1)`. */
const number = /^[^\S\r\n]*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.、])[^\S\r\n]*/u;

/** Names at the beginning: `Vey, P.`, `Vey P,`, `Vey, Paula, and`, `P. Vey,`, `韦小麦,罗面.` */
const names =
  /^(?:\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}?[\p{L}'’-]{1,30}){0,2}(?:, \p{Lu}[\p{L}.'’-]{0,30}|,? \p{Lu}{1,3}(?=[.,;]))|(?:\p{Lu}\.[ -]?){1,3} ?\p{Lu}[\p{L}'’-]{1,30},|\p{Script=Han}{2,4}[,，.．])/u;

/** A year, and one other part of a place in a journal: a volume with an issue or pages, a DOI, `vol. 5`. */
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
const place =
  /\d{1,4} ?\(\d{1,4}(?:[–-]\d{1,4})?\)|[:,] ?(?:pp?\. ?)?\d{1,5} ?[–-] ?\d{1,5}|\bvol\. ?\d|\bpp\. ?\d|\b10\.\d{4,9}\/|\[[JMDCR](?:\/OL)?\]/iu;

/**
 * A place in a journal as ProQuest and EBSCO have it below the title, in their brief forms: `Vol. 5, Iss. 2, (Mar 2018):
 * 83-98`, `Mar2018, Vol. 5 Issue 2, p83-98. 16p`.
 */
const briefPlace =
  /\bVol\. ?\d{1,4},? Iss(?:\.|ue) ?\d|\bIss(?:\.|ue) ?\d{1,4}, ? ?(?:\(|p\d)|\bp\d{1,5}[–-]\d{1,5}\. \d{1,4}p\b/u;

const isEntry = (text: string): boolean => {
  const behind = text.replace(number, '');
  if (text.length <= 40 || text.length >= 1500 || !/(?:19|20)\d\d(?!\d)/u.test(behind)) return false;
  return briefPlace.test(behind) || (names.test(behind) && year.test(behind) && place.test(behind));
};

/** What a database prints between its entries, and its addresses. */
const between =
  /^\s*(?:(?:Document|Record|Item) #?\d{1,6} of \d{1,6}|[_=*–—-]{5,}|https?:\/\/\S+|Report Information from ProQuest|Database: .{2,80})\s*$/iu;

/** Lines that belong together: those between blank lines, or each by itself. */
function passagesOf(source: SourceText): string[][] {
  const lines = linesOf(source).filter(({ text }) => !between.test(text));
  const blocks: string[] = [];
  for (const { text, isApart } of lines) {
    const last = blocks.at(-1);
    if (isApart || last === undefined || number.test(text)) blocks.push(text);
    else blocks[blocks.length - 1] = `${last} ${text.trim()}`;
  }
  return [lines.map(({ text }) => text), blocks];
}

/**
 * The share of a list that entries take, counted in passages and in letters: a heading and a remark may be there too.
 */
const least = 0.6;
const lengthOf = (passages: readonly string[]): number => passages.reduce((sum, { length }) => sum + length, 0);

/** A line that is one identifier: a DOI, its address, a number of PubMed or PubMed Central. */
const identifier =
  /^\s*(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)?10\.\d{4,9}\/\S+|(?:PMID:?\s?)?\d{7,8}|(?:PMCID:?\s?)?PMC\d{5,9})\s*$/iu;

/** A warning for a list of identifiers and nothing else, with their number: none of them says what it is about. */
export function identifiersAlone(source: SourceText): Notice | undefined {
  const lines = linesOf(source);
  const count = lines.filter(({ text }) => identifier.test(text)).length;
  if (count < 2 || count < lines.length * least) return undefined;
  return {
    severity: 'warning',
    rule: 'identifiers-alone',
    place: { file: source.file },
    seen: `${count} DOIs or numbers of PubMed, and nothing that they are of`,
    expected: 'pages about papers, or an export of their records',
    remedy:
      'look the numbers up in PubMed, Crossref or a reference manager, export the records as RIS or NBIB, and import that; this file is not read',
  };
}

/** A warning for a text that is hardly anything but references in a citation style, with their number. */
export function styleList(source: SourceText): Notice | undefined {
  if (source.text.length > 2_000_000) return undefined;
  const counts = passagesOf(source).map((passages) => {
    const entries = passages.filter(isEntry);
    const isMost = entries.length >= passages.length * least && lengthOf(entries) >= lengthOf(passages) * least;
    return entries.length > 1 && isMost ? entries.length : 0;
  });
  const entries = Math.max(...counts);
  if (!entries) return undefined;
  return {
    severity: 'warning',
    rule: 'list-in-a-citation-style',
    place: { file: source.file },
    seen: `${entries} references as a citation style or the brief form of a database has them`,
    expected: 'a page about one paper, or an export that names each field: RIS, BibTeX, CSL-JSON, CSV',
    remedy:
      'export the records as RIS from the database or reference manager that the list was made with, and import that; this file is not read',
  };
}
