/** Words of the search that its first results need; the other words of the search load later. */

import { facetRows, type ConceptFacet } from '#domain/facets';
import { strings, type Entry } from './table.ts';

/** The names of the facets of the vocabulary; those of the other facets come with the filters. */
export const ofFacets = Object.fromEntries(
  facetRows.map(({ name, label }) => [`search.facet.${name}`, label]),
) as Record<`search.facet.${ConceptFacet}`, Entry>;

/** The strings of every search; they are part of the page's scripts. */
export const search = strings({
  'search.loading': { en: 'Getting the index …', zh: '正在载入索引……' },
  'search.found': {
    en: { one: '{count} paper found for {query}', other: '{count} papers found for {query}' },
    zh: '{query}：找到 {count} 篇文献',
  },
  'search.foundNarrowed': {
    en: '{count} of {all} papers found for {query}, with the filters chosen',
    zh: '{query}：共找到 {all} 篇，筛选后 {count} 篇',
  },
  'search.allPapers': { en: { one: '{count} paper', other: 'All {count} papers' }, zh: '全部 {count} 篇文献' },
  'search.somePapers': {
    en: '{count} of {all} papers',
    zh: '全部 {all} 篇中的 {count} 篇',
  },
  'search.showing': { en: '{first}–{last} of {count}', zh: '第 {first}–{last} 篇，共 {count} 篇' },
  'search.nothingFiltered': {
    en: {
      one: '{count} paper matches {query}, but not with these filters.',
      other: '{count} papers match {query}, but none with these filters.',
    },
    zh: '有 {count} 篇文献与 {query} 相符，但都不符合所选筛选条件。',
  },
  'search.alsoWider': {
    en: { one: '{count} more on a wider concept, below', other: '{count} more on wider concepts, below' },
    zh: '另有 {count} 篇属于更宽的概念，见下',
  },
  'search.status.retracted': { en: 'This paper has been retracted.', zh: '本文已撤稿。' },
  'search.status.expression-of-concern': { en: 'An expression of concern was published.', zh: '期刊已发布关注声明。' },
  'search.claim': { en: 'One source says: {said}', zh: '有一个来源称：{said}' },
  'search.alsoSections': { en: 'also on the review’s own pages, below', zh: '本综述的正文也谈到，见下' },
  'search.themePage': { en: 'theme page', zh: '主题页' },
  'search.conceptPapers': { en: { one: '{count} paper', other: '{count} papers' }, zh: '{count} 篇' },
  'search.conceptSign': {
    en: 'Your words are a sign of it; the list has the papers that contain the words themselves.',
    zh: '检索词属于此概念；以下只列出原文含该词的文献。',
  },
  'search.conceptPart': { en: 'part of {theme}', zh: '属于“{theme}”' },
  'search.why': { en: 'Matched ', zh: '匹配：' },
  'search.whyConcept': { en: 'the {facet} {name}', zh: '{facet}“{name}”' },
  'search.in': { en: 'in the {zones}', zh: '见于{zones}' },
  'search.and': { en: ' and ', zh: '和' },
  'search.comma': { en: ', ', zh: '、' },
  'search.zone.title': { en: 'title', zh: '标题' },
  'search.zone.keyword': { en: 'keywords', zh: '关键词' },
  'search.zone.abstract': { en: 'abstract', zh: '摘要' },
  'search.zone.digest': { en: 'digest', zh: '评介' },
  'search.zone.author': { en: 'authors', zh: '作者' },
  'search.zone.journal': { en: 'journal’s name', zh: '期刊名' },
  'search.zone.identifier': { en: 'identifiers', zh: '编号' },
  'search.zone.joined': { en: 'text, with a hyphen or without', zh: '正文（连字符写法不同）' },
  'search.zone.parted': { en: 'text, written in two words', zh: '正文（分写）' },
  'search.zone.affiliation': { en: 'affiliations', zh: '作者单位' },
  'search.titleMachine': { en: 'machine translation', zh: '机器翻译' },
  'search.excerptDigest': { en: 'From the digest:', zh: '评介：' },
  'search.excerptMachine': { en: 'Machine translation:', zh: '机器翻译：' },
  'search.excerptKeyword': { en: 'Keyword:', zh: '关键词：' },
  ...ofFacets,
  'search.noCard': { en: 'Details could not be loaded.', zh: '无法载入详细信息。' },
  'search.moreAuthors': { en: 'and {count} more', zh: '等（另有 {count} 人）' },
});
