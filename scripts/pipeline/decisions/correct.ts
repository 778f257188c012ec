/** Applies people's corrections to a record. */

import { describedFields } from '#domain/correction';
import { isJournalField, journalFieldNames, journalFields, peopleFields, topFields } from '#domain/fields';
import { journalTitle, type Author, type Paper } from '#domain/paper';
import { byRole } from '#domain/role';
import { displayName, type Name } from '#domain/person';
import type { Origin, Stated } from '#domain/place';
import type { Notice } from '#domain/notice';
import { isPreprintServer } from '#domain/preprints';
import { foldForMatching, withoutFinalStop } from '#domain/text';
import { cutName } from '../../formats/values/names.ts';
import type { FiledCorrection } from './read-decisions.ts';
import { joinOrigins, weigh } from '../paper/origins.ts';
import { conflictingCorrections } from './conflicting-corrections.ts';
import { isSamePerson } from '../paper/people.ts';
import type { Body } from '../paper/reconcile.ts';

/** Fields of `set` that replace one stated value at the top level of the record. */
const values = ['language', ...topFields] as const;

/** Fields of a digest that a person can set and empty one by one. */
const digestFields = ['kind', 'publisher', 'date', 'url'] as const;
const isDigestField = (name?: string): name is (typeof digestFields)[number] => digestFields.some((it) => it === name);

type Loose = Record<string, Stated<unknown> | undefined>;

/** Applies people's corrections to a record, oldest first. What the sources said is kept in `others`. */
export function correct(body: Body, corrections: readonly FiledCorrection[]): { body: Body; notices: Notice[] } {
  const notices = conflictingCorrections(corrections);
  const result = structuredClone(body);
  for (const correction of corrections) {
    const from = correction.seen.map((seen) => ({ correction: correction.file, seen }));
    unsetFields(result, correction, notices);
    setFields(result, correction, from);
  }
  const journal = journalTitle(result);
  if (journal && result.type.derived === 'type-not-stated' && !isPreprintServer(journal.value))
    result.type = { value: 'article-journal', from: journal.from.slice(0, 1), derived: 'type-from-journal' };
  return { body: result, notices };
}

/** A stated value after a person's decision: theirs is the value, and the old one moves to `others`. */
function decide<T>(old: Stated<T> | undefined, value: T, from: Origin[]): Stated<T> {
  const said = old ? [{ value: old.value, from: old.from }, ...(old.others ?? [])] : [];
  const same = (a: T, b: T): boolean => fold(a) === fold(b);
  return weigh([{ value, from }, ...said], same) ?? { value, from };
}

const fold = (value: unknown): string => foldForMatching(typeof value === 'string' ? value : JSON.stringify(value));

function setFields(body: Body, { set }: FiledCorrection, from: Origin[]): void {
  const loose = body as unknown as Loose;
  for (const field of values) if (set[field] !== undefined) loose[field] = decide(loose[field], set[field], from);
  // Pages set by a person replace an article number from the sources, and the other way round.
  if (set.pages && !set.articleNumber && body.articleNumber?.value === set.pages) delete body.articleNumber;
  if (set.articleNumber && !set.pages && body.pages?.value === set.articleNumber) delete body.pages;
  // The type that stands for none is no word of a source, and so is not kept beside that of the person.
  const stated = body.type.derived === 'type-not-stated' ? undefined : body.type;
  if (set.type) body.type = decide(stated, set.type, from);
  for (const field of journalFieldNames) {
    const [name, value] = [journalFields[field], set[field]];
    if (value) (body.journal ??= {})[name] = decide(body.journal[name], value, from);
  }
  if (set.isbn) body.isbn = set.isbn.map((value) => ({ value, from }));
  if (set.issn) (body.journal ??= {}).issn = set.issn.map((value) => ({ value, from }));
  for (const title of set.titles ?? []) setTitle(body, title, from);
  if (set.authors) body.authors = set.authors.map((author) => authorOf(author, body.authors, from));
  for (const field of peopleFields)
    if (set[field]) body[field] = set[field].map((person) => authorOf(person, body[field] ?? [], from));
  for (const value of set.registrations ?? []) {
    const known = body.registrations.find((it) => fold(it.value) === fold(value));
    if (known) known.from = joinOrigins(known.from, from);
    else body.registrations.push({ value, from });
  }
  if (set.keywords) body.keywords = keywordsOf(body, set.keywords, from);
  if (set.digest && body.digest)
    for (const field of digestFields) {
      const value = set.digest[field];
      if (value) body.digest[field] = decide(body.digest[field], value, from);
    }
  for (const status of set.status ?? []) {
    body.status = body.status.filter((it) => it.kind !== status.kind);
    body.status.push({
      kind: status.kind,
      ...(status.note ? { note: status.note } : {}),
      ...(status.date ? { date: status.date } : {}),
      ...(status.notice ? { notice: status.notice } : {}),
      from,
    });
  }
}

/** A corrected title replaces the title of the same language and role; the words of the sources are kept beside it. */
function setTitle(
  body: Body,
  title: { language: string; role: Paper['titles'][number]['role']; text: string },
  from: Origin[],
): void {
  const sameRole = (it: Paper['titles'][number]): boolean => it.language === title.language && it.role === title.role;
  const old = body.titles.find(sameRole) ?? body.titles.find((it) => it.language === title.language);
  const rest = body.titles.filter((it) => it !== old);
  const plain = (text: string): string => foldForMatching(withoutFinalStop(text));
  const said = old ? [{ text: old.text, from: old.from }, ...(old.others ?? [])] : [];
  const agreeing = said.filter((it) => plain(it.text) === plain(title.text));
  const others = said.filter((it) => !agreeing.includes(it));
  rest.push({
    ...title,
    from: joinOrigins(from, ...agreeing.map((it) => it.from)),
    ...(others.length ? { others } : {}),
  });
  body.titles = rest.sort(byRole);
}

type SetAuthor = NonNullable<NonNullable<FiledCorrection['set']>['authors']>[number];

/** A corrected author keeps the places, affiliations and ORCID of the same author in the sources. */
function authorOf(given: SetAuthor, old: readonly Author[], from: Origin[]): Author {
  const { orcid, ...parts } = 'literal' in given ? { ...given, orcid: undefined } : given;
  const name: Name = { written: '', ...(parts as Partial<Name>) };
  name.written = displayName({ ...name, written: '-' });
  const same =
    old.find((it) => isSamePerson(it, { name, from })) ??
    old.find((it) => isSamePerson({ ...it, ...cutName(it.name.written) }, { name, from }));
  return {
    name: {
      ...name,
      written: same?.name.written ?? name.written,
      ...(same?.name.native && !name.native ? { native: same.name.native } : {}),
    },
    ...((orcid ?? same?.orcid) ? { orcid: orcid ?? same?.orcid } : {}),
    ...(same?.affiliations ? { affiliations: same.affiliations } : {}),
    from: same ? joinOrigins(same.from, from) : from,
  };
}

function keywordsOf(
  body: Body,
  given: readonly { language: string; text: string }[],
  from: Origin[],
): Paper['keywords'] {
  return given.map((word) => {
    const same = body.keywords.find((it) => it.language === word.language && fold(it.text) === fold(word.text));
    return { ...word, from: same ? joinOrigins(same.from, from) : from };
  });
}

/**
 * Applies `unset: [issue, titles.zh, journal, digest.date]`: each removes a field, the titles or abstracts in a language, or
 * a part of the digest.
 */
function unsetFields(body: Body, correction: FiledCorrection, notices: Notice[]): void {
  const lists = ['titles', 'authors', 'affiliations', 'registrations', 'keywords', 'abstracts', 'status'];
  for (const path of correction.unset) {
    const [field = '', part] = path.split('.');
    const loose = body as unknown as Record<string, unknown>;
    const list = loose[field];
    if (isJournalField(field)) delete body.journal?.[journalFields[field]];
    else if (field === 'issn') delete body.journal?.issn;
    else if (field === 'type') body.type = { value: 'document', from: body.type.from, derived: 'type-not-stated' };
    else if (field === 'digest' && isDigestField(part)) delete body.digest?.[part];
    else if (field === 'editors' || field === 'translators' || field === 'isbn') delete body[field];
    else if (lists.includes(field) && Array.isArray(list))
      loose[field] = part ? list.filter((it: { language?: string }) => !it.language?.startsWith(part)) : [];
    else if (path === 'digest' || (values as readonly string[]).includes(path)) delete loose[field];
    // What rules read of the study is taken away where they read it.
    else if (describedFields.some((it) => it === field)) continue;
    else
      notices.push({
        severity: 'error',
        rule: 'correction-unknown-field',
        place: { file: `corrections/${correction.file}` },
        seen: `unset: ${path}`,
        expected: `one of ${[...values, 'type', ...journalFieldNames, 'issn', 'isbn', ...peopleFields, 'digest', ...describedFields, ...lists].join(', ')}`,
        remedy: 'name one of these fields, or take the line out',
      });
  }
  if (body.journal && Object.keys(body.journal).length === 0) delete body.journal;
}
