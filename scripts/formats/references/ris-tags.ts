/** The tags of RIS, and what each means, also where that depends on the rest of the record. */

import { retractedIn } from '../draft/take-retraction.ts';
import type { TagMeaning } from '../draft/statement.ts';
import type { TaggedField } from '../text/tagged.ts';
import { isShortFor } from '../values/journal-names.ts';
import { furniture, furnitureOf } from './tag-table.ts';

/** RIS tags that mean the same in every record, as the specification (2001, 2011) and the databases' dialects use them. */
const tags: Readonly<Record<string, TagMeaning>> = {
  TY: 'type',
  TI: 'title',
  T1: 'title',
  CT: 'title',
  TT: 'title-translated',
  ST: 'title-copy',
  AD: 'affiliation',
  JF: 'journal',
  JO: 'journal',
  JT: 'journal',
  JA: 'journal-abbreviation',
  J1: 'journal-abbreviation',
  J9: 'journal-abbreviation',
  JI: 'journal-abbreviation',
  NL: 'journal-abbreviation',
  SN: 'issn',
  EI: 'issn',
  PB: 'publisher',
  PU: 'publisher',
  ED: 'editor',
  BN: 'isbn',
  PY: 'year',
  YR: 'year',
  DA: 'date',
  PD: 'date',
  VL: 'volume',
  IS: 'issue',
  SP: 'first-page',
  EP: 'last-page',
  PG: 'pages',
  C7: 'article-number',
  DO: 'doi',
  DI: 'doi',
  PM: 'pmid',
  UR: 'url',
  L1: 'url',
  L2: 'url',
  KW: 'keyword',
  DE: 'keyword',
  AB: 'abstract',
  N2: 'abstract',
  LA: 'language',
  LG: 'language',
  PT: 'publication-type',
  DT: 'publication-type',
  ER: furniture('record-syntax'),
  ...furnitureOf('author-identifiers', 'AI'),
  ...furnitureOf('database-accessions', 'ID U1 U2 C6'),
  ...furnitureOf('database-dates', 'U3 U4'),
  ...furnitureOf('database-name', 'DB DP DS WE TS M4'),
  ...furnitureOf('library-links', 'LK U5 CN AV'),
  ...furnitureOf('access-date', 'Y2 RD'),
  ...furnitureOf('notes', 'C4 C8 M2 SE RN NS NV LB CA RI RP CC NO'),
  ...furnitureOf('cited-references', 'CR'),
  ...furnitureOf('citation-counts', 'NR TC Z9'),
  ...furnitureOf('subject-categories', 'WC SC'),
  ...furnitureOf('file-attachments', 'L3 L4'),
  ...furnitureOf('publisher-place', 'PA PI'),
  ...furnitureOf('funding', 'FU FX'),
  TA: 'translator',
  ...furnitureOf('editors', 'A5 A6'),
  ...furnitureOf('series', 'T3'),
};

/** Tags in which each line without a tag is one more value; in the others it goes on with the value above. */
export const listTags: ReadonlySet<string> = new Set(['KW', 'AU', 'A1', 'AD', 'UR', 'L1', 'L2', 'L4', 'LA']);
/** Tags whose line ends are the text's own paragraphs. */
export const paragraphTags: ReadonlySet<string> = new Set(['AB', 'N2']);

/** Lines that some services put before a record or between its tags. */
const betweenTags: readonly [RegExp, string][] = [
  [/^\d{1,6}\.\s*$/, 'record-syntax'],
  [/^<\d{1,6}\.?\s*>\s*$/, 'record-syntax'],
  [/^Record\s+#?\d{1,7}(?:\s+of\s+\d{1,7})?[.:]?\s*$/i, 'record-syntax'],
  [/^Link to the [^:]{1,60}:/i, 'library-links'],
  [
    /^(?:Provider|Database|Databases|Content|Character set|Export Date|Created by|Total References|Search name|Date Run|Comment|Source|Download date|Number of records)\s?:/i,
    'file-header',
  ],
];

/** The rule by which a line between the tags is not a value. */
export const lineBetween = (line: string): string | undefined =>
  betweenTags.find(([pattern]) => pattern.test(line))?.[1];

/** What the rest of a record says that one tag's meaning depends on. */
export interface RisRecord {
  /** EndNote's filter for PubMed puts NLM's abbreviation where the others put the journal's name. */
  fromNlm: boolean;
  /** The database is MEDLINE, whose own number is PubMed's. */
  fromMedline: boolean;
  /** Ovid sets remarks in brackets behind a title: "[Review]", "[Chinese]". */
  fromOvid: boolean;
  hasTitle: boolean;
  hasYear: boolean;
  hasDoi: boolean;
  hasIssue: boolean;
  /** The article's number has a tag of its own: `M1` is another number. */
  hasNumber: boolean;
  /** A volume and pages without a tag for the issue: `M1` is the issue (EndNote, ProQuest). */
  lacksIssue: boolean;
  /** The later of two tags that both have all authors of the record. */
  authorsAgain: string | undefined;
  /** The names of the journal under tags that hold nothing else. */
  journals: readonly string[];
  /** A paper of a conference without another name of what it is in. */
  needsProceedings: boolean;
  /** The record's type of reference, in capitals: some tags mean something else of each. */
  type: string;
  /** The proceedings' title has a tag of its own: `T2` is the conference's. */
  hasProceedings: boolean;
  /** The book of a chapter has a tag of its own: `T2` is the chapter's subtitle (Pure). */
  hasBook: boolean;
}

export function risRecord(fields: readonly TaggedField[]): RisRecord {
  const first = (tag: string) => fields.find((f) => f.tag === tag)?.lines[0]?.text.trim() ?? '';
  const has = (...names: string[]) => names.some((name) => first(name) !== '');
  return {
    fromNlm: first('DP') === 'NLM',
    fromMedline: /^(?:Ovid )?MEDLINE\b/iu.test(first('DB')),
    fromOvid:
      /^Ovid\b/iu.test(first('DB')) ||
      fields.some(({ tag, lines }) => tag === 'UR' && /\bovidsp?\./iu.test(lines[0]?.text ?? '')),
    hasTitle: has('TI', 'T1'),
    hasYear: has('PY', 'YR'),
    hasDoi: has('DO', 'DI'),
    type: first('TY').toUpperCase(),
    hasProceedings: /^(?:CONF|CPAPER)$/iu.test(first('TY')) && has('C3', 'BT'),
    hasBook: /^E?CHAP$/iu.test(first('TY')) && has('TI', 'T1') && has('BT'),
    hasIssue: has('IS'),
    hasNumber: has('C7'),
    lacksIssue: has('VL') && has('SP') && !has('IS', 'CP'),
    authorsAgain: authorsAgain(fields),
    journals: ['JF', 'JO', 'JA', 'J1'].map(first).filter(Boolean),
    needsProceedings: /^(?:CONF|CPAPER)$/iu.test(first('TY')) && !has('T2', 'JO', 'JF', 'BT'),
  };
}

/** EBSCO writes each author twice; elsewhere `A1` has the first author, and `AU` the others. */
function authorsAgain(fields: readonly TaggedField[]): string | undefined {
  const named = (tag: string): string =>
    fields.flatMap((f) => (f.tag === tag ? f.lines.map(({ text }) => text.trim()) : [])).join('\n');
  const both = named('AU');
  return both && both === named('A1') ? fields.findLast(({ tag }) => tag === 'AU' || tag === 'A1')?.tag : undefined;
}

/**
 * What a value says of itself, in a tag that each database fills as it likes. Its DOI counts after that of a tag for DOIs,
 * wherever in the record both are.
 */
function namedIn(value: string): TagMeaning | undefined {
  if (
    /^(?:pmid|pubmed(?: id)?)\s*(?:[:=#]\s*)?\d{1,9}\b|^\d{1,9} \[(?:pmid|https?:\/\/www\.ncbi\.nlm\.nih\.gov\/pubmed\/[^\]]{1,60})\]$/iu.test(
      value,
    )
  )
    return 'pmid';
  if (/^(?:pmcid\s*(?:[:=]\s*)?)?PMC\d/iu.test(value)) return 'pmcid';
  if (/^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi\s*(?:[:=]\s*)?)?10\.\d{4,9}\/\S+$/iu.test(value))
    return 'identifiers';
  return undefined;
}

/** Types of books, and of what is in one. */
const isBook = /^(?:E?BOOK|EDBOOK|E?CHAP|SER)$/u;
/** Types whose second author is an editor. */
const hasEditors = /^(?:E?CHAP|CONF|CPAPER)$/u;
/** Types of which `M3` says the kind of thesis, report or manuscript. */
const hasGenre = /^(?:THES|RPRT|UNPB|GEN|MANSCPT)$/u;
/** EBSCO sets a subtitle into T2, where all tags that only a journal has agree with each other and not with it. */
function isOtherTitle(value: string, { journals }: RisRecord): boolean {
  const [first, second] = journals;
  const same = (name: string): boolean => name.toLowerCase() === value.toLowerCase();
  return (
    first !== undefined &&
    second !== undefined &&
    journals.every((name) => name.toLowerCase() === first.toLowerCase() && !same(name) && !isShortFor(name, value))
  );
}

/** What a tag means where that depends on its value, or on the rest of the record. */
type Depends = (value: string, record: RisRecord) => TagMeaning;

/** A number as PubMed gives it. */
const isPmid = (value: string): boolean => /^\d{6,8}$/.test(value);
const isOfBook = ({ type }: RisRecord): boolean => isBook.test(type);
const isOfConference = ({ type }: RisRecord): boolean => /^(?:CONF|CPAPER)$/u.test(type);

const dependent: Readonly<Record<string, Depends>> = {
  AU: (_, { authorsAgain: again }) => (again === 'AU' ? 'author-full' : 'author'),
  A1: (_, { authorsAgain: again }) => (again === 'A1' ? 'author-full' : 'author'),
  T2: (value, record) => {
    if (record.hasProceedings) return 'event';
    if (record.hasBook || isOtherTitle(value, record)) return furniture('subtitles');
    return record.fromNlm ? 'journal-nlm' : 'journal';
  },
  // Web of Science names the conference here.
  CP: (value, { hasIssue }) =>
    hasIssue || !/\d/u.test(value) || value.length > 20 ? furniture('conference') : 'issue',
  J2: (_, { fromNlm }) => (fromNlm ? 'journal' : 'journal-abbreviation'),
  BT: (_, { hasTitle }) => (hasTitle ? 'journal' : 'title'),
  // The older tag of the two: where a record has both, the newer one says the year.
  Y1: (_, { hasYear }) => (hasYear ? 'date' : 'year'),
  OP: (_, { fromNlm }) => (fromNlm ? 'title-original' : furniture('notes')),
  // A bare number is PubMed's only where PubMed is the provider, or the value says so.
  AN: (value, { fromNlm, fromMedline }) =>
    (fromNlm && /^\d{1,8}$/.test(value)) || (fromMedline && /^\d{7,8}$/.test(value))
      ? 'pmid'
      : furniture('database-accessions'),
  // Scopus keeps PubMed's number here, EndNote PubMed Central's.
  C2: (value) => (isPmid(value) ? 'pmid' : furniture('notes')),
  C5: (value) => (isPmid(value) ? 'pmid' : furniture('notes')),
  C1: (value, record) => {
    if (isOfConference(record) && /\p{L}/u.test(value)) return namedIn(value) ?? 'publisher-place';
    // JSTOR says the month here.
    return /^Full publication date:/iu.test(value) ? 'date' : furniture('notes');
  },
  C3: (value, record) =>
    isOfConference(record) && value && (record.needsProceedings || record.hasProceedings)
      ? 'journal'
      : furniture('contact-details'),
  ET: (value, record) => {
    // PubMed's date of online publication is written without slashes, its entry date with them.
    if (/^\d{8}$/.test(value)) return 'online';
    return isOfBook(record) ? 'edition' : furniture('database-dates');
  },
  M1: (value, { type, hasNumber, lacksIssue }) => {
    if (type === 'RPRT') return 'number';
    if (/^0+$/u.test(value)) return furniture('states-nothing');
    if (lacksIssue && /^\d{1,3}(?:[-–/]\d{1,3})?$/u.test(value)) return 'issue';
    return /^\d{1,6}$/.test(value) && !hasNumber ? 'article-number' : furniture('notes');
  },
  A2: (_, { type }) => (hasEditors.test(type) ? 'editor' : furniture('editors')),
  A3: (_, { type }) => (/^E?BOOK$/u.test(type) ? 'editor' : furniture('editors')),
  // The subsidiary author of a book is its translator; of other types it is somebody else.
  A4: (_, record) => (isOfBook(record) ? 'translator' : furniture('editors')),
  M3: (value, { type }) => {
    if (retractedIn(value)) return 'note';
    return namedIn(value) ?? (hasGenre.test(type) ? 'genre' : furniture('publication-type'));
  },
  CY: (_, record) => {
    // EndNote's conference papers have the conference's place here, and the publisher's in C1.
    if (isOfConference(record)) return 'event-place';
    return isOfBook(record) || hasGenre.test(record.type) ? 'publisher-place' : furniture('publisher-place');
  },
  PP: (_, record) => (isOfBook(record) ? 'publisher-place' : furniture('publisher-place')),
  N1: (value) => (/^ASReview/u.test(value) ? furniture('screening-labels') : (namedIn(value) ?? 'note')),
};

/** What a field of a record means; a value that the record itself does not need may still name an identifier. */
export function meaningOf(field: TaggedField, record: RisRecord): TagMeaning | undefined {
  const value = field.lines[0]?.text.trim() ?? '';
  const depends = Object.hasOwn(dependent, field.tag) ? dependent[field.tag] : undefined;
  const plain = Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
  const means = depends ? depends(value, record) : plain;
  return typeof means === 'object' ? (namedIn(value) ?? means) : means;
}
