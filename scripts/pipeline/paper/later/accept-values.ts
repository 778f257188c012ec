/** Takes over what a later source may change in a paper. */

import { emptyDraft, type Draft } from '#domain/draft';
import { isJournalField, journalFields, peopleFields, singleFields } from '#domain/fields';
import { webAddress } from '#domain/identifiers';
import type { Language } from '#domain/language';
import type { Role } from '#domain/role';
import { cleanText } from '#text/clean';
import { enough, some, type Weighed } from '../../join/weight.ts';
import type { Member } from '../members.ts';
import { agreedPeople } from '../people.ts';
import { cutSections } from '../sections.ts';
import { plainTitle, wholeText } from '../texts.ts';
import { agreed, isValid, saysTheSame } from '../values.ts';
import { may, type ClaimField } from './field-rights.ts';
import { fieldIn, namesOf, samePeople, textOf, wordsOf, type Showing } from '../differences.ts';
import { isTakenBack } from './status.ts';
import type { PendingValue, SourceDecisions } from './claims.ts';

/** The part of a later source that the paper accepts. */
export interface Entry {
  /** The values that it may add or replace. */
  member: Member;
  /** The values that a person confirmed, which come before what other sources say; absent where there are none. */
  confirmed?: Member;
  held: PendingValue[];
}

/** What happens to one value: it comes first, it is weighed with the others, or it is left out. */
type Part = 'first' | 'in' | 'out';

interface Value {
  field: ClaimField;
  language?: Language;
  /** The value that the paper has there. */
  was?: string | undefined;
  says: string;
  /** Whether it says the same as the paper. */
  agrees?: boolean;
  /** Whether it says all that the paper says, and more. */
  goesOn?: boolean;
  /** Whether nothing is reported where it is left out. */
  quiet?: boolean;
}

interface Sift {
  draft: Draft;
  paper: Showing;
  partOf: (value: Value) => Part;
  parts: Record<Part, Draft>;
}

/**
 * Divides a later source into what the paper accepts and what waits for a person's decision. `paper` is made from its
 * own sources.
 */
export function enter(member: Member, weighed: Weighed, paper: Showing, decided: SourceDecisions): Entry {
  const held: PendingValue[] = [];
  const replaced: string[] = [];
  const partOf = ({ field, language, was, says, agrees, goesOn, quiet }: Value): Part => {
    const name = language === undefined ? field : fieldIn(field, language);
    if (decided.refuse.has(field) || decided.refuse.has(name)) return 'out';
    if (decided.confirm.has(field) || decided.confirm.has(name)) return 'first';
    if (agrees) return weighed.sum >= some ? 'in' : 'out';
    if (may(weighed, field, was !== undefined, goesOn)) {
      if (was !== undefined) replaced.push(name);
      return 'in';
    }
    if (!quiet && says) held.push({ field: name, ...(was === undefined ? {} : { was }), says });
    return 'out';
  };
  const parts: Record<Part, Draft> = { first: emptyDraft(), in: emptyDraft(), out: emptyDraft() };
  const sift: Sift = { draft: member.draft, paper, partOf, parts };
  siftTitles(sift);
  siftAbstracts(sift);
  siftPeople(sift, member);
  siftFields(sift, member);
  siftLists(sift);
  const { record } = member.draft;
  const own = (draft: Draft): Draft => ({ ...draft, ...(record === undefined ? {} : { record }) });
  const { url: _url, retrieved: _retrieved, replaces: _replaces, ...source } = member;
  return {
    member: {
      ...source,
      ...siftSidecar(sift, member),
      isLater: true,
      ...(weighed.sum < enough && replaced.length === 0 ? { addsOnly: true } : {}),
      draft: own(parts.in),
    },
    ...(decided.confirm.size ? { confirmed: { ...source, draft: own(parts.first), isVoice: true } } : {}),
    held,
  };
}

const inLanguage = <T extends { language: Language }>(list: readonly T[], language: Language): T[] =>
  list.filter((it) => it.language.split('-')[0] === language.split('-')[0]);

/**
 * Gives a text of a later source its role. In a language that the paper has, it is the role of the paper's own text; in
 * another language it is a translation, where the paper has an original.
 */
function withRole<T extends { language: Language; role?: Role }>(
  { role, ...value }: T,
  had: readonly { language: Language; role: Role }[],
): Omit<T, 'role'> & { role?: Role } {
  if (inLanguage(had, value.language).length) return value;
  const said = role === 'original' && had.some((it) => it.role === 'original') ? 'translation' : role;
  return { ...value, ...(said ? { role: said } : {}) };
}

function siftTitles({ draft, paper, partOf, parts }: Sift): void {
  for (const read of draft.titles) {
    const { language, text, role } = read.value;
    const there = inLanguage(paper.titles, language);
    // A title that marks a retraction belongs to the status; and a machine translation does not turn a person's words
    // into a machine's.
    if (isTakenBack(text) || (role === 'machine-translation' && there.length)) continue;
    const agrees = there.some((it) => plainTitle(it.text) === plainTitle(text));
    const quiet = there.some((it) => wordsOf(it.text) === wordsOf(text));
    const goesOn = there.some((it) => wordsOf(text).startsWith(`${wordsOf(it.text)} `));
    const part = partOf({
      field: 'title',
      language,
      was: there[0]?.text,
      says: cleanText(text),
      agrees,
      goesOn,
      quiet,
    });
    parts[part].titles.push({ ...read, value: withRole(read.value, paper.titles) });
  }
}

function siftAbstracts({ draft, paper, partOf, parts }: Sift): void {
  for (const read of draft.abstracts) {
    const { language, role, sections } = read.value;
    const there = inLanguage(paper.abstracts, language);
    if (role === 'machine-translation' && there.length) continue;
    const made = cutSections(sections, new Map());
    const says = wholeText({ language, sections: made });
    const had = there.map((it) => wordsOf(wholeText(it)));
    const part = partOf({
      field: 'abstract',
      language,
      was: there[0] && wholeText(there[0]),
      says,
      agrees: had.some((it) => it.startsWith(wordsOf(says))),
      // The paper's own text may end in the middle of a word, where its page cut it.
      goesOn: there.some((it) => wordsOf(textOf(made)).startsWith(wordsOf(textOf(it.sections)))),
      quiet: had.some((it) => it.includes(wordsOf(says))),
    });
    parts[part].abstracts.push({ ...read, value: withRole(read.value, paper.abstracts) });
  }
}

function siftPeople({ draft, paper, partOf, parts }: Sift, member: Member): void {
  const { authors, affiliations } = agreedPeople([member]);
  const was = paper.authors.length ? namesOf(paper.authors) : undefined;
  // Of the same people the names may be fuller.
  const quiet = samePeople(paper.authors, authors);
  const part = authors.length ? partOf({ field: 'authors', was, says: namesOf(authors), goesOn: quiet, quiet }) : 'out';
  parts[part].authors = draft.authors;
  const texts = affiliations.map(({ text }) => text).join('; ');
  const places = partOf({
    field: 'affiliations',
    was: paper.affiliations.length ? paper.affiliations.map(({ text }) => text).join('; ') : undefined,
    says: texts,
    quiet: true,
  });
  // Authors refer to affiliations by number, so both go to the same part.
  parts[part === 'out' ? places : part].affiliations = draft.affiliations;
}

/** Fields that follow from the rest of a record, or for which each database has its own words. */
const unsaid: ReadonlySet<string> = new Set(['type', 'language', 'issn']);

/**
 * The value that the paper has of a field with one text. A type or language that only follows from other values does
 * not count.
 */
function hadIn(paper: Showing, field: (typeof singleFields)[number]): string | undefined {
  if (isJournalField(field)) return paper.journal?.[journalFields[field]]?.value;
  if (field === 'type') return paper.type.derived?.startsWith('type-') ? undefined : paper.type.value;
  return paper[field]?.value;
}

function siftFields({ draft, paper, partOf, parts }: Sift, member: Member): void {
  const { pages, articleNumber } = paper;
  for (const field of singleFields) {
    const read = draft[field];
    if (!read || !isValid(field, read)) continue;
    const says = agreed([member], field, [])?.value ?? '';
    const was = hadIn(paper, field);
    const elsewhere = field === 'pages' ? articleNumber : field === 'articleNumber' ? pages : undefined;
    const agrees = was !== undefined && saysTheSame(field, was, says);
    const quiet = unsaid.has(field) || agrees || saysTheSame(field, elsewhere?.value ?? '', says);
    const isMore = (field === 'issued' || field === 'online') && was !== undefined && says.length > was.length;
    const part = partOf({ field, was: was ?? elsewhere?.value, says, agrees: agrees && !isMore, quiet });
    Object.assign(parts[part], { [field]: read });
    if (field === 'issued' && draft.issuedUntil) parts[part].issuedUntil = draft.issuedUntil;
  }
}

/** Decides about lists, to which each source may add. */
function siftLists({ draft, paper, partOf, parts }: Sift): void {
  for (const read of draft.keywords) {
    const { language, text } = read.value;
    const agrees = paper.keywords.some((it) => wordsOf(it.text) === wordsOf(text));
    const part = partOf({ field: 'keywords', language, says: cleanText(text), agrees });
    parts[part].keywords.push(read);
  }
  for (const field of peopleFields)
    for (const read of draft[field] ?? []) {
      const people = paper[field];
      const part = partOf({ field, was: people && namesOf(people), says: '', quiet: true });
      (parts[part][field] ??= []).push(read);
    }
  for (const read of draft.isbn ?? []) {
    const [was, agrees] = [paper.isbn?.[0]?.value, paper.isbn?.some(({ value }) => value === read.value) ?? false];
    (parts[partOf({ field: 'isbn', ...(was ? { was } : {}), says: read.value, agrees, quiet: true })].isbn ??= []).push(
      read,
    );
  }
  const known = paper.journal?.issn?.map(({ value }) => value) ?? [];
  for (const read of draft.issn) {
    const agrees = known.includes(read.value);
    parts[partOf({ field: 'issn', was: known[0], says: read.value, agrees, quiet: true })].issn.push(read);
  }
  for (const read of draft.registrations) {
    const agrees = paper.registrations.some(({ value }) => value.id.toLowerCase() === read.value.id.toLowerCase());
    const says = `${read.value.registry} ${read.value.id}`;
    parts[partOf({ field: 'registration', says, agrees })].registrations.push(read);
  }
  if (draft.digest) {
    const was = paper.digest && wholeText(paper.digest);
    const { language, sections } = draft.digest.value;
    const says = wholeText({ language, sections: cutSections(sections, new Map()) });
    parts[partOf({ field: 'digest', was, says, agrees: says === was })].digest = draft.digest;
  }
  const { status } = draft;
  // `weighStatuses` decides from all sources together whether a status is confirmed; here only a person's word counts.
  if (status && partOf({ field: 'status', says: status.value, quiet: true }) === 'first') parts.first.status = status;
  if (parts.first.status && draft.retractedIn) parts.first.retractedIn = draft.retractedIn;
}

/** Decides about what the sidecar of a later source says: its address, and which scrape it replaces. */
function siftSidecar({ paper, partOf }: Sift, { url, retrieved, replaces }: Member): Partial<Member> {
  const was = paper.url?.value;
  const linked =
    url &&
    partOf({ field: 'url', was, says: url.value, agrees: url.value === was, quiet: !webAddress(url.value) }) !== 'out';
  const newer = partOf({ field: 'replaces', says: replaces ?? '' }) !== 'out';
  return {
    ...(linked ? { url } : {}),
    ...(newer && retrieved ? { retrieved } : {}),
    ...(newer && replaces ? { replaces } : {}),
  };
}
