import { displayName } from '#domain/person';
import type { Reference } from '../reference.ts';

type Rows = readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[];

const journalRows: Rows = [
  ['rft.genre', () => 'article'],
  ['rft.atitle', (r) => r.title?.text],
  ['rft.jtitle', (r) => r.container],
  ['rft.stitle', (r) => r.containerShort],
  ['rft.volume', (r) => r.volume],
  ['rft.issue', (r) => r.issue],
  ['rft.artnum', (r) => r.articleNumber],
  ['rft.spage', (r) => r.firstPage ?? r.articleNumber],
  ['rft.epage', (r) => r.lastPage],
  ['rft.pages', (r) => (r.firstPage ? [r.firstPage, r.lastPage].filter(Boolean).join('-') : r.articleNumber)],
  ['rft.issn', (r) => r.issn[0]],
];

const bookRows: Rows = [
  ['rft.genre', (r) => (r.type === 'chapter' ? 'bookitem' : r.type === 'report' ? 'report' : 'book')],
  ['rft.btitle', (r) => (r.type === 'chapter' ? r.container : r.title?.text)],
  ['rft.atitle', (r) => (r.type === 'chapter' ? r.title?.text : undefined)],
  ['rft.pub', (r) => r.publisher],
  ['rft.pages', (r) => (r.firstPage ? [r.firstPage, r.lastPage].filter(Boolean).join('-') : undefined)],
];

const dissertationRows: Rows = [
  ['rft.title', (r) => r.title?.text],
  ['rft.inst', (r) => r.publisher],
];

const commonRows: Rows = [
  ['rft.au', (r) => r.authors.map(displayName)],
  ['rft.aulast', (r) => r.authors[0]?.family],
  ['rft.aufirst', (r) => (r.authors[0]?.family ? r.authors[0].given : undefined)],
  ['rft.date', (r) => r.issued],
  ['rft.language', (r) => r.language],
  ['rft.subject', (r) => r.keywords],
  [
    'rft_id',
    (r) =>
      [r.doi && `info:doi/${r.doi}`, r.pmid && `info:pmid/${r.pmid}`, r.doi ? undefined : r.url]
        .filter((id) => !!id)
        .map(String),
  ],
];

const schemes: Readonly<Record<Reference['type'], { format: string; rows: Rows }>> = {
  'article-journal': { format: 'journal', rows: journalRows },
  article: { format: 'journal', rows: journalRows },
  'paper-conference': { format: 'journal', rows: journalRows },
  webpage: { format: 'journal', rows: journalRows },
  chapter: { format: 'book', rows: bookRows },
  book: { format: 'book', rows: bookRows },
  report: { format: 'book', rows: bookRows },
  thesis: { format: 'dissertation', rows: dissertationRows },
};

/**
 * The `title` of a COinS span: a ContextObject in key/encoded-value form (ANSI/NISO Z39.88-2004, "COinS" 2005), every
 * value percent-encoded. For lists only: on a paper's own page it would hide the richer tags from Zotero.
 */
export function coins(r: Reference): string {
  const { format, rows } = schemes[r.type];
  const pairs: (readonly [string, string])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...[...rows, ...commonRows].flatMap(([key, rule]) => [rule(r) ?? []].flat().map((value) => [key, value] as const)),
  ];
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
