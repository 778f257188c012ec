/** Puts identifiers into a draft: DOI, PMID, PMCID, arXiv, ISSN, ISBN, registrations and addresses. */

import { again, claimCopy, claimLeftover } from './claims.ts';
import {
  findDois,
  findPmcids,
  findRegistrations,
  isDoiLink,
  readArxiv,
  readDoi,
  readIssns,
  readPmcid,
  readPmid,
  readUrl,
  type Found,
} from '../values/identifiers.ts';
import { retractedIn, takeStatus } from './take-retraction.ts';
import { takeIsbn } from './take-works.ts';
import { read, single, type Making, type SingleField, type Take, type Taken } from './making.ts';
import { decodeEntities } from '../text/entities.ts';
import { fold, rangesOf, slice, split, trim, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';
import words from '../words/identifiers.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** A single value that a reader found in a text; unread where it found none. */
const found = (making: Making, field: SingleField, text: Traced, one: Found | undefined): Taken =>
  one ? single(making, field, one.value, slice(text, one.start, one.end)) : 'unread';

export function takeIssn(making: Making, s: Statement): Taken {
  const issns = readIssns(s.value.text);
  if (!issns.length) {
    if (/isbn|(?:\d[-\s]?){9}[\dx]/iu.test(s.value.text)) return takeIsbn(making, s);
    return /^[\s0-]*$/u.test(s.value.text) ? { rule: 'states-nothing' } : 'unread';
  }
  return issns.map(({ value, start, end }) => {
    const p = slice(s.value, start, end);
    const same = making.draft.issn.find((issn) => issn.value === value);
    if (same) again(making, same, p);
    else making.draft.issn.push(read(making, value, p));
    return p;
  });
}

export function takeDoi(making: Making, s: Statement): Taken {
  // Old DOIs have angles, which exports write as character references.
  const p = decodeEntities(fold(s.value));
  return found(making, 'doi', p, readDoi(p.text) ?? findDois(p.text)[0]);
}

/** The DOI or PMID of another paper, alone or in its citation; the label says what became of that paper. */
export const takeUpdatedWork: Take = (making, s) => {
  const p = fold(s.value);
  const doi = readDoi(p.text) ?? findDois(p.text)[0];
  const named = doi ? undefined : /(?:^|\bPMID:?\s?)(\d{1,9})\b(?=\s*\.?$)/iu.exec(p.text);
  const [number = ''] = named ? [named[1]] : [];
  const from = named ? named.index + named[0].length - number.length : 0;
  const at = doi ? slice(p, doi.start, doi.end) : slice(p, from, from + number.length);
  if ((!doi && !number) || !s.label) return { rule: 'linked-articles' };
  const made = read(making, { kind: s.label, ...(doi ? { doi: doi.value } : { pmid: number }) }, at);
  (making.draft.updates ??= []).push(made);
  return [at];
};

/** How many characters beside a DOI still leave it the one thing that a field says. */
const mostBeside = 25;

export const takeIdentifiers: Take = (making, s) => {
  const p = fold(s.value);
  const doi = /\[pii\]/iu.test(p.text)
    ? undefined
    : (readDoi(p.text) ?? findDois(p.text).find(({ value }) => p.text.length - value.length < mostBeside));
  if (doi) return found(making, 'doi', p, doi);
  // A publisher's number is not PubMed Central's: the letters PMC must be there.
  const pmcid = /pmc/iu.test(p.text) ? readPmcid(p.text) : undefined;
  return pmcid ? found(making, 'pmcid', p, pmcid) : { rule: 'publisher-identifiers' };
};

export const takePmid: Take = (making, s) => found(making, 'pmid', s.value, readPmid(s.value.text));
export const takePmcid: Take = (making, s) => found(making, 'pmcid', s.value, readPmcid(s.value.text));
export const takeArxiv: Take = (making, s) => found(making, 'arxiv', s.value, readArxiv(s.value.text));

export const takeUrl: Take = (making, s) => {
  const several = split(s.value, /(?<![\s;])[\s;]+(?=https?:)/giu);
  if (several.length > 1) {
    for (const one of several) {
      const [from, to] = rangesOf(making.source, one)[0] ?? s.span;
      const taken = takeUrl(making, { ...s, value: one, span: [from, to] });
      if (typeof taken === 'string') continue;
      if ('rule' in taken) making.claim(from, to, { kind: 'furniture', rule: taken.rule }, s.value.pointer);
      else if ('copyOf' in taken) claimCopy(making, one, taken.copyOf);
      else claimLeftover(making, { ...s, span: [from, to] }, taken);
    }
    return several;
  }
  const [doi] = isDoiLink(s.value.text) ? findDois(s.value.text) : [];
  if (doi) return found(making, 'doi', s.value, doi);
  const address = readUrl(s.value.text);
  if (!address)
    return /^\s*(?:internal-pdf|file):|^[^\s\\/]*[\\/]\S*\.pdf/iu.test(s.value.text)
      ? { rule: 'file-attachments' }
      : 'unread';
  const taken = found(making, 'url', s.value, address);
  return taken === 'second' ? { rule: 'further-addresses' } : taken;
};

/** The address of a full text that everybody may read; PubMed Central's has the number of the paper there. */
export const takeOpenAccess: Take = (making, s) => {
  const taken = found(making, 'openAccess', s.value, readUrl(s.value.text));
  const [pmcid] = Array.isArray(taken) ? findPmcids(s.value.text) : [];
  if (pmcid)
    making.draft.pmcid ??= read(making, pmcid.value, slice(s.value, pmcid.start, pmcid.end), 'pmcid-from-address');
  return taken;
};

export const takeRegistration: Take = (making, s) => {
  const [registration] = findRegistrations(s.value.text);
  if (!registration) return { rule: 'database-accessions' };
  // "ClinicalTrials.gov/NCT01234567": the register is part of what is said.
  const p = trim(s.value);
  making.draft.registrations.push(read(making, registration.value, p));
  return [p];
};

/** What a note says of a number: its name before it. */
const inNotes: readonly {
  field: 'pmid' | 'pmcid' | 'doi';
  pattern: RegExp;
  read: (text: string) => Found | undefined;
}[] = [
  { field: 'pmcid', pattern: /\bPMC(?:ID)?\s?[:：-]?\s?(PMC\s?\d{3,9})\b/giu, read: readPmcid },
  { field: 'pmid', pattern: /\b(?:PMID|PubMed(?:\sID)?)\s?[:：-]\s?(\d{1,9})\b/giu, read: readPmid },
  {
    field: 'doi',
    pattern: /\bDOI\s?[-:：]\s?((?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/[^\s;,]+)/giu,
    read: readDoi,
  },
];

/** Words that show that a note is about another paper. */
const ofAnother = new RegExp(`\\b(?:${anyOf(everyWord(words.ofAnotherPaper))})\\b[^.;\\n]{0,80}$`, 'iu');

/** The number of an article in PubMed's citation of the paper itself, as its DOI shows: `6(4):e00466. doi: 10.5555/a.` */
function citedNumber({ draft, first }: Making, p: Traced): Traced | undefined {
  const match = /:(e\d{3,8})\. doi: (10\.\d{4,9}\/\S+?)\.?(?=\s|$)/iu.exec(p.text);
  const [, number = '', doi] = match ?? [];
  if (!match || doi !== draft.doi?.value || draft.articleNumber || draft.pages || first) return undefined;
  return slice(p, match.index + 1, match.index + 1 + number.length);
}

/** A note. Identifiers in it are the paper's own, unless the words before them are about another paper. */
export const takeNote: Take = (making, s) => {
  // JabRef and BibTeX set the name of the number in braces.
  const p = s.value;
  const status = retractedIn(p.text);
  const said = status && slice(p, ...status);
  const taken: Traced[] = said ? [takeStatus(making, said)] : [];
  for (const { field, pattern, read: reads } of inNotes)
    for (const match of p.text.matchAll(pattern)) {
      // The numbers of a notice of retraction are the notice's.
      if (status && match.index >= status[0] && match.index < status[1]) continue;
      const value = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(value);
      const found = making.draft[field] || ofAnother.test(p.text.slice(0, match.index)) ? undefined : reads(value);
      const one = found && slice(p, at + found.start, at + found.end);
      const result = one && single(making, field, found.value, one);
      if (one && Array.isArray(result)) taken.push(one);
    }
  const number = citedNumber(making, p);
  if (number && Array.isArray(single(making, 'articleNumber', number.text, number))) taken.push(number);
  if (!taken.length) return { rule: 'notes' };
  let from = s.span[0];
  const ranges = taken.flatMap((one) => rangesOf(making.source, one)).sort((a, b) => a[0] - b[0]);
  for (const [start, end] of [...ranges, [s.span[1], s.span[1]] as const]) {
    if (start > from) making.claim(from, start, { kind: 'furniture', rule: 'notes' }, p.pointer);
    from = Math.max(from, end);
  }
  return taken;
};
