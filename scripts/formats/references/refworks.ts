/** The format of RefWorks' tagged files: how to recognise one, and what its tags mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { join } from '../text/traced.ts';
import { readRecords, stated } from './read-records.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitRecords, type TaggedField } from '../text/tagged.ts';
import { furniture, furnitureOf } from './tag-table.ts';
import { goesOnBelow } from './pasted-page.ts';

/** Two characters and a blank; each line without a tag goes on with the one above (RefWorks Tagged Format). */
const tag = /^(URL|DOI|[A-Z][A-Z0-9]|U1[0-5]|(?:vo|yr|jf|jo|k1|t1|a1|sn|sp|fd|dp))(?:[:：]?\s|$|(?=\p{Script=Han}))/u;

/** RefWorks' tags, and those that Chinese databases write under its name. */
const tags: Readonly<Record<string, TagMeaning>> = {
  RT: 'type',
  A1: 'authors',
  AU: 'authors',
  T1: 'title',
  OT: 'title-original',
  ST: 'title-copy',
  JF: 'journal',
  JO: 'journal-abbreviation',
  T2: 'journal',
  YR: 'year',
  FD: 'date',
  VO: 'volume',
  IS: 'issue',
  SP: 'first-page',
  OP: 'last-page',
  K1: 'keyword',
  AB: 'abstract',
  SN: 'issn',
  AD: 'affiliation',
  LA: 'language',
  NO: 'note',
  PB: 'publisher',
  PP: 'publisher-place',
  ED: 'edition',
  A2: 'editors',
  DO: 'doi',
  UL: 'url',
  LK: 'url',
  URL: 'url',
  DOI: 'doi',
  ...furnitureOf('record-syntax', 'SR OL ER'),
  ...furnitureOf('database-accessions', 'ID AN CL'),
  ...furnitureOf('database-name', 'DB DS SF'),
  ...furnitureOf('access-date', 'RD'),
  ...furnitureOf('library-links', 'AV CN'),
  ...furnitureOf('editors', 'A3 A4 A5 A6'),
  ...furnitureOf('series', 'T3'),
  ...furnitureOf('notes', 'PN WT WV WP IP U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15'),
};

function meaningOf(field: TaggedField, hasJournal: boolean): TagMeaning | undefined {
  const value = field.lines[0]?.text.trim() ?? '';
  // A chapter's second title is its book's; beside a journal's name it is a series.
  if (field.tag === 'T2') return hasJournal ? furniture('series') : 'journal';
  if (/^pmid\s*:/iu.test(value)) return 'pmid';
  if (/^PMC\d/iu.test(value)) return 'pmcid';
  return Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
}

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  const hasJournal = fields.some((field) => field.tag === 'JF');
  return fields.flatMap((field) => {
    const means = meaningOf(field, hasJournal);
    if (!means) return [];
    const paragraphs = means === 'abstract' ? { paragraphs: field.lines } : {};
    return stated(means, join(field.lines, '\n'), paragraphs);
  });
}

/** The line on which the first record begins, after RefWorks' own legend of tags. */
const typeLine = /^RT [A-Z\p{Script=Han}][\p{L} ,/()-]{1,60}$/u;

function claims(source: SourceText): boolean {
  const lines = firstLines(source, 160);
  const at = lines.findIndex((line) => typeLine.test(line));
  if (at < 0 || (at > 0 && !/^refworks/iu.test(lines[0] ?? ''))) return false;
  const body = lines.slice(at, at + 30);
  return (
    body.some((line) => /^(?:T1|A1|JF) \S/u.test(line)) &&
    body.filter((line) => tag.test(line)).length > body.length * 0.4
  );
}

function read(source: SourceText): Reading {
  const all: Claim[] = [];
  const { fields, strays } = readTagged(
    source,
    tag,
    (line, field, isApart) => goesOnBelow(line, isApart, tags[field.tag] === 'abstract'),
    (name) => name === 'RT',
  );
  const first = fields.findIndex((field) => field.tag === 'RT');
  for (const { start, end } of fields.slice(0, Math.max(first, 0))) claimRange(all, source, start, end, 'file-header');
  for (const [from, to] of strays)
    if (from < (fields[first]?.start ?? 0)) claimRange(all, source, from, to, 'file-header');
  const records = splitRecords(
    fields.slice(Math.max(first, 0)),
    (t) => t === 'RT',
    () => false,
  );
  return readRecords(source, records, statementsOf, all);
}

export const refworks: Format = {
  name: 'refworks-tagged',
  title: { en: 'RefWorks tagged', zh: 'RefWorks 标记文本' },
  trust: 'reference-file',
  claims,
  read,
};
