import { claimCopy, claimLeftover, claimRange } from './claims.ts';
import { isDoiLink, readDoi, readIssns, readPmcid, readPmid, readUrl } from '../values/identifier-fields.ts';
import { read, single, type Making, type Take, type Taken } from './making.ts';
import { fold, rangesOf, split, trim, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';

export function takeIssn(making: Making, s: Statement): Taken {
  const found = readIssns(s.value);
  if (!found.length) {
    if (/isbn|(?:\d[-\s]?){9}[\dx]/iu.test(s.value.text)) return { rule: 'isbn' };
    return /^[\s0-]*$/u.test(s.value.text) ? { rule: 'states-nothing' } : 'unread';
  }
  const used: Traced[] = [];
  for (const { value, passage } of found) {
    const same = making.draft.issn.find((issn) => issn.value === value);
    if (!same) making.draft.issn.push(read(making, value, passage));
    else claimCopy(making, passage, same.at[0]);
    used.push(passage);
  }
  return used;
}

export const takeDoi: Take = (making, s) => {
  const found = readDoi(fold(s.value), true);
  return found ? single(making, 'doi', found.value, found.passage) : 'unread';
};

/** The DOI of another paper, of which this record says what became of it. */
export const takeUpdatedDoi: Take = (making, s) => {
  const found = readDoi(fold(s.value), true);
  if (!found || !s.label) return 'unread';
  (making.draft.updates ??= []).push(read(making, { kind: s.label, doi: found.value }, found.passage));
  return [found.passage];
};

export const takeIdentifiers: Take = (making, s) => {
  const p = fold(s.value);
  const doi = /\[pii\]/iu.test(p.text) ? undefined : readDoi(p, true);
  if (doi) return single(making, 'doi', doi.value, doi.passage);
  const pmcid = readPmcid(p);
  if (pmcid) return single(making, 'pmcid', pmcid.value, pmcid.passage);
  return { rule: 'publisher-identifiers' };
};

export const takePmid: Take = (making, s) => {
  const p = readPmid(s.value);
  return p ? single(making, 'pmid', p.text, p) : 'unread';
};

export const takePmcid: Take = (making, s) => {
  const found = readPmcid(s.value);
  return found ? single(making, 'pmcid', found.value, found.passage) : 'unread';
};

export const takeArxiv: Take = (making, s) => {
  const p = trim(s.value);
  const id = /^(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/iu.exec(p.text)?.[1];
  return id ? single(making, 'arxiv', id, p) : 'unread';
};

export const takeUrl: Take = (making, s) => {
  const several = split(s.value, /(?<![\s;])[\s;]+(?=https?:)/giu);
  if (several.length > 1) {
    for (const one of several) {
      const [from, to] = rangesOf(making.source, one)[0] ?? s.span;
      const taken = takeUrl(making, { ...s, value: one, span: [from, to] });
      if (taken !== 'unread' && 'rule' in taken)
        claimRange(making.claims, making.source, from, to, taken.rule, s.value.pointer);
      else if (taken !== 'unread' && 'copyOf' in taken) claimCopy(making, one, taken.copyOf);
      else if (taken !== 'unread') claimLeftover(making, { ...s, span: [from, to] }, taken);
    }
    return several;
  }
  if (isDoiLink(s.value.text)) {
    const doi = readDoi(s.value, false);
    if (doi) return single(making, 'doi', doi.value, doi.passage);
  }
  const found = readUrl(s.value);
  if (!found)
    return /^\s*(?:internal-pdf|file):|^[^\s\\/]*[\\/]\S*\.pdf/iu.test(s.value.text)
      ? { rule: 'file-attachments' }
      : 'unread';
  const taken = single(making, 'url', found.value, found.passage);
  return taken === 'unread' ? { rule: 'further-addresses' } : taken;
};

export const takeRegistration: Take = (making, s) => {
  const p = trim(s.value);
  const id = /\b(?:NCT\d{8}|CRD\d{8,14}|ISRCTN\d{8}|ACTRN\d{14}|ChiCTR[-\w]{6,}|DRKS\d{8}|NTR\d{3,5})\b/u.exec(
    p.text,
  )?.[0];
  if (!id) return { rule: 'database-accessions' };
  const registry = registries.find(([start]) => id.startsWith(start))?.[1] ?? 'trial register';
  making.draft.registrations.push(read(making, { registry, id }, p));
  return [p];
};

const registries: readonly [string, string][] = [
  ['NCT', 'ClinicalTrials.gov'], ['CRD', 'PROSPERO'], ['ISRCTN', 'ISRCTN'], ['ACTRN', 'ANZCTR'], ['ChiCTR', 'ChiCTR'],
  ['DRKS', 'DRKS'], ['NTR', 'NTR'],
]; // prettier-ignore
