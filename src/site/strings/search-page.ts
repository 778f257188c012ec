/** Words of the search page before a search. */

import { strings } from './table.ts';

export const searchPage = strings({
  'search.title': { en: 'Search', zh: '检索' },
  'search.label': { en: 'Search the review', zh: '检索本综述' },
  'search.placeholder': { en: '{ours}, {theirs} …', zh: '{ours}、{theirs}……' },
  'search.submit': { en: 'Search', zh: '检索' },
  'search.lead': {
    en: 'Titles, abstracts, keywords, authors, journals and identifiers of every paper, in English and Chinese at once.',
    zh: '同时检索全部文献的中英文标题、摘要、关键词、作者、期刊与编号。',
  },
  'search.noScript': {
    en: 'Searching needs JavaScript, which is off in this browser. Everything can be read without it:',
    zh: '检索功能需要 JavaScript，而此浏览器未启用。不用检索也可阅读全部内容：',
  },
  'search.clearFilters': { en: 'Clear all filters', zh: '清除全部筛选' },
  'search.concepts': { en: 'In the vocabulary', zh: '词表中的概念' },
  'search.facets': { en: 'Narrow', zh: '筛选' },
  'search.skipFilters': { en: 'Skip the filters', zh: '跳过筛选' },
  'search.sort': { en: 'Sort by', zh: '排序' },
  'search.sort.relevance': { en: 'relevance', zh: '相关度' },
  'search.sort.newest': { en: 'newest first', zh: '由新到旧' },
  'search.sort.oldest': { en: 'oldest first', zh: '由旧到新' },
  'search.sort.title': { en: 'title', zh: '标题' },
  'search.sort.author': { en: 'author', zh: '作者' },
  'search.pages': { en: 'Pages of results', zh: '结果分页' },
  'search.results': { en: 'Results', zh: '结果' },
  'search.help': { en: 'How to search', zh: '检索方法' },
  'search.helpLead': {
    en: 'Words are found in any of their forms, in British and American spelling, with or without diacritics; Chinese in Simplified and Traditional characters. Words that name a concept of the vocabulary, in either language or in pinyin, also find the papers that have it.',
    zh: '英文词的各种词形、英式与美式拼写、有无变音符号均可匹配；中文简体与繁体通用。若检索词是词表中的概念（中文、英文或拼音均可），也会找到标有该概念的文献。',
  },
  'search.helpKeys': {
    en: 'Keys: / moves to the field, the arrow keys move through the results, Enter opens one, Escape moves back.',
    zh: '快捷键：按 / 进入检索框，用方向键浏览结果，按 Enter 打开，按 Esc 返回。',
  },
  'search.help.words': { en: 'both words', zh: '同时含有两个词' },
  'search.help.phrase': { en: 'exactly these words, in this order', zh: '完全按此顺序出现的词语' },
  'search.help.beginning': { en: 'words that begin like this', zh: '以此开头的词' },
  'search.help.or': { en: 'one or the other', zh: '含有其一即可' },
  'search.help.not': { en: 'the first without the second', zh: '含前者而不含后者' },
  'search.help.minus': { en: 'the same, shorter', zh: '同上，简写' },
  'search.help.brackets': { en: 'what belongs together', zh: '括号内优先' },
  'search.help.author': { en: 'an author’s name', zh: '作者姓名' },
  'search.help.year': { en: 'from and to; either may be left out', zh: '起止年份，可省略其一' },
  'search.help.journal': { en: 'words of the journal’s name', zh: '期刊名中的词' },
  'search.help.title': {
    en: 'words of the title; also abstract:, keyword:, affiliation:, doi:',
    zh: '标题中的词；亦可用 abstract:、keyword:、affiliation:、doi:',
  },
  'search.help.theme': {
    en: 'papers of a theme; also population:, setting:, construct:',
    zh: '某一主题的文献；亦可用 population:、setting:、construct:',
  },
  'search.help.design': { en: 'papers of a design', zh: '某种研究设计的文献' },
  'search.help.lang': {
    en: 'papers with a title or abstract in Chinese (zh), English (en) …',
    zh: '有中文（zh）、英文（en）等标题或摘要的文献',
  },
});
