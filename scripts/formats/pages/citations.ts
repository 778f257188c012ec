/** Citation lines of a page: journal, volume, issue, pages, date and identifiers in one line. */

import { hasHan } from '#text/han';
import { stateIssued, stateJournal, stateTokens } from './numbers.ts';
import { copyKey, findTitle, stateTitle } from './state-titles.ts';
import { isShortName, readAuthorLine } from '../values/author-lines.ts';
import { stateAuthors } from './authorship.ts';
import { dateAt, findDate } from '../values/dates.ts';
import { findArxiv, findDois, findPmcids, findPmids } from '../values/identifiers.ts';
import { readLocator, type Locator } from '../values/locators.ts';
import { isHanName, isPersonShape } from '../values/name-shapes.ts';
import { personNamed } from '../draft/people.ts';
import type { Page } from './page.ts';
import { articleType } from './furniture.ts';
import { isInterface } from './interface.ts';
import { fold, slice, trim, type Traced } from '../text/traced.ts';

/** States every identifier of a line that speaks of the paper itself. */
export function stateIdentifiers(page: Page, line: Traced): boolean {
  let any = false;
  for (const doi of findDois(line.text)) any = page.state('doi', doi.value, line, doi.start, doi.end) || any;
  for (const pmid of findPmids(line.text)) any = page.state('pmid', pmid.value, line, pmid.start, pmid.end) || any;
  for (const arxiv of findArxiv(line.text)) any = page.state('arxiv', arxiv.value, line, arxiv.start, arxiv.end) || any;
  for (const pmcid of findPmcids(line.text))
    any = page.state('pmcid', pmcid.value, line, pmcid.start, pmcid.end) || any;
  return any;
}

/** What is said of a paper's own supplement, with the paper's DOI. */
const ofSupplement = /^The online version (?:of this (?:article|paper) )?(?:contains|\(?doi)/iu;

/**
 * The DOI under which a page has its supplement, or the one DOI that a page names after the word "doi" at its head, for a line that is too odd to be read as anything.
 * Several of them, or one further down, are references and say nothing of the paper.
 */
export function stateOnlyDoi(page: Page): void {
  if (page.draft.doi) return;
  const supplement = page.lines.find(({ text }) => ofSupplement.test(text.slice(0, 120)));
  const [own] = supplement ? findDois(supplement.text) : [];
  if (supplement && own) {
    page.state('doi', own.value, supplement.traced, own.start, own.end);
    return;
  }
  const head = page.lines.filter((line) => line.text).slice(0, 8);
  const named = head.flatMap((line) =>
    /\bdoi\b/iu.test(line.text) ? findDois(line.text).map((doi) => ({ line, ...doi })) : [],
  );
  const [doi] = named;
  if (!doi || new Set(named.map((it) => it.value.toLowerCase())).size > 1) return;
  if (/\bdoi\b[\s:：]*(?:https?:\/\/(?:dx\.)?doi\.org\/)?$/iu.test(doi.line.text.slice(0, doi.start)))
    page.state('doi', doi.value, doi.line.traced, doi.start, doi.end);
}

/** Without web addresses and identifiers, which are read on their own: same length, blanks in their place. */
export const masked = (text: string): string => {
  let out = text.replace(/https?:\/\/\S+/giu, (address) => ' '.repeat(address.length));
  for (const doi of findDois(text))
    out = out.slice(0, doi.start) + ' '.repeat(doi.end - doi.start) + out.slice(doi.end);
  out = out.replace(/,\sAt:\s\d{1,2}:\d\d/gu, (time) => ' '.repeat(time.length));
  return out.replace(/\b(?:doi|PMID|PMCID|DOI号?)\s?[:：]?\s?(?:PMC)?\d{0,9}/giu, (label) => ' '.repeat(label.length));
};

const remark =
  /^(?:.{0,60}(?:…|\.\.\.)|and|of|in|the|on|epub|print|online|collection|ecollection|eCollection|ahead|open access|free|article|original article|review|published|publication date|date|lima|[A-Z]\p{L}+|p|pp|cited|sec\..*|section.*|first published.*|copyright.*|pub date|et al|citation|issue|version of record|ISSN.*|print ISSN.*|PDF|HTML|XML|in press|corrected proof|Epub ahead of print|Online ahead of print|version|version history|author manuscript.*|available in PMC.*|free PMC article|total|查看.*|阅读.*|下载.*|open access)$/iu;

/** "wileyonlinelibrary.com/journal/cop © 2019 The Authors | 115": the address and the owner of a journal after its numbers. */
const ownerAtEnd = /(?:\s\w[\w.]{2,40}\.(?:com|org|net)\/\S{1,60})?\s©\s?(?:19|20)\d{2}.{0,120}$/u;

/** Whether a stretch of a citation line can be the name of a journal. */
export function isJournalName(text: string): boolean {
  if (
    text.length < 2 ||
    text.length > 130 ||
    /(?:…|\.\.\.)$|^appears in/iu.test(text) ||
    /https?:|[@?!。;[\]【】]|\d{3}|\bdoi\b/iu.test(text)
  )
    return false;
  if (
    articleType.test(text) ||
    isInterface(text) ||
    /\b(?:thesis|tesis|tese)\b/iu.test(text) ||
    /^发表[在于]/u.test(text) ||
    /^(?:articles?\spublished|papers?\spublished|received|accepted|published|posted|version|updated|created|added|released|latest|submitted|revised|issued|uploaded|retrieved|accessed|modified|since|last|history|pages?|vol|issue|sec\.|article|section|first\s(?:published|online)|available|disponible|verfügbar|in:?|by|©|copyright|citation|mis en|publié|soumis|dernière|zuletzt|veröffentlicht|publisert|publicerad|year\s?\(archive\))(?![\p{L}])/iu.test(
      text,
    )
  )
    return false;
  const words = text.split(/\s+/u);
  return (
    words.length <= 14 &&
    // A Chinese name has no spaces but those of its typesetting.
    !/\p{Script=Han}{2}\s\p{Script=Han}{2}/u.test(text) &&
    /^[\p{Lu}\d《\p{Script=Han}\p{Ll}]|^\p{Script=Hangul}{2,12}$/u.test(text) &&
    !/\.\s\p{Lu}\p{L}+\s\p{Ll}+\s\p{Ll}+/u.test(text)
  );
}

const distinctKinds = (locator: Locator): Set<string> =>
  new Set(locator.tokens.filter((token) => token.kind !== 'skip').map((token) => token.kind));

/** "Holm SV, Berg M. ": names as the National Library of Medicine has them, before a journal's name. */
const namesInFront = /^(?:\p{Lu}[\p{L}'’-]+\s\p{Lu}{1,3},\s)*\p{Lu}[\p{L}'’-]+\s\p{Lu}{1,3}\.\s(?=\p{Lu}[^.]*\d)/u;

/**
 * Reads a line that is a journal's name, numbers and dates and nothing else, in any order and notation; false where the
 * line says more than that. `near` says that the line is beside the title, where a date alone is the paper's own.
 */
export function readCitationLine(page: Page, line: Traced, near: boolean): boolean {
  const numbered = /^(?:\d{1,3}\.|[•·▪◦*])\s(?=\p{Lu}\p{L}+[\s.])/u.exec(line.text);
  if (numbered) return readCitationLine(page, slice(line, numbered[0].length), near);
  const { text } = line;
  // "(Holm, 1991, p. 8)" is what a text cites of others, "Page 1: …" where a sharing site has a text.
  if (
    /^Page \d{1,4}:\s|^[(（]\p{Lu}[^()（）]{1,80},\s(?:19|20)\d{2}[a-z]?(?:,\spp?\.\s?[\d–-]{1,12})?[)）]\.?$/u.test(
      text,
    )
  )
    return false;
  // "VOL. 77, NO. 1 CURRENT ISSUE": what the journal has out, beside a paper of any age.
  if (text.length > 700 || /\bcurrent issue\b/iu.test(text)) return false;
  // "[Ann Emerg Med. 2016;67:276-282.]": what a first page prints in brackets, perhaps beside a line of its other column.
  const boxed = /^\[(?=\p{Lu})([^\]]{12,120})\]/u.exec(text)?.[1];
  if (boxed && isCitationLike(boxed)) return readCitationLine(page, slice(line, 1, 1 + boxed.length), true);
  const owner = ownerAtEnd.exec(text)?.index;
  if (owner) return readCitationLine(page, slice(line, 0, owner), near);
  // "·719· 护理与心身2017年8月第26卷第8期 Nurs Psychosom,2017,Vol 26,No.8": a journal's head in Chinese, and again in English.
  const chinese = /^(?:[·•]\s?\d{1,5}\s?[·•]\s?)?(?=\p{Script=Han})(.{0,60}\d\s?期)\s(?=\p{Lu}\p{L}.*\d)/u.exec(text);
  if (chinese?.[1])
    return [
      slice(line, chinese[0].length - chinese[1].length - 1, chinese[0].length - 1),
      slice(line, chinese[0].length),
    ]
      .map((half) => readCitationLine(page, half, near))
      .some(Boolean);
  const names = isCitationLike(text) ? namesInFront.exec(text)?.[0].length : undefined;
  if (names) {
    const pieces = page.draft.authors.length === 0 ? readAuthorLine(slice(line, 0, names - 2), true) : undefined;
    if (pieces) stateAuthors(page, pieces);
    return readCitationLine(page, slice(line, names), near);
  }
  const locator = locatorOf(text);
  const kinds = distinctKinds(locator);
  const numbers = ['volume', 'issue', 'pages', 'article'].filter((kind) => kinds.has(kind)).length;
  const dated = kinds.has('date') || kinds.has('online');
  if (locator.tokens.length === 0) return false;
  // "Aprobación: 3 Septiembre 2019": a date under a label that nobody knows is of no known kind.
  const label = /^[^:：\d]{2,30}[:：]\s?/u.exec(text)?.[0].length;
  if (numbers === 0 && label !== undefined && locator.tokens[0]?.kind === 'date' && locator.tokens[0].start === label)
    return false;
  const deposited = /^\[?submitted on\s/iu.exec(text);
  const date = deposited && /\barXiv:/u.test(page.source.text) ? dateAt(text, deposited[0].length) : undefined;
  if (date) return stateIssued(page, line, date);
  const { journal, later } = journalOf(locator, numbers);
  const others = journal ? locator.rest.slice(1) : later ? [] : locator.rest;
  // "vol.20 no.1 Ciudad Autónoma de Buenos Aires Jan. 2013": the place between the numbers and the date.
  const isTown = (piece: Rest[number]): boolean =>
    numbers >= 2 &&
    locator.tokens.some(({ start }) => start > piece.end) &&
    locator.tokens.some(({ end }) => end < piece.start) &&
    /^\p{Lu}[\p{L}\s,.]{2,45}$/u.test(piece.text);
  const residue = others.filter((piece) => !remark.test(piece.text) && !articleType.test(piece.text) && !isTown(piece));
  const residueLength = residue.reduce((sum, piece) => sum + piece.text.length, 0);
  // "2020 年 4 月 Care and Communication Apr. 2020": a journal's head has its month in two languages.
  const [first, ...more] = locator.tokens;
  const again = more.length > 0 && more.every(({ kind, value }) => kind === 'date' && value === first?.value);
  const strong = numbers >= 2 || (numbers >= 1 && dated) || again;
  if (!(strong || (near && (numbers >= 1 || dated)))) return false;
  if (residueLength > (again ? 80 : strong ? 30 : 12)) return false;
  if (!strong && journal && !near) return false;
  stateTokens(page, line, locator.tokens);
  const name = journal ?? later;
  // "Journal of X (IF 2.3) Pub Date : 2023-02-14": the name ends where its metrics or the date's label begin.
  const cut = name && nameEnd.exec(name.text)?.index;
  if (name && cut && isJournalName(name.text.slice(0, cut)))
    stateJournal(page, journalIn(line, name.start, name.start + cut), 'citation');
  else if (name && !articleType.test(name.text) && (numbers > 0 || isJournalDate(text, name.end)))
    stateJournal(page, journalIn(line, name.start, name.end), 'citation');
  else if (!name) stateWholeName(page, locator.rest);
  stateIdentifiers(page, line);
  return true;
}

type Rest = Locator['rest'];

/** The piece of a line that is the journal's name: before all numbers, or `later`, as in "2024, Journal of X, № 2". */
function journalOf({ tokens, rest }: Locator, numbers: number): { journal?: Rest[number]; later?: Rest[number] } {
  const [first, ...others] = rest;
  if (!first) return {};
  const isBefore = tokens.every((token) => token.start > first.start);
  if (isBefore && isJournalName(withoutLead(first.text))) return { journal: first };
  const isAlone =
    others.length === 0 && numbers > 0 && /^\p{Lu}|^\p{Script=Han}/u.test(first.text) && !remark.test(first.text);
  return isAlone && isJournalName(first.text) ? { later: first } : {};
}

/** "Clinical Psychology &… 14 June": the line of the page that says the cut name in full. */
function stateWholeName(page: Page, rest: Rest): void {
  const cut = rest.map((piece) => /^(.{8,}?)\s?(?:…|\.\.\.)$/u.exec(withoutLead(piece.text))?.[1]).find(Boolean);
  const line = cut && page.lines.find((one) => one.text.startsWith(cut) && !/…|\.\.\./u.test(one.text));
  if (line && page.isFreeLine(line) && isJournalName(line.text)) stateJournal(page, line.traced, 'above');
}

const withoutLead = (text: string): string =>
  text.replace(
    /^(?:(?:originally\s)?(?:published|appears|publication|publicado)\s(?:in|on|en|em)\s(?=\p{Lu}|\p{Script=Han})|in:?\s(?=\p{Lu}))/iu,
    '',
  );

const nameEnd =
  /\s?[•|]|\s?[(（]\s?(?:IF|JCR|JIF|SJR|CiteScore|Q[1-4])(?![\p{L}])[^()（）]{0,30}[)）]|\s(?:Pub(?:lication)? Date|Date of publication)(?![\p{L}])/iu;

/** ", Vale, v. 14", ", [S. l.], v. 14": Brazilian references have the town between a journal and its volume (ABNT NBR 6023). */
const town = /,\s(?:\[S\.\s?l\.\]|\p{Lu}\p{L}+(?:[\s-](?:d[aeo]s?\s)?\p{Lu}\p{L}+){0,3})$/u;

/** The parts of a citation, without the town behind the journal. */
function locatorOf(text: string): Locator {
  const { tokens, rest } = readLocator(masked(text));
  const [first, ...others] = rest;
  const at =
    first && /^,\s?v\.\s?\d/u.test(text.slice(first.end, first.end + 6)) ? town.exec(first.text)?.index : undefined;
  if (!first || !at) return { tokens, rest };
  return { tokens, rest: [{ ...first, text: first.text.slice(0, at), end: first.start + at }, ...others] };
}

/** A journal's name without the words that lead to it: "Published in", a menu's path. */
function journalIn(line: Traced, start: number, end: number): Traced {
  const text = line.text.slice(start, end);
  const lead =
    /^(?:(?:originally\s)?(?:published|appears|publication|publicado)\s(?:in|on|en|em)\s|in:?\s)/iu.exec(text)?.[0]
      .length ?? 0;
  const path = /^(?:首页|主页|Home)\s.*\s(?=\S+$)/u.exec(text)?.[0].length ?? 0;
  return trim(slice(line, start + Math.max(lead, path), end));
}

/** A menu's path to the issue, "首页 … Vol. 13 No. 6 (June 2023)": its numbers and date, without the names in it. */
export function readPath(page: Page, line: Traced): void {
  if (line.text.length > 200) return;
  const locator = readLocator(line.text);
  const kinds = distinctKinds(locator);
  if (kinds.has('volume') && kinds.has('issue')) stateTokens(page, line, locator.tokens);
}

/** Whether a line reads like a reference: a date and at least two of volume, issue and pages in few words. */
export function isCitationLike(text: string, read: () => Locator = () => readLocator(masked(text))): boolean {
  if (text.length > 500 || !/\d/u.test(text)) return false;
  const kinds = distinctKinds(read());
  const numbers = ['volume', 'issue', 'pages', 'article'].filter((kind) => kinds.has(kind)).length;
  return numbers >= 2 && (kinds.has('date') || kinds.has('online'));
}

/** "Front. Psychol., 16 May 2023": a name, a comma and a full date. */
const isJournalDate = (text: string, end: number): boolean =>
  /^[.,;]*\s/u.test(text.slice(end, end + 3)) &&
  (dateAt(text, end + 1 + (/^[.,;\s]*/u.exec(text.slice(end + 1))?.[0].length ?? 0)) !== undefined ||
    /^,/u.test(text.slice(end)));

/**
 * Reads a reference to the paper itself, "Authors (year). Title. Journal, volume(issue), pages." in APA's, NLM's,
 * Harvard's or GB/T 7714's order. Says whether it was one.
 */
export function readSelfCitation(page: Page, line: Traced): boolean {
  const numbered = /^(?:\[\d{1,3}\]|\d{1,3}[.)、]\s)\s*/u.exec(line.text);
  if (numbered) return readSelfCitation(page, slice(line, numbered[0].length));
  const text = line.text;
  if (text.length < 20 || text.length > 1500) return false;
  const plain = masked(text);
  const known = page.draft.titles.find((title) => copyKey(plain).includes(copyKey(title.value.text)));
  const title = (known && findTitle(plain, known.value.text)) ?? guessTitle(plain);
  stateIdentifiers(page, line);
  if (!title) {
    readCitationLine(page, line, true);
    return true;
  }
  const [start, end] = title;
  const name = trim(slice(line, start, end));
  stateTitle(page, name);
  const tail = slice(line, end + (/^\s?\[[A-Z]{1,2}(?:\/OL)?\]/u.exec(text.slice(end))?.[0].length ?? 0));
  // A chapter is in a book, whose name is not a journal's.
  const inBook = /^[.,:;\s]{0,3}In:?\s.{0,300}?\(eds?\.?\)/iu.test(tail.text);
  const locator = locatorOf(tail.text);
  const [first] = locator.rest;
  if (first && !inBook && locator.tokens.every((token) => token.start >= first.end) && isJournalName(first.text))
    stateJournal(page, trim(slice(tail, first.start, first.end)), 'own');
  stateTokens(page, tail, locator.tokens);
  const before = slice(line, 0, start);
  const year = findDate(before.text, 0, true);
  if (year && before.text.length - year.end < 8) stateIssued(page, before, year);
  const names = fold(slice(before, 0, year && before.text.length - year.end < 8 ? year.start : before.text.length));
  const trimmed = trim(slice(names, 0, names.text.length - (afterNames(names.text).exec(names.text)?.[0].length ?? 0)));
  const isHan = hasHan(trimmed.text);
  // Names given in full elsewhere on the page have precedence over a reference's initials.
  if (page.draft.authors.length === 0 || isHan) {
    const pieces = readAuthorLine(trimmed, true);
    if (
      pieces &&
      pieces.every(
        (piece) => isPersonShape(piece.traced.text) || isShortName(piece.traced.text) || isHanName(piece.traced.text),
      )
    )
      if (
        page.draft.authors.length === 0 ||
        pieces.every((piece) => personNamed(page.making.people, piece.traced.text))
      )
        stateAuthors(page, pieces);
  }
  return true;
}

/** What is between names and the rest of a reference. "Holm E.A., Berg M.K.": the last stop is that of the initials. */
const afterNames = (names: string): RegExp =>
  /\p{Lu}\.\s?\p{Lu}\.\s*$/u.test(names) || (/\s\p{Lu}\.\s*$/u.test(names) && /\s\p{Lu}\.[,;]/u.test(names))
    ? /(?<!\s)\s+$/u
    : /(?<![\s.;(（,，:：])[\s.;(（,，:：]+$/u;

/** "Berg AB, Dahl C, et al. The title. Journal. 2023;10(11):842-851": between the names' stop and the journal's. */
function titleBeforeJournal(text: string): [number, number] | undefined {
  const placed = /[.\s]\s?(?:19|20)\d{2}(?:\s\p{L}{3,9}\.?(?:\s\d{1,2})?)?\s?(?:;\s?\d|,\s(?:Issue|Vol))/u.exec(
    text.slice(0, 1200),
  );
  const names = /^.{3,400}?(?:\set\sal\.|\s\p{Lu}{1,3}\.)\s(?=[\p{Lu}\d“"'‘])/u.exec(text.slice(0, placed?.index ?? 0));
  if (!placed || !names) return undefined;
  const head = text.slice(0, placed.index);
  const stop = [...head.slice(names[0].length).matchAll(/[.?!]\s(?=\p{Lu})/gu)].at(-1);
  if (!stop || stop.index < 8) return undefined;
  const end = names[0].length + stop.index;
  return isJournalName(head.slice(end + 2).trim()) ? [names[0].length, text[end] === '.' ? end : end + 1] : undefined;
}

/** The title in a reference that no other line of the page repeats. */
export function guessTitle(text: string): [number, number] | undefined {
  // Chicago's and MLA's references quote it: 'Berg, Ana, "The title" (2019)'.
  const quoted = /^(\p{Lu}[^"“]{4,200}?[.,]\s["“])([^"“”]{12,300}?)[.,]?["”]/u.exec(text);
  if (quoted?.[1] && quoted[2]) return [quoted[1].length, quoted[1].length + quoted[2].length];
  const marked = /\[(?:J|D|C|M|R|EB|N)(?:\/OL)?\]/u.exec(text);
  if (marked) {
    const head = text.slice(0, marked.index);
    const from = Math.max(head.lastIndexOf('. '), head.search(/(?<=\p{Script=Han})[.．](?=\S)/u));
    if (from > 0) return [from + (/^[.．]\s*/u.exec(head.slice(from))?.[0].length ?? 1), head.trimEnd().length];
  }
  const year =
    /[(（]((?:19|20)\d{2})[a-z]?(?:,[^)）]{0,20})?[)）][.:,：]?\s/u.exec(text.slice(0, 700)) ??
    /\.\s((?:19|20)\d{2})\.\s/u.exec(text.slice(0, 700));
  if (!year) return titleBeforeJournal(text);
  const start = year.index + year[0].length;
  // Taylor & Francis: "Ana Berg (2015) The title, Journal of X, 78:2, 134-140".
  const placed = /,\s\d{1,4}:\d{1,4},\s\d{1,5}[-–]\d{1,5}(?!\d)/u.exec(text.slice(start, start + 500));
  const comma = placed ? text.slice(start, start + placed.index).lastIndexOf(', ') : -1;
  if (placed && comma >= 8 && isJournalName(text.slice(start + comma + 2, start + placed.index)))
    return [start, start + comma];
  for (const stop of text.slice(start).matchAll(/[.?!。]\s/gu)) {
    const end = start + stop.index + (stop[0].startsWith('.') || stop[0].startsWith('。') ? 0 : 1);
    const title = text.slice(start, end).trim();
    const tail = text.slice(start + stop.index + 2);
    const locator = readLocator(tail.slice(0, 200));
    const [first] = locator.rest;
    const words = title.split(/\s+/u).length;
    if (
      (words >= 3 || title.length >= 8) &&
      locator.tokens.some((token) => token.kind === 'volume') &&
      first &&
      first.start < 3 &&
      isJournalName(first.text)
    )
      return [start, end];
  }
  return undefined;
}
