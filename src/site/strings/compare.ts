/** Words of the page that shows papers side by side. */

import { strings } from './table.ts';

export const compare = strings({
  'compare.title': { en: 'Compare papers', zh: '文献对照' },
  'compare.lead': {
    en: 'Two or three papers side by side: what each abstract states, section against section.',
    zh: '两到三篇文献并列对照：各篇摘要所述内容，逐节对应。',
  },
  'compare.noScript': {
    en: 'This page puts papers side by side with JavaScript, which is off or not available here. Each paper has a page of its own:',
    zh: '并列对照需要 JavaScript。各篇文献也可分别阅读：',
  },
  'compare.few': {
    en: 'Choose two or three papers: tick them in lists, on their pages or in search results, and come back.',
    zh: '请选择两到三篇文献：可在列表、文献页面或检索结果中勾选，再回到本页。',
  },
  'compare.most': {
    en: 'The address names {count} papers; the first three are shown.',
    zh: '网址中列出了 {count} 篇文献，此处显示前三篇。',
  },
  'compare.unknown': { en: 'Not in this review: {ids}', zh: '本综述中没有：{ids}' },
  'compare.unreachable': {
    en: 'The papers’ records could not be loaded. Try again when you are online.',
    zh: '未能载入文献记录，请联网后重试。',
  },
  'compare.caption': { en: 'Papers side by side', zh: '文献并列对照' },
  'compare.part': { en: 'Part', zh: '项目' },
  'compare.paper': { en: 'Paper', zh: '文献' },
  'compare.published': { en: 'Published in', zh: '出处' },
  'compare.status': { en: 'Status', zh: '状态' },
  'compare.sample': { en: 'Study size', zh: '研究规模' },
  'compare.section.background': { en: 'Background', zh: '背景' },
  'compare.section.objective': { en: 'Aim', zh: '目的' },
  'compare.section.methods': { en: 'Methods', zh: '方法' },
  'compare.section.results': { en: 'Results', zh: '结果' },
  'compare.section.conclusions': { en: 'Conclusions', zh: '结论' },
  'compare.section.other': { en: 'Abstract, without such sections', zh: '摘要（未分节）' },
  'compare.digest': { en: 'A digest’s words on it', zh: '评介中的说法' },
  'compare.none': { en: 'None found', zh: '未发现' },
  'compare.noSection': { en: 'No such section', zh: '无此节' },
  'compare.machine': { en: 'Machine translation', zh: '机器翻译' },
  'compare.choose': { en: 'Choose from your basket', zh: '从文献篮中选择' },
  'compare.chooseLead': { en: 'Two or three papers.', zh: '两篇或三篇。' },
  'compare.show': { en: 'Put side by side', zh: '并列对照' },
  'compare.print': { en: 'Print', zh: '打印' },
  'compare.basket': { en: 'Compare the papers in the basket side by side', zh: '并列对照文献篮中的文献' },
  'compare.two': { en: 'Compare the two side by side', zh: '并列对照这两篇' },
});
