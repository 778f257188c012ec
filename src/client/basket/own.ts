/** Reads a reader's own library in the browser, to say which papers of the review it has. */

import { normalized } from '#text/normal';

/** What identifies a paper in a reader's own library. */
export interface Known {
  title: string;
  year: string;
  doi: string;
  pmid: string;
}

/**
 * Reads lines "TAG - value" of RIS and NBIB. A line without a tag continues the last value. A record begins with the
 * tag `start`, or without one after a blank line.
 */
function taggedRecords(text: string, start?: string): Map<string, string>[] {
  const records: Map<string, string>[] = [];
  let tag = '';
  let between = true;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, found, value = ''] = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/.exec(line) ?? [];
    if (found) {
      if (start ? found === start : between) records.push(new Map());
      tag = found;
      const record = records.at(-1);
      record?.set(tag, record.has(tag) ? `${record.get(tag)}\n${value.trim()}` : value.trim());
    } else if (line.trim()) {
      const record = records.at(-1);
      if (record?.has(tag)) record.set(tag, `${record.get(tag)} ${line.trim()}`);
    }
    between = line.trim() === '';
  }
  return records;
}

const first = (record: Map<string, string>, ...tags: string[]): string =>
  tags.map((tag) => record.get(tag)?.split('\n')[0]).find(Boolean) ?? '';

const doiIn = (text: string): string => /10\.\d{4,9}\/[^\s"'{}[\]]+[^\s"'{}[\].,;]/.exec(text)?.[0] ?? '';
const yearIn = (text: string): string => /\b(1[5-9]|20)\d{2}\b/.exec(text)?.[0] ?? '';

const fromRis = (text: string): Known[] =>
  taggedRecords(text, 'TY').map((record) => ({
    title: first(record, 'TI', 'T1', 'CT'),
    year: yearIn(first(record, 'PY', 'Y1', 'DA')),
    doi: doiIn(first(record, 'DO') || first(record, 'UR')),
    pmid: /^\d{4,9}$/.exec(first(record, 'AN'))?.[0] ?? '',
  }));

const fromNbib = (text: string): Known[] =>
  taggedRecords(text).map((record) => ({
    title: first(record, 'TI', 'BTI'),
    year: yearIn(first(record, 'DP')),
    doi: doiIn([record.get('LID'), record.get('AID')].join(' ')),
    pmid: first(record, 'PMID'),
  }));

/** The value at `at`: in braces, in quotation marks, or plain up to a comma. */
function texValue(text: string, at: number): string {
  const open = text[at];
  if (open !== '{' && open !== '"') return /^[^,}\n]*/.exec(text.slice(at, at + 500))?.[0].trim() ?? '';
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0 && open === '{') return text.slice(at + 1, i);
    else if (text[i] === '"' && open === '"' && i > at && depth === 0) return text.slice(at + 1, i);
  }
  return text.slice(at + 1);
}

function fromBibtex(text: string): Known[] {
  const starts = [...text.matchAll(/^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(]/gimu)].map(({ index }) => index);
  return starts.map((start, i) => {
    const entry = text.slice(start, starts[i + 1] ?? text.length);
    const field = (name: string): string => {
      const match = new RegExp(`[,\\s]${name}\\s*=\\s*`, 'iu').exec(entry);
      return match ? texValue(entry, match.index + match[0].length).replace(/\\[a-z]+\s*|[{}\\$]/giu, '') : '';
    };
    return {
      title: field('title'),
      year: yearIn(field('year') || field('date')),
      doi: doiIn(field('doi') || field('url')),
      pmid: /\d+/.exec(field('pmid'))?.[0] ?? '',
    };
  });
}

interface CslLike {
  title?: unknown;
  DOI?: unknown;
  PMID?: unknown;
  issued?: { 'date-parts'?: unknown[][] };
}

/** A number or a text as text; empty for anything else. */
const short = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function fromCsl(text: string): Known[] {
  const items = JSON.parse(text) as CslLike[];
  return (Array.isArray(items) ? items : [items]).map((item) => ({
    title: typeof item.title === 'string' ? item.title : '',
    year: short(item.issued?.['date-parts']?.[0]?.[0]),
    doi: typeof item.DOI === 'string' ? item.DOI : '',
    pmid: short(item.PMID),
  }));
}

/** Reads a RIS, NBIB, BibTeX or CSL-JSON file, recognised by its beginning; `undefined` for any other file. */
export function readOwn(text: string): Known[] | undefined {
  const body = text.replace(/^\ufeff/, '').trimStart();
  try {
    if (/^[[{]/.test(body)) return fromCsl(body);
    if (/^TY {2}- /m.test(body)) return fromRis(body);
    if (/^(PMID|OWN|TI) {0,2}- /m.test(body)) return fromNbib(body);
    if (/^[ \t]*@\w+[ \t]*[{(]/m.test(body)) return fromBibtex(body);
  } catch {
    return undefined;
  }
  return undefined;
}

const letters = (title: string): string =>
  normalized(title, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Makes a function that says whether a library has a paper: by DOI, by PMID, or by title where the years differ by one
 * at most. A title of one or two words is not enough.
 */
export function holder(library: readonly Known[]): (paper: Known) => boolean {
  const dois = new Set(library.map(({ doi }) => doi.toLowerCase()).filter(Boolean));
  const pmids = new Set(library.map(({ pmid }) => pmid).filter(Boolean));
  const years = new Map<string, Set<string>>();
  for (const { title, year } of library) {
    const folded = letters(title);
    const known = years.get(folded);
    if (known) known.add(year);
    else years.set(folded, new Set([year]));
  }
  return (paper) => {
    if (paper.doi && dois.has(paper.doi.toLowerCase())) return true;
    if (paper.pmid && pmids.has(paper.pmid)) return true;
    const folded = letters(paper.title);
    if (folded.length < 8) return false;
    const known = years.get(folded);
    if (!known || !paper.year || known.has('')) return known !== undefined;
    return [-1, 0, 1].some((apart) => known.has(String(Number(paper.year) + apart)));
  };
}
