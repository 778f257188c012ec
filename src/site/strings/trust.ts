/** Words of what readers of a paper's page should know about its record. */

import { strings } from './table.ts';

export const trust = strings({
  'trust.title': { en: 'What this record rests on', zh: '本条著录的依据' },
  'trust.kind': { en: 'Kind of source', zh: '来源类型' },
  'trust.kind.page': {
    en: { one: '{count} saved abstract page', other: '{count} saved abstract pages' },
    zh: '{count} 个采集的摘要页',
  },
  'trust.kind.export': {
    en: { one: '{count} record of a reference export', other: '{count} records of reference exports' },
    zh: '{count} 条题录导出记录',
  },
  'trust.kind.digest': {
    en: { one: '{count} digest by another publisher', other: '{count} digests by other publishers' },
    zh: '{count} 篇他人撰写的评介',
  },
  'trust.digestAlone': {
    en: 'No source has the paper’s own abstract: what is said here of its content is a digest’s.',
    zh: '各来源均无论文自身的摘要，此处对论文内容的介绍均出自评介。',
  },
  'trust.missing': { en: 'No source states', zh: '来源均未注明' },
  'trust.missing.nothing': { en: 'Nothing that a reference needs is missing.', zh: '著录所需信息齐全。' },
  'trust.volume': { en: 'volume', zh: '卷号' },
  'trust.pages': { en: 'pages or article number', zh: '页码或文章号' },
  'trust.date': { en: 'date', zh: '日期' },
  'trust.ownAbstract': { en: 'abstract in the paper’s own words', zh: '论文原文摘要' },
  'trust.derived': { en: 'Inferred', zh: '推断' },
  'trust.derivedNames': {
    en: { one: 'family and given name of {count} person', other: 'family and given names of {count} people' },
    zh: '{count} 人的姓与名',
  },
  'trust.rule': { en: '{field} (by the rule “{rule}”)', zh: '{field}（规则“{rule}”）' },
  'trust.corrected': { en: 'Corrected by a person', zh: '人工更正' },
  'trust.disagree': { en: 'Sources disagree on', zh: '来源说法不一' },
  'trust.disagree.none': { en: 'The sources do not contradict each other.', zh: '各来源之间没有矛盾。' },
  'trust.status': { en: 'Status', zh: '状态' },
  'trust.status.none': {
    en: 'No source speaks of a retraction or correction. Nobody has asked the publisher.',
    zh: '来源均未提及撤稿或更正，也未向出版者核实。',
  },
  'trust.status.see': { en: 'See the notice above.', zh: '见上方提示。' },
  'trust.screened': { en: 'Screening', zh: '筛选' },
  'trust.screened.included': { en: 'included {basis}', zh: '{basis}纳入' },
  'trust.screened.excluded': { en: 'excluded {basis}', zh: '{basis}排除' },
  'trust.screened.by': { en: 'by {name}', zh: '筛选者：{name}' },
  'trust.screened.nobody': { en: 'no name recorded', zh: '未记录筛选者' },
  'trust.screened.none': { en: 'not screened yet', zh: '尚未筛选' },
  'trust.screened.disagree': {
    en: 'Two people decided differently; until they agree, the paper is shown.',
    zh: '两人判断不一；在达成一致之前，本文仍予列出。',
  },
  'trust.rights': { en: 'Rights', zh: '权利' },
  'trust.excerpt': {
    en: 'Only the first sentences of the abstract may be shown here; […] marks what is left out. The whole is where the paper was published.',
    zh: '此处只能展示摘要的开头几句，略去之处以 […] 标示。全文请见原始出处。',
  },
  'report.error': { en: 'Report an error', zh: '报告错误' },
  'report.removal': { en: 'Ask for removal', zh: '申请移除' },
  'report.form': { en: 'by a form', zh: '填写表单' },
  'report.mail': { en: 'by mail', zh: '发送邮件' },
  'report.page': { en: 'to the editors', zh: '联系编者' },
  'report.none': {
    en: 'This review names no address for reports yet.',
    zh: '本综述尚未提供联系方式。',
  },
  'report.body.error': {
    en: 'Page: {address}\n\nWhat it says:\n\nWhat is right:\n\nWhere you saw it:\n',
    zh: '页面：{address}\n\n页面上的内容：\n\n正确的内容：\n\n依据：\n',
  },
  'report.body.removal': {
    en: 'Page: {address}\n\nWhat should be removed (the page, the abstract, the source page, a sentence):\n\nWho you are (author, publisher, a person named):\n\nWhy:\n',
    zh: '页面：{address}\n\n希望移除的内容（页面、摘要、来源页或某一句）：\n\n您的身份（作者、出版者或文中提及的人）：\n\n原因：\n',
  },
});
