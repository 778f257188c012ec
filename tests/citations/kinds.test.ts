import { describe, expect, test } from 'vitest';
import { dublinCoreTags } from '#citations/embedded/dublin-core';
import { eprintsTags } from '#citations/embedded/eprints';
import { highwireTags } from '#citations/embedded/highwire';
import { jsonLd, scriptSafe } from '#citations/embedded/json-ld';
import { zoteroTags } from '#citations/embedded/zotero';
import { citationFormats } from '#citations/index';
import { toReference } from '#citations/reference';
import type { Draft } from '#domain/draft';
import { displayName } from '#domain/person';
import type { Paper } from '#domain/paper';
import { sourceText } from '#domain/source';
import { formats as readers } from '../../scripts/formats/index.ts';
import { referenceFormats } from '../../scripts/formats/references/index.ts';
import { paperOf } from '../site/support/works.ts';

/**
 * What a reference of each kind of work consists of, written in each format and read back by the readers of the import. A
 * field that a format has no place for is named here; everything else comes back.
 */

const kinds = [
  ...['article', 'article-number', 'article-retracted', 'book', 'book-edited', 'chapter', 'chapter-volume', 'thesis'],
  ...['report', 'report-persons', 'conference-paper', 'preprint', 'webpage', 'document', 'chinese-romanised'],
  ...['thesis-master', 'book-chinese', 'thesis-chinese', 'book-german', 'book-edited-by-one', 'chapter-book-subtitle'],
  ...['guideline-by-group', 'report-number-alone', 'conference-paper-without-publisher', 'correction-one-page'],
  ...['article-french-translated', 'article-supplement', 'article-two-issues', 'article-odd-doi', 'authors-particles'],
  ...[
    'title-quotation-subtitle',
    'book-edited-21',
    'book-volume',
    'book-translated',
    'chapter-editors-7',
    'chapter-group',
  ],
  ...['chapter-translated', 'chapter-chinese', 'book-chinese-edited', 'thesis-chinese-translated', 'report-chinese'],
  ...[
    'conference-paper-chinese',
    'webpage-chinese',
    'preprint-chinese',
    'chinese-authors-latin-4',
    'japanese',
    'korean',
  ],
  ...[
    'spanish-untranslated',
    'german-translated-chapter',
    'arabic',
    'authors-people-and-group',
    'author-suffix-particle',
  ],
  ...[
    'authors-initials-only',
    'article-without-author',
    'book-without-author',
    'article-undated',
    'article-electronic-pages',
  ],
  ...[
    'article-online-first-number',
    'article-pages-apart',
    'article-supplement-of-issue',
    'article-part',
    'title-ellipsis',
  ],
  ...['article-issue-alone', 'title-quotation-question', 'title-dash', 'title-all-capitals', 'title-italics-subtitle'],
  ...[
    'title-nested-quotation',
    'article-retracted-without-notice',
    'webpage-without-author',
    'conference-paper-editors-3',
  ],
  ...[
    'report-by-department',
    'thesis-doi',
    'preprint-person-and-group',
    'document-dataset',
    'book-chinese-translated-into',
  ],
];

const fields = [
  ...[
    'type',
    'title',
    'authors',
    'editors',
    'translators',
    'container',
    'publisher',
    'publisherPlace',
    'edition',
    'isbn',
    'number',
  ],
  ...['genre', 'event', 'eventPlace', 'eventDate', 'issued', 'volume', 'issue', 'pages', 'articleNumber', 'doi', 'url'],
  'retracted',
] as const;
type Field = (typeof fields)[number];
type Values = Partial<Record<Field, string>>;

const names = (people: readonly { name: Paper['authors'][number]['name'] }[] | undefined): string =>
  (people ?? []).map(({ name }) => displayName(name)).join('; ');

/** Dashes between numbers as hyphens, and a page that is its own end once. */
const plainly = (value: string): string => value.replace(/(?<=\d)–(?=\d)/gu, '-').replace(/^(\d+)-\1$/u, '$1');

/** The values that a record states. */
function stated(paper: Paper): Values {
  const plain = (field: keyof Paper): string | undefined => (paper[field] as { value?: string } | undefined)?.value;
  const all: Record<Field, string | undefined> = {
    type: paper.type.value,
    title: paper.titles[0]?.text,
    authors: names(paper.authors),
    editors: names(paper.editors),
    translators: names(paper.translators),
    container: paper.journal?.name?.value ?? paper.journal?.nameZh?.value,
    publisher: paper.journal?.publisher?.value,
    publisherPlace: plain('publisherPlace'),
    edition: plain('edition'),
    isbn: paper.isbn?.[0]?.value,
    number: plain('number'),
    genre: plain('genre'),
    event: plain('event'),
    eventPlace: plain('eventPlace'),
    eventDate: plain('eventDate'),
    issued: plain('issued'),
    volume: plain('volume'),
    issue: plain('issue'),
    pages: plain('pages'),
    articleNumber: plain('articleNumber'),
    doi: plain('doi'),
    url: plain('url'),
    retracted: paper.status.some(({ kind }) => kind === 'retracted') ? 'yes' : undefined,
  };
  const entries = Object.entries(all).flatMap(([field, value]) => (value ? [[field, plainly(value)]] : []));
  return Object.fromEntries(entries) as Values;
}

/** The same of what a reader made of a file. */
function read(draft: Draft): Values {
  const { titles, authors, editors, translators, journal, journalZh, isbn, status, ...rest } = draft;
  const plain = rest as Partial<Record<string, { value?: unknown }>>;
  const values: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, plain[field]?.value]));
  values['title'] = titles[0]?.value.text;
  values['authors'] = names(authors.map(({ value }) => value));
  values['editors'] = names(editors?.map(({ value }) => value));
  values['translators'] = names(translators?.map(({ value }) => value));
  values['container'] = journal?.value ?? journalZh?.value;
  values['isbn'] = isbn?.[0]?.value;
  values['retracted'] = status ? 'yes' : undefined;
  return values;
}

/** What each format cannot say, by field: of every kind, or of those that are named. */
const conference: readonly string[] = ['conference-paper', 'conference-paper-chinese', 'conference-paper-editors-3'];
const preprints: readonly string[] = ['preprint', 'preprint-chinese', 'preprint-person-and-group'];
const webpages: readonly string[] = ['webpage', 'webpage-chinese', 'webpage-without-author'];
/** A comma in a group's name, at which lists of names are cut, is in full width. */
const commas: readonly string[] = ['authors-people-and-group', 'report-by-department'];
/** A number alone in the place of pages may be an article's. */
const onePage: readonly string[] = ['letter-quotation', 'correction-one-page', 'conference-paper-without-publisher'];
const cannot: Readonly<Record<string, Partial<Record<Field, true | readonly string[]>>>> = {
  // The date is in a note.
  ris: { eventDate: true, authors: commas },
  // `@misc` is whatever has no type of its own.
  bibtex: { type: webpages, container: webpages },
  // Prepublished online: that is a preprint.
  // The ISBN of a report is in a note.
  biblatex: { genre: preprints, isbn: ['guideline-by-group'] },
  // A conference's name and date, and the place of its proceedings' publisher, are in a note.
  enw: { event: true, eventDate: true, publisherPlace: conference, authors: commas },
  'endnote-xml': { eventDate: true, authors: commas },
  // MEDLINE has no tags for these; they are in a general note.
  nbib: {
    genre: true,
    number: true,
    url: true,
    event: true,
    eventPlace: true,
    eventDate: true,
    type: [...webpages, 'document', 'document-dataset'],
    translators: true,
    authors: commas,
  },
  // The type says it.
  mods: { genre: preprints },
  // An article's number is its first page, the address of the page itself as its own. The type says "preprint", and a
  // report's kind is in no vocabulary. A retraction is in Zotero's own tag.
  tags: {
    url: true,
    genre: [...preprints, 'report-number-alone'],
    authors: commas,
    retracted: true,
    pages: onePage,
    container: ['article-french-translated'],
  },
  // The type says it; an article's number is its pages. The page's own address is its record's.
  'JSON-LD': {
    genre: [...preprints, 'report-number-alone'],
    url: true,
    pages: onePage,
    container: ['article-french-translated'],
  },
};

const formats = ['ris', 'bibtex', 'biblatex', 'csl-json', 'enw', 'endnote-xml', 'nbib', 'mods'];

const lostOf = (name: string, kind: string, paper: Paper, draft: Draft | undefined): string[] => {
  const found = draft ? read(draft) : {};
  return Object.entries(stated(paper)).flatMap(([field, value]) => {
    const unable = cannot[name]?.[field as Field];
    if (unable === true || unable?.includes(kind)) return [];
    return plainly(found[field as Field] ?? '') === value
      ? []
      : [`${field}: ${value} -> ${found[field as Field] ?? 'nothing'}`];
  });
};

describe.each(formats)('%s', (name) => {
  const format = citationFormats.find((one) => one.name === name) ?? expect.fail(name);

  test.each(kinds)('%s', (kind) => {
    const paper = paperOf(kind);
    const source = sourceText(`a.${format.extension}`, format.write([paper]));
    const reader = referenceFormats.find((one) => one.claims(source)) ?? expect.fail('no reader takes the file');
    expect(lostOf(name, kind, paper, reader.read(source).drafts[0])).toEqual([]);
  });
});

/** A page with nothing but what its head says to programs. */
const heads: Readonly<Record<string, (paper: Paper) => string>> = {
  tags: (paper) => {
    const r = toReference(paper);
    return [...highwireTags(r, 'https://example.org/a/'), ...dublinCoreTags(r), ...eprintsTags(r), ...zoteroTags(r)]
      .map(([tag, content]) => `<meta name="${tag}" content="${content.replaceAll('"', '&quot;')}">`)
      .join('\n');
  },
  'JSON-LD': (paper) =>
    `<script type="application/ld+json">${scriptSafe(jsonLd(toReference(paper), 'https://example.org/a/'))}</script>`,
};

// A page whose record calls it a page is any page, and so is one that names nobody who wrote it.
const ofPages: Readonly<Record<string, readonly string[]>> = {
  'JSON-LD': [...webpages, 'document', 'document-dataset', 'book-without-author'],
};

describe.each(Object.keys(heads))('the head of a page: %s', (name) => {
  test.each(kinds.filter((kind) => !ofPages[name]?.includes(kind)))('%s', (kind) => {
    const paper = paperOf(kind);
    const html = `<!DOCTYPE html><html><head>${heads[name]?.(paper)}</head><body><p>Home</p></body></html>`;
    const source = sourceText('a.html', html);
    const reader = readers.find((one) => one.claims(source)) ?? expect.fail('no reader takes the page');
    expect(lostOf(name, kind, paper, reader.read(source).drafts[0])).toEqual([]);
  });
});
