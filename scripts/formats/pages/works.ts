/** What metadata and records of pages say of books, chapters, theses, reports and conference papers. */

import { shareOfHan } from '#domain/language';
import type { Meaning } from '../draft/statement.ts';
import { fold, slice, type Traced } from '../text/traced.ts';
import { undecorated } from '../draft/take-people.ts';
import { faultOf } from './impossible.ts';
import type { PageMeaning, State } from './meaning.ts';
import type { Page } from './page.ts';

/** A value as a program writes it; what follows a label on a page may be anything. */
const ofRecord =
  (means: Meaning): State =>
  (page, value, { by }) =>
    by === 'record' && value.text.length <= 300 && page.put(means, value);

/** Names as a program writes them, one or several, without the comma at their end. */
const people =
  (means: Meaning): State =>
  (page, value, { by }) => {
    const names = slice(value, 0, value.text.replace(/(?<![\s,;])[\s,;]+$/u, '').length);
    return by === 'record' && !faultOf('authors', undecorated(names.text)) && page.put(means, names);
  };

/** The title of a book is not the name of a journal, and none of those that the page shows is more likely. */
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
  author: people('author'),
  editor: people('editor'),
  editors: people('editor'),
  translator: people('translator'),
  translators: people('translator'),
  isbn: (page, value) => page.put('isbn', value),
  edition: ofRecord('edition'),
  number: ofRecord('number'),
  genre: ofRecord('genre'),
  'publisher-place': ofRecord('publisher-place'),
  event: ofRecord('event'),
  'event-place': ofRecord('event-place'),
  'event-date': ofRecord('event-date'),
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
 * What can be said of a work when all that is written for programs is read. Only articles appear online before their
 * issue: the date of any other work is its own. A conference's name that is the proceedings' says no more.
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
