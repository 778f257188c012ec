/** The format of Web of Science's plain text: how to recognise it, and what its tags mean. */

import type { Claim, Draft, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { join, slice, spanOf, split, type Traced } from '../text/traced.ts';
import { isLoneEnd } from './read-records.ts';
import { RecordsReading } from './reading.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitAtEnds, type TaggedField, upToLast } from '../text/tagged.ts';
import { furniture, furnitureOf } from './tag-table.ts';

/** Two characters at the line's start; what goes on is set in by three blanks (Web of Science plain text). */
const tag = /^([A-Z][A-Z0-9])(?: |$)/;

const tags: Readonly<Record<string, TagMeaning>> = {
  PT: 'type',
  DT: 'publication-type',
  TI: 'title',
  FT: 'title-original',
  Z1: 'title-original',
  AF: 'author',
  AU: 'author-full',
  CA: 'group',
  GP: 'group',
  C1: 'affiliation',
  SO: 'journal',
  J9: 'journal-abbreviation',
  JI: 'journal-abbreviation',
  SN: 'issn',
  EI: 'issn',
  PU: 'publisher',
  PY: 'year',
  PD: 'date',
  EA: 'online',
  VL: 'volume',
  IS: 'issue',
  BP: 'first-page',
  EP: 'last-page',
  PS: 'pages',
  AR: 'article-number',
  DI: 'doi',
  D2: furniture('further-identifiers'),
  PM: 'pmid',
  DE: 'keywords',
  ID: 'keywords',
  AB: 'abstract',
  Z4: 'abstract-other',
  LA: 'language',
  ER: furniture('record-syntax'),
  ...furnitureOf('file-header', 'FN VR EF'),
  ...furnitureOf('contact-details', 'RP EM C3'),
  ...furnitureOf('author-identifiers', 'RI OI'),
  ...furnitureOf('funding', 'FU FX FP'),
  ...furnitureOf('citation-counts', 'NR TC Z9 U1 U2 PG Z8 ZB ZS ZA ZR'),
  ...furnitureOf('cited-references', 'CR'),
  ...furnitureOf('publisher-place', 'PI PA'),
  ...furnitureOf('subject-categories', 'WC SC WE BD ST OR SY TN GE MC CC DS CH'),
  MI: 'keywords',
  ...furnitureOf('database-accessions', 'GA UT AN DA BN OA HC HP'),
  ...furnitureOf('conference', 'CT CY CL SP HO'),
  ...furnitureOf('editors', 'BA BE BF ED'),
  ...furnitureOf('series', 'SE BS SU SI PN MA'),
};

/** Fields with one value per line. */
const listTags = new Set(['AU', 'AF', 'CA', 'C1']);

/** `[Author; Author] Address`: the authors, and the address alone. */
function bound(line: Traced): { names: string[]; address: Traced } {
  const match = /^\s*\[([^\]]{1,4000})\]\s*/u.exec(line.text);
  if (!match) return { names: [], address: line };
  return { names: (match[1] ?? '').split(/;\s*/u), address: slice(line, match[0].length, line.text.length) };
}

const textOf = (field: TaggedField): string => join(field.lines, ' ').text.trim();

/** A book or a series is what holds a chapter or a paper of a conference, whose own type is in `DT`. */
const isVolume = (field: TaggedField): boolean => field.tag === 'PT' && /^[BS]$/u.test(textOf(field));
const partOfVolume = /chapter|proceedings paper|meeting abstract/iu;

function statementsOf(source: SourceText, fields: readonly TaggedField[], claims: Claim[]): Statement[] {
  const hasFull = fields.some((f) => f.tag === 'AF');
  const hasAuthors = hasFull || fields.some((f) => f.tag === 'AU');
  const isPart = fields.some((field) => field.tag === 'DT' && partOfVolume.test(textOf(field)));
  // Full names first, so that the short ones are known as their copies.
  const ordered = [...fields].sort((a, b) => Number(b.tag === 'AF') - Number(a.tag === 'AF'));
  const statements: Statement[] = [];
  for (const field of ordered) {
    claimRange(claims, source, field.start, field.bodyStart, 'record-syntax');
    const own = Object.hasOwn(tags, field.tag) ? tags[field.tag] : undefined;
    const means =
      (isVolume(field) && isPart ? furniture('publication-type') : meaningOf(field.tag, hasFull, hasAuthors)) ?? own;
    if (!means) continue;
    const values = listTags.has(field.tag) ? field.lines : [join(field.lines, '\n')];
    for (const value of values) {
      const span = spanOf(value);
      if (!span) continue;
      if (field.tag === 'C1') {
        const { address } = bound(value);
        const [run] = address.runs;
        if (run && run.from > span[0]) claimRange(claims, source, span[0], run.from, 'authors-of-address');
        statements.push({ means, value: address, span: [run?.from ?? span[0], span[1]] });
      } else if (field.tag === 'CA')
        for (const group of split(value, /;/gu)) statements.push({ means, value: group, span });
      else
        statements.push({
          means,
          value,
          span,
          ...(field.tag === 'AB' ? { paragraphs: paragraphsOf(field.lines) } : {}),
        });
    }
  }
  return statements;
}

/**
 * Where a tag's meaning depends on the record's others: the group on a volume (GP) is its author only if there is no
 * other.
 */
function meaningOf(name: string, hasFull: boolean, hasAuthors: boolean): TagMeaning | undefined {
  if (name === 'AU' && !hasFull) return 'author';
  if (name === 'GP' && hasAuthors) return furniture('editors');
  return undefined;
}

/** Web of Science breaks an abstract at its own paragraphs; older exports wrap it at 80 characters instead. */
const paragraphsOf = (lines: readonly Traced[]): readonly Traced[] =>
  lines.every((line) => line.text.length <= 90) && lines.length > 6 ? [join(lines, ' ')] : lines;

/** Binds the addresses to the authors that are in brackets before them, by the names as written. */
function bindAddresses(draft: Draft, fields: readonly TaggedField[]): void {
  const c1 = fields.find((f) => f.tag === 'C1');
  if (!c1) return;
  const byName = new Map(draft.authors.map((author) => [author.value.name.written.toLowerCase(), author.value]));
  for (const line of c1.lines) {
    const { names, address } = bound(line);
    const text = address.text.replace(/\s+/gu, ' ').trim();
    const index = draft.affiliations.findIndex((one) => one.value.text === text);
    if (index < 0) continue;
    for (const name of names) {
      const author = byName.get(name.trim().toLowerCase());
      if (author && !author.affiliations?.includes(index)) (author.affiliations ??= []).push(index);
    }
  }
}

/** Fields that nothing goes on with; in all others a line without a tag does, set in or not. */
const ends = new Set(['ER', 'EF', 'FN', 'VR']);

const claims = (source: SourceText): boolean => {
  const lines = upToLast(firstLines(source, 40), /^ER\b/u);
  const [first = '', second = ''] = lines;
  const header = /^FN (?:Clarivate|Thomson|ISI|Web of)/i.test(first) && /^VR \d/.test(second);
  const bare =
    tag.test(first) &&
    lines.some((line) => /^PT [JBSP]$/.test(line)) &&
    lines.some((line) => /^(?:UT|TI|SO|AU|AF) \S/.test(line)) &&
    lines.filter((line) => tag.test(line) || /^\s{2,}\S/u.test(line)).length > lines.length * 0.8;
  return header || bare;
};

function read(source: SourceText): Reading {
  const file = readTagged(source, tag, (_, field) => !ends.has(field.tag));
  const reading = new RecordsReading(source);
  const heads = new Set(['FN', 'VR', 'EF']);
  for (const field of file.fields)
    if (heads.has(field.tag)) claimRange(reading.claims, source, field.start, field.end, 'file-header');
  const body = file.fields.filter((field) => !heads.has(field.tag));
  const records = splitAtEnds(
    body,
    (t) => t === 'PT',
    (t) => t === 'ER',
  );
  reading.addEach(
    records,
    (fields) => (isLoneEnd(source, fields, reading.claims) ? undefined : statementsOf(source, fields, reading.claims)),
    bindAddresses,
  );
  return reading.done();
}

export const wos: Format = {
  name: 'web-of-science',
  title: { en: 'Web of Science (tagged text)', zh: 'Web of Science（带标记文本）' },
  trust: 'reference-file',
  claims,
  read,
};
