/** The format of PubMed's NBIB files (MEDLINE): how to recognise one, and what its tags mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { join, slice } from '../text/traced.ts';
import { RecordsReading } from './reading.ts';
import { readLanguage } from '../values/languages.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitAtBlanks, splitWhere, type TaggedField, upToLast } from '../text/tagged.ts';
import { furniture, furnitureOf } from './tag-table.ts';

/**
 * Up to four letters padded to four, a hyphen, a blank (MEDLINE/PubMed display format, NLM); a PMID is only a number,
 * or nothing where the tag stands for the format.
 */
const tag = /^(?:(PMID) {0,2}-(?= {0,2}\d{0,14}\s*$)|(?!PMID)([A-Z]{2,4}) {0,2}-(?: |$)) ?/u;

/** Fields of NLM's "MEDLINE/PubMed Data Element Descriptions"; what is not here stays unread. */
const tags: Readonly<Record<string, TagMeaning>> = {
  PMID: 'pmid',
  PMC: 'pmcid',
  TI: 'title',
  BTI: 'title',
  TT: 'title-original',
  FAU: 'author',
  AU: 'author-full',
  CN: 'group',
  AUID: 'orcid',
  AD: 'affiliation',
  JT: 'journal',
  TA: 'journal-abbreviation',
  IS: 'issn',
  ISSN: 'issn',
  DP: 'year',
  DEP: 'online',
  VI: 'volume',
  IP: 'issue',
  PG: 'pages',
  LID: 'identifiers',
  AID: 'identifiers',
  AB: 'abstract',
  OAB: 'abstract-other',
  OT: 'keyword',
  MH: 'keyword',
  LA: 'language',
  PT: 'publication-type',
  SI: 'registration',
  PB: 'publisher',
  FED: 'editor',
  CP: 'publisher-place',
  EN: 'edition',
  ISBN: 'isbn',
  RIN: 'retracted-in',
  OABL: furniture('language-of-other-abstract'),
  CTI: furniture('series'),
  VTI: furniture('series'),
  CI: furniture('copyright-statement'),
  OCI: furniture('copyright-statement'),
  COIS: furniture('conflict-of-interest'),
  GR: furniture('funding'),
  SO: furniture('citation-line'),
  ...furnitureOf('database-accessions', 'JID MID OID GN GS RN NM'),
  ...furnitureOf('database-dates', 'DA DCOM LR CRDT EDAT MHDA PHST DRDT CTDT PMCR'),
  ...furnitureOf('database-bookkeeping', 'OWN STAT SB PST PUBM OTO RF NR PL SFM ROF PS FPS'),
  ...furnitureOf('collaborators', 'FIR IR IRAD ED'),
  ...furnitureOf('linked-articles', 'CIN CON UOF UIN SPIN ORI CRI CRF RPI RPF DDIN DRIN GEN'),
  EIN: 'status',
  ECI: 'status',
  ROF: 'updated-work',
  EFR: 'updated-work',
  ECF: 'updated-work',
};

/**
 * What happened, by the tag of a link. `EIN` leads from a paper to its erratum; `EFR` leads from an erratum to its
 * paper.
 */
const links: Readonly<Record<string, string>> = {
  EIN: 'ErratumIn',
  ECI: 'ExpressionOfConcernIn',
  ROF: 'RetractionOf',
  EFR: 'ErratumFor',
  ECF: 'ExpressionOfConcernFor',
};

/** Where a field's meaning depends on the record's others. */
function meaningOf(field: TaggedField, fields: readonly TaggedField[]): TagMeaning | undefined {
  const has = (name: string) => fields.some((f) => f.tag === name);
  const text = field.lines[0]?.text.trim() ?? '';
  if (field.tag === 'AU' && !has('FAU')) return 'author';
  // A chapter is in its book.
  if (field.tag === 'BTI' && has('TI')) return 'journal';
  // A chapter may be called a review as well.
  const isChapter = ({ tag: name, lines }: TaggedField) => name === 'PT' && /chapter/iu.test(lines[0]?.text ?? '');
  if (field.tag === 'PT' && !isChapter(field) && fields.some(isChapter)) return furniture('publication-type');
  if ((field.tag === 'LID' || field.tag === 'AID') && /^(?:https?:|www\.)/iu.test(text)) return 'url';
  // Journals without pages: the publisher's number is the article's.
  if (field.tag === 'LID' && !has('PG') && /^e?\d{1,7}(?: \[pii\])?$/u.test(text)) return 'article-number';
  return Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
}

function statementsOf(source: SourceText, fields: readonly TaggedField[], claims: Claim[]): Statement[] {
  const otherLanguage = fields.find((f) => f.tag === 'OABL')?.lines[0]?.text;
  const hasFull = fields.some((f) => f.tag === 'FAU');
  const statements: Statement[] = [];
  for (const field of fields) {
    claimRange(claims, source, field.start, field.bodyStart, 'record-syntax');
    const means = meaningOf(field, fields);
    const whole = join(field.lines, '\n');
    // Who wrote the abstract is before it.
    const lead = field.tag === 'OAB' ? /^(?:Publisher|KIE|AIDS|NASA|AAMC|PIP):\s/u.exec(whole.text) : undefined;
    const value = slice(whole, lead?.[0].length ?? 0);
    if (!means || value.text.trim() === '') continue;
    statements.push({
      means,
      value,
      span: [field.bodyStart, field.end],
      // An address is under its author.
      ...(means === 'affiliation' && hasFull ? { label: 'last-author' } : {}),
      ...(Object.hasOwn(links, field.tag) ? { label: links[field.tag] } : {}),
      ...(field.tag === 'OAB' ? { language: readLanguage(otherLanguage ?? '') } : {}),
    });
  }
  return statements;
}

const claims = (source: SourceText): boolean => {
  const lines = upToLast(firstLines(source, 24), tag).filter((line) => !/^\d{1,6}[:.]\s*$/.test(line));
  const [first = ''] = lines;
  const tagged = lines.filter((line) => tag.test(line));
  // ERIC's records have no PMID: they begin with the owner, some files' with an empty one.
  const begins =
    (/^PMID- {0,2}\d{1,12}\s*$/.test(first) && tagged.length >= Math.min(3, lines.length)) ||
    // In another order, or PubMed Central's number first: only tags, a PMID among them.
    (tagged.length > lines.length * 0.5 &&
      tagged.length > 3 &&
      lines.some((line) => /^PMID- {0,2}\d{1,12}\s*$/.test(line)) &&
      lines.some((line) => /^(?:TI|BTI|FAU|AU|JT|TA) {0,2}- \S/.test(line))) ||
    (/^(?:OWN {0,2}- \S|PMID-\s*$)/.test(first) && tagged.some((line) => /^TI {0,2}- \S/.test(line)));
  return begins;
};

/** The records: each has a PMID, or in ERIC's files its owner; PubMed Central writes its own number before it. */
function recordsOf(fields: readonly TaggedField[]): TaggedField[][] {
  const owned = fields.filter(({ tag: name }) => name === 'OWN').length;
  const numbered = fields.filter(({ tag: name }) => name === 'PMID').length;
  const mark = numbered >= owned * 0.5 ? 'PMID' : 'OWN';
  return atTitles(splitAtBlanks(fields, (name) => name === mark, 'PMC'));
}

const isTitle = ({ tag: name }: TaggedField): boolean => name === 'TI';

/** The number of the first field that leads to a title: the owner and the numbers right above each other, or the title itself. */
function topOf(fields: readonly TaggedField[], title: number): number {
  const isOf = (i: number, names: RegExp): boolean => names.test(fields[i]?.tag ?? '');
  let top = title - 1;
  while (top >= 0 && !isOf(top, /^(?:OWN|PMID|TI)$/u)) top--;
  if (!isOf(top, /^(?:OWN|PMID)$/u)) return title;
  while (isOf(top - 1, /^(?:OWN|PMID|PMC)$/u)) top--;
  return top;
}

/** What a record has beside its title: a title alone is a line of another value. */
const besideTitle = /^(?:FAU|AU|CN|JT|TA|SO|DP)$/u;

/** No record has two titles: one that does, with what is behind it up to the next title, is cut at each of them. */
function atTitles(records: readonly TaggedField[][]): TaggedField[][] {
  const whole: { fields: TaggedField[]; titles: number }[] = [];
  for (const fields of records) {
    const [last, titles] = [whole.at(-1), fields.filter(isTitle).length];
    if (last && last.titles > 1 && titles === 0) last.fields.push(...fields);
    else whole.push({ fields: [...fields], titles });
  }
  return whole.flatMap(({ fields, titles }) => {
    if (titles < 2) return [fields];
    const first = fields.findIndex(isTitle);
    // The number or the owner of a record is above its title.
    const begins = new Set(
      fields.flatMap((field, i) => (i > first && isTitle(field) ? [fields[topOf(fields, i)]] : [])),
    );
    const [head = [], ...more] = splitWhere(fields.slice(first), (field) => begins.has(field));
    if (![head, ...more].every((part) => part.some((field) => besideTitle.test(field.tag)))) return [fields];
    return [[...fields.slice(0, first), ...head], ...more];
  });
}

function read(source: SourceText): Reading {
  const file = readTagged(source, tag, (line) => /^\s/u.test(line));
  const reading = new RecordsReading(source);
  const records = recordsOf(file.fields);
  reading.addEach(records, (fields) => statementsOf(source, fields, reading.claims));
  return reading.done();
}

export const nbib: Format = {
  name: 'pubmed-nbib',
  title: { en: 'PubMed (NBIB, MEDLINE)', zh: 'PubMed（NBIB、MEDLINE）' },
  trust: 'library-record',
  claims,
  read,
};
