/** Item types of CSL 1.0.2 by the words of each format; the formats' words never mean two things, so it is one table. */
const types: Readonly<Record<string, string>> = {
  // RIS (Research Information Systems, 2001, and the types that databases added)
  jour: 'article-journal', ejour: 'article-journal', abst: 'article-journal', inpr: 'article-journal',
  jfull: 'article-journal', mgzn: 'article', news: 'article', unpb: 'article', conf: 'paper-conference',
  cpaper: 'paper-conference', chap: 'chapter', echap: 'chapter', book: 'book', ebook: 'book', edbook: 'book',
  ser: 'book', thes: 'thesis', rprt: 'report', gen: 'article', elec: 'webpage', blog: 'webpage', data: 'article',
  // BibTeX and BibLaTeX
  article: 'article-journal', inproceedings: 'paper-conference', conference: 'paper-conference',
  proceedings: 'book', incollection: 'chapter', inbook: 'chapter', suppbook: 'chapter', collection: 'book',
  mvbook: 'book', booklet: 'book', manual: 'book', phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis',
  techreport: 'report', report: 'report', unpublished: 'article', online: 'webpage', electronic: 'webpage',
  misc: 'article', periodical: 'book',
  // EndNote and Zotero
  'journal article': 'article-journal', journalarticle: 'article-journal', 'electronic article': 'article-journal',
  'magazine article': 'article', 'newspaper article': 'article', 'book section': 'chapter', booksection: 'chapter',
  'electronic book': 'book', 'electronic book section': 'chapter', 'edited book': 'book',
  'conference paper': 'paper-conference', conferencepaper: 'paper-conference',
  'conference proceedings': 'paper-conference', 'conference proceeding': 'paper-conference', 'web page': 'webpage',
  webpage: 'webpage', 'unpublished work': 'article', manuscript: 'article', preprint: 'article', generic: 'article',
  document: 'article', dissertation: 'thesis',
  // CSL itself
  'article-journal': 'article-journal', chapter: 'chapter', 'paper-conference': 'paper-conference',
  'article-magazine': 'article', 'article-newspaper': 'article',
  // Web of Science's PT
  j: 'article-journal', b: 'book', s: 'book', p: 'article',
  // Crossref
  'journal-article': 'article-journal', 'proceedings-article': 'paper-conference', 'book-chapter': 'chapter',
  'posted-content': 'article', monograph: 'book',
  // Databases' document types
  review: 'article-journal', editorial: 'article-journal', letter: 'article-journal', note: 'article-journal',
  'conference review': 'paper-conference', 'book chapter': 'chapter', 'proceedings paper': 'paper-conference',
  'meeting abstract': 'paper-conference', 'conference abstract': 'paper-conference',
}; // prettier-ignore

/** The CSL type that a word names, or nothing. */
export function readType(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  return Object.hasOwn(types, plain) ? types[plain] : undefined;
}
