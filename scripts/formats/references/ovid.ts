/** The format of Ovid's export with field names on lines of their own: how to recognise it, and what the names mean. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { join, split, traceSource, trim, type Traced } from '../text/traced.ts';
import { citationLine } from './citation-lines.ts';
import { cutEnd, remark } from './ovid-tagged.ts';
import { readRecords, stated } from './read-records.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitRecords, type TaggedField } from '../text/tagged.ts';
import { furniture } from './tag-table.ts';
import { goesOnBelow } from './pasted-page.ts';

/** `<8>` alone begins a record; a field's name is at the line's start, its value below, set in by two blanks. */
const tag = /^(<\d{1,6}>|[A-Z][A-Za-z-]{1,20}(?: [A-Za-z()&/-]{1,20}){0,3})\s*$/;

/** Ovid's field names, in lower case. */
const fields: Readonly<Record<string, TagMeaning>> = {
  title: 'title',
  'original title': 'title-original',
  'article title': 'title',
  author: 'authors',
  authors: 'authors',
  'authors full name': 'authors-full',
  'author keywords': 'keywords',
  keywords: 'keywords',
  'keyword heading': 'keywords',
  'mesh subject headings': 'keywords',
  'subject headings': 'keywords',
  abstract: 'abstract',
  'doi number': 'doi',
  'digital object identifier': 'doi',
  doi: 'doi',
  pmid: 'pmid',
  'pubmed id': 'pmid',
  issn: 'issn',
  'issn electronic': 'issn',
  'issn print': 'issn',
  language: 'language',
  publisher: 'publisher',
  institution: 'affiliation',
  'journal name': 'journal',
  'document type': 'publication-type',
  'publication type': 'publication-type',
  'year of publication': 'year',
  'date of publication': 'date',
  url: 'url',
  'accession number': furniture('database-accessions'),
  'unique identifier': furniture('database-accessions'),
  'record owner': furniture('database-bookkeeping'),
  status: furniture('database-bookkeeping'),
  score: furniture('database-bookkeeping'),
  'journal subset': furniture('subject-categories'),
  database: furniture('database-name'),
  references: furniture('cited-references'),
  'cited references': furniture('cited-references'),
  'country of publication': furniture('publisher-place'),
  'correspondence address': furniture('contact-details'),
  'grant information': furniture('funding'),
  'entry date': furniture('database-dates'),
  'link to the ovid full text or citation': furniture('library-links'),
};

/** Marks of affiliations after a name: "Kohler, Lars 1", "Smith J. (1)". */
const mark = /(?<![\s\d(),*+†‡§])(?=[\s(),]*[\d*+†‡§])[\s\d(),*+†‡§]+$/u;

/** What `Status` says of a record of MEDLINE, whose unique identifier is PubMed's number. */
const ofMedline = /^\s*(?:MEDLINE|PubMed-not-MEDLINE|In-Process|In-Data-Review|Publisher)\b/iu;

const valueOf = ({ lines }: TaggedField): Traced => join(lines.slice(1), '\n');

/** What a field means beside the others of its record: full names are believed before short ones. */
function meaningOf(name: string, record: readonly TaggedField[]): TagMeaning | undefined {
  const says = (tag: string, pattern: RegExp): boolean =>
    record.some((field) => field.tag.toLowerCase() === tag && pattern.test(valueOf(field).text));
  if (name === 'unique identifier' && says('status', ofMedline) && says(name, /^\s*\d{7,8}\s*$/u)) return 'pmid';
  if (name === 'authors full name') return 'authors';
  if (name === 'authors' && says('authors full name', /\p{L}/u)) return 'authors-full';
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function statementsOf(record: readonly TaggedField[]): Statement[] {
  return record.flatMap((field): Statement[] => {
    const name = field.tag.toLowerCase();
    const value = valueOf(field);
    if (name === 'source') return citationLine(value);
    const means = meaningOf(name, record);
    if (!means) return [];
    if (means === 'authors')
      return split(value, /;/gu).flatMap((one) =>
        /^\s*orcid\b/iu.test(one.text) ? stated('orcid', trim(one)) : cutEnd('author', one, mark, 'record-syntax'),
      );
    if (means === 'affiliation')
      return split(value, /(?<=\S);\s+(?=\(\d)|[\r\n]+/gu).flatMap((address) => stated(means, address));
    return means === 'title' ? cutEnd(means, value, remark, 'publication-type') : stated(means, trim(value));
  });
}

/** Whether the value of a field is set in, as Ovid writes it. */
const isSetIn = ({ lines: [, value] }: TaggedField): boolean => /^\s/u.test(value?.text ?? '');

/** A record in which a short value directly below a field's name, which looks like a name of a field, is the value. */
const withValues = (source: SourceText, record: readonly TaggedField[]): TaggedField[] =>
  record.flatMap((field, i): TaggedField[] => {
    const isKnown = (one: TaggedField | undefined): boolean =>
      one !== undefined &&
      (one.tag.startsWith('<') || Object.hasOwn(fields, one.tag.toLowerCase()) || one.tag === 'SOURCE');
    const isEmpty = (one: TaggedField | undefined): boolean =>
      one !== undefined && !one.tag.startsWith('<') && isKnown(one) && one.lines.length === 1;
    if (!isKnown(field) && !field.opens && isEmpty(record[i - 1])) return [];
    const below = record[i + 1];
    if (!below || !isEmpty(field) || isKnown(below) || below.opens) return [field];
    const value = [traceSource(source, below.start, below.bodyStart), ...below.lines.slice(1)];
    return [{ ...field, lines: [...field.lines, ...value], end: below.end }];
  });

/** A record up to the first line that is no name of a field: short lines of another text look like one. */
function withoutLines(record: TaggedField[]): TaggedField[] {
  const isName = (field: TaggedField): boolean =>
    field.tag.startsWith('<') || isSetIn(field) || Object.hasOwn(fields, field.tag.toLowerCase());
  const end = record.some(isSetIn) ? record.findIndex((field) => !isName(field)) : -1;
  return end < 0 ? record : record.slice(0, end);
}

const claims = (source: SourceText): boolean => {
  const lines = firstLines(source, 30);
  const [first = ''] = lines;
  if (!/^<\d{1,6}>\s*$/.test(first)) return false;
  return (
    lines.slice(1).filter((line) => Object.hasOwn(fields, line.trim().toLowerCase()) || line === 'Source').length >= 2
  );
};

function read(source: SourceText): Reading {
  const setIn = /^ {2,8}\S/mu.test(source.text);
  const { fields: all } = readTagged(source, tag, (line, field, isApart) =>
    goesOnBelow(line, isApart || setIn, !setIn && /^abstract$/iu.test(field.tag)),
  );
  const begins = (t: string): boolean => t.startsWith('<');
  const records = splitRecords(all, begins, () => false);
  return readRecords(
    source,
    records.map((record) => withoutLines(setIn ? record : withValues(source, record))),
    statementsOf,
  );
}

export const ovid: Format = {
  name: 'ovid-text',
  title: { en: 'Ovid (labelled text)', zh: 'Ovid（带标签文本）' },
  trust: 'reference-file',
  claims,
  read,
};
