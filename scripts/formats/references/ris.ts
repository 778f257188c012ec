/** The format of RIS files: how to recognise one, and how its lines become fields. */

import type { Claim, Reading } from '#domain/draft';
import { detectLanguage, type Language } from '#domain/language';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { isLoneEnd } from './read-records.ts';
import { cutEnd, remark } from './ovid-tagged.ts';
import { RecordsReading } from './reading.ts';
import { join, spanOf, type Traced } from '../text/traced.ts';
import { lineBetween, listTags, meaningOf, paragraphTags, risRecord } from './ris-tags.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitAtEnds, type TaggedField, upToLast } from '../text/tagged.ts';

/** A file's own way to write a tag, as its first `TY` line shows it. */
interface Shape {
  tag: RegExp;
  /** How many lines are before the first tag: a service's own header. */
  header: number;
}

/** `TY  - JOUR`, in capitals or not, set in or not, with any blanks and any dash. */
const typeLine = /^([ \t]{0,12})(TY|ty|Ty)([ \t]{0,4})([-–—])[ \t]*[A-Za-z]{3,12}\s*$/u;

/** More lines than this before the first record are not a header. */
const mostHeader = 12;

/** Two characters, white space, a hyphen; the specification's two blanks before it are not always two. */
const usualTag = /^([A-Z][A-Z0-9]) {1,4}-(?: |\t|$)/u;

function shapeOf(lines: readonly string[]): Shape {
  const [, indent = '', letters, gap = '', dash = '-'] =
    typeLine.exec(lines.find((one) => typeLine.test(one)) ?? '') ?? [];
  if (letters === undefined) return { tag: usualTag, header: headerOf(lines, usualTag) };
  const capitals = letters === 'TY' ? '[A-Z][A-Z0-9]' : '[A-Za-z][A-Za-z0-9]';
  const blanks = gap ? '[ \\t]{1,4}' : '[ \\t]{0,4}';
  const before = indent ? '[ \\t]{0,12}' : '';
  const tag = new RegExp(`^${before}(${capitals})${blanks}${dash}(?: |\\t|$)`, 'u');
  return { tag, header: headerOf(lines, tag) };
}

const headerOf = (lines: readonly string[], tag: RegExp): number =>
  Math.max(
    0,
    lines.slice(0, mostHeader + 1).findIndex((line) => tag.test(line)),
  );

function statementsOf(source: SourceText, fields: readonly TaggedField[], notices: Claim[]): Statement[] {
  const record = risRecord(fields);
  const statements: Statement[] = [];
  let abstract: OpenAbstract | undefined;
  const close = (): void => {
    if (abstract) pushStatement(statements, 'abstract', join(abstract.lines, '\n'), abstract.lines);
    abstract = undefined;
  };
  for (const field of fields) {
    claimRange(notices, source, field.start, field.bodyStart, 'record-syntax');
    const means = meaningOf(field, record);
    if (!means) continue;
    if (means !== 'abstract') close();
    const lines = field.lines.filter((line) => {
      const rule = lineBetween(line.text);
      const [run] = line.runs;
      if (rule && run && line !== field.lines[0]) claimRange(notices, source, run.from, run.to, rule);
      return !rule || line === field.lines[0];
    });
    const isNote = typeof means === 'object' && !record.hasDoi && doiAmongNotes.test(lines[0]?.text ?? '');
    if (isNote) pushStatement(statements, 'note', join(lines, '\n'));
    else if (means === 'title' && record.fromOvid)
      statements.push(...cutEnd(means, join(lines, '\n'), remark, 'publication-type'));
    else if (listTags.has(field.tag)) for (const line of lines) pushStatement(statements, means, line);
    else if (means === 'abstract') {
      const next = goesOn(abstract, field.tag, lines);
      if (next !== abstract) close();
      abstract = next;
    } else pushStatement(statements, means, join(lines, '\n'), paragraphTags.has(field.tag) ? lines : undefined);
  }
  close();
  return statements;
}

/** `Name - …; DOI - 10.5555/x; …`: ProQuest's notes name what other tags do not. */
const doiAmongNotes = /\bDOI\s*[-:]\s*10\.\d{4,9}\/[^\s;]/iu;

/** The lines of an abstract, whose tag may be before each of its paragraphs. */
interface OpenAbstract {
  tag: string;
  language: Language;
  lines: Traced[];
}

/** The abstract that a field goes on with: it has the same tag in the next line, and the same language. */
function goesOn(open: OpenAbstract | undefined, tag: string, lines: readonly Traced[]): OpenAbstract {
  const language = detectLanguage(join(lines, '\n').text);
  if (open?.tag !== tag || open.language !== language) return { tag, language, lines: [...lines] };
  open.lines.push(...lines);
  return open;
}

function pushStatement(
  statements: Statement[],
  means: TagMeaning,
  value: Traced,
  paragraphs?: readonly Traced[],
): void {
  const span = spanOf(value);
  if (span) statements.push({ means, value, span, paragraphs });
}

/** Tags that Ovid's and PubMed's tagged records have, and RIS does not. */
const otherTags = /^(?: ?VN {1,4}- Ovid|PMID-(?: {0,2}\d{1,12})?\s*$|OWN - \S|FAU - \S)/u;

/** Whether records end as they do in RIS: long values leave few tags among a file's first lines. */
const hasEnds = (text: string): boolean =>
  /^TY {1,4}- [A-Z]{3,12}[^\S\r\n]*$/mu.test(text) && /^ER {1,4}-[^\S\r\n]*$/mu.test(text);

function claims(source: SourceText): boolean {
  const lines = firstLines(source, 60);
  const { tag, header } = shapeOf(lines);
  const tagged = (from: readonly string[]) => from.filter((line) => tag.test(line)).length / upToLast(from, tag).length;
  // Nothing but a service's own lines is before the first record.
  if (lines.slice(0, header).every((line) => lineBetween(line) ?? line.length < 120)) {
    const [first = '', ...rest] = lines.slice(header);
    if (typeLine.test(first) && (header === 0 || (rest.length > 2 && tagged(rest) > 0.6))) return true;
  }
  // A file that lost its first TY, or whose records begin with other tags.
  const own = lines.slice(header).filter((line) => !lineBetween(line));
  if (!tag.test(own[0] ?? '') || own.length < 4 || lines.some((line) => otherTags.test(line))) return false;
  const isTold = own.some((line) => /^(?:TI|T1|AU|A1|ER)$/iu.test(tag.exec(line)?.[1] ?? ''));
  return (isTold && tagged(own) > 0.8) || (header === 0 && hasEnds(source.text));
}

function read(source: SourceText): Reading {
  const { tag } = shapeOf(firstLines(source, 60));
  const file = readTagged(source, tag, (_, field) => field.tag !== 'ER');
  const reading = new RecordsReading(source);
  for (const [from, to] of file.strays) {
    const line = source.text.slice(from, to).trim();
    const rule = lineBetween(line);
    if (rule) claimRange(reading.claims, source, from, to, rule);
  }
  const records = withLateFields(
    source,
    splitAtEnds(
      file.fields,
      (t) => t === 'TY',
      (t) => t === 'ER',
    ),
  );
  reading.addEach(
    records,
    (fields) => (isLoneEnd(source, fields, reading.claims) ? undefined : statementsOf(source, fields, reading.claims)),
    (_, fields) => reading.notices.push(...syntaxNotices(source, fields, reading.count)),
  );
  return reading.done();
}

/** Whether a line that is not a tag, or a blank one, is before a field of a record. */
function standsApart(source: SourceText, record: readonly TaggedField[], index: number): boolean {
  const before = record[index - 1];
  const between = source.text.slice(before?.lines[0]?.runs.at(-1)?.to ?? before?.bodyStart, record[index]?.start ?? 0);
  return (between.match(/\r\n?|\n/gu)?.length ?? 0) > 1;
}

/** What makes a stretch of tags a record of its own. */
const ofARecord = /^(?:TY|ER|TI|T1|AU|A1)$/u;

/**
 * Tags that some services write after a record's ER still belong to it: they are directly below it, or are not a
 * record of their own. In a file whose records begin with TY they end where the next TY begins.
 */
function withLateFields(source: SourceText, records: readonly TaggedField[][]): TaggedField[][] {
  const whole: TaggedField[][] = [];
  const beginsWithType = records[0]?.[0]?.tag === 'TY';
  for (const record of records) {
    const before = whole.at(-1);
    const type = record.findIndex(({ tag: t }) => t === 'TY');
    const [first] = record;
    const isLate = before && beginsWithType && type > 0 && first && !first.opens && standsApart(source, record, type);
    const above = isLate ? record.slice(0, type) : [];
    const late = above.some(({ tag: t }) => ofARecord.test(t)) ? [] : above;
    const own = record.slice(late.length);
    before?.push(...late);
    if (!before || own.some(({ tag: t }) => ofARecord.test(t))) whole.push(own);
    else before.push(...own);
  }
  return whole;
}

function syntaxNotices(source: SourceText, fields: readonly TaggedField[], record: number): Notice[] {
  const [first] = fields;
  if (!first) return [];
  const missing = [
    fields.some((f) => f.tag === 'TY') ? [] : ['TY at its beginning'],
    fields.some((f) => f.tag === 'ER') ? [] : ['ER at its end'],
  ].flat();
  const [place] = placesOf(source, first.start, first.end);
  return missing.map((what) => ({
    severity: 'info' as const,
    rule: 'record-incomplete',
    place: place ?? { file: source.file },
    seen: `record ${record} has no ${what}`,
    expected: 'each RIS record from TY to ER',
    remedy: 'check whether the file is cut off or put together by hand; the record is read as far as it goes',
  }));
}

export const ris: Format = {
  name: 'ris',
  title: { en: 'RIS references', zh: 'RIS 题录' },
  trust: 'reference-file',
  claims,
  read,
};
