/**
 * Words of what is below the list of results or in its place, and of what was read differently from what was written.
 */

import { strings } from './table.ts';

export const searchMore = strings({
  'search.browsePapers': { en: 'all papers', zh: '全部文献' },
  'search.browseThemes': { en: 'all themes', zh: '全部主题' },
  'search.searchedIn': {
    en: 'Searched: titles, abstracts, digests, keywords, authors, journals and identifiers of {count} papers, the names of the review’s concepts in both languages, and the review’s own pages.',
    zh: '检索范围：{count} 篇文献的标题、摘要、评介、关键词、作者、期刊与编号，本综述概念的中英文名称，以及本综述的正文。',
  },
  'search.nowhere': { en: 'Nowhere in this review: {words}.', zh: '本综述中没有出现：{words}。' },
  'search.withoutThem': {
    en: { one: 'Without that: {query} ({count} paper)', other: 'Without that: {query} ({count} papers)' },
    zh: '去掉后检索：{query}（{count} 篇）',
  },
  'search.apart': {
    en: 'No paper contains all of it together. Each part alone:',
    zh: '没有文献同时符合全部检索词。分别检索：',
  },
  'search.themesInstead': { en: 'What this review is about:', zh: '本综述的主题：' },
  'search.wider': { en: 'Papers on the wider {facet} {name}', zh: '更宽的{facet}：{name}' },
  'search.widerSign': {
    en: 'Your words are a sign of it. These papers have it without containing your words.',
    zh: '检索词属于此概念。以下文献涉及此概念，但原文不含该词。',
  },
  'search.widerPart': {
    en: 'Your words name a part of it. These papers have it without mentioning that part.',
    zh: '检索词是此概念的一部分。以下文献属于此概念，但未谈到这一部分。',
  },
  'search.instead': { en: 'Perhaps you mean {query}', zh: '您是否要找 {query}' },
  'search.insteadNote': {
    en: 'Nothing was found for your spelling; these papers match the nearest spelling.',
    zh: '没有完全匹配的内容；以下是按最接近的写法找到的文献。',
  },
  'search.sections': {
    en: { one: 'On this review’s own pages: {count} section', other: 'On this review’s own pages: {count} sections' },
    zh: '本综述正文中的 {count} 个章节',
  },
  'search.moreSections': { en: { one: '{count} more', other: '{count} more' }, zh: '其余 {count} 个章节' },
  'search.sectionPage': { en: 'the beginning of the page', zh: '页首' },
  'search.sectionIn.en': { en: 'in English', zh: '英文' },
  'search.sectionIn.zh': { en: 'in Chinese', zh: '中文' },
  'search.whyReference': { en: 'the title that you pasted', zh: '所粘贴的标题' },
  'search.noIdentifier': {
    en: 'No paper of this review has the {identifier}.',
    zh: '本综述中没有 {identifier} 对应的文献。',
  },
  'search.identifier.doi': { en: 'DOI {value}', zh: 'DOI {value}' },
  'search.identifier.pmid': { en: 'PubMed number {value}', zh: 'PMID {value}' },
  'search.identifier.pmcid': { en: 'PubMed Central number {value}', zh: 'PMCID {value}' },
  'search.identifier.arxiv': { en: 'arXiv number {value}', zh: 'arXiv 编号 {value}' },
  'search.identifier.url': { en: 'address {value}', zh: '网址 {value}' },
  'search.nothing': { en: 'No paper found for {query}.', zh: '没有找到与 {query} 相符的文献。' },
  'search.readAsReference': {
    en: 'Read as a reference: the paper whose title it contains.',
    zh: '已按参考文献识别：列出标题与之相符的文献。',
  },
  'search.remark.quote-left-open': {
    en: 'A quotation mark was not closed; the phrase is read up to the end.',
    zh: '引号未闭合，短语按至结尾处理。',
  },
  'search.remark.bracket-left-open': {
    en: 'A bracket was not closed; it is read as closed at the end.',
    zh: '括号未闭合，按至结尾处理。',
  },
  'search.remark.bracket-too-many': {
    en: 'A closing bracket without its opening one was left out.',
    zh: '多余的右括号已略去。',
  },
  'search.remark.operator-without-side': {
    en: '{seen} has nothing beside it and was left out.',
    zh: '{seen} 缺少检索词，已略去。',
  },
  'search.remark.unknown-field': {
    en: '{seen} is not a field of this search; it is read as words.',
    zh: '{seen} 不是本检索的字段，按普通词处理。',
  },
  'search.remark.empty-field': { en: '{seen} has no value and was left out.', zh: '{seen} 没有取值，已略去。' },
  'search.remark.no-such-year': {
    en: '“{seen}” is not a year (2019, 2019..2024, 2019.. or ..2024) and was left out.',
    zh: '“{seen}”不是年份（如 2019、2019..2024、2019.. 或 ..2024），已略去。',
  },
  'search.remark.years-turned': { en: 'The years {seen} were swapped.', zh: '年份 {seen} 的先后已对调。' },
  'search.remark.nothing-to-search': {
    en: 'There is no word to search for in {seen}; all papers are shown.',
    zh: '{seen} 中没有可检索的词，显示全部文献。',
  },
  'search.remark.beginning-too-short': {
    en: '{seen} is too short a beginning (three letters are needed); it is read as a word.',
    zh: '{seen} 的词首过短（至少三个字母），按单词处理。',
  },
  'search.remark.cut-off': { en: 'Only the first {seen} characters were read.', zh: '只读取了前 {seen} 个字符。' },
  'search.remark.too-deep': { en: 'Brackets deeper than {seen} were left out.', zh: '超过 {seen} 层的括号已略去。' },
  'search.remark.typing': {
    en: 'No paper contains the word {seen}; words that begin with it are shown.',
    zh: '没有文献含有 {seen}，以下为以其开头的词。',
  },
  'search.unknownFilter': {
    en: 'The address asks for {name} “{value}”, which this review does not have; it was left out.',
    zh: '地址中的 {name}“{value}”在本综述中不存在，已略去。',
  },
  'search.brokenIndex': {
    en: 'The search index could not be read ({reason}). All papers are listed below and can be narrowed; words cannot be searched for until the page is loaded again.',
    zh: '无法读取检索索引（{reason}）。下面列出全部文献，仍可筛选；重新载入页面之前无法按词检索。',
  },
  'search.brokenFacets': {
    en: 'The filters and the citation of this search could not be read ({reason}); the results themselves are complete.',
    zh: '无法读取用于筛选和引用的数据（{reason}）；检索结果本身是完整的。',
  },
  'search.reason.offline': { en: 'there is no connection', zh: '网络未连接' },
  'search.reason.missing': { en: 'files are missing or damaged', zh: '文件缺失或损坏' },
  'search.again': { en: 'Load again', zh: '重新载入' },
  'search.brokenAll': {
    en: 'The search index could not be read ({reason}). Every paper can be found in the lists:',
    zh: '无法读取检索索引（{reason}）。可在以下列表中查找全部文献：',
  },
});
