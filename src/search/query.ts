/**
 * Reads queries: words, "phrases", beginnings (`interpret*`), `field:value`, AND OR NOT in capitals, `-word` and
 * brackets. Words side by side must all be present. No query is refused: what is not valid is read as the nearest valid
 * query, and a remark says so.
 */
const fields = [
  'author',
  'year',
  'journal',
  'title',
  'abstract',
  'keyword',
  'affiliation',
  'theme',
  'construct',
  'design',
  'population',
  'setting',
  'lang',
  'doi',
] as const;
type Field = (typeof fields)[number];

export type Query =
  | { kind: 'all' }
  | { kind: 'words'; words: string[] }
  | { kind: 'phrase'; text: string }
  | { kind: 'beginning'; text: string }
  | { kind: 'field'; field: Exclude<Field, 'year'>; value: string; exact: boolean }
  | { kind: 'years'; from: number | null; to: number | null }
  | { kind: 'and' | 'or'; of: Query[] }
  | { kind: 'not'; of: Query };

/** What was read differently from what was written, for a sentence in the reader's language. */
export interface Remark {
  rule:
    | 'quote-left-open'
    | 'bracket-left-open'
    | 'bracket-too-many'
    | 'operator-without-side'
    | 'unknown-field'
    | 'empty-field'
    | 'no-such-year'
    | 'years-turned'
    | 'nothing-to-search'
    | 'beginning-too-short'
    | 'cut-off'
    | 'too-deep';
  seen: string;
}

export interface Parsed {
  query: Query;
  remarks: Remark[];
}

/** The longest query in characters; the rest is cut off, so that a page never hangs. */
export const longestQuery = 1000;
const deepest = 20;

const fieldNames: Readonly<Record<string, Field>> = {
  ...Object.fromEntries(fields.map((field) => [field, field])),
  authors: 'author',
  date: 'year',
  source: 'journal',
  language: 'lang',
  keywords: 'keyword',
  作者: 'author',
  年: 'year',
  年份: 'year',
  期刊: 'journal',
  标题: 'title',
  题名: 'title',
  摘要: 'abstract',
  关键词: 'keyword',
  单位: 'affiliation',
  机构: 'affiliation',
  主题: 'theme',
  概念: 'construct',
  设计: 'design',
  研究设计: 'design',
  人群: 'population',
  场所: 'setting',
  语言: 'lang',
};

type Lexeme =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'minus' }
  | { kind: 'word'; text: string }
  | { kind: 'phrase'; text: string }
  | { kind: 'field'; name: string; value: string; quoted: boolean };

/** Reads a query; never fails. */
export function parseQuery(written: string): Parsed {
  const remarks: Remark[] = [];
  let text = written.toWellFormed().replace(/\p{Cc}/gu, ' ');
  if (text.length > longestQuery) {
    text = text.slice(0, longestQuery).toWellFormed();
    remarks.push({ rule: 'cut-off', seen: String(longestQuery) });
  }
  const lexemes = readLexemes(text, remarks);
  const reader = { lexemes, at: 0, remarks, depth: 0 };
  const parts: Query[] = [];
  while (reader.at < lexemes.length) {
    const part = readOr(reader);
    if (part) parts.push(part);
    if (reader.lexemes[reader.at]?.kind === 'close') {
      remarks.push({ rule: 'bracket-too-many', seen: ')' });
      reader.at++;
    }
  }
  if (text.trim() !== '' && parts.length === 0)
    remarks.push({ rule: 'nothing-to-search', seen: text.trim().slice(0, 40) });
  return { query: joined('and', parts), remarks };
}

const opening = '"“”„«»「『＂';
const closing = '"“”»«」』＂';

function readLexemes(text: string, remarks: Remark[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  const phraseAt = (start: number): { text: string; end: number } => {
    let end = start + 1;
    while (end < text.length && !closing.includes(text[end] ?? '')) end++;
    if (end >= text.length) remarks.push({ rule: 'quote-left-open', seen: text.slice(start, start + 40) });
    return { text: text.slice(start + 1, end), end: end + 1 };
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    const bracket = '(（'.includes(char) ? 'open' : ')）'.includes(char) ? 'close' : undefined;
    if (bracket) lexemes.push({ kind: bracket });
    if (bracket || /\s/u.test(char)) at++;
    else if (opening.includes(char)) {
      const phrase = phraseAt(at);
      if (phrase.text.trim()) lexemes.push({ kind: 'phrase', text: phrase.text });
      at = phrase.end;
    } else if (/^[-−－]$/u.test(char) && /[\s(（]/u.test(text[at - 1] ?? ' ') && /\S/u.test(text[at + 1] ?? ' ')) {
      lexemes.push({ kind: 'minus' });
      at++;
    } else {
      let end = at;
      while (end < text.length && !/[\s()（）]/u.test(text[end] ?? '') && !opening.includes(text[end] ?? '')) end++;
      const word = text.slice(at, end);
      const named = /^([\p{L}]{1,20})[:：](.*)$/u.exec(word);
      if (named && !/^\/\//.test(named[2] ?? '')) {
        let value = named[2] ?? '';
        let quoted = false;
        if (value === '' && opening.includes(text[end] ?? ' ')) {
          const phrase = phraseAt(end);
          [value, quoted, end] = [phrase.text, true, phrase.end];
        }
        lexemes.push({ kind: 'field', name: named[1] ?? '', value, quoted });
      } else if (word === 'AND' || word === 'OR' || word === 'NOT')
        lexemes.push({ kind: word === 'AND' ? 'and' : word === 'OR' ? 'or' : 'not' });
      else lexemes.push({ kind: 'word', text: word });
      at = end;
    }
  }
  return lexemes;
}

interface Reader {
  lexemes: Lexeme[];
  at: number;
  remarks: Remark[];
  depth: number;
}

function readOr(reader: Reader): Query | undefined {
  const sides: Query[] = [];
  let expected = false;
  for (;;) {
    const side = readAnd(reader);
    if (side) sides.push(side);
    else if (expected) reader.remarks.push({ rule: 'operator-without-side', seen: 'OR' });
    if (reader.lexemes[reader.at]?.kind !== 'or') break;
    if (!side) reader.remarks.push({ rule: 'operator-without-side', seen: 'OR' });
    expected = side !== undefined;
    reader.at++;
  }
  return sides.length ? joined('or', sides) : undefined;
}

function readAnd(reader: Reader): Query | undefined {
  const parts: Query[] = [];
  for (;;) {
    const next = reader.lexemes[reader.at];
    if (!next || next.kind === 'or' || next.kind === 'close') break;
    if (next.kind === 'and') {
      reader.at++;
      const after = reader.lexemes[reader.at]?.kind;
      if (parts.length === 0 || !after || after === 'or' || after === 'close' || after === 'and')
        reader.remarks.push({ rule: 'operator-without-side', seen: 'AND' });
      continue;
    }
    const part = readNot(reader);
    const last = parts.at(-1);
    // Words side by side are one group, because together they may name a concept.
    if (part?.kind === 'words' && last?.kind === 'words' && reader.lexemes[reader.at - 2]?.kind === 'word')
      last.words.push(...part.words);
    else if (part) parts.push(part);
  }
  return parts.length ? joined('and', parts) : undefined;
}

function readNot(reader: Reader): Query | undefined {
  const next = reader.lexemes[reader.at];
  if (next?.kind !== 'not' && next?.kind !== 'minus') return readOne(reader);
  reader.at++;
  const negated = reader.lexemes[reader.at]?.kind;
  const of = negated === 'not' || negated === 'minus' ? readNot(reader) : readOne(reader);
  if (of) return { kind: 'not', of };
  reader.remarks.push({ rule: 'operator-without-side', seen: next.kind === 'not' ? 'NOT' : '-' });
  return undefined;
}

function readOne(reader: Reader): Query | undefined {
  const lexeme = reader.lexemes[reader.at];
  if (!lexeme || lexeme.kind === 'close' || lexeme.kind === 'or' || lexeme.kind === 'and') return undefined;
  reader.at++;
  switch (lexeme.kind) {
    case 'word':
      return wordQuery(lexeme.text, reader.remarks);
    case 'phrase':
      return hasWords(lexeme.text) ? { kind: 'phrase', text: lexeme.text } : undefined;
    case 'field':
      return fieldQuery(lexeme, reader.remarks);
    case 'open': {
      if (++reader.depth === deepest) reader.remarks.push({ rule: 'too-deep', seen: String(deepest) });
      // Brackets that are nested deeper are ignored.
      if (reader.depth > deepest) return readOne(reader);
      const inner = readOr(reader);
      reader.depth--;
      if (reader.lexemes[reader.at]?.kind === 'close') reader.at++;
      else reader.remarks.push({ rule: 'bracket-left-open', seen: '(' });
      return inner;
    }
    default:
      return undefined;
  }
}

/** A shorter beginning has too many words: the list would be useless and slow to make. */
export const isLongBeginning = (text: string): boolean => /[\p{L}\p{N}]{3}$|\p{Script=Han}$/u.test(text);

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function wordQuery(text: string, remarks: Remark[]): Query | undefined {
  if (!hasWords(text)) return undefined;
  const beginning = /^(.*[\p{L}\p{N}])\*+$/u.exec(text);
  const begun = beginning?.[1];
  if (begun === undefined) return { kind: 'words', words: [text] };
  if (isLongBeginning(begun)) return { kind: 'beginning', text: begun };
  remarks.push({ rule: 'beginning-too-short', seen: text });
  return { kind: 'words', words: [begun] };
}

function fieldQuery(
  { name, value, quoted }: { name: string; value: string; quoted: boolean },
  remarks: Remark[],
): Query | undefined {
  const field = Object.hasOwn(fieldNames, name.toLowerCase()) ? fieldNames[name.toLowerCase()] : undefined;
  if (!field) {
    // "Methods: interviews" is text. Only a word that looks like a field of this search gets a remark.
    if (/^[a-z]+$/.test(name)) remarks.push({ rule: 'unknown-field', seen: `${name}:` });
    const rest: Query[] = [];
    const named = wordQuery(name, remarks);
    const valued = quoted ? ({ kind: 'phrase', text: value } as const) : wordQuery(value, remarks);
    if (named) rest.push(named);
    if (valued) rest.push(valued);
    return rest.length ? joined('and', rest) : undefined;
  }
  if (!hasWords(value)) {
    remarks.push({ rule: 'empty-field', seen: `${name}:` });
    return undefined;
  }
  return field === 'year' ? yearsQuery(value, remarks) : { kind: 'field', field, value, exact: quoted };
}

function yearsQuery(value: string, remarks: Remark[]): Query | undefined {
  const range = /^(\d{4})?(?:(\.\.+|…|-|–|—|~|～)(\d{4})?)?$/u.exec(value.trim());
  if (!range || (!range[1] && !range[3])) {
    remarks.push({ rule: 'no-such-year', seen: value.slice(0, 40) });
    return undefined;
  }
  const from = range[1] ? Number(range[1]) : null;
  const to = range[2] ? (range[3] ? Number(range[3]) : null) : from;
  if (from !== null && to !== null && from > to) {
    remarks.push({ rule: 'years-turned', seen: value });
    return { kind: 'years', from: to, to: from };
  }
  return { kind: 'years', from, to };
}

function joined(kind: 'and' | 'or', of: Query[]): Query {
  const [only] = of;
  if (!only) return { kind: 'all' };
  return of.length === 1 ? only : { kind, of };
}
