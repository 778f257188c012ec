/** Words of the page on what differs from one version of the collection to the next. */

import { strings } from './table.ts';

export const changes = strings({
  'changes.title': { en: 'Changes', zh: '变更记录' },
  'changes.lead': {
    en: 'Which papers are new, changed or withdrawn in each version of this review.',
    zh: '本综述各版本中新增、变更与撤出的文献。',
  },
  'changes.none': {
    en: 'No version of this review has been saved yet.',
    zh: '本综述尚未保存任何版本。',
  },
  'changes.feed': { en: 'The same as a feed', zh: '以订阅源（feed）形式获取' },
  'changes.version': { en: 'Version {version}, {date}', zh: '版本 {version}，{date}' },
  'changes.since': { en: 'Since version {version}', zh: '版本 {version} 之后' },
  'changes.sinceNote': {
    en: 'These differences are on the site already; the next version will have them.',
    zh: '以下变动已体现在网站上，将计入下一个版本。',
  },
  'changes.first': {
    en: {
      one: 'The first version that was saved, with {count} paper.',
      other: 'The first version that was saved, with {count} papers.',
    },
    zh: '首个保存的版本，共 {count} 篇文献。',
  },
  'changes.counts': {
    en: '{added} new, {changed} changed, {withdrawn} withdrawn; {papers} in all.',
    zh: '新增 {added} 篇，变更 {changed} 篇，撤出 {withdrawn} 篇；共 {papers} 篇。',
  },
  'changes.same': { en: 'The papers are the same as before.', zh: '文献与上一版本相同。' },
  'changes.new': { en: 'New', zh: '新增' },
  'changes.changed': { en: 'Changed', zh: '变更' },
  'changes.withdrawn': { en: 'Withdrawn', zh: '撤出' },
  'changes.more': {
    en: { one: 'and {count} more paper', other: 'and {count} more papers' },
    zh: '另有 {count} 篇',
  },
  'changes.feed.new': { en: 'New in version {version}', zh: '版本 {version} 新增' },
  'changes.feed.changed': { en: 'Changed in version {version}: {parts}', zh: '版本 {version} 变更：{parts}' },
  'changes.feed.withdrawn': {
    en: 'Withdrawn from the review in version {version}; its page says why',
    zh: '已于版本 {version} 从本综述撤出，原因见其页面',
  },
  'changes.part.titles': { en: 'title', zh: '标题' },
  'changes.part.authors': { en: 'authors', zh: '作者' },
  'changes.part.publication': { en: 'publication details', zh: '出版信息' },
  'changes.part.identifiers': { en: 'identifiers and links', zh: '标识符与链接' },
  'changes.part.abstract': { en: 'abstract', zh: '摘要' },
  'changes.part.keywords': { en: 'keywords', zh: '关键词' },
  'changes.part.description': { en: 'themes and description of the study', zh: '主题与研究描述' },
  'changes.part.status': { en: 'status', zh: '状态' },
  'changes.part.sources': { en: 'sources', zh: '来源' },
  'changes.part.address': { en: 'address', zh: '网址' },
});
