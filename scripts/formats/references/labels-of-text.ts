/** The labels of `Label: value` exports in English and Chinese: how one is found on a line, and what it means. */

import type { SourceText } from '#domain/source';
import { furniture } from './tag-table.ts';
import { linesOf, type TextLine } from '../text/tagged.ts';
import { kindOfWords } from '../values/sections.ts';
import { yearLine } from './citation-lines.ts';
import { columnKey, columnOf, type Column } from './csv-columns.ts';

/** Values of one line; what goes on below such a label for more lines is a page's menu, or the head of the next page. */
export const ofOneLine = new Set<Column | 'source' | undefined>(['doi', 'year', 'date', 'volume', 'issue', 'pages', 'pmid', 'pmcid', 'language']); // prettier-ignore

/** Labels that mean something else in such texts than at the head of a table (Cochrane, ProQuest, EBSCO, Embase). */
const labels: Readonly<Record<string, Column>> = {
  pg: 'pages',
  ky: 'keywords',
  no: 'issue',
  us: 'url',
  xr: furniture('database-accessions'),
  cn: furniture('database-accessions'),
  city: furniture('publisher-place'),
  cc: furniture('subject-categories'),
  hc: furniture('subject-categories'),
  sourcetitle: 'journal',
  publicationtitle: 'journal',
  subject: 'keywords',
  subjectterms: 'keywords',
  subjectheadings: 'keywords',
  majorsubjects: 'keywords',
  minorsubjects: 'keywords',
  identifierkeyword: 'keywords',
  identifierkeywords: 'keywords',
  keyconcepts: 'keywords',
  authorsuppliedkeywords: 'keywords',
  emtreeterms: 'keywords',
  authornames: 'authors',
  address: furniture('contact-details'),
  authoraddresses: 'affiliation',
  authoraffiliations: 'affiliation',
  affiliation: 'affiliation',
  organization: 'affiliation',
  organisation: 'affiliation',
  fulltextpublicationdate: furniture('database-dates'),
  publicationsubject: furniture('subject-categories'),
  classification: furniture('subject-categories'),
  universityinstitution: 'publisher',
  school: furniture('publisher-place'),
  degree: furniture('publication-type'),
  advisor: furniture('editors'),
  sourcetype: furniture('publication-type'),
  proquestdocumentid: furniture('database-accessions'),
  dissertationthesisnumber: furniture('database-accessions'),
  documenturl: furniture('library-links'),
  links: furniture('library-links'),
  copyright: furniture('copyright-statement'),
  numberofpages: furniture('citation-counts'),
  lastupdated: furniture('database-dates'),
  persistentlinktothisrecord: furniture('library-links'),
  itemtitle: 'title',
};

/** Labels of a packed line of the source, or of a journal alone. */
export const byRow = ['source', 'so', 'citation', '出处', '来源', '文献来源'];

/** What a label means; a packed line of the source is distinguished from a name by its value. */
export function meaningOf(label: string, value: string): Column | 'source' | undefined {
  const key = columnKey(label);
  if (byRow.includes(key)) return /\d/u.test(value) ? 'source' : 'journal';
  // VIP puts the volume and the pages after the year.
  if (key === 'year' && yearLine.test(value.trim())) return 'source';
  return Object.hasOwn(labels, key) ? labels[key] : columnOf(label);
}

const colon =
  /^[^\S\r\n]{0,8}(\p{L}(?:[\p{L}\d /&()'’.]|-(?=\p{Lu}\p{Script=Latin}|\p{Ll})){0,40}?)\s?(?:：\s?|:(?:\s|$|(?=\p{Script=Han})))/u;
/** The colon of a label that nothing separates from its value, as in `Year:2020`; an address is not a label. */
const glued = /^[^\S\r\n]{0,8}(\p{Lu}[\p{L}\d /&()'’.]{0,40}?)[:：](?!\/\/)/u;
/** A label that no table knows: up to three words, the first with a capital, or a few characters. */
const unknown = /^(\p{Lu}[\p{L}'’-]{1,24}(?: [\p{L}'’-]{1,24}){0,2}|\p{Script=Han}{2,8})\s?[:：](?!\/\/)\s?/u;
/** A label alone, in capitals, its value below. */
const alone = /^[^\S\r\n]{0,2}(\p{Lu}[\p{Lu} /&()-]{2,40})$/u;

/** The label of a line that no table knows; one that is alone has its value below, set in. */
export const unknownIn = ({ text }: TextLine, next: TextLine | undefined): RegExpExecArray | null =>
  unknown.exec(text) ?? (/^\s{2}/u.test(next?.text ?? '') ? alone.exec(text) : null);

/** The label that a line begins with, and where its value does. */
export function labelOf(line: string): { label: string; end: number } | undefined {
  for (const pattern of [colon, glued, alone]) {
    const match = pattern.exec(line);
    const label = match?.[1]?.trim() ?? '';
    if (match && label && meaningOf(label, '') !== undefined) return { label, end: match[0].length };
  }
  return undefined;
}

/**
 * The labels that no table knows and that end the value above them: those that come back, as the labels of a record do
 * in the next, those of one short line before another label, and those below a short value. Below a text, a line that is
 * a sentence is text, such as a part of an abstract, whatever its first words are.
 */
export function unknownLabels(source: SourceText): ReadonlySet<string> {
  const times = new Map<string, number>();
  const texts = new Set<string>();
  const lines = linesOf(source);
  let isShort = false;
  for (const [i, line] of lines.entries()) {
    const { text } = line;
    const next = lines[i + 1];
    const own = labelOf(text);
    if (own) isShort = own.end < text.length && endsBefore(meaningOf(own.label, text.slice(own.end)));
    const match = own ? null : unknownIn(line, next);
    if (!match) continue;
    const key = columnKey(match[1] ?? '');
    const after = match[0].length < text.length ? next : lines[i + 2];
    const isAlone = i > 0 && (!after || after.isApart || labelOf(after.text) !== undefined);
    times.set(key, (times.get(key) ?? 0) + (isAlone || isShort ? 2 : 1));
    const isText = /[.。!?！？]\s*$/u.test(text) || text.length > 120 || kindOfWords(match[1] ?? '');
    if (isText && !isShort) texts.add(key);
  }
  return new Set([...times].filter(([key, n]) => n > 1 && !texts.has(key)).map(([key]) => key));
}

/** Values that no sentence with a colon goes on with: a line with a label below one has its own. */
const endsBefore = (means: Column | 'source' | undefined): boolean => ofOneLine.has(means) || means === 'journal' || means === 'authors' || means === 'source'; // prettier-ignore
