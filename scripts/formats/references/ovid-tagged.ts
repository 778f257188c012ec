/** The format of Ovid's tagged export (`TI  - Title`): how to recognise it, and what its tags mean. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { citationLine } from './citation-lines.ts';
import { join, slice, split, trim, type Traced } from '../text/traced.ts';
import { readRecords, stated } from './read-records.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitRecords, type TaggedField } from '../text/tagged.ts';
import { furniture, furnitureOf } from './tag-table.ts';
import { goesOnBelow } from './pasted-page.ts';

/** `<3. >` begins a record; a field is two letters, blanks and a hyphen. */
const tag = /^ ?(<\d{1,6}\. ?>)\s*$|^ ?([A-Z]{2}) {1,3}-(?: |$)/u;

/** Ovid's field codes; IS is an ISSN here and no issue. */
const tags: Readonly<Record<string, TagMeaning>> = {
  TI: 'title',
  OT: 'title-original',
  TT: 'title-translated',
  AU: 'author',
  CA: 'group',
  IN: 'affiliation',
  AD: 'affiliation',
  JN: 'journal',
  BT: 'journal',
  IS: 'issn',
  YR: 'year',
  YE: 'year',
  DP: 'date',
  VO: 'volume',
  VI: 'volume',
  IP: 'issue',
  PG: 'pages',
  DI: 'doi',
  DO: 'doi',
  PM: 'pmid',
  AB: 'abstract',
  LG: 'language',
  LA: 'language',
  KW: 'keywords',
  MH: 'keyword',
  SH: 'keyword',
  DE: 'keywords',
  ID: 'keywords',
  HW: 'keywords',
  PT: 'publication-type',
  DT: 'publication-type',
  PU: 'publisher',
  PB: 'publisher',
  UR: 'url',
  ...furnitureOf('file-header', 'VN'),
  ...furnitureOf('database-name', 'DB'),
  ...furnitureOf('database-accessions', 'AN UI ON JC NJ CC CB BC'),
  ...furnitureOf('database-dates', 'UP EM DD ED DC RV EN ET'),
  ...furnitureOf('library-links', 'XL OU JL LC LS'),
  ...furnitureOf('isbn', 'IB'),
  ...furnitureOf('copyright-statement', 'RO CR'),
  ...furnitureOf('subject-categories', 'SB MC TN ST SY OR MI CL BR'),
  ...furnitureOf('publisher-place', 'CY CP PI PL'),
  ...furnitureOf('publication-type', 'FO PO MQ'),
  ...furnitureOf('series', 'OL'),
};

/** Marks of affiliations after a name, and the remarks in brackets after a title. */
const mark = /(?:(?<!\s)\s+)?(?:[*+†‡§]|\d{1,2}(?:,\s?(?:\d{1,2}|[*+†‡§])){0,40}(?:,[*+†‡§])?)$/u;
export const remark = /(?:(?<!\s)\s+)?(?:\[[\p{L}\d ]{3,40}\][ .]{0,3}){1,4}$/u;

/** A value without what a pattern finds at its end, and that end by itself. */
export function cutEnd(means: TagMeaning, value: Traced, pattern: RegExp, rule: string): Statement[] {
  // A translated title is in brackets as a whole.
  const whole = /^\[[^\]]{1,2000}\]\.?/u.exec(value.text)?.[0].length ?? 0;
  const at = Math.max(whole, value.text.replace(pattern, '').length);
  return [...stated(means, slice(value, 0, at)), ...stated(furniture(rule), trim(slice(value, at, value.text.length)))];
}

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  const isMedline = fields.some((f) => f.tag === 'DB' && /medline/iu.test(f.lines[0]?.text ?? ''));
  const hasJournal = fields.some((f) => f.tag === 'JN');
  const all = fields.flatMap((field): Statement[] => {
    const value = join(field.lines, '\n');
    if (field.tag === 'SO') return citationLine(value);
    if (field.tag === 'UI' && isMedline) return stated('pmid', value);
    const means = Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
    if (!means) return [];
    if (means === 'author') return cutEnd(means, value, mark, 'record-syntax');
    if (means === 'title') return cutEnd(means, value, remark, 'publication-type');
    if (means === 'affiliation') return split(value, /[\r\n]+/gu).flatMap((one) => stated(means, one));
    return stated(means, value, means === 'abstract' ? { paragraphs: field.lines } : {});
  });
  // Fields of their own before the line that packs them.
  if (!hasJournal) return all;
  const byMeaning = Map.groupBy(all, (s) => s.means);
  const texts = new Map([...byMeaning].map(([means, some]) => [means, Map.groupBy(some, textOf)]));
  const isSaidAgain = (s: Statement): boolean => (texts.get(s.means)?.get(textOf(s))?.length ?? 0) > 1;
  return all.toSorted((a, b) => Number(isSaidAgain(a)) - Number(isSaidAgain(b)));
}

const textOf = ({ value }: Statement): string => value.text.trim();

function claims(source: SourceText): boolean {
  const [head = '', ...lines] = firstLines(source, 30);
  const isNumbered = /^ ?<\d{1,6}\. ?>\s*$/u.test(head);
  const names = lines.map((line) => tag.exec(line)?.[2]);
  return (
    /^ ?VN {1,3}- Ovid/u.test((isNumbered ? lines[0] : head) ?? '') ||
    (isNumbered && names.includes('TI') && names.filter(Boolean).length > lines.length * 0.5)
  );
}

function read(source: SourceText): Reading {
  const { fields } = readTagged(source, tag, (line, field, isApart) =>
    goesOnBelow(line, isApart, tags[field.tag] === 'abstract'),
  );
  const begins = fields.some((field) => field.tag.startsWith('<'))
    ? (t: string) => t.startsWith('<')
    : (t: string) => t === 'VN';
  return readRecords(
    source,
    splitRecords(fields, begins, () => false),
    statementsOf,
  );
}

export const ovidTagged: Format = {
  name: 'ovid-tagged',
  title: { en: 'Ovid (tagged text)', zh: 'Ovid（带标记文本）' },
  trust: 'reference-file',
  claims,
  read,
};
