import { strings } from './table.ts';

export const theme = strings({
  'theme.lead': {
    en: 'What these papers say, theme by theme. Every quotation leads to the sentence it was taken from.',
    zh: '按主题梳理这些文献的内容。每处引文均可回到它所出自的语句。',
  },
  'theme.noEssay': {
    en: 'The reviewers have not written on this theme yet; the papers that bear it stand below.',
    zh: '综述者尚未就此主题撰文；涉及该主题的文献见下。',
  },
  'theme.otherEssay': {
    en: 'The reviewers have written on this theme in Chinese alone.',
    zh: '综述者就此主题撰写的文章目前只有英文版。',
  },
  'theme.papers': { en: 'Papers on this theme', zh: '涉及该主题的文献' },
  'theme.noPapers': { en: 'No paper of this review bears this theme.', zh: '本综述中没有文献涉及该主题。' },
  'theme.evidence': {
    en: { one: 'The {count} place that bears it out', other: 'The {count} places that bear it out' },
    zh: '所依据的 {count} 处语句',
  },
  'theme.scope': { en: 'What it covers', zh: '主题范围' },
  'theme.designs': { en: 'By study design', zh: '按研究设计' },
  'theme.populations': { en: 'By population', zh: '按人群' },
  'theme.broader': { en: 'Part of', zh: '上位主题' },
  'theme.narrower': { en: 'Parts of it', zh: '下位主题' },
  'theme.related': { en: 'Related themes', zh: '相关主题' },
  'theme.quotedDigest': { en: '{publisher}, on {paper}', zh: '{publisher}对 {paper} 的评介' },
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
  'theme.basis.unnamed': {
    en: {
      one: '{count} paper listed below is not in the text yet.',
      other: '{count} papers listed below are not in the text yet.',
    },
    zh: '下列文献中有 {count} 篇尚未写入本文。',
  },
  'theme.basis.notAppraised': {
    en: 'The quality of the studies was not appraised.',
    zh: '未对研究质量进行评价。',
  },
  'theme.basis.appraised': { en: 'The quality of the studies was appraised.', zh: '已对研究质量进行评价。' },
});
