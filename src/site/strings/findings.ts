/** Words of the pages on what the papers say and on what is open. */

import { strings } from './table.ts';

export const findings = strings({
  'findings.lead': {
    en: 'What the papers say, one sentence for each finding, with the sentences that it rests on and how sure one can be of it.',
    zh: '各篇文献的发现，每项一句话，并列出所依据的原句和可信程度。',
  },
  'findings.basis': {
    en: 'Written from abstracts and, where it says so, from digests. “Not assessed” means that nobody has yet judged our confidence in a finding; it does not mean low confidence.',
    zh: '依据摘要撰写，有说明之处则依据评介。“未评定”表示尚无人评定对该发现的信心，并不表示信心低。',
  },
  'findings.finding': { en: 'Finding', zh: '发现' },
  'findings.rests': { en: 'Rests on', zh: '依据' },
  'findings.designs': { en: 'Kind of study', zh: '研究类型' },
  'findings.confidence': { en: 'Confidence', zh: '信心' },
  'findings.notAssessed': { en: 'Not assessed', zh: '未评定' },
  'findings.level.high': { en: 'High', zh: '高' },
  'findings.level.moderate': { en: 'Moderate', zh: '中' },
  'findings.level.low': { en: 'Low', zh: '低' },
  'findings.level.very-low': { en: 'Very low', zh: '极低' },
  'findings.reason.limitations': { en: 'Methodological limitations', zh: '方法学局限性' },
  'findings.reason.coherence': { en: 'Coherence', zh: '一致性' },
  'findings.reason.adequacy': { en: 'Adequacy of data', zh: '数据充分性' },
  'findings.reason.relevance': { en: 'Relevance', zh: '相关性' },
  'findings.assessed': {
    en: 'Assessed with GRADE-CERQual by {by}, {date}',
    zh: '由{by}于{date}依据 GRADE-CERQual 评定',
  },
  'findings.none': { en: 'This review has no table of findings yet.', zh: '本综述尚无研究发现表。' },
  'findings.noDesign': { en: 'None stated', zh: '未说明' },
  'findings.essay': { en: 'The essay on this theme', zh: '本主题的文章' },
  'gaps.lead': {
    en: 'What the papers and our essays call open, theme by theme. Each statement leads to the sentence that it comes from.',
    zh: '文献与本综述文章指出的尚待回答的问题，按主题汇集。每一条均可回到原句。',
  },
  'gaps.note': {
    en: 'Sentences of papers are found by rules that read calls for research; a person can correct them. What our essays add says what these texts do not state, which is not what nobody knows.',
    zh: '文献中的语句（如呼吁进一步研究的语句）由规则识别，如有误可由人更正。文章所补充的，是这些文本未说明之处，并不等于无人知晓。',
  },
  'gaps.papers': { en: 'In the papers', zh: '文献所述' },
  'gaps.essay': { en: 'In our essay', zh: '本综述文章所述' },
  'gaps.elsewhere': { en: 'On no theme', zh: '不属于任何主题' },
  'gaps.none': { en: 'No paper or essay here calls anything open.', zh: '此处的文献与文章均未指出尚待回答的问题。' },
  'gaps.inSearch': {
    en: {
      one: '{count} more sentence: see the theme’s papers',
      other: '{count} more sentences: see the theme’s papers',
    },
    zh: '另有 {count} 句：见该主题的文献',
  },
  'gaps.map': {
    en: 'Cells of the map without a paper are evidence gaps too:',
    zh: '证据地图中的空白单元格也是证据空白：',
  },
});
