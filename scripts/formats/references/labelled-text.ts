/** The format of `Label: value` exports: how to recognise one, where its records begin and end, and what is read of them. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { hasHan } from '#text/han';
import { claimRange } from '../draft/claims.ts';
import type { Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { isRule, linesOf, mostStrays, splitWhere, type TaggedField, type TextLine } from '../text/tagged.ts';
import { fold, join, slice, spanOf, split, traceSource, type Traced } from '../text/traced.ts';
import { kindOfWords } from '../values/sections.ts';
import { citationLine, yearLine } from './citation-lines.ts';
import { statementsOf as cellStatements } from './csv-cells.ts';
import { columnKey, type Column } from './csv-columns.ts';
import { byRow, meaningOf, labelOf, unknownIn, unknownLabels, ofOneLine } from './labels-of-text.ts';
import { labelNotKnown } from './label-not-known.ts';
import { firstLineOf, goesOnBelow } from './pasted-page.ts';
import { packed, readRecords, stated } from './read-records.ts';
import { isYaml } from './unknown-yaml.ts';
import { furniture } from './tag-table.ts';

/** A line that heads a record: `Record #1 of 3`, `Record: 1`, `RECORD 1`, `Document 1 of 2`, `1 of 20`. */
const head =
  /^[^\S\r\n]*(?:(?:record|document|item|reference|citation|result)\s*(?:#|no\.?\s?|number\s)?\s?:?\s?\d{1,6}(?:\s(?:of|\/)\s\d{1,6})?|\d{1,6}\sof\s\d{1,6}|第\s?\d{1,6}\s?[条篇])\s?[.:：]?$/iu;

/** The fields of each record, and what is outside of all. */
interface Scanned {
  records: TaggedField[][];
  /** The first field of each label that no table knows. */
  unknown: TaggedField[];
  outside: [number, number][];
  labelled: number;
  /** How many lines there are up to the last labelled one. */
  lines: number;
}

const headTag = 'HEAD';
const titleTag = 'HEADING';

function scan(source: SourceText): Scanned {
  const fields: TaggedField[] = [];
  const outside: [number, number][] = [];
  const others = unknownLabels(source);
  let [labelled, lines, all, strays] = [0, 0, 0, 0];
  let open: TaggedField | undefined;
  const begin = (tag: string, start: number, bodyStart: number, end: number, opens: boolean): TaggedField => {
    const field = { tag, start, bodyStart, end, lines: [traceSource(source, bodyStart, end)], opens };
    fields.push(field);
    return field;
  };
  const every = linesOf(source);
  const next = nextLabels(every);
  for (const line of every) {
    const { start, end, text, isApart } = line;
    all++;
    if (head.test(text)) {
      open = begin(headTag, start, end, end, true);
      strays = 0;
    } else if (isRule(text)) {
      outside.push([start, end]);
      open = undefined;
    } else {
      const other = unknownIn(line, every[all]);
      const own = labelOf(text);
      const known = own && isOtherScript(own.label, fields) ? undefined : own;
      const isOther = !known && others.has(columnKey(other?.[1] ?? ''));
      const found = known ?? (other?.[1] && isOther ? { label: other[1], end: other[0].length } : undefined);
      // A part of an abstract is labelled too.
      const isPart =
        open &&
        meaningOf(open.tag, '') === 'abstract' &&
        found &&
        kindOfWords(found.label) &&
        !/^(?:abstract|摘要)$/iu.test(found.label);
      const isOfPage = strays >= mostStrays && found && !beginsRecord(found.label, fields[0]);
      if (found && !isPart && !isOfPage) {
        strays = 0;
        if (!isOther) labelled++;
        lines = all;
        open = begin(found.label, start, start + found.end, end, isApart);
      } else if (open?.tag === headTag) open = begin(titleTag, start, start, end, isApart);
      else if (open && goesOn(open, line) && (!isApart || isInRecord(fields[0], next[all]))) {
        open.lines.push(traceSource(source, start, end));
        open.end = end;
      } else if (fields.length && strays < mostStrays && /^\s*https?:\/\//u.test(text))
        open = begin('URL', start, start, end, isApart);
      else {
        outside.push([start, end]);
        strays++;
        // What goes on below goes on with this line.
        open = undefined;
      }
    }
  }
  const named = [...new Map(fields.toReversed().map((field) => [columnKey(field.tag), field])).values()];
  return {
    records: recordsOf(fields),
    unknown: named.filter(({ tag }) => others.has(columnKey(tag))).reverse(),
    outside,
    labelled,
    lines,
  };
}

/** Whether a label is in Chinese below a record whose labels are not: it is that of a page. */
const isOtherScript = (label: string, above: readonly TaggedField[]): boolean =>
  hasHan(label) && above.length > 4 && !above.slice(0, 40).some(({ tag }) => hasHan(tag));

const beginsRecord = (label: string, first: TaggedField | undefined): boolean =>
  !first || columnKey(label) === columnKey(first.tag) || meaningOf(label, '') === 'title';

/** The label at or below each line. */
function nextLabels(lines: readonly TextLine[]): (string | undefined)[] {
  const labels: (string | undefined)[] = [];
  for (let i = lines.length - 1; i >= 0; i--) labels[i] = labelOf(lines[i]?.text ?? '')?.label ?? labels[i + 1];
  return labels;
}

/** Whether a paragraph is within a record: the file numbers its records, or a label below goes on with this one. */
const isInRecord = (first: TaggedField | undefined, below: string | undefined): boolean =>
  first?.tag === headTag || (below !== undefined && !beginsRecord(below, first));

/** Whether a line goes on with a value, or begins one whose label is on a line of its own. */
const goesOn = (field: TaggedField, { text, isApart }: TextLine): boolean =>
  goesOnBelow(text, isApart, meaningOf(field.tag, '') === 'abstract') || !field.lines.some((line) => line.text.trim());

/** A record begins at each numbered head; in a file without such, where the label comes back that began the first. */
function recordsOf(fields: readonly TaggedField[]): TaggedField[][] {
  const records = cutRecords(fields);
  // A page directly behind the file goes on with its last value.
  const end = records.at(-1)?.findIndex(isOverfull) ?? -1;
  const last = records.at(-1)?.[end];
  if (last) records.at(-1)?.splice(end, Infinity, firstLineOf(last));
  return records;
}

function cutRecords(fields: readonly TaggedField[]): TaggedField[][] {
  const firstHead = fields.findIndex(({ tag }) => tag === headTag);
  if (firstHead >= 0) return splitWhere(fields.slice(firstHead), ({ tag }) => tag === headTag);
  const isTitle = (field: TaggedField): boolean => meaningOf(field.tag, '') === 'title';
  const titles = fields.filter(isTitle).length;
  if (titles < 2) return [];
  const [first] = fields;
  const key = columnKey(first?.tag ?? '');
  const isFirst = (field: TaggedField): boolean => columnKey(field.tag) === key;
  const records = splitWhere(fields, fields.filter(isFirst).length === titles ? isFirst : isTitle);
  const once = onceIn(records);
  return records.map((record) => upToRepeat(record, once));
}

const mostBelow = 3;
const isOverfull = ({ tag, lines }: TaggedField): boolean =>
  lines.length - 1 > mostBelow && ofOneLine.has(meaningOf(tag, ''));

/** What a record says once. */
const ofARecord = new Set<Column | 'source' | undefined>(['abstract', 'journal', 'source', 'doi']);

/** The labels of such values that one of the records has once. */
const onceIn = (records: readonly TaggedField[][]): ReadonlySet<string> =>
  new Set(
    records.flatMap((record) => {
      const said = record.filter(({ tag }) => ofARecord.has(meaningOf(tag, '')));
      const byKey = Map.groupBy(said, ({ tag }) => columnKey(tag));
      return [...byKey].filter(([, { length }]) => length === 1).map(([key]) => key);
    }),
  );

/** A record up to where a label comes back that another has once: it is that of a page behind the record. */
function upToRepeat(record: TaggedField[], once: ReadonlySet<string>): TaggedField[] {
  const seen = new Set<string>();
  const end = record.findIndex(({ tag }) => {
    const key = columnKey(tag);
    return once.has(key) && seen.size === seen.add(key).size;
  });
  const last = record[end - 1];
  return end > 1 && last ? [...record.slice(0, end - 1), firstLineOf(last)] : record;
}

/**
 * ProQuest numbers the addresses, which are behind all authors: `Vey, Paula 1 ; Roe, Kim 2   1 Bread University 2 Roll
 * Institute`. EBSCO has an author and the address in each line. The names and the addresses; nothing of other lists.
 */
function apart(value: Traced): [names: Traced[], addresses: Traced[]] | undefined {
  const ofEbsco = split(value, /[\r\n]+/gu).map((one) => ({ one, end: beforeAddress.exec(one.text)?.[0].length }));
  if (ofEbsco.some(({ end }) => end !== undefined))
    return [
      ofEbsco.map(({ one, end }) =>
        slice(one, 0, one.text.slice(0, end).replace(/, ORCID:? [\d-]{18}[\dX] ?$/u, '').length),
      ),
      ofEbsco.flatMap(({ one, end }) => (end === undefined ? [] : [slice(one, end + 2)])),
    ];
  const p = fold(value);
  const behind = /(?<=\s\d{1,2}) 1 (?=\p{L})/u.exec(p.text)?.index ?? p.text.length;
  const names = split(slice(p, 0, behind), /;/gu);
  if (!names.some(({ text }) => /\p{L} 1$/u.test(text))) return undefined;
  return [
    names.map((one) => slice(one, 0, one.text.replace(/(?<=\p{L}\.?)(?: \d{1,2}){1,9}$/u, '').length)),
    split(slice(p, behind), /(?:^|(?<=\p{L}[.;]?)) ?\d{1,2} (?=\p{L})/gu),
  ];
}

/** EBSCO's line of each author: `Vey, Paula Q.. Bread University, Loafton, US`, with an ORCID before the stop. */
const beforeAddress =
  /^[^,.]{2,60}, [^,]{1,60}?(?:, ORCID:? [\d-]{18}[\dX] ?)?(?=\. \p{Lu}\p{L}{2}[^,]{3,200}, \p{L})/u;

/** ProQuest writes the city behind the journal's name: `Bread Psychology; Washington`. */
const withoutCity = (value: Traced): Traced =>
  slice(value, 0, /\s?; \p{Lu}[\p{L}., -]{2,40}$/u.exec(value.text)?.index);

function statementsOf(source: SourceText, fields: readonly TaggedField[], claims: Claim[]): Statement[] {
  const hasTitle = fields.some((field) => meaningOf(field.tag, '') === 'title');
  const hasJournal = fields.some(({ tag }) => !byRow.includes(columnKey(tag)) && meaningOf(tag, '') === 'journal');
  const headers: (Column | undefined)[] = [];
  const cells: { value: Traced; span: [number, number] }[] = [];
  const others: Statement[] = [];
  for (const field of fields) {
    const value = join(field.lines, '\n');
    const span = spanOf(value);
    if (!span || field.tag === headTag) continue;
    const means = field.tag === titleTag ? (hasTitle ? 'title-copy' : 'title') : meaningOf(field.tag, value.text);
    if (means === 'source') {
      const year = packed(fold(value), [yearLine], { date: 'year' });
      const line = year.length ? year : citationLine(value);
      // A field of its own names the journal better than a line of abbreviations.
      others.push(...line.filter((s) => !(hasJournal && s.means === 'journal')));
      if (!line.length) others.push(...stated(furniture('citation-line'), value));
    } else {
      const [names, addresses] = (means === 'authors' ? apart(value) : undefined) ?? [];
      others.push(...(addresses ?? []).flatMap((one) => stated('affiliation', one)));
      for (const one of names ?? [means === 'journal' ? withoutCity(value) : value]) {
        headers.push(means);
        cells.push({ value: one, span });
      }
    }
  }
  return [...cellStatements(source, headers, cells, claims, true), ...others];
}

/** The share of lines that a file of labels labels at the least: abstracts wrap. */
const fewest = 0.2;

function claims(source: SourceText): boolean {
  const start = source.text.slice(0, 20_000);
  if (/^\ufeff?\s*[<[{@%]/u.test(start) || isYaml(source)) return false;
  const { records, labelled, lines } = scan(source);
  const known = records.filter((fields) => new Set(fields.map(({ tag }) => columnKey(tag))).size > 3);
  if (!known.length || labelled < lines * fewest || records.flat().some(isOverfull)) return false;
  const hasHeads = records.every(([first]) => first?.tag === headTag);
  return known.length >= records.length * 0.5 && (hasHeads || known.length > 1);
}

function read(source: SourceText): Reading {
  const all: Claim[] = [];
  const { records, unknown: others, outside } = scan(source);
  for (const [from, to] of outside)
    if (
      isRule(source.text.slice(from, to)) ||
      /^(?:Report Information|Contact ProQuest|Table of contents|Bibliography)/iu.test(source.text.slice(from, to))
    )
      claimRange(all, source, from, to, 'file-header');
  const reading = readRecords(source, records, (fields, own) => statementsOf(source, fields, own), all);
  return { ...reading, notices: [...reading.notices, ...others.map((field) => labelNotKnown(source, field))] };
}

/** Records of `Label: value`, as ProQuest, EBSCO, Embase and the Cochrane Library write them to be read by people. */
export const labelledText: Format = {
  name: 'labelled-text',
  title: {
    en: 'Labelled text (ProQuest, EBSCO, Embase, Cochrane)',
    zh: '带标签文本（ProQuest、EBSCO、Embase、Cochrane）',
  },
  trust: 'reference-file',
  claims,
  read,
};
