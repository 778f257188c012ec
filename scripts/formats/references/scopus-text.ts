/** The format of Scopus' plain text export: how to recognise it, and what its labels mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { claimRange } from '../draft/claims.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { linesOf, mostStrays, type TextLine, type TaggedField } from '../text/tagged.ts';
import { join, split, traceSource } from '../text/traced.ts';
import { citationLine, scopusLine } from './citation-lines.ts';
import { readRecords, stated } from './read-records.ts';
import { furniture } from './tag-table.ts';

/** Labels in capitals, each at a line's start (Scopus, "Export: Plain text"). */
const labels: Readonly<Record<string, TagMeaning>> = {
  DOI: 'doi',
  'PUBMED ID': 'pmid',
  ABSTRACT: 'abstract',
  'AUTHOR KEYWORDS': 'keywords',
  'INDEX KEYWORDS': 'keywords',
  AFFILIATIONS: 'affiliation',
  ISSN: 'issn',
  ISBN: 'isbn',
  PUBLISHER: 'publisher',
  'LANGUAGE OF ORIGINAL DOCUMENT': 'language',
  'ABBREVIATED SOURCE TITLE': 'journal-abbreviation',
  'DOCUMENT TYPE': 'publication-type',
  EDITORS: 'editors',
  'AUTHOR FULL NAMES': 'authors-full',
  'PUBLICATION STAGE': furniture('database-bookkeeping'),
  SOURCE: furniture('database-name'),
  'ACCESS TYPE': furniture('open-access-statement'),
  'OPEN ACCESS': furniture('open-access-statement'),
  REFERENCES: furniture('cited-references'),
  'CORRESPONDENCE ADDRESS': furniture('contact-details'),
  'FUNDING DETAILS': furniture('funding'),
  'FUNDING TEXT': furniture('funding'),
  'AUTHORS WITH AFFILIATIONS': furniture('authors-of-address'),
  CODEN: furniture('database-accessions'),
  'CONFERENCE NAME': 'event',
  'CONFERENCE DATE': 'event-date',
  'CONFERENCE LOCATION': 'event-place',
  'CONFERENCE CODE': furniture('conference'),
  SPONSORS: furniture('conference'),
  'CHEMICALS/CAS': furniture('subject-categories'),
  TRADENAMES: furniture('subject-categories'),
  MANUFACTURERS: furniture('subject-categories'),
};

const label = /^(\p{Lu}[\p{Lu} /-]{1,40}?)(?: \d{1,2})?:(?:\s|$)/u;
const isCitation = ({ text }: TextLine): boolean => scopusLine.test(text);
const isLabelled = ({ text }: TextLine): boolean => label.test(text);

/** How many lines are over the citation: authors, their numbers, the title. */
const mostAbove = 4;

/** Where each record begins: with the lines over its citation that are in one stretch with it. */
function beginsOf(lines: readonly TextLine[]): number[] {
  return lines.flatMap((line, at) => {
    if (!isCitation(line)) return [];
    let from = at;
    while (
      from > 0 &&
      at - from < mostAbove &&
      !(lines[from] as TextLine).isApart &&
      !isLabelled(lines[from - 1] as TextLine)
    )
      from--;
    return from < at ? [from] : [];
  });
}

function recordsOf(source: SourceText): { records: TaggedField[][]; before: TextLine[] } {
  const lines = linesOf(source);
  const begins = beginsOf(lines);
  const records = begins.map((from, i) => fieldsOf(source, lines.slice(from, begins[i + 1] ?? lines.length)));
  return { records, before: lines.slice(0, begins[0] ?? lines.length) };
}

function fieldsOf(source: SourceText, lines: readonly TextLine[]): TaggedField[] {
  const citation = lines.findIndex(isCitation);
  const fields: TaggedField[] = [];
  let strays = 0;
  lines.forEach(({ start, end, text, isApart }, i) => {
    const match = label.exec(text);
    const begin = (tag: string, bodyStart = start) =>
      fields.push({ tag, start, bodyStart, end, lines: [traceSource(source, bodyStart, end)], opens: isApart });
    const open = fields.at(-1);
    if (strays >= mostStrays) return;
    if (i < citation) begin(i === citation - 1 ? 'title' : i === 0 ? 'authors' : 'numbers');
    else if (i === citation) begin('citation');
    else if (match) begin(match[1] ?? '', start + match[0].length);
    else if (/^https?:/u.test(text)) begin('url');
    else if (open && !isApart) {
      open.lines.push(traceSource(source, start, end));
      open.end = end;
    } else strays++;
  });
  return fields;
}

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  const hasUrl = (text: string): boolean => /\bscopus\b/iu.test(text);
  return fields.flatMap((field): Statement[] => {
    const value = join(field.lines, '\n');
    switch (field.tag) {
      case 'title':
        return stated('title', value);
      case 'authors':
        return split(value, /,\s(?=[^,]*(?:,|$))/gu).length ? stated('authors', value) : [];
      case 'numbers':
        return /^[\d\s;,]+$/u.test(value.text)
          ? stated(furniture('author-identifiers'), value)
          : stated('authors-full', value);
      case 'citation':
        return citationLine(value, [scopusLine]);
      case 'url':
        return stated(hasUrl(value.text) ? furniture('library-links') : 'url', value);
      case 'AFFILIATIONS':
        return split(value, /;\s*|[\r\n]+/gu).flatMap((one) => stated('affiliation', one));
      default: {
        const means = Object.hasOwn(labels, field.tag) ? labels[field.tag] : undefined;
        return means ? stated(means, value) : [];
      }
    }
  });
}

function claims(source: SourceText): boolean {
  if (!/^\((?:19|20)\d\d\) /mu.test(source.text)) return false;
  const { records } = recordsOf(source);
  const known = records.filter((fields) => fields.some(({ tag }) => Object.hasOwn(labels, tag)));
  const isScopus = /^(?:Scopus|SOURCE: Scopus)\s*$/mu.test(source.text);
  return known.length > 0 && known.length >= records.length * 0.5 && (isScopus || known.length > 1);
}

function read(source: SourceText): Reading {
  const all: Claim[] = [];
  const { records, before } = recordsOf(source);
  for (const { start, end, text } of before) if (text.length < 200) claimRange(all, source, start, end, 'file-header');
  return readRecords(source, records, statementsOf, all);
}

export const scopusText: Format = {
  name: 'scopus-text',
  title: { en: 'Scopus (plain text)', zh: 'Scopus（纯文本）' },
  trust: 'reference-file',
  claims,
  read,
};
