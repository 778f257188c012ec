/** Finds and reads identifiers in a text: DOI, PMID, PMCID, arXiv, ISSN and registrations. */

import { isDoi, isIssn, webAddress, type Registration } from '#domain/identifiers';
import words from '../words/identifiers.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** An identifier in a text, as the record writes it, and the characters that say it. */
export interface Found {
  value: string;
  start: number;
  end: number;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

/** Ends a DOI where prose goes on: final punctuation and brackets that were not opened inside are not part of it. */
function trimDoi(doi: string): string {
  let text = doi.replace(/(?:[。，；、》】」⟩〉].*|[“”"'‘’|].*)$/su, '');
  const semantic = /;(?=\S*$)/u.exec(text);
  // A semicolon is part of only old SICI names.
  if (semantic && !text.includes('<')) text = text.slice(0, text.indexOf(';'));
  for (;;) {
    const last = text.at(-1) ?? '';
    const opener = closing[last];
    if (/[.,;:!?*]/u.test(last) || (opener && text.split(opener).length < text.split(last).length))
      text = text.slice(0, -1);
    else return text;
  }
}

/** Words of the page that a scraper glued to a DOI's end: they begin with a capital after a digit. */
const afterDoi = new RegExp(
  `(?:PMID|PMCID|Epub|\\[Opens\\b|,PDF|(?<=\\d)(?:${anyOf(everyWord(words.afterDoi))})(?![\\d_.-])).*$`,
  'su',
);

/** "doi: 10. 3969 /j. issn. 1000-6729": the blanks that a PDF file's text has beside stops; "doi:10 3969/j issn": or in their place. */
const spacedDoi =
  /\b(?:DOI|doi|Doi)\s?[:：]\s?(10\.\s?\d{4,5}\s?\/\s?[\w()-]{1,20}(?:\s?\.\s?(?=\d|[a-z]{1,8}\s?\.)[\w()-]{1,20}){1,9}|10\s\d{4,5}\/[\w-]{1,20}(?:\s[\w-]{1,20}){1,9}(?=[)）]?$))/gu;

/** The DOIs of a text that are cut by blanks behind their word. */
const cutDois = (text: string): Found[] =>
  [...text.matchAll(spacedDoi)].flatMap(({ 0: all, 1: written = '', index }) => {
    const start = index + all.length - written.length;
    const value = written.includes('.') ? written.replace(/\s/gu, '') : written.replace(/\s/gu, '.');
    return value !== written && isDoi(value) ? [{ value, start, end: start + written.length }] : [];
  });

/** Every DOI of a text, with or without its resolver, percent signs in an address decoded. */
export function findDois(text: string): Found[] {
  const found = cutDois(text);
  const cut = [...found];
  for (const match of text.matchAll(/(?<![\w.])10\.\d{4,9}\/[^\s\p{C}]{1,300}/gu)) {
    if (cut.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const written = trimDoi(match[0].replace(afterDoi, ''));
    const isAddress = /https?:\/\/\S*$/iu.test(text.slice(Math.max(0, match.index - 300), match.index));
    const value = isAddress ? decoded(written).replace(/\/(?:full|fulltext|abstract|e?pdf|meta)$/u, '') : written;
    // "10.1002/(ISSN)1471-0000" and "10.5897/ERR" are journals'.
    // What is between two commas of a row of names is none's.
    if (isDoi(value) && !value.includes(',,') && !/^10\.\d{4,9}\/(?:\((?:ISSN|issn)\)|\p{Lu}{2,6}$)/u.test(value))
      found.push({ value, start: match.index, end: match.index + written.length });
  }
  return found;
}

/** Resolver and prefix word before a DOI. */
const beforeDoi = /^\s*(?:(?:https?:\/\/)?(?:dx\.)?(?:www\.)?doi\.org\/|doi\s*[:=]?\s*|urn:doi:|info:doi\/)+/iu;

/** The DOI of a field that holds nothing else: it may have `<`, `>` and `;`, as SICI names do. */
export function readDoi(text: string): Found | undefined {
  const start = beforeDoi.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const whole = brokenSici.exec(rest)?.[0] ?? /^10\.\d{4,9}(?:\/|%2f)[^\s\p{C}]+/iu.exec(rest)?.[0];
  if (!whole) return undefined;
  const bare = whole.replace(inMarkup, '').replace(/\[(?:doi|pii)\]$/iu, '');
  const written = withoutUnopened(bare.replace(/(?<![.,;])[.,;]+$/u, ''));
  const isEncoded = /^\s*https?:/iu.test(text) || /^10\.\d{4,9}%2f/iu.test(written);
  const value = (isEncoded ? decoded(written) : written).replace(/\s/gu, '');
  return /^10\.\d{4,9}\/[^\s\p{C}]+$/u.test(value) ? { value, start, end: start + written.length } : undefined;
}

/** Web of Science sets blanks around the bracket of a name after SICI: `10.1659/0276-4741(2002)022 [ 0056:X]2.0.CO;2`. */
const brokenSici =
  /^10\.\d{4,9}\/[^\s\p{C}]{1,60}\(\d{4}\)[^\s\p{C}]{0,20}\s?[[<]\s?[^\s\p{C}]{1,60}\s?[\]>]\s?[^\s\p{C}]{1,40}/u;

/** Markup that a page left after a DOI; the pointed brackets of a name after SICI hold no such words. */
const inMarkup = /(?:<|&lt;)\/?(?:br|p|b|i|em|a|span|div|sub|sup|font)\b.*$/isu;

/** A bracket at the end that nothing opened closes the text around the DOI. */
function withoutUnopened(text: string): string {
  const surplus = new Map(
    [')(', ']['].map(([close = '', open = '']) => [close, count(text, close) - count(text, open)]),
  );
  let end = text.length;
  for (let left = surplus.get(text[end - 1] ?? ''); left !== undefined && left > 0;) {
    surplus.set(text[--end] ?? '', left - 1);
    left = surplus.get(text[end - 1] ?? '');
  }
  return text.slice(0, end);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** An address's percent signs read; a text that is not encoded stays as it is. */
function decoded(text: string): string {
  try {
    return /%[\da-f]{2}/iu.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

export const isDoiLink = (text: string): boolean => /^\s*(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/10\./iu.test(text);

const each = (text: string, re: RegExp, make: (match: RegExpExecArray) => string | undefined): Found[] =>
  [...text.matchAll(re)].flatMap((match) => {
    const value = make(match);
    const inner = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(inner);
    return value === undefined ? [] : [{ value, start, end: start + inner.length }];
  });

/** PubMed's number where a label says so. */
export const findPmids = (text: string): Found[] =>
  each(text, /\b(?:PMID|PubMed(?:\s?ID|:|(?=\s\d{7,8}$)))[\s:：]*(\d{1,9})(?!\d)/giu, (match) =>
    match[1]?.replace(/^0+(?=\d)/u, ''),
  );

export const findPmcids = (text: string): Found[] =>
  each(text, /\b(PMC\s?\d{3,9})(?!\d)/gu, (match) => match[1]?.replace(/\s/gu, ''));

export const findArxiv = (text: string): Found[] =>
  each(text, /\barXiv[:\s]+((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/giu, (match) => match[1]);

const only = (text: string, re: RegExp, make: (match: RegExpExecArray) => string | undefined): Found | undefined =>
  each(text, re, make)[0];

/** PubMed's number in a field of its own, also as an address. */
export const readPmid = (text: string): Found | undefined =>
  only(
    text,
    /^\s*(?:(?:pmid|pubmed(?: id)?)\s*(?:[:=#]\s*)?|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?0{0,8}([1-9]\d{0,8})(?!\d|[-./]\d)/giu,
    (match) => match[1],
  );

/** PubMed Central's in a field of its own: with its letters somewhere, or only digits. */
export const readPmcid = (text: string): Found | undefined =>
  only(text, /(?<![a-z])(pmc\s?[1-9]\d{0,8})(?!\d)/giu, (match) => match[1]?.replace(/\s/gu, '').toUpperCase()) ??
  only(text, /^\s*([1-9]\d{2,8})\s*$/gu, (match) => `PMC${match[1]}`);

/** arXiv's in a field of its own; the subject class may be after it. */
export const readArxiv = (text: string): Found | undefined =>
  only(
    text,
    /^\s*(?:arxiv:\s?)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)(?![\w./])/giu,
    (match) => match[1],
  );

/** The first http(s) address of a value; one inside an address of another scheme does not count. */
export const readUrl = (text: string): Found | undefined =>
  only(text, /(?<![\w/:=])https?:\/\/[^\s<>"]+/giu, ([address]) => (webAddress(address) ? address : undefined));

/** Every valid ISSN that a value holds (ISO 3297: the check character is right); an ISBN holds none. */
export const readIssns = (text: string): Found[] =>
  each(text.slice(0, 500), /(?<![\dX])(?<!\d-)(\d{4}[-‐–]?\d{3}[\dX])(?![\dX-])/giu, (match) => {
    const value = `${match[0].slice(0, 4)}-${match[0].slice(-4).toUpperCase()}`;
    return isIssn(value) ? value : undefined;
  });

/** ISSNs that a label announces. */
export function findIssns(text: string): Found[] {
  const found: Found[] = [];
  for (const { index } of text.matchAll(/\bISSN(?:-L)?\b/giu))
    for (const one of readIssns(text.slice(index, index + 60))) {
      const start = index + one.start;
      if (!found.some((other) => other.start === start)) found.push({ ...one, start, end: index + one.end });
    }
  return found;
}

/** Registers of protocols and trials by the shape of their numbers, as the registers print them; a heading may be glued to one. */
const registers: readonly { registry: string; re: RegExp }[] = [
  { registry: 'PROSPERO', re: /(?<![\p{Lu}\d])CRD\s?\d{8,14}\b/gu },
  { registry: 'ClinicalTrials.gov', re: /(?<![\p{Lu}\d])NCT\s?\d{8}\b/gu },
  { registry: 'ISRCTN', re: /(?<![\p{Lu}\d])ISRCTN\s?\d{6,8}\b/gu },
  { registry: 'ChiCTR', re: /(?<![\p{Lu}\d])ChiCTR[-A-Z]{0,12}\d{8,12}\b/gu },
  { registry: 'ANZCTR', re: /(?<![\p{Lu}\d])ACTRN\s?\d{14}p?\b/gu },
  { registry: 'DRKS', re: /(?<![\p{Lu}\d])DRKS\d{8}\b/gu },
  { registry: 'NTR', re: /\bNTR\s?\d{3,5}\b/gu },
  { registry: 'UMIN-CTR', re: /\bUMIN\d{9}\b/gu },
  { registry: 'jRCT', re: /\bjRCTs?\d{9,10}\b/gu },
  { registry: 'CRiS', re: /\bKCT\d{7}\b/gu },
  { registry: 'PACTR', re: /\bPACTR\d{15,16}\b/gu },
  { registry: 'CTRI', re: /\bCTRI\/\d{4}\/\d{2,3}\/\d{6}\b/gu },
  { registry: 'EudraCT', re: /\b20\d{2}-\d{6}-\d{2}\b/gu },
  { registry: 'ReBEC', re: /\bRBR-[a-z0-9]{6,7}\b/gu },
  { registry: 'INPLASY', re: /\bINPLASY\d{9,12}\b/gu },
  { registry: 'OSF', re: /\bosf\.io\/[a-z0-9]{5}\b/giu },
];

export const findRegistrations = (text: string): (Omit<Found, 'value'> & { value: Registration })[] =>
  registers.flatMap(({ registry, re }) =>
    [...text.matchAll(re)].map((match) => ({
      value: { registry, id: match[0].replace(/\s/gu, '') },
      start: match.index,
      end: match.index + match[0].length,
    })),
  );

export const findOrcid = (text: string): Found | undefined =>
  each(text, /(?<!\d)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?!\d)/gu, (match) => match[1])[0];

/** What an identifier in a field of its own should look like, as notices say it. */
export const identifierForms = {
  doi: 'a DOI: 10., four to nine digits, a slash, and the name (10.1000/182)',
  pmid: 'a PMID: up to nine digits',
  pmcid: 'a number of PubMed Central: PMC and digits',
  arxiv: 'a number of arXiv: 2101.00001 or math/0101001',
} as const;
type IdentifierKind = keyof typeof identifierForms;
export const isIdentifier = (field: string): field is IdentifierKind => Object.hasOwn(identifierForms, field);
