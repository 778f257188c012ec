/** The format of EndNote's tagged files (`%T Title`): how to recognise one, and what its tags mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { join, spanOf, split } from '../text/traced.ts';
import { RecordsReading } from './reading.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitAtBlanks, type TaggedField, upToLast } from '../text/tagged.ts';
import { findIsbns } from '../values/works.ts';
import { furniture } from './tag-table.ts';
import { goesOnBelow } from './pasted-page.ts';

/** A per cent sign and one character, a blank (EndNote's import format, after Refer); VIP puts a colon after it. */
const tag = /^(%[0-9A-Z@!?#$~&+^><*([\])])(?: |\t|$|:\s?)/;

const tags: Readonly<Record<string, TagMeaning>> = {
  '%0': 'type',
  '%A': 'author',
  '%T': 'title',
  '%Q': 'title-translated',
  '%!': 'title-copy',
  '%J': 'journal',
  '%B': 'journal',
  '%D': 'year',
  '%8': 'date',
  '%V': 'volume',
  '%N': 'issue',
  '%P': 'pages',
  '%@': 'issn',
  '%R': 'doi',
  '%U': 'url',
  '%>': 'url',
  '%K': 'keywords',
  '%X': 'abstract',
  '%G': 'language',
  '%I': 'publisher',
  '%C': 'publisher-place',
  '%E': 'editor',
  '%+': 'affiliation',
  '%O': 'article-number',
  '%H': furniture('romanised-names'),
  '%M': furniture('database-accessions'),
  '%F': furniture('database-accessions'),
  '%~': furniture('database-name'),
  '%W': furniture('database-name'),
  '%[': furniture('access-date'),
  '%7': furniture('database-dates'),
  '%9': furniture('publication-type'),
  '%Y': furniture('editors'),
  '%S': furniture('series'),
  '%L': furniture('library-links'),
  '%Z': 'note',
  '%1': furniture('notes'),
  '%3': furniture('notes'),
  '%4': furniture('notes'),
  '%#': furniture('notes'),
  '%$': furniture('notes'),
  '%<': furniture('notes'),
  '%&': furniture('notes'),
  '%(': furniture('notes'),
  '%)': furniture('notes'),
  '%*': furniture('notes'),
};

/** CNKI writes all authors on one line, each with its tag. */
const againOnTheLine = /%A (?=\p{L})/gu;

const listTags = new Set(['%A', '%E', '%?', '%K', '%+', '%U']);

/** What the rest of a record says that one tag's meaning depends on. */
interface EnwRecord {
  type: string;
  /** PubMed is the provider: its number is bare. */
  fromNlm: boolean;
}

function meaningOf(field: TaggedField, { type, fromNlm }: EnwRecord): TagMeaning | undefined {
  const value = field.lines[0]?.text.trim() ?? '';
  if (field.tag === '%2') return /^PMC\d/iu.test(value) ? 'pmcid' : furniture('notes');
  if (field.tag === '%M' && (/^pmid/iu.test(value) || (fromNlm && /^\d{1,8}$/u.test(value)))) return 'pmid';
  // "Artn e17204": other notes are not the number of an article.
  if (field.tag === '%O') return /^artn\b/iu.test(value) ? 'article-number' : furniture('notes');
  if (field.tag === '%?') return /book/u.test(type) ? 'translator' : furniture('editors');
  if (field.tag === '%7' && /book/u.test(type)) return 'edition';
  if (field.tag === '%7') return /^\d{8}$/u.test(value) ? 'online' : furniture('database-dates');
  if (field.tag === '%9' && /thesis|report|generic|unpublished|manuscript/u.test(type)) return 'genre';
  // A conference's own place, and the title of its proceedings beside its name.
  if (field.tag === '%C' && /^conference/u.test(type)) return 'event-place';
  // CNKI has the university of a thesis here, and no publisher.
  if (field.tag === '%+' && type === 'thesis') return 'publisher';
  if (field.tag === '%@' && type === 'report' && findIsbns(value).length === 0) return 'number';
  return Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
}

function statementsOf(source: SourceText, fields: readonly TaggedField[], claims: Claim[]): Statement[] {
  const statements: Statement[] = [];
  const type =
    fields
      .find((field) => field.tag === '%0')
      ?.lines[0]?.text.trim()
      .toLowerCase() ?? '';
  const fromNlm = fields.some(({ tag, lines }) => tag === '%W' && lines[0]?.text.trim() === 'NLM');
  for (const field of fields) {
    claimRange(claims, source, field.start, field.bodyStart, 'record-syntax');
    const means = meaningOf(field, { type, fromNlm });
    if (!means) continue;
    const values = listTags.has(field.tag)
      ? field.lines.flatMap((line) => split(line, againOnTheLine))
      : [join(field.lines, '\n')];
    for (const value of values) {
      const span = spanOf(value);
      if (!span) continue;
      // A keyword line holds one keyword, unless it parts several itself.
      const one = field.tag === '%K' && !/[;；]/u.test(value.text) ? 'keyword' : means;
      const paragraphs = field.tag === '%X' ? field.lines : undefined;
      statements.push({ means: one, value, span, paragraphs });
    }
  }
  return statements;
}

const claims = (source: SourceText): boolean => {
  const lines = upToLast(firstLines(source, 40), tag);
  const [first = ''] = lines;
  if (!tag.test(first) || !lines.some((line) => /^%[0AT](?: |$)/u.test(line))) return false;
  return lines.filter((line) => tag.test(line)).length >= Math.max(2, lines.length * 0.5);
};

function read(source: SourceText): Reading {
  // After a blank line only a text of paragraphs goes on.
  const file = readTagged(source, tag, (line, field, isApart) => goesOnBelow(line, isApart, field.tag === '%X'));
  const reading = new RecordsReading(source);
  const records = wholeRecords(splitAtBlanks(file.fields, (t) => t === '%0')).flatMap((fields) =>
    cutAtBlankLines(source, fields),
  );
  reading.addEach(records, (fields) => statementsOf(source, fields, reading.claims));
  return reading.done();
}

/** Some programs state the type twice: a record of a type alone belongs to the next one. */
function wholeRecords(records: readonly TaggedField[][]): TaggedField[][] {
  const whole: TaggedField[][] = [];
  let types: TaggedField[] = [];
  for (const record of records) {
    const isType = record.every((field) => field.tag === '%0');
    if (types.length && (record[0]?.opens || !record.some((field) => field.tag === '%T'))) {
      whole.push(...types.map((one) => [one]));
      types = [];
    }
    if (isType) types.push(...record);
    else {
      whole.push([...types, ...record]);
      types = [];
    }
  }
  return [...whole, ...types.map((one) => [one])];
}

/** Refer's own rule: a blank line ends a record. It counts where a second title follows that has no %0 before it. */
function cutAtBlankLines(source: SourceText, fields: TaggedField[]): TaggedField[][] {
  if (fields.filter((field) => field.tag === '%T').length < 2) return [fields];
  const records: TaggedField[][] = [];
  let end = -1;
  for (const field of fields) {
    const last = records.at(-1);
    const blank = end >= 0 && /(?:\r\n?|\n)\s*(?:\r\n?|\n)/u.test(source.text.slice(end, field.start));
    if (!last || blank) records.push([field]);
    else last.push(field);
    end = field.end;
  }
  return records;
}

export const enw: Format = {
  name: 'endnote-tagged',
  title: { en: 'EndNote tagged (ENW, Refer)', zh: 'EndNote 标记文本（ENW、Refer）' },
  trust: 'reference-file',
  claims,
  read,
};
