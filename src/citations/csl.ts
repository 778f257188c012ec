/** Turns a reference into an item of CSL-JSON, and writes CSL-JSON files. */

import type { Language } from '#domain/language';
import type { NoticeOfStatus, Paper } from '#domain/paper';
import { dateParts } from '#domain/date';
import type { Mark } from '#domain/text';
import { familyName, type Name } from '#domain/person';
import { formatOfPieces } from './format.ts';
import { jsonArray, jsonText } from './json.ts';
import { runs } from './clean.ts';
import { onceEach } from './once.ts';
import { addressOf, inertReference, pagesOf, toReference, type Reference, type Worded } from './reference.ts';
import { notesOf } from './reference-notes.ts';

export interface CslName {
  family?: string;
  given?: string;
  suffix?: string;
  'non-dropping-particle'?: string;
  literal?: string;
  'parse-names'?: boolean;
}
/** The people of an item that its styles set. */
export const nameRoles = ['author', 'editor', 'translator'] as const;
export type NameRole = (typeof nameRoles)[number];
export interface CslDate {
  'date-parts': number[][];
}

/** An item of CSL-JSON 1.0.2 (csl-data.json), with the variables that a paper of the review can have. */
export interface CslItem {
  id: string;
  'citation-key': string;
  type: Reference['type'];
  title?: string;
  author?: CslName[];
  'container-title'?: string;
  'container-title-short'?: string;
  journalAbbreviation?: string;
  editor?: CslName[];
  translator?: CslName[];
  edition?: string;
  publisher?: string;
  'publisher-place'?: string;
  genre?: string;
  'event-title'?: string;
  'event-place'?: string;
  'event-date'?: CslDate;
  accessed?: CslDate;
  issued?: CslDate;
  'available-date'?: CslDate;
  volume?: string;
  issue?: string;
  page?: string;
  number?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  ISSN?: string;
  ISBN?: string;
  URL?: string;
  language?: string;
  keyword?: string;
  abstract?: string;
  status?: string;
  note?: string;
  custom?: Beyond;
}

/** What the site's styles want of a work and no variable of CSL holds; no file has it. */
export interface Beyond {
  /** The names in their own script, where the record has them beside romanised ones. */
  native?: Partial<Record<NameRole, (string | undefined)[]>>;
  /** The title in English, where the work's own is in another language. */
  translation?: string;
  /** The container's name in Chinese. */
  containerZh?: string;
  retracted?: boolean;
  /** Where the notice of its retraction appeared. */
  notice?: NoticeOfStatus;
  /** The day on which an article appeared that has no issue yet. */
  ahead?: string;
  articleNumber?: string;
  /** The work is set in Chinese: a reader asks for it. */
  inChinese?: boolean;
  /** Titles keep the capitals of their source. */
  capitals?: 'source';
}

const isEnglish = (language: Language): boolean => /^en\b/u.test(language);

const elements: Record<Mark['tag'], string> = { i: 'i', b: 'b', sub: 'sub', sup: 'sup' };

/** A title with the inline elements that CSL processors read (`<i> <b> <sub> <sup>`). */
function titleWithElements(title: Worded): string {
  return runs(title.marked?.text ?? title.text, title.marked?.marks)
    .map(({ text, tags }) => {
      const open = tags.map((tag) => `<${elements[tag]}>`).join('');
      const close = [...tags].reverse().map((tag) => `</${elements[tag]}>`);
      return open + text + close.join('');
    })
    .join('');
}

const cslName = (name: Name): CslName =>
  name.family
    ? {
        family: name.family,
        ...(name.given ? { given: name.given } : {}),
        ...(name.suffix ? { suffix: name.suffix } : {}),
        ...(name.particle ? { 'non-dropping-particle': name.particle } : {}),
      }
    : { literal: name.literal ?? name.written };

const cslDate = (date: string): CslDate => ({ 'date-parts': date.split('/').map(dateParts) });
const dateOf = (date: string | undefined): CslDate | undefined => (date ? cslDate(date) : undefined);
const namesOf = (names: readonly Name[]): CslName[] | undefined => (names.length > 0 ? names.map(cslName) : undefined);

/** Types of which Zotero has no field for a DOI. */
const withoutDoi: ReadonlySet<Reference['type']> = new Set([
  'book',
  'chapter',
  'thesis',
  'report',
  'webpage',
  'document',
]);

/** Numbers for which Zotero has no field: it keeps a note's lines in "Extra", and reads them there. */
const zoteroNumbers = (r: Reference): string[] => [
  ...(r.doi && withoutDoi.has(r.type) ? [`DOI: ${r.doi}`] : []),
  ...(r.pmid ? [`PMID: ${r.pmid}`] : []),
  ...(r.pmcid ? [`PMCID: ${r.pmcid}`] : []),
];

/** Variables of CSL by what they hold; a rule gives `undefined` where the reference states nothing. */
const variables: Readonly<{
  [V in Exclude<keyof CslItem, 'id' | 'citation-key' | 'type' | 'custom'>]-?: (
    reference: Reference,
  ) => CslItem[V] | undefined;
}> = {
  title: (r) => r.title && titleWithElements(r.title),
  author: (r) => namesOf(r.authors),
  editor: (r) => namesOf(r.editors),
  translator: (r) => namesOf(r.translators),
  'container-title': (r) => r.container,
  'container-title-short': (r) => r.containerShort,
  // Its name in the schema's first edition, the one that Zotero reads.
  journalAbbreviation: (r) => r.containerShort,
  edition: (r) => r.edition,
  publisher: (r) => r.publisher,
  'publisher-place': (r) => r.publisherPlace,
  // A preprint is one whatever its source calls it: processors and managers look for the word.
  genre: (r) => r.genre ?? (r.type === 'article' ? 'preprint' : undefined),
  'event-title': (r) => r.event,
  'event-place': (r) => r.eventPlace,
  'event-date': (r) => dateOf(r.eventDate),
  issued: (r) => dateOf(r.issued),
  'available-date': (r) => dateOf(r.online),
  accessed: (r) => (addressOf(r) || r.doi ? dateOf(r.accessed) : undefined),
  volume: (r) => r.volume,
  issue: (r) => r.issue,
  // Programs that know no article numbers read one as the page.
  page: (r) => pagesOf(r),
  number: (r) => r.number ?? r.articleNumber,
  DOI: (r) => r.doi,
  PMID: (r) => r.pmid,
  PMCID: (r) => r.pmcid,
  ISSN: (r) => r.issn[0],
  ISBN: (r) => r.isbn[0],
  URL: addressOf,
  language: (r) => r.language,
  keyword: (r) => r.keywords.join(', ') || undefined,
  abstract: (r) => r.abstract?.text,
  status: (r) => (r.status.includes('retracted') ? 'retracted' : r.ahead ? 'advance online publication' : undefined),
  note: (r) => [...zoteroNumbers(r), ...notesOf(r, { titles: 0, fulltext: true })].join('\n') || undefined,
};

/** The English title that a source or a person gives beside the one in the work's own language. */
const translationOf = (r: Reference): Worded | undefined =>
  r.title && !isEnglish(r.title.language) ? r.translatedTitles.find(({ language }) => isEnglish(language)) : undefined;

function beyond(r: Reference): Beyond | undefined {
  const people: readonly [NameRole, readonly Name[]][] = [
    ['author', r.authors],
    ['editor', r.editors],
    ['translator', r.translators],
  ];
  const native: Beyond['native'] = {};
  for (const [role, names] of people)
    if (names.some((name) => name.native)) native[role] = names.map((name) => name.native);
  const translation = translationOf(r);
  const found: Beyond = {
    ...(Object.keys(native).length > 0 ? { native } : {}),
    ...(translation ? { translation: titleWithElements(translation) } : {}),
    ...(r.containerZh ? { containerZh: r.containerZh } : {}),
    ...(r.status.includes('retracted') ? { retracted: true } : {}),
    ...(r.retraction ? { notice: r.retraction } : {}),
    ...(r.ahead && r.online ? { ahead: r.online } : {}),
    ...(r.articleNumber && !r.firstPage ? { articleNumber: r.articleNumber } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

export const cslOf = onceEach((stated: Reference): CslItem => {
  // CSL takes `<i>` in a value for markup and has no escape for what is not markup.
  const reference = inertReference(stated);
  const item: Record<string, unknown> = { id: reference.id, 'citation-key': reference.id, type: reference.type };
  for (const [variable, rule] of Object.entries(variables)) {
    const value = rule(reference);
    if (value !== undefined) item[variable] = value;
  }
  const custom = beyond(reference);
  if (custom) item['custom'] = custom;
  return item as unknown as CslItem;
});

export const toCsl = (paper: Paper): CslItem => cslOf(toReference(paper));

/**
 * A name as every program reads it: those that know no particle or suffix lose them, those that do take them out of the
 * parts again where `parse-names` says so.
 */
function wholeName(name: CslName): CslName {
  const { 'non-dropping-particle': particle, suffix, family, given } = name;
  if (!family || (!particle && !(suffix && given))) return name;
  return {
    family: familyName({ particle, family }),
    ...(given ? { given: [given, suffix].filter(Boolean).join(', ') } : {}),
    ...(suffix && !given ? { suffix } : {}),
    'parse-names': true,
  };
}

/** CSL-JSON, an array: the schema csl-data.json of CSL 1.0.2 (citationstyles.org). */
export const csl = formatOfPieces({
  name: 'csl-json',
  title: { en: 'CSL-JSON', zh: 'CSL-JSON' },
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  piece(paper, { abstracts = true, single = false }) {
    const { abstract, author, editor, custom: _custom, ...stated } = toCsl(paper);
    const item = {
      ...stated,
      ...(author ? { author: author.map(wholeName) } : {}),
      ...(editor ? { editor: editor.map(wholeName) } : {}),
      ...(abstracts && abstract ? { abstract } : {}),
    };
    return jsonText(single ? [item] : item, single);
  },
  file: (pieces, { single = false }) => (single ? pieces.join('') : jsonArray(pieces)),
});
