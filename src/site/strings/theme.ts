/** Words of the theme pages and their essays. */

import { strings } from './table.ts';

export const theme = strings({
  'theme.lead': {
    en: 'What these papers say, theme by theme. Each statement from a paper links to the sentence that it rests on.',
    zh: '按主题梳理这些文献的内容。凡转述文献之处，均可回到所依据的原句。',
  },
  'theme.noEssay': {
    en: 'The reviewers have not written about this theme yet; its papers are listed below.',
    zh: '综述者尚未就此主题撰文；涉及该主题的文献见下。',
  },
  'theme.otherEssay': {
    en: 'The reviewers have written about this theme in Chinese only.',
    zh: '综述者就此主题撰写的文章目前只有英文版。',
  },
  'theme.papers': { en: 'Papers on this theme', zh: '涉及该主题的文献' },
  'theme.noPapers': { en: 'No paper of this review has this theme.', zh: '本综述中没有文献涉及该主题。' },
  'theme.evidence': {
    en: { one: '{count} place about it', other: '{count} places about it' },
    zh: '原文依据（{count} 处）',
  },
  'theme.gapOnly': { en: 'Names it only as a gap', zh: '仅列为研究空白' },
  'theme.beside': { en: 'About this theme', zh: '关于本主题' },
  'theme.scope': { en: 'What it covers', zh: '主题范围' },
  'theme.designs': { en: 'By study design', zh: '按研究设计' },
  'theme.populations': { en: 'By population', zh: '按人群' },
  'theme.narrower': { en: 'Parts of this theme', zh: '本主题的组成部分' },
  'theme.within': { en: 'part of {theme}', zh: '属于“{theme}”' },
  'theme.noPartPapers': { en: 'No paper of this review mentions it by name.', zh: '本综述中没有文献直接谈到它。' },
  'theme.searchPart': {
    en: { one: 'Its {count} paper in the search', other: 'Its {count} papers in the search' },
    zh: '在检索中查看这 {count} 篇文献',
  },
  'theme.related': { en: 'Related themes', zh: '相关主题' },
  'theme.quotedDigest': { en: '{publisher}, on {paper}', zh: '{publisher}对{paper}的评介' },
  'theme.quotedTranslation': { en: '{paper}, translation', zh: '{paper}，译文' },
  'theme.basis': { en: 'What this rests on.', zh: '依据说明：' },
  'theme.basis.abstracts': {
    en: {
      one: 'Written from the abstract of {count} paper; its full text was not read.',
      other: 'Written from the abstracts of {count} papers; their full texts were not read.',
    },
    zh: '依据 {count} 篇文献的摘要撰写，未阅读全文。',
  },
  'theme.basis.fullTexts': {
    en: {
      one: 'Written from the full text of {count} paper.',
      other: 'Written from the full texts of {count} papers.',
    },
    zh: '依据 {count} 篇文献的全文撰写。',
  },
  'theme.basis.digests': {
    en: {
      one: 'A digest is also used; its words are those of its publisher:',
      other: 'Digests are also used; their words are those of their publishers:',
    },
    zh: '另用到评介，其文字出自发布机构：',
  },
  'theme.basis.digestsAlone': {
    en: {
      one: 'Written from a digest; its words are those of its publisher:',
      other: 'Written from digests; their words are those of their publishers:',
    },
    zh: '依据评介撰写，其文字出自发布机构：',
  },
  'theme.basis.notAppraised': {
    en: 'The quality of the studies was not appraised by us.',
    zh: '本综述未评价研究质量。',
  },
  'theme.basis.appraised': {
    en: 'The quality of the studies was appraised by us.',
    zh: '本综述已评价研究质量。',
  },
  'theme.basis.count': {
    en: {
      one: '{count} paper on this theme, {used} in this text.',
      other: '{count} papers on this theme, {used} in this text.',
    },
    zh: '属于本主题的文献 {count} 篇，本文用到 {used} 篇。',
  },
  'theme.basis.besides': { en: 'In the text, but not on this theme:', zh: '本文用到而不属于本主题：' },
  'theme.basis.unnamed': { en: 'On this theme, but not in the text yet:', zh: '属于本主题而尚未写入本文：' },
  'theme.basis.more': { en: 'and {count} more', zh: '等 {count} 篇' },
  'theme.show': { en: 'Show what each sentence rests on', zh: '显示每句话的依据' },
  'theme.legend': {
    en: 'Quotations, and words underlined with dots, lead to the sentence of the paper that they rest on.',
    zh: '引文和带点状下划线的文字，均可回到所依据的文献原句。',
  },
  'theme.legend.absence': { en: 'what the papers do not state', zh: '文献未说明的内容' },
  'theme.legend.reading': { en: 'our own view, not a paper’s', zh: '综述者自己的看法' },
  'theme.kind.quotation': { en: 'Quoted', zh: '引文' },
  'theme.kind.evidence': { en: 'Rests on', zh: '依据' },
  'theme.kind.absence': { en: 'Not stated', zh: '未说明' },
  'theme.kind.reading': { en: 'Ours', zh: '综述者的看法' },
  'theme.kind.pointer': { en: 'See', zh: '参见' },
  'theme.absence.read': {
    en: 'This is our reading; no program checks it.',
    zh: '由人阅读得出，程序无法核对。',
  },
  'theme.absence.contradicted': { en: ' [no longer so: see ', zh: '［现已不然，见' },
  'theme.absence.more': { en: ' and {count} more', zh: '等{count}篇' },
  'theme.absence.end': { en: ']', zh: '］' },
  'theme.absence.refuted': { en: 'Checked, and contradicted by {papers}.', zh: '已核对，与{papers}不符。' },
  'theme.absence.all': { en: 'the papers of this review', zh: '本综述的文献' },
  'theme.absence.except': { en: '{papers} except {except}', zh: '{papers}（{except}除外）' },
  'theme.absence.words': {
    en: 'Checked: no text that we have of {papers} contains {words}.',
    zh: '已核对：在{papers}的现有文本中没有{words}。',
  },
  'theme.absence.of': {
    en: 'Checked: no text that we have of {papers} is tagged {concepts}.',
    zh: '已核对：{papers}均未标注“{concepts}”。',
  },
});
