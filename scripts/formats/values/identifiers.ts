import { doiSchema, isIssn, type Registration } from '#domain/identifiers';

/** An identifier in a text, as the record writes it, and the characters that say it. */
export interface Found {
  value: string;
  start: number;
  end: number;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

/** Ends a DOI where prose goes on: final punctuation and brackets that were not opened inside are no part of it. */
function trimDoi(doi: string): string {
  let text = doi.replace(/(?:[。，；、》】」⟩〉].*|[“”"'‘’|].*)$/su, '');
  const semantic = /;(?=\S*$)/u.exec(text);
  // A semicolon is part of old SICI names alone.
  if (semantic && !text.includes('<')) text = text.slice(0, text.indexOf(';'));
  for (;;) {
    const last = text.at(-1) ?? '';
    const opener = closing[last];
    if (/[.,;:!?*]/u.test(last) || (opener && text.split(opener).length < text.split(last).length))
      text = text.slice(0, -1);
    else return text;
  }
}

/** Words of the page that a scraper glued to a DOI's end: they begin with a capital behind a digit. */
const afterDoi =
  /(?:PMID|PMCID|Epub|,PDF|(?<=\d)(?:Citations?|Copyright|Published|Received|Accepted|Abstract|Article|Open\s?Access|Share|Cited?|Download|Get|View|Available|Authors?|Journal|Corpus|ISSN|Keywords?|Licen[cs]e|First|Online|Volume|Issue|Pages?|Crossref|Google|Altmetric|PubMed|Scopus|Export|Save|Full|Check|More|Metrics|Print|Article|Text|HTML|XML|PDF)(?![\d_.-])).*$/su;

/** A DOI never climbs: a name with `.` or `..` between slashes is an attack or a broken address. */
export const isDoi = (text: string): boolean =>
  doiSchema.safeParse(text).success && !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(text);

/** Every DOI of a text, with or without its resolver, percent signs in an address decoded. */
export function findDois(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(/(?<![\w.])10\.\d{4,9}\/[^\s\p{C}]{1,300}/gu)) {
    const written = trimDoi(match[0].replace(afterDoi, ''));
    let value = written;
    if (
      /%[\da-f]{2}/iu.test(value) &&
      /https?:\/\/\S*$/iu.test(text.slice(Math.max(0, match.index - 300), match.index))
    )
      try {
        value = decodeURIComponent(value);
      } catch {
        // Not an encoded address: the percent sign is the name's own.
      }
    // "10.1002/(ISSN)1471-0000" is a journal's.
    if (isDoi(value) && !/^10\.\d{4,9}\/\(ISSN\)/iu.test(value))
      found.push({ value, start: match.index, end: match.index + written.length });
  }
  return found;
}

const each = (text: string, re: RegExp, make: (match: RegExpExecArray) => string | undefined): Found[] =>
  [...text.matchAll(re)].flatMap((match) => {
    const value = make(match);
    const inner = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(inner);
    return value === undefined ? [] : [{ value, start, end: start + inner.length }];
  });

/** PubMed's number where a label says so. */
export const findPmids = (text: string): Found[] =>
  each(text, /\b(?:PMID|PubMed(?:\s?ID|:))[\s:：]*(\d{1,9})(?!\d)/giu, (match) => match[1]?.replace(/^0+(?=\d)/u, ''));

export const findPmcids = (text: string): Found[] =>
  each(text, /\b(PMC\s?\d{3,9})(?!\d)/gu, (match) => match[1]?.replace(/\s/gu, ''));

export const findArxiv = (text: string): Found[] =>
  each(text, /\barXiv[:\s]+((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/giu, (match) => match[1]);

/** ISSNs that a label announces and whose check character is right (ISO 3297). */
export function findIssns(text: string): Found[] {
  const found: Found[] = [];
  for (const label of text.matchAll(/\bISSN(?:-L)?\b/giu)) {
    for (const one of text.slice(label.index, label.index + 60).matchAll(/\b(\d{4})[-‐–]?(\d{3}[\dXx])\b/gu)) {
      const value = `${one[1]}-${(one[2] ?? '').toUpperCase()}`;
      const start = label.index + one.index;
      if (isIssn(value) && !found.some((other) => other.start === start))
        found.push({ value, start, end: start + one[0].length });
    }
  }
  return found;
}

/** Registers of protocols and trials by the shape of their numbers, as the registers print them. */
const registers: readonly { registry: string; re: RegExp }[] = [
  { registry: 'PROSPERO', re: /\bCRD\s?\d{8,14}\b/gu },
  { registry: 'ClinicalTrials.gov', re: /\bNCT\s?\d{8}\b/gu },
  { registry: 'ISRCTN', re: /\bISRCTN\s?\d{6,8}\b/gu },
  { registry: 'ChiCTR', re: /\bChiCTR[-A-Z]{0,12}\d{8,12}\b/gu },
  { registry: 'ANZCTR', re: /\bACTRN\s?\d{14}p?\b/gu },
  { registry: 'DRKS', re: /\bDRKS\d{8}\b/gu },
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
