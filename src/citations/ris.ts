import type { CitationFormat } from './format.ts';
import { listedName, notesOf, toInertReference, type Reference } from './reference.ts';
import { typeNames } from './types.ts';

/** `2024-11-05` → `2024/11/05/`; parts that are not known stay empty. */
const risDate = (date: string): string => {
  const [year, month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
};

const isPdf = (address: string): boolean => /\.pdf\b|\/pdf\b/iu.test(address);

/** Tags in the order they are written, after TY; an array gives one line a value. */
const tags: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['ID', (r) => r.id],
  ['TI', (r) => r.title?.text],
  ['AU', (r) => r.authors.map(listedName)],
  ['BT', (r) => (['CHAP', 'CPAPER'].includes(typeNames[r.type].ris) ? r.container : undefined)],
  ['T2', (r) => r.container],
  ['JO', (r) => (r.type === 'article-journal' ? r.container : undefined)],
  ['JF', (r) => (r.type === 'article-journal' ? r.container : undefined)],
  ['J2', (r) => r.containerShort],
  ['PY', (r) => r.issued?.slice(0, 4)],
  ['DA', (r) => r.issued && risDate(r.issued)],
  // EndNote's "Epub Date" of a journal article.
  ['ET', (r) => r.online && risDate(r.online).replace(/\/+$/u, '')],
  ['VL', (r) => r.volume],
  ['IS', (r) => r.issue],
  ['SP', (r) => r.firstPage ?? r.articleNumber],
  ['EP', (r) => r.lastPage],
  ['C7', (r) => r.articleNumber],
  ['PB', (r) => r.publisher],
  ['SN', (r) => r.issn[0]],
  ['DO', (r) => r.doi],
  ['AN', (r) => r.pmid],
  ['C2', (r) => r.pmcid],
  ['LA', (r) => r.language],
  ['UR', (r) => r.url ?? (r.doi ? undefined : r.fulltext)],
  ['L1', (r) => (r.fulltext && isPdf(r.fulltext) ? r.fulltext : undefined)],
  ['L2', (r) => (r.fulltext && !isPdf(r.fulltext) ? r.fulltext : undefined)],
  ['KW', (r) => r.keywords],
  // A tag for a translated title (TT) exists; programs other than EndNote report it as unread, a note they keep.
  ['N1', (r) => notesOf(r, { titles: 0 })],
  ['AB', (r) => r.abstract?.text],
];

/** RIS, by the "RIS Format Specifications" of 2011 (Research Information Systems): one value a line, CRLF. */
export const ris: CitationFormat = {
  name: 'ris',
  title: { en: 'RIS', zh: 'RIS' },
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  write(papers, { abstracts = true } = {}) {
    const records = papers.map(toInertReference).map((r) => {
      const lines = tags
        .filter(([tag]) => abstracts || tag !== 'AB')
        .flatMap(([tag, rule]) => [rule(r) ?? []].flat().map((value) => `${tag}  - ${value}`));
      return [`TY  - ${typeNames[r.type].ris}`, ...lines, 'ER  - '].join('\r\n');
    });
    return records.map((record) => `${record}\r\n`).join('\r\n');
  },
};
