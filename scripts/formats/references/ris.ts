import type { Claim, Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from './parts/claims.ts';
import { compose } from './parts/compose.ts';
import { readingOf } from './parts/reading.ts';
import { join, type Passage } from './parts/passage.ts';
import type { Reads, Statement } from './parts/statement.ts';
import { firstLines, readTagged, splitRecords, type TaggedField } from './parts/tagged.ts';

/** Two characters, white space, a hyphen; the specification's two blanks before it are not always two. */
const tag = /^([A-Z][A-Z0-9]) {1,2}-(?: |\t|$)/;

const furniture = (rule: string): Reads => ({ furniture: rule });

/** RIS tags as the specification (2001, 2011) and the databases' dialects use them. */
const tags: Readonly<Record<string, Reads>> = {
  TY: 'type',
  TI: 'title',
  T1: 'title',
  CT: 'title',
  TT: 'title-translated',
  OP: 'title-original',
  ST: 'title-copy',
  AU: 'author',
  A1: 'author',
  AD: 'affiliation',
  JF: 'journal',
  T2: 'journal',
  JO: 'journal',
  BT: 'journal',
  JA: 'journal-abbreviation',
  J1: 'journal-abbreviation',
  J2: 'journal-abbreviation',
  J9: 'journal-abbreviation',
  JI: 'journal-abbreviation',
  NL: 'journal-abbreviation',
  SN: 'issn',
  PB: 'publisher',
  PU: 'publisher',
  PY: 'year',
  Y1: 'year',
  DA: 'date',
  VL: 'volume',
  IS: 'issue',
  CP: 'issue',
  SP: 'first-page',
  EP: 'last-page',
  C7: 'article-number',
  DO: 'doi',
  DI: 'doi',
  C2: 'pmcid',
  UR: 'url',
  L1: 'url',
  L2: 'url',
  LK: furniture('library-links'),
  KW: 'keyword',
  AB: 'abstract',
  N2: 'abstract',
  LA: 'language',
  AI: furniture('author-identifiers'),
  AN: furniture('database-accessions'),
  ID: furniture('database-accessions'),
  U1: furniture('database-accessions'),
  U2: furniture('database-accessions'),
  U3: furniture('database-dates'),
  U4: furniture('database-dates'),
  U5: furniture('library-links'),
  DB: furniture('database-name'),
  DP: furniture('database-name'),
  WE: furniture('database-name'),
  Y2: furniture('access-date'),
  ET: 'online',
  M3: 'publication-type',
  N1: furniture('notes'),
  C1: furniture('notes'),
  C3: furniture('contact-details'),
  C5: 'pmid',
  C6: furniture('database-accessions'),
  M1: furniture('notes'),
  M2: furniture('notes'),
  L3: furniture('file-attachments'),
  L4: furniture('file-attachments'),
  SE: furniture('notes'),
  CY: furniture('publisher-place'),
  PA: furniture('publisher-place'),
  PI: furniture('publisher-place'),
  PP: furniture('publisher-place'),
  FU: furniture('funding'),
  FX: furniture('funding'),
  RN: furniture('notes'),
  CN: furniture('library-links'),
  A2: furniture('editors'),
  A3: furniture('editors'),
  A4: furniture('editors'),
  ED: furniture('editors'),
  TA: furniture('editors'),
  T3: furniture('series'),
  ER: furniture('record-syntax'),
};

/** Tags in which each line without a tag is one more value; in the others it goes on with the value above. */
const listTags = new Set(['KW', 'AU', 'A1', 'AD', 'UR', 'L1', 'L2', 'L4', 'LA']);
/** Tags whose line ends are the text's own paragraphs. */
const paragraphTags = new Set(['AB', 'N2']);

/** Lines that some services put between the tags. */
const betweenTags: readonly [RegExp, string][] = [
  [/^\d{1,6}\.\s*$/, 'record-syntax'],
  [/^<\d{1,6}>\s*$/, 'record-syntax'],
  [/^Link to the [^:]{1,60}:/i, 'library-links'],
  [/^(?:Provider|Database|Content|Export Date|Created by|Total References):?\s/i, 'file-header'],
];

function statementsOf(source: SourceText, fields: readonly TaggedField[], notices: Claim[]): Statement[] {
  // EndNote's filter for PubMed puts NLM's abbreviation where the others put the journal's name.
  const fromNlm = fields.some((f) => f.tag === 'DP' && f.lines[0]?.text.trim() === 'NLM');
  const hasTitle = fields.some((f) => f.tag === 'TI' || f.tag === 'T1');
  const statements: Statement[] = [];
  for (const field of fields) {
    claimRange(notices, source, field.start, field.bodyStart, 'record-syntax');
    const means = meaningOf(field, fromNlm, hasTitle);
    if (!means) continue;
    const lines = field.lines.filter((line) => {
      const rule = betweenTags.find(([pattern]) => pattern.test(line.text))?.[1];
      const [run] = line.runs;
      if (rule && run && line !== field.lines[0]) claimRange(notices, source, run.from, run.to, rule);
      return !rule || line === field.lines[0];
    });
    if (listTags.has(field.tag)) for (const line of lines) pushStatement(statements, means, line);
    else pushStatement(statements, means, join(lines, '\n'), paragraphTags.has(field.tag) ? lines : undefined);
  }
  return statements;
}

function pushStatement(statements: Statement[], means: Reads, value: Passage, paragraphs?: readonly Passage[]): void {
  const first = value.runs[0];
  const last = value.runs.at(-1);
  if (first && last) statements.push({ means, value, span: [first.from, last.to], paragraphs });
}

function meaningOf(field: TaggedField, fromNlm: boolean, hasTitle: boolean): Reads | undefined {
  const value = field.lines[0]?.text.trim() ?? '';
  switch (field.tag) {
    case 'T2':
      return fromNlm ? 'journal-nlm' : 'journal';
    case 'J2':
      return fromNlm ? 'journal' : 'journal-abbreviation';
    case 'BT':
      return hasTitle ? 'journal' : 'title';
    case 'AN':
      // A bare number is PubMed's only where PubMed is the provider, or the value says so.
      return (fromNlm && /^\d{1,8}$/.test(value)) || /^pmid/iu.test(value) ? 'pmid' : furniture('database-accessions');
    case 'C2':
      // Scopus keeps PubMed's number here, EndNote PubMed Central's.
      return /^PMC\d/iu.test(value) ? 'pmcid' : /^\d{6,8}$/.test(value) ? 'pmid' : furniture('notes');
    case 'C5':
      return /^\d{6,8}$/.test(value) ? 'pmid' : furniture('notes');
    case 'ET':
      // PubMed's date of online publication is written without slashes, its entry date with them.
      return /^\d{8}$/.test(value) ? 'online' : furniture('database-dates');
    case 'M1':
      return /^\d{1,6}$/.test(value) ? 'article-number' : furniture('notes');
    case 'N1':
      return /^ASReview/u.test(value) ? furniture('screening-labels') : furniture('notes');
    default:
      return Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
  }
}

function claims(source: SourceText): boolean {
  const lines = firstLines(source, 60).filter((line) => !betweenTags.some(([pattern]) => pattern.test(line)));
  const [first = ''] = lines;
  if (/^TY {1,2}- ?\s*[A-Z]{3,7}\s*$/.test(first)) return true;
  // A file that lost its first TY: tags alone, and an end of record or another tag line nearly everywhere.
  return tag.test(first) && lines.length > 3 && lines.filter((line) => tag.test(line)).length / lines.length > 0.8
    ? lines.some((line) => /^(?:TI|T1|AU|A1|ER) {1,2}-/.test(line))
    : false;
}

function read(source: SourceText): Reading {
  const file = readTagged(source, tag, (_, field) => field.tag !== 'ER');
  const all: Claim[] = [];
  const drafts: Draft[] = [];
  const notices: Notice[] = [];
  for (const [from, to] of file.strays) {
    const line = source.text.slice(from, to).trim();
    const rule = betweenTags.find(([pattern]) => pattern.test(line))?.[1];
    if (rule) claimRange(all, source, from, to, rule);
  }
  const records = withLateFields(
    splitRecords(
      file.fields,
      (t) => t === 'TY',
      (t) => t === 'ER',
    ),
  );
  for (const fields of records) {
    const first = fields[0];
    const last = fields.at(-1);
    if (!first || !last) continue;
    // An end of record that ends none.
    if (fields.length === 1 && first.tag === 'ER') {
      claimRange(all, source, first.start, first.end, 'record-syntax');
      continue;
    }
    const statements = statementsOf(source, fields, all);
    const composed = compose(source, drafts.length + 1, statements, [first.start, last.end]);
    drafts.push(composed.draft);
    all.push(...composed.claims);
    notices.push(...composed.notices, ...syntaxNotices(source, fields, drafts.length));
  }
  return readingOf(source, drafts, all, notices);
}

/** Tags that some services write after a record's ER still belong to it: they begin no record and end none. */
function withLateFields(records: TaggedField[][]): TaggedField[][] {
  const whole: TaggedField[][] = [];
  for (const record of records) {
    const own = record.some(({ tag: t }) => ['TY', 'ER', 'TI', 'T1', 'AU', 'A1'].includes(t));
    const before = whole.at(-1);
    if (own || !before) whole.push(record);
    else before.push(...record);
  }
  return whole;
}

function syntaxNotices(source: SourceText, fields: readonly TaggedField[], record: number): Notice[] {
  const [first] = fields;
  if (!first) return [];
  const missing = [
    first.tag === 'TY' ? [] : ['TY at its beginning'],
    fields.some((f) => f.tag === 'ER') ? [] : ['ER at its end'],
  ].flat();
  const [place] = placesOf(source, first.start, first.end);
  return missing.map((what) => ({
    severity: 'info' as const,
    rule: 'record-incomplete',
    place: place ?? { file: source.file },
    seen: `record ${record} has no ${what}`,
    expected: 'each RIS record from TY to ER',
    remedy: 'Check that the file was not cut or put together by hand; the record was read as far as it goes.',
  }));
}

export const ris: Format = {
  name: 'ris',
  title: { en: 'RIS references', zh: 'RIS 题录' },
  claims,
  read,
};
