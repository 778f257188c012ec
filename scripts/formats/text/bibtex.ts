/** Finds entries, fields and values in BibTeX. Offsets are in UTF-16 code units of the source. */

import type { SourceText } from '#domain/source';

interface BibValue {
  /** Between the outer braces or quotes, or a bare word or number. */
  start: number;
  end: number;
  bare: boolean;
}

export interface BibField {
  name: string;
  start: number;
  /** The parts of a value that `#` puts together. */
  values: BibValue[];
  end: number;
}

export interface BibEntry {
  type: string;
  typeSpan: [number, number];
  key: string;
  fields: BibField[];
  start: number;
  end: number;
  /** False where the entry's closing brace was not found. */
  closed: boolean;
}

const nameCharacters = /[^\s={}(),#"'%\\]/u;

/**
 * Where an entry may begin: at a line's start, after the byte order mark of a joined file, after the brace of the
 * entry before; an abbreviation anywhere, also after a word. Types are made up freely, `@web_page`.
 */
const head = /(?:(?<=^|[\r\n}\ufeff])[ \t]*@([a-zA-Z][\w-]{1,30})|@(string))\s*([{(])/giu;

/** Where the braces that open at `at` close: the offset of the closing one, or -1. A backslash escapes one character. */
function closing(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i;
  }
  return -1;
}

/**
 * Finds the entries of a BibTeX file and the place of each value, without reading TeX. An entry that is never closed
 * ends where the next one begins at a line's start; nothing is ever thrown.
 */
export function scanBibtex(source: SourceText): BibEntry[] {
  const { text } = source;
  const heads = [...text.matchAll(head)];
  const nextEntry = nextEntries(text, heads);
  const entries: BibEntry[] = [];
  let past = 0;
  heads.forEach((found, i) => {
    const start = text.indexOf('@', found.index);
    // Inside the entry before, an "@" at a line's start is text.
    if (start < past) return;
    const open = found.index + found[0].length - 1;
    // What looks like the next entry ends one whose brace was left open: no closing brace is looked for beyond.
    const limit = nextEntry[i] ?? text.length;
    const close = text[open] === '{' ? closing(text, open, limit) : closingParen(text, open, limit);
    const closed = close >= 0;
    const end = closed ? close : limit;
    past = closed ? end + 1 : limit;
    const type = (found[1] ?? found[2] ?? '').toLowerCase();
    const entry: BibEntry = {
      type,
      typeSpan: [start + 1, start + 1 + type.length],
      key: '',
      fields: [],
      start,
      end: Math.min(closed ? end + 1 : end, text.length),
      closed,
    };
    if (type === 'comment' || type === 'preamble') {
      entries.push(entry);
      return;
    }
    readFields(text, entry, open + 1, end);
    entries.push(entry);
  });
  return entries;
}

/** For each head where the next one begins that looks like an entry. */
function nextEntries(text: string, heads: readonly RegExpExecArray[]): number[] {
  const next: number[] = [];
  let at = text.length;
  for (let i = heads.length - 1; i >= 0; i--) {
    next[i] = at;
    const index = heads[i]?.index ?? 0;
    if (looksLikeEntry(text, index)) at = index;
  }
  return next;
}

/** `@type{key,` and not an address or a user's name at the beginning of a line. */
const looksLikeEntry = (text: string, at: number): boolean =>
  /^[\s\ufeff]*@(?:[a-zA-Z][\w-]{1,30}\s*\{\s*(?:[^\s{}"=,]{1,200}\s*)?,?\s*[\w-]{1,40}|string\s*\{\s*[\w-]{1,40})\s*=/iu.test(
    text.slice(at, at + 400),
  );

function closingParen(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let i = open + 1; i < limit; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === '}') depth--;
    else if (c === ')' && depth <= 0) return i;
  }
  return -1;
}

function readFields(text: string, entry: BibEntry, from: number, end: number): void {
  let at = from;
  const key = /^\s*(?:([^\s,={}"]+)\s*)?(?:,|$)/u.exec(text.slice(at, Math.min(end, at + 500)));
  if (entry.type !== 'string' && key) {
    entry.key = key[1] ?? '';
    at += key[0].length;
  }
  while (at < end) {
    while (at < end && !nameCharacters.test(text[at] ?? '')) {
      // A comment that BibLaTeX's tools leave between fields.
      if (text[at] === '%') while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
      else at++;
    }
    const start = at;
    while (at < end && nameCharacters.test(text[at] ?? '')) at++;
    const name = text.slice(start, at).toLowerCase();
    while (at < end && /\s/u.test(text[at] ?? '')) at++;
    if (text[at] !== '=') continue;
    at++;
    const values: BibValue[] = [];
    for (;;) {
      while (at < end && /\s/u.test(text[at] ?? '')) at++;
      const value = readValue(text, at, end);
      if (!value) break;
      values.push(value.value);
      at = value.next;
      while (at < end && /\s/u.test(text[at] ?? '')) at++;
      if (text[at] !== '#' || at >= end) break;
      at++;
    }
    if (name && values.length) entry.fields.push({ name, start, values, end: Math.min(at, end) });
  }
}

/** Where a value ends whose brace nothing closes: before what looks like the next field. */
function openEnd(text: string, at: number, end: number): number {
  const next = /\}\s*,\s*[a-z][\w-]{1,30}\s*=\s*[{"\d]/iu.exec(text.slice(at, Math.min(end, at + 20_000)));
  return next ? at + next.index : end;
}

function readValue(text: string, at: number, end: number): { value: BibValue; next: number } | undefined {
  const c = text[at];
  if (at >= end || c === undefined) return undefined;
  if (c === '{') {
    const close = closing(text, at, end);
    const past = close < 0 ? openEnd(text, at, end) : close;
    return { value: { start: at + 1, end: past, bare: false }, next: Math.min(past + 1, end) };
  }
  if (c === '"') {
    let depth = 0;
    let i = at + 1;
    for (; i < end; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '{') depth++;
      else if (text[i] === '}') depth--;
      else if (text[i] === '"' && depth <= 0) break;
    }
    const past = Math.min(i, end);
    return { value: { start: at + 1, end: past, bare: false }, next: Math.min(past + 1, end) };
  }
  let i = at;
  while (i < end && nameCharacters.test(text[i] ?? '')) i++;
  return i > at ? { value: { start: at, end: i, bare: true }, next: i } : undefined;
}
