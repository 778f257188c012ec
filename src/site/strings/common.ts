/** Words that every page has: masthead, footer, colour scheme, missing pages. */

import { strings } from './table.ts';

export const common = strings({
  'common.skip': { en: 'Skip to the text', zh: '跳到正文' },
  'common.sections': { en: 'Sections', zh: '栏目' },
  'common.contents': { en: 'On this page', zh: '本页内容' },
  'common.more': { en: 'More pages', zh: '更多页面' },
  'common.light': { en: 'Light', zh: '浅色' },
  'common.dark': { en: 'Dark', zh: '深色' },
  'common.method': { en: 'Method', zh: '方法' },
  'common.about': { en: 'About', zh: '关于' },
  'common.papers': { en: { one: '{count} paper', other: '{count} papers' }, zh: '{count} 篇文献' },
  'common.untitled': { en: '[No title stated]', zh: '[原页未载标题]' },
  'common.noAuthors': { en: '[No authors stated]', zh: '[原页未载作者]' },
  'common.noDate': { en: 'n.d.', zh: '年份不详' },
  'common.noDateStated': { en: 'date not stated', zh: '年份不详' },
  'common.moreAuthors': { en: 'and {count} more', zh: '等（另有 {count} 人）' },
  'common.notFound': { en: 'There is no page at this address', zh: '找不到此页面' },
  'common.notFoundAdvice': {
    en: 'It may have been mistyped, or the page was never part of this review. A paper keeps its address for good, even when it is withdrawn.',
    zh: '可能是地址有误，也可能本综述从未有过此页。文献的地址永久不变，即使文献已从综述中撤出，原地址仍然有效。',
  },
  'common.moved': { en: 'This paper has another address now', zh: '本文的地址已变更' },
  'common.takenOut': { en: 'This paper was removed from the review', zh: '本文已从本综述中移除' },
  'common.takenOutWhen': {
    en: 'The reviewers removed it on {date}. It is no longer in any list, search, feed or export; its address stays.',
    zh: '综述者已于{date}将其移除。本文不再列入任何目录、检索、订阅源或导出文件，地址予以保留。',
  },
  'common.takenOutWhy': { en: 'Their reason', zh: '移除理由' },
  'common.excluded': { en: 'This paper is not part of the review', zh: '本文未纳入本综述' },
  'common.excludedWhen': {
    en: 'The reviewers excluded it on {date}, {basis}. It is in no list, search, feed or export; its address stays.',
    zh: '综述者于{date}{basis}将其排除。本文不列入任何目录、检索、订阅源或导出文件，地址予以保留。',
  },
  'common.excludedOn': {
    en: 'The reviewers excluded it, {basis}. It is in no list, search, feed or export; its address stays.',
    zh: '综述者{basis}将其排除。本文不列入任何目录、检索、订阅源或导出文件，地址予以保留。',
  },
  'common.excludedWhy': { en: 'Why it was excluded', zh: '排除理由' },
  'common.home': { en: 'Home', zh: '首页' },
  'common.otherProse': {
    en: 'The reviewers have written this text in Chinese only so far.',
    zh: '综述者目前仅以英文撰写了以下文字。',
  },
  'common.updated': { en: 'Updated {date}', zh: '更新于 {date}' },
});
