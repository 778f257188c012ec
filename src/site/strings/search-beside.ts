/** Words of what is beside and below the results of a search: filters, citation and export. */

import { strings } from './table.ts';

export const searchBeside = strings({
  'search.facet.year': { en: 'Year', zh: '年份' },
  'search.facet.journal': { en: 'Journal', zh: '期刊' },
  'search.facet.lang': { en: 'Language', zh: '语言' },
  'search.facet.access': { en: 'Open access', zh: '开放获取' },
  'search.page': { en: 'Page {number}', zh: '第 {number} 页' },
  'search.yearFrom': { en: 'from', zh: '自' },
  'search.yearTo': { en: 'to', zh: '至' },
  'search.anyYear': { en: 'any', zh: '不限' },
  'search.moreValues': { en: 'Show all {count}', zh: '显示全部 {count} 项' },
  'search.fewerValues': { en: 'Show fewer', zh: '收起' },
  'search.cite': { en: 'Cite or export this search', zh: '引用或导出此次检索' },
  'search.citeCorpus': {
    en: {
      one: 'Corpus version {version} of {date}: {count} of {all} papers.',
      other: 'Corpus version {version} of {date}: {count} of {all} papers.',
    },
    zh: '文献集版本 {version}（{date}）：{all} 篇中的 {count} 篇。',
  },
  'search.citeAddress': { en: 'Address of this search', zh: '此次检索的地址' },
  'search.citeSentenceEn': { en: 'For a methods section, in English', zh: '用于方法部分（英文）' },
  'search.citeSentenceZh': { en: 'For a methods section, in Chinese', zh: '用于方法部分（中文）' },
  'search.citeExport': {
    en: { one: 'The {count} paper found, as a file', other: 'The {count} papers found, as a file' },
    zh: '将这 {count} 篇文献导出为文件',
  },
  'search.copy': { en: 'Copy', zh: '复制' },
  'search.copied': { en: 'Copied.', zh: '已复制。' },
  'search.notCopied': {
    en: 'The browser did not allow it; mark the text and copy it.',
    zh: '浏览器不允许复制，请手动选取文字复制。',
  },
  'search.exporting': { en: 'Writing the file …', zh: '正在生成文件……' },
  'search.exported': {
    en: { one: 'Saved: {count} paper.', other: 'Saved: {count} papers.' },
    zh: '已保存 {count} 篇。',
  },
  'search.exportedFewer': {
    en: 'Saved: {count} of {all} papers; the others could not be loaded.',
    zh: '已保存 {all} 篇中的 {count} 篇，其余无法载入。',
  },
  'search.notExported': { en: 'The records could not be loaded.', zh: '无法载入文献记录。' },
});
