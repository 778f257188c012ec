/** Words of the page with the whole review, and of the glossary. */

import { strings } from './table.ts';

export const wholeReview = strings({
  'review.title': { en: 'The whole review', zh: '综述全文' },
  'review.lead': {
    en: 'The summaries, essays, findings, studies and references on one page, to print or to keep.',
    zh: '概要、专题文章、发现、研究与参考文献，汇于一页，便于打印或保存。',
  },
  'review.version': { en: 'Version {version}, {date}.', zh: '版本 {version}，{date}。' },
  'review.zip': { en: 'The whole review as data (zip)', zh: '全部数据（zip）' },
  'review.cite': { en: 'Cite this review', zh: '引用本综述' },
  'review.citeEssay': { en: 'Cite this essay', zh: '引用本文' },
  'review.references': { en: 'References', zh: '参考文献' },
  'review.cited': {
    en: 'Here are {count} of the {all} papers: those that the essays and findings rest on.',
    zh: '这里只列专题文章与发现所依据的 {count} 篇文献（共 {all} 篇）。',
  },
  'review.allStudies': { en: 'All studies', zh: '全部研究' },
  'review.allReferences': { en: 'References of all papers (text)', zh: '全部文献的引文（文本）' },
  'glossary.title': { en: 'Glossary', zh: '术语表' },
  'glossary.lead': {
    en: 'The concepts that this review uses, and what each means here.',
    zh: '本综述所用的概念及其在此处的含义。',
  },
});
