/** Reads the type of a work: the item type of CSL. */

import lists from '../words/types.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** Item types of CSL 1.0.2 by the codes and words of each format, which never mean two things, so that it is one table. */
const types: Readonly<Record<string, string>> = {
  // RIS (Research Information Systems, 2001, and the types that databases added)
  jour: 'article-journal', ejour: 'article-journal', abst: 'article-journal', inpr: 'article-journal',
  jfull: 'article-journal', mgzn: 'article', news: 'article', unpb: 'article', manscpt: 'article', conf: 'paper-conference',
  cpaper: 'paper-conference', chap: 'chapter', echap: 'chapter', book: 'book', ebook: 'book', edbook: 'book',
  ser: 'book', thes: 'thesis', rprt: 'report', gen: 'document', elec: 'webpage', blog: 'webpage', data: 'document',
  // BibTeX and BibLaTeX
  article: 'article-journal', inproceedings: 'paper-conference', conference: 'paper-conference',
  proceedings: 'book', incollection: 'chapter', inbook: 'chapter', suppbook: 'chapter', collection: 'book',
  mvbook: 'book', booklet: 'book', manual: 'book', phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis',
  techreport: 'report', report: 'report', unpublished: 'article', online: 'webpage', electronic: 'webpage',
  misc: 'document', periodical: 'book',
  // EndNote and Zotero
  'journal article': 'article-journal', journalarticle: 'article-journal', 'electronic article': 'article-journal',
  'magazine article': 'article', 'newspaper article': 'article', 'book section': 'chapter', booksection: 'chapter',
  'electronic book': 'book', 'electronic book section': 'chapter', 'edited book': 'book',
  'conference paper': 'paper-conference', conferencepaper: 'paper-conference',
  'conference proceedings': 'paper-conference', 'conference proceeding': 'paper-conference', 'web page': 'webpage',
  webpage: 'webpage', 'unpublished work': 'article', mpct: 'document', manuscript: 'article', preprint: 'article', generic: 'document',
  document: 'document', dissertation: 'thesis',
  // CSL itself
  'article-journal': 'article-journal', chapter: 'chapter', 'paper-conference': 'paper-conference',
  'article-magazine': 'article', 'article-newspaper': 'article',
  // Web of Science's PT
  j: 'article-journal', b: 'book', s: 'book', p: 'document',
  // Crossref
  'journal-article': 'article-journal', 'proceedings-article': 'paper-conference', 'book-chapter': 'chapter',
  'posted-content': 'article', monograph: 'book', 'reference-entry': 'chapter', 'report-component': 'report',
  other: 'document',
  // RefWorks
  journal: 'article-journal', 'journal, electronic': 'article-journal', abstract: 'article-journal',
  'book, section': 'chapter', 'book, edited': 'book', 'book, whole': 'book', 'unpublished material': 'article',
  // Services in Chinese, and the letters with which GB/T 7714 marks a type
  期刊: 'article-journal', 硕士: 'thesis', 博士: 'thesis', 会议: 'paper-conference', 报纸: 'article', 图书: 'book',
  // Databases' document types
  review: 'article-journal', editorial: 'article-journal', letter: 'article-journal', note: 'article-journal',
  erratum: 'article-journal', corrigendum: 'article-journal', 'published erratum': 'article-journal',
  retraction: 'article-journal', retracted: 'article-journal', 'article in press': 'article-journal',
  'short survey': 'article-journal', 'data paper': 'article-journal',
  'conference review': 'paper-conference', 'book chapter': 'chapter', 'proceedings paper': 'paper-conference', proceeding: 'paper-conference',
  'meeting abstract': 'paper-conference', 'conference abstract': 'paper-conference',
}; // prettier-ignore

/** What else a kind of publication is called, within a text; the first that fits counts. */
const patterns: readonly { type: string; test: RegExp }[] = [
  { type: 'thesis', test: /\b(?:thesis|dissertation|tesis|tese|dissertação)\b|学位论文|博士论文|硕士论文/iu },
  { type: 'chapter', test: /\b(?:book ?chapter|chapter|capítulo)\b|章节/iu },
  { type: 'paper-conference', test: /\b(?:conference|proceedings|congress)\b|会议/iu },
  { type: 'article', test: /\bpreprint\b|预印本/iu },
  { type: 'report', test: /\b(?:report|working paper)\b(?!s? of)|报告$/iu },
  {
    type: 'article-journal',
    test: new RegExp(`\\b(?:${anyOf(everyWord(lists.article))})\\b|${anyOf(everyWord(lists.articleInChinese))}`, 'iu'),
  },
  { type: 'book', test: /^(?:book|monograph|libro|livro|图书|专著)$/iu },
];

/** The CSL type that a word or a short text names; `undefined` for one that says less. */
export function readType(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (Object.hasOwn(types, plain)) return types[plain];
  const words = text.replace(/([a-z])([A-Z])/gu, '$1 $2');
  return text.length > 80 ? undefined : patterns.find(({ test }) => test.test(words))?.type;
}
