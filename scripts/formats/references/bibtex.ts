/** The format of BibTeX and BibLaTeX files: how to recognise one, and what its fields mean. */

import type { Claim, Reading } from '#domain/draft';
import { limits } from '#domain/limits';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { scanBibtex, type BibEntry, type BibField } from '../text/bibtex.ts';
import { claimGaps, claimRange } from '../draft/claims.ts';
import { months } from '#domain/date';
import { monthNumber } from '../values/dates.ts';
import { fold, join, madeFrom, traceSource, trim, type Traced } from '../text/traced.ts';
import { fields } from './bibtex-fields.ts';
import { nameStatements } from './bibtex-names.ts';
import { RecordsReading } from './reading.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { texValue, verbatimValue } from '../text/tex.ts';
import { furniture } from './tag-table.ts';

/** What `@string{name = "value"}` says. */
type Strings = ReadonlyMap<string, string>;

/** Fields that hold no TeX. */
const verbatim = new Set(['doi', 'url', 'pmid', 'pubmedid', 'pmcid', 'pmc', 'issn', 'eissn', 'eprint', 'eid']);

/**
 * How many characters the abbreviations of a value stand for. Each may be made of others, and so grow tenfold at every
 * step: above a ceiling none of them is spelt out.
 */
const spelt = (source: SourceText, { values }: BibField, strings: Strings): number =>
  values.reduce(
    (sum, { bare, start, end }) => sum + (bare ? (definedBy(source.text.slice(start, end), strings)?.length ?? 0) : 0),
    0,
  );

const definedBy = (word: string, strings: Strings): string | undefined => strings.get(word.toLowerCase());

function valueOf(source: SourceText, field: BibField, strings: Strings): Traced {
  const isShort = spelt(source, field, strings) <= limits.abbreviation.most;
  const parts = field.values.map((value) => {
    if (!value.bare) return (verbatim.has(field.name) ? verbatimValue : texValue)(source, value.start, value.end);
    const defined = isShort ? definedBy(source.text.slice(value.start, value.end), strings) : undefined;
    return defined === undefined
      ? traceSource(source, value.start, value.end)
      : madeFrom(defined, value.start, value.end);
  });
  return parts.length === 1 && parts[0] ? parts[0] : join(parts);
}

function fieldSpan(field: BibField): [number, number] {
  return [field.values[0]?.start ?? field.start, field.values.at(-1)?.end ?? field.end];
}

/** What each name of a list of names is. */
const oneOf = { authors: 'author', editors: 'editor', translators: 'translator' } as const;

function statementsOf(source: SourceText, entry: BibEntry, strings: Strings, claims: Claim[]): Statement[] {
  const statements: Statement[] = [
    { means: 'type', value: traceSource(source, ...entry.typeSpan), span: entry.typeSpan },
  ];
  for (const field of entry.fields) {
    const means = meaningOf(source, entry, field);
    if (!means) continue;
    const one = means === 'authors' || means === 'editors' || means === 'translators' ? oneOf[means] : undefined;
    const own = one ? nameStatements(one, source, field) : [statementOf(source, entry, field, means, strings)];
    statements.push(...own);
    if (one) claimGaps(claims, source, fieldSpan(field), own, /^(?:[^\p{L}\p{N}]|\band\b|\bothers\b)*$/iu);
  }
  return statements;
}

function statementOf(
  source: SourceText,
  entry: BibEntry,
  field: BibField,
  means: TagMeaning,
  strings: Strings,
): Statement {
  const value = valueOf(source, field, strings);
  const span = fieldSpan(field);
  if (field.name === 'month') {
    const month = monthNumber(value.text.replace(/[{}"]/gu, ''));
    const name = month === undefined ? value.text : (months[month - 1] ?? value.text);
    const day = entry.fields.find((one) => one.name === 'day');
    const number = day ? /^\d{1,2}$/u.exec(source.text.slice(...fieldSpan(day)).trim())?.[0] : undefined;
    return { means, value: madeFrom(number ? `${name} ${number}` : name, ...span), span };
  }
  if (means === 'abstract') return { means, value, span, paragraphs: splitParagraphs(value) };
  return { means, value, span };
}

const splitParagraphs = (p: Traced): Traced[] => (p.text.trim() ? [p] : []);

function meaningOf(source: SourceText, entry: BibEntry, field: BibField): TagMeaning | undefined {
  const text = source.text.slice(...fieldSpan(field));
  if (field.name === 'month') return 'date';
  if (field.name === 'day') return furniture('database-dates');
  if (field.name === 'type') return 'genre';
  // BibLaTeX has no type for preprints: it has one for what is online, and says that it is not published yet.
  if (field.name === 'pubstate' && entry.type === 'online' && /^\W*prepublished/iu.test(text)) return 'genre';
  // For a page it is the site.
  if (field.name === 'organization' && /^(?:online|electronic|www)$/u.test(entry.type)) return 'journal';
  // HighWire's sites have the address of the PDF here.
  if (field.name === 'eprint' && /^https?:/iu.test(text)) return 'url';
  if (field.name === 'eprint')
    return /^\d{7,8}$/u.test(text) && /pubmed/iu.test(eprintType(source, entry)) ? 'pmid' : 'arxiv';
  if (field.name === 'note') return /^(?:cited by|export date)/iu.test(text) ? furniture('citation-counts') : 'note';
  // A collection's booktitle is where the work appeared; a book's title is its own.
  if (field.name === 'number' && /report|thesis|patent/u.test(entry.type)) return 'number';
  return Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
}

function eprintType(source: SourceText, entry: BibEntry): string {
  const field = entry.fields.find(({ name }) => name === 'eprinttype' || name === 'archiveprefix');
  return field ? source.text.slice(...fieldSpan(field)) : '';
}

/** Under which name a work in a volume has the fields of the volume (BibLaTeX, appendix B); `undefined` for none. */
const inherits: Readonly<Record<string, string | undefined>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  ...Object.fromEntries(
    'booktitle booksubtitle journal journaltitle year date month publisher volume number issue series address location isbn issn language langid eventtitle organization institution edition'
      .split(' ')
      .map((name) => [name, name]),
  ),
};

/** Fields that say the same: a work that has one of them needs the other of no volume. */
const same: readonly (readonly string[])[] = [
  ['year', 'date'],
  ['journal', 'journaltitle'],
  ['number', 'issue'],
  ['language', 'langid'],
];

/** An entry with what it lacks and the entry that its `crossref` or `xdata` names has. */
function inherited(source: SourceText, entry: BibEntry, byKey: ReadonlyMap<string, BibEntry>): BibEntry {
  const fields = [...entry.fields];
  for (const link of entry.fields.filter(({ name }) => name === 'crossref' || name === 'xdata'))
    for (const key of source.text.slice(...fieldSpan(link)).split(',')) {
      const parent = byKey.get(key.trim().toLowerCase());
      if (!parent || parent === entry) continue;
      const isVolume = link.name === 'crossref' && !/^(?:article|book)$/u.test(entry.type);
      // A volume's own name, where it states one as well, is the title.
      const ofParent = parent.fields.filter(
        ({ name }) => !(isVolume && name === 'booktitle' && parent.fields.some((f) => f.name === 'title')),
      );
      for (const field of ofParent) {
        const name = isVolume ? inherits[field.name] : field.name;
        const has = (one: string): boolean => fields.some((own) => own.name === one);
        const others = same.find((names) => name !== undefined && names.includes(name)) ?? [];
        if (name && Object.hasOwn(inherits, field.name) && !has(name) && !others.some(has))
          fields.push({ ...field, name });
      }
    }
  return fields.length > entry.fields.length ? { ...entry, fields } : entry;
}

/** An entry's braces, key, field names, equals signs and commas: all of it that is not a value. */
function claimFrame(source: SourceText, entry: BibEntry, claims: Claim[]): void {
  let at = entry.start;
  for (const [from, to] of [
    entry.typeSpan,
    ...entry.fields.flatMap((field) => field.values.map((v) => [v.start, v.end] as const)),
  ]) {
    if (from > at) claimRange(claims, source, at, from, 'record-syntax');
    at = Math.max(at, to);
  }
  claimRange(claims, source, at, entry.end, 'record-syntax');
}

function read(source: SourceText): Reading {
  const entries = scanBibtex(source);
  const reading = new RecordsReading(source);
  const { claims: all, notices } = reading;
  const strings = new Map<string, string>();
  for (const entry of entries)
    if (entry.type === 'string')
      for (const field of entry.fields) {
        const { text } = trim(fold(valueOf(source, field, strings)));
        const length = Math.max(text.length, spelt(source, field, strings));
        if (length <= limits.abbreviation.most) strings.set(field.name, text);
        else notices.push(longAbbreviation(source, field, length));
      }
  const byKey = new Map(entries.flatMap((entry) => (entry.key ? [[entry.key.toLowerCase(), entry] as const] : [])));
  for (const entry of entries) {
    if (['comment', 'preamble', 'string'].includes(entry.type)) {
      claimRange(all, source, entry.start, entry.end, entry.type === 'comment' ? 'comments' : 'record-syntax');
      continue;
    }
    claimFrame(source, entry, all);
    const whole = inherited(source, entry, byKey);
    for (const field of entry.fields) {
      const length = spelt(source, field, strings);
      if (length > limits.abbreviation.most) notices.push(longAbbreviation(source, field, length));
    }
    const statements = statementsOf(source, whole, strings, all);
    reading.add(statements, [entry.start, entry.end]);
    if (!entry.closed) notices.push(openEntry(source, entry, reading.count));
  }
  claimComments(source, entries, all);
  return reading.done();
}

/** It is not spelt out: where it is used, its name stays. */
function longAbbreviation(source: SourceText, field: BibField, length: number): Notice {
  const { most, of, because } = limits.abbreviation;
  const [place] = placesOf(source, ...fieldSpan(field));
  return {
    severity: 'warning',
    rule: 'above-a-limit',
    place: place ?? { file: source.file },
    seen: `${length.toLocaleString('en')} ${of}`,
    expected: `at most ${most.toLocaleString('en')}: ${because}`,
    remedy:
      'write the value itself where the abbreviation is used; until then the record has the name of the abbreviation',
  };
}

/** Lines between entries that begin with a per cent sign are comments; BibTeX ignores the others too, but we show them. */
function claimComments(source: SourceText, entries: readonly BibEntry[], all: Claim[]): void {
  let at = 0;
  for (const [from, to] of [
    ...entries.map((entry) => [entry.start, entry.end] as const),
    [source.text.length, source.text.length] as const,
  ]) {
    for (const match of source.text.slice(at, from).matchAll(/(?<=^|[\r\n]|\ufeff)[ \t]*%[^\r\n]*/gu))
      claimRange(all, source, at + match.index, at + match.index + match[0].length, 'comments');
    at = Math.max(at, to);
  }
}

function openEntry(source: SourceText, entry: BibEntry, record: number): Notice {
  const [place] = placesOf(source, entry.start, Math.min(entry.end, entry.start + 200));
  return {
    severity: 'warning',
    rule: 'bibtex-entry-open',
    place: place ?? { file: source.file },
    seen: `record ${record}${entry.key ? ` (${entry.key.slice(0, 60)})` : ''} whose braces do not close`,
    expected: 'as many closing braces as opening ones',
    remedy: 'close the brace; the entry is read up to the beginning of the next one',
  };
}

/** Lines that a program writes before its entries, and a few that people write between them. */
const mostLines = { before: 15, anEntry: 3 };

/**
 * A file of entries, whatever else is before, between and after them: BibTeX reads what is outside an entry as a
 * comment. A page that shows an entry of its own paper has more words than the entry.
 */
function claims(source: SourceText): boolean {
  const { text } = source;
  if (!/@[a-z][\w-]{1,30}\s*[{(]/iu.test(text.slice(0, 50_000))) return false;
  const entries = scanBibtex(source).filter((entry) => entry.fields.length);
  if (!entries.some(({ type }) => type !== 'string')) return false;
  let [outside, inside, lines, at] = [0, 0, 0, 0];
  const [only, ...more] = entries;
  // Behind several entries anything may stand: a page has no list of them at its head.
  for (const { start, end } of [
    ...entries,
    ...(only && !more.length ? [{ start: text.length, end: text.length }] : []),
  ]) {
    for (const line of text.slice(at, start).split(/[\r\n]+/u)) {
      // A per cent sign says itself that the line is a comment.
      if (!line.trim() || /^\s*%/u.test(line)) continue;
      lines++;
      outside += line.length;
    }
    inside += end - start;
    at = Math.max(at, end);
  }
  return outside < inside && lines <= mostLines.before + entries.length * mostLines.anEntry;
}

export const bibtex: Format = {
  name: 'bibtex',
  title: { en: 'BibTeX and BibLaTeX', zh: 'BibTeX 与 BibLaTeX' },
  trust: 'reference-file',
  claims,
  read,
};
