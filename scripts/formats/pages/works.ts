import type { PeopleField } from '#domain/fields';
import { shareOfHan } from '#domain/language';
import { fold, slice, type Traced } from '../text/traced.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { cutName } from '../values/names.ts';
import { findIsbns, readEdition, readEventDate, readGenre } from '../values/works.ts';
import type { PageMeaning, State } from './meaning.ts';
import type { SingleField } from '../draft/making.ts';
import type { Page } from './page.ts';

/** What metadata and records of pages say of books, chapters, theses, reports and conference papers. */

/** A text as its source writes it, or what is read of it. */
const text =
  (field: SingleField, read: (written: string) => string | undefined = (written) => written): State =>
  (page, value, { by }) => {
    const written = fold(value);
    const said = by === 'record' && written.text.length <= 300 ? read(written.text) : undefined;
    return said !== undefined && page.state(field, said, written);
  };

const statePeople =
  (list: PeopleField): State =>
  (page, value, { by }) => {
    if (by !== 'record') return false;
    const several = /[;；]|,.*,|\sand\s/u.test(value.text) ? readAuthorLine(value, true) : undefined;
    const names = several && several.length > 1 ? several.map(({ traced }) => traced) : [fold(value)];
    for (const name of names)
      statePerson(page, list, slice(name, 0, name.text.replace(/(?<![\s,;])[\s,;]+$/u, '').length));
    return true;
  };

function statePerson(page: Page, list: PeopleField, traced: Traced): void {
  const { name, derived } = cutName(traced.text);
  const people = (page.draft[list] ??= []);
  const same = people.find((person) => person.value.name.written === name.written);
  const at = page.take(traced);
  if (same) same.at.push(...at);
  else people.push({ value: { name }, at, ...(derived ? { derived } : {}) });
}

const stateIsbns: State = (page, value) => {
  const found = findIsbns(value.text);
  for (const { value: isbn, start, end } of found) {
    const at = page.take(value, start, end);
    const held = (page.draft.isbn ??= []);
    const same = held.find((one) => one.value === isbn);
    if (same) same.at.push(...at);
    else held.push({ value: isbn, at });
  }
  return found.length > 0;
};

/** The title of a book is no name of a journal, and none of those that the page shows is more likely. */
const stateBookTitle: State = (page, value, { by }) => {
  const title = fold(value);
  if (by !== 'record' || title.text.length > 300) return false;
  page.inBook = page.state(shareOfHan(title.text) > 0.5 ? 'journalZh' : 'journal', title.text, title) || page.inBook;
  return page.inBook;
};

/** Where a work is in its life, as schema.org's `creativeWorkStatus` has it. */
const stateStage: State = (page, value) => {
  if (/^(?:retracted|withdrawn)$/iu.test(value.text)) return page.state('status', 'retracted', value);
  return /^preprint$/iu.test(value.text) && page.state('type', 'article', value);
};

export const workStates: Partial<Record<PageMeaning, State>> = {
  'in-book': stateBookTitle,
  status: stateStage,
  editor: statePeople('editors'),
  editors: statePeople('editors'),
  translator: statePeople('translators'),
  translators: statePeople('translators'),
  isbn: stateIsbns,
  edition: text('edition', readEdition),
  number: text('number'),
  genre: text('genre', readGenre),
  'publisher-place': text('publisherPlace'),
  event: text('event'),
  'event-place': text('eventPlace'),
  'event-date': text('eventDate', readEventDate),
};

/**
 * Tags that only one kind of work has, with the kind (Google Scholar's "Indexing Guidelines", the ETD-MS of NDLTD). A
 * journal's name beside them says more: a congress has its abstracts in one.
 */
const kinds: readonly [RegExp, string][] = [
  [/^(?:citation_dissertation_|thesis\.degree\.|eprints\.thesis_)/u, 'thesis'],
  [/^citation_technical_report_/u, 'report'],
  [/^citation_conference(?:_title)?$/u, 'paper-conference'],
  [/^citation_(?:in)?book_title$/u, 'chapter'],
];

/** States the kind of work that the names of a page's tags show. */
export function stateKindByTags(page: Page, tags: readonly { name: string; content: Traced }[]): void {
  for (const [test, type] of kinds) {
    const tag = tags.find(({ name }) => test.test(name));
    if (!tag) continue;
    page.state('type', type, tag.content, 0, tag.content.text.length, 'type-from-its-field');
    return;
  }
}

/**
 * What can be said of a work when all that is written for programs is read. Articles alone appear online before their issue:
 * the date of any other work is its own. A conference's name that is the proceedings' says no more.
 */
export function settleWork(page: Page): void {
  const { draft } = page;
  // Schema.org has articles and no papers of a conference: an article in a book is one.
  if (page.inBook && draft.type?.value === 'article-journal')
    draft.type = { ...draft.type, value: 'paper-conference', derived: 'type-from-its-field' };
  if (draft.type && draft.type.value !== 'article-journal' && draft.online && !draft.issued) {
    draft.issued = draft.online;
    delete draft.online;
  }
  if (draft.event && draft.event.value === (draft.journal ?? draft.journalZh)?.value) delete draft.event;
}
