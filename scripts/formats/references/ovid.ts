/** The format of Ovid's export with field names on lines of their own: how to recognise it, and what the names mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimGaps, claimRange } from '../draft/claims.ts';
import { join, slice, spanOf, split, trim, type Traced } from '../text/traced.ts';
import { citationLine } from './citation-lines.ts';
import { RecordsReading } from './reading.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitRecords, type TaggedField } from '../text/tagged.ts';
import { furniture } from './tag-table.ts';

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

function pushValue(statements: Statement[], means: TagMeaning, value: Traced): void {
  const p = trim(value);
  const span = spanOf(p);
  if (span) statements.push({ means, value: p, span });
}

/** Marks of affiliations and of the document's type around values. */
const frame = /^(?:[^\p{L}]|\[\p{L}[\p{L} ]{2,39}\])*$/u;

/** Marks of affiliations after a name: "Kohler, Lars 1", "Smith J. (1)". */
const mark = /(?<![\s\d(),*+†‡§])(?=[\s(),]*[\d*+†‡§])[\s\d(),*+†‡§]+$/u;

function statementsOf(source: SourceText, record: readonly TaggedField[], claims: Claim[]): Statement[] {
  const statements: Statement[] = [];
  for (const field of record) {
    claimRange(claims, source, field.start, field.start + field.tag.length, 'record-syntax');
    const name = field.tag.toLowerCase();
    const before = statements.length;
    const value = join(field.lines.slice(1), '\n');
    if (name === 'source') statements.push(...citationLine(value));
    else if (name === 'author' || name === 'authors') {
      for (const author of split(value, /;/gu)) {
        const plain = slice(author, 0, author.text.replace(mark, '').length);
        pushValue(statements, 'author', plain);
      }
    } else if (name === 'institution')
      for (const address of split(value, /(?<=\S);\s+(?=\(\d)|[\r\n]+/gu))
        pushValue(
          statements,
          'affiliation',
          slice(address, /^\(\d{1,2}\)\s*/u.exec(address.text)?.[0].length ?? 0, address.text.length),
        );
    else if (name === 'title')
      pushValue(
        statements,
        'title',
        slice(value, 0, value.text.replace(/(?:(?<!\s)\s+)?\[[\p{L} ]{3,40}\]\s*(?:\.\s*)?$/u, '').length),
      );
    else {
      const means = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (means) pushValue(statements, means, value);
    }
    claimGaps(claims, source, [field.start + field.tag.length, field.end], statements.slice(before), frame);
  }
  return statements;
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
  const file = readTagged(source, tag, () => true);
  const reading = new RecordsReading(source);
  const records = splitRecords(
    file.fields,
    (t) => t.startsWith('<'),
    () => false,
  );
  reading.addEach(records, (record) => statementsOf(source, record, reading.claims));
  return reading.done();
}

export const ovid: Format = {
  name: 'ovid-text',
  title: { en: 'Ovid (labelled text)', zh: 'Ovid（带标签文本）' },
  trust: 'reference-file',
  claims,
  read,
};
