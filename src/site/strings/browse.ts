/** Words of the lists: papers, themes, studies, authors, journals, years. */

import { strings } from './table.ts';

export const browse = strings({
  'browse.papers': { en: 'Papers', zh: '文献' },
  'browse.themes': { en: 'Themes', zh: '主题' },
  'browse.map': { en: 'Map', zh: '证据地图' },
  'browse.findings': { en: 'Findings', zh: '研究发现' },
  'browse.gaps': { en: 'Gaps', zh: '研究空白' },
  'browse.studies': { en: 'Studies', zh: '研究一览' },
  'browse.authors': { en: 'Authors', zh: '作者' },
  'browse.journals': { en: 'Journals', zh: '期刊' },
  'browse.recent': { en: 'Papers', zh: '文献' },
  'browse.allPapersCount': {
    en: { one: 'All papers ({count})', other: 'All papers ({count})' },
    zh: '全部文献（{count} 篇）',
  },
  'browse.order': { en: 'Arranged by', zh: '排列方式' },
  'browse.byYear': { en: 'year', zh: '年份' },
  'browse.byAuthor': { en: 'author', zh: '作者' },
  'browse.byJournal': { en: 'journal', zh: '期刊' },
  'browse.byTheme': { en: 'theme', zh: '主题' },
  'browse.papersBy': { en: 'Papers by {order}', zh: '文献：按{order}排列' },
  'browse.noYear': { en: 'No date stated', zh: '未注明日期' },
  'browse.noJournal': { en: 'No journal stated', zh: '未注明期刊' },
  'browse.noAuthor': { en: 'No author stated', zh: '未注明作者' },
  'browse.noTheme': { en: 'No theme', zh: '无主题' },
  'browse.page': { en: 'Page {number} of {count}', zh: '第 {number} 页，共 {count} 页' },
  'browse.previous': { en: 'Previous', zh: '上一页' },
  'browse.next': { en: 'Next', zh: '下一页' },
  'browse.pages': { en: 'Pages', zh: '分页' },
  'browse.papersLead': {
    en: 'Every paper of this review. Each links to its abstract in all available languages, its citation, and the lines of the page that it was read from.',
    zh: '本综述收录的全部文献。每篇均列出现有各语言的摘要、引用格式，以及各项信息出自原网页的哪一行。',
  },
  'browse.empty': { en: 'This review has no papers yet.', zh: '本综述尚未收录文献。' },
  'browse.authorsLead': {
    en: 'Every name as it is written in the paper. Different spellings of one person’s name are separate entries.',
    zh: '作者姓名均按原文书写。同一人的不同写法分别列出。',
  },
  'browse.journalsLead': {
    en: 'Where the papers of this review appeared.',
    zh: '本综述所收文献的发表刊物。',
  },
  'browse.nameNote': { en: 'under this spelling of the name', zh: '按此姓名写法' },
  'browse.say': { en: 'What the papers say', zh: '文献怎么说' },
  'browse.open': { en: 'What is not known', zh: '尚不清楚的问题' },
  'browse.new': { en: 'What is new', zh: '最近更新' },
  'browse.newCorpus': {
    en: { one: ': version {version}, {count} paper', other: ': version {version}, {count} papers' },
    zh: '，第 {version} 版，共 {count} 篇文献',
  },
  'browse.newAdded': {
    en: { one: '{count} paper added since', other: '{count} papers added since' },
    zh: '此后新增 {count} 篇',
  },
  'browse.newWithdrawn': {
    en: { one: '{count} paper withdrawn since', other: '{count} papers withdrawn since' },
    zh: '此后撤出 {count} 篇',
  },
  'browse.newEssays': { en: ': essays revised: ', zh: '，专题文章有修订：' },
  'browse.newMore': { en: 'and {count} more', zh: '及另外 {count} 篇' },
  'browse.feed': { en: 'Follow new papers by feed (Atom)', zh: '订阅新文献（Atom）' },
  'browse.themesCount': { en: { one: '{count} theme', other: '{count} themes' }, zh: '{count} 个主题' },
  'browse.allThemesCount': { en: 'All themes ({count})', zh: '全部主题（{count} 个）' },
  'browse.searchLead': {
    en: 'English and Chinese words find papers in either language.',
    zh: '用中文或英文检索，均可找到两种语言的文献。',
  },
});
