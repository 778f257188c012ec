/** COinS for lists of papers: hidden references in a page, which Zotero and others read. */

import { doiUrl } from '#domain/identifiers';
import { namedInTwo } from '../listed-names.ts';
import { addressOf, pagesOf, type Reference } from '../reference.ts';

type Rows = readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[];

/** Where a scheme has no key for a DOI, readers take it from an address. */
const isJournal = (r: Reference): boolean => r.type === 'article-journal';
const title = (r: Reference): string | undefined => r.title?.text;
const container = (r: Reference): string | undefined => r.container;
const authors = (r: Reference): string[] => r.authors.map(namedInTwo);

const journalRows: Rows = [
  ['rft.genre', () => 'article'],
  ['rft.atitle', title],
  ['rft.jtitle', container],
  ['rft.stitle', (r) => r.containerShort],
  ['rft.volume', (r) => r.volume],
  ['rft.issue', (r) => r.issue],
  ['rft.artnum', (r) => r.articleNumber],
  ['rft.spage', (r) => r.firstPage ?? r.articleNumber],
  ['rft.epage', (r) => r.lastPage],
  ['rft.pages', (r) => pagesOf(r)],
  ['rft.issn', (r) => r.issn[0]],
  // A whole name and no `aulast` beside it: readers would take the two for two authors where they differ.
  ['rft.au', authors],
];

/** A book, or with `part` a part of one. */
const bookRows = (genre: string, part = false): Rows => [
  ['rft.genre', () => genre],
  ['rft.btitle', part ? container : title],
  ['rft.atitle', part ? title : () => undefined],
  ['rft.volume', (r) => r.volume],
  ['rft.edition', (r) => r.edition],
  ['rft.isbn', (r) => r.isbn[0]],
  ['rft.place', (r) => r.publisherPlace],
  ['rft.pub', (r) => r.publisher],
  ['rft.pages', (r) => (r.firstPage ? pagesOf(r) : undefined)],
  ['rft.au', authors],
];

const dissertationRows: Rows = [
  ['rft.title', title],
  ['rft.inst', (r) => r.publisher],
  ['rft.au', authors],
];

/** For a work that is neither article nor book, `title` is what every reader knows. */
const documentRows: Rows = [
  ['rft.genre', () => 'document'],
  ['rft.title', title],
  ['rft.pub', (r) => r.publisher],
  ['rft.au', authors],
];

/** For a preprint: its server is the publisher. */
const preprintRows: Rows = [
  ['rft.title', title],
  ['rft.type', () => 'preprint'],
  ['rft.creator', authors],
  ['rft.publisher', (r) => r.publisher ?? r.container],
];

const dublinCoreRows: Rows = [
  ['rft.title', title],
  ['rft.creator', authors],
  ['rft.publisher', (r) => r.publisher],
  ['rft.source', container],
];

const commonRows: Rows = [
  ['rft.date', (r) => r.issued],
  ['rft.language', (r) => r.language],
  ['rft.subject', (r) => r.keywords],
  [
    'rft_id',
    (r) =>
      [
        r.doi && `info:doi/${r.doi}`,
        r.doi && !isJournal(r) && !addressOf(r) && doiUrl(r.doi),
        r.pmid && `info:pmid/${r.pmid}`,
        addressOf(r),
      ]
        .filter((id) => !!id)
        .map(String),
  ],
];

interface Scheme {
  format: 'journal' | 'book' | 'dissertation' | 'dc';
  rows: Rows;
}
const journal: Scheme = { format: 'journal', rows: journalRows };
const schemes: Readonly<Record<Reference['type'], Scheme>> = {
  'article-journal': journal,
  'paper-conference': { format: 'book', rows: bookRows('proceeding', true) },
  chapter: { format: 'book', rows: bookRows('bookitem', true) },
  book: { format: 'book', rows: bookRows('book') },
  report: { format: 'book', rows: bookRows('report') },
  article: { format: 'dc', rows: preprintRows },
  document: { format: 'book', rows: documentRows },
  thesis: { format: 'dissertation', rows: dissertationRows },
  webpage: { format: 'dc', rows: dublinCoreRows },
};

/** Zotero takes a plus sign for a space, however it is encoded; in full width it stays one. Identifiers stay as they are. */
const plus = (key: string, value: string): string => (key === 'rft_id' ? value : value.replaceAll('+', '＋'));

/**
 * The `title` of a COinS span: a ContextObject in key/encoded-value form (ANSI/NISO Z39.88-2004, "COinS" 2005), every
 * value percent-encoded. For lists only: on a paper's own page it would hide the richer tags from Zotero.
 */
export function coins(r: Reference): string {
  const { format, rows } = schemes[r.type];
  const pairs: (readonly [string, string])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...[...rows, ...commonRows].flatMap(([key, rule]) =>
      [rule(r) ?? []].flat().map((value) => [key, plus(key, value)] as const),
    ),
  ];
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
