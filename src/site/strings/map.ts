/** Words of the map of the evidence: counts of papers by theme and kind of study. */

import { strings } from './table.ts';

export const map = strings({
  'map.title': { en: 'Map of the evidence', zh: '证据地图' },
  'map.titleOf': { en: 'Map of the evidence: themes by {facet}', zh: '证据地图：主题与{facet}' },
  'map.titleRow': { en: 'Map of the evidence: {row}', zh: '证据地图：{row}' },
  'map.lead': {
    en: 'How many papers are about each theme, by what kind of study. Each number leads to its papers and their sentences.',
    zh: '各主题由哪些类型的研究论及，各有多少篇。点击数字可查看相应文献及其语句。',
  },
  'map.leadOf': {
    en: 'How many papers are about each theme, by {facet}. Each number leads to its papers and their sentences.',
    zh: '按{facet}查看各主题的文献篇数。点击数字可查看相应文献及其语句。',
  },
  'map.facets': { en: 'Themes by', zh: '主题对照' },
  'map.filter': { en: 'Only papers with …', zh: '只看符合条件的文献' },
  'map.filterAny': { en: 'any', zh: '不限' },
  'map.filtered': { en: 'Filtered: {count} of {all} papers', zh: '已筛选：{all} 篇中的 {count} 篇' },
  'map.caption': { en: 'Themes by {facet}', zh: '主题与{facet}' },
  'map.paper': { en: 'Paper', zh: '文献' },
  'map.all': { en: 'All papers', zh: '全部文献' },
  'map.noTheme': { en: 'No theme', zh: '无主题' },
  'map.noneStated': { en: 'None stated', zh: '未说明' },
  'map.findings': {
    en: { one: '{count} paper', other: '{count} papers' },
    zh: '{count} 篇',
  },
  'map.gaps': {
    en: { one: '{count} paper names it only as a gap', other: '{count} papers name it only as a gap' },
    zh: '{count} 篇仅列为研究空白',
  },
  'map.noPaper': { en: 'no paper', zh: '无文献' },
  'map.key': {
    en: 'A number in a dashed frame counts papers that name the theme only as a gap in what is known; they are not in the number beside it. A dash is an evidence gap: no sentence that we have shows the theme there. It does not mean that the papers say nothing about it.',
    zh: '虚线框内的数字为仅把该主题列为研究空白的文献篇数，不计入旁边的数字。短横线表示证据空白：手头文本中没有相关语句，但并不表示文献未论及该主题。',
  },
  'map.twice': {
    en: 'A paper can have several themes and be in several rows, and a paper in an indented row is also in the row above it. The cells therefore add up to more than the totals, which count each paper once.',
    zh: '一篇文献可涉及多个主题，也可列入多行；缩进行中的文献同时计入其上一级的行。因此各单元格之和可能大于合计，合计中每篇文献只计一次。',
  },
  'map.once': {
    en: 'Each paper is in one cell only, so the cells add up to the totals.',
    zh: '每篇文献只计入一个单元格，因此各单元格之和等于合计。',
  },
  'map.kinds': { en: 'Kinds of study:', zh: '研究类型：' },
  'map.kindCount': { en: '{count} of {kind}', zh: '{kind} {count} 篇' },
  'map.cells': { en: 'What each number counts', zh: '各数字所含文献' },
  'map.mostRows': {
    en: 'The table has the {count} rows with the most papers; all {all} are in the list below, each with its own page.',
    zh: '表中只列文献最多的 {count} 行；全部 {all} 行见下方列表，每行另设一页。',
  },
  'map.rows': { en: 'The papers of each row', zh: '各行文献' },
  'map.rowsLead': {
    en: 'There are too many papers for one page: each row has its own page.',
    zh: '文献较多，故每行另设一页。',
  },
  'map.more': {
    en: { one: '{count} further paper in the search', other: '{count} further papers in the search' },
    zh: '在检索中查看其余 {count} 篇',
  },
  'map.search': {
    en: 'The number of papers beside a theme opens them in the search, to filter, cite and export them.',
    zh: '点击主题旁的篇数，可在检索页中筛选、引用和导出这些文献。',
  },
  'map.notSaved': {
    en: 'The papers’ records could not be loaded. Try again when you are online.',
    zh: '未能载入文献记录，请联网后重试。',
  },
  'map.allOfTheme': { en: 'all papers of the theme', zh: '该主题的全部文献' },
  'map.back': { en: 'The whole map', zh: '整张地图' },
  'map.empty': { en: 'Evidence gaps', zh: '证据空白' },
  'map.emptyLead': {
    en: 'Cells without a paper of this review, theme by theme.',
    zh: '本综述没有相应文献的单元格，按主题列出。',
  },
  'map.absent': {
    en: 'In the vocabulary, but in no paper: {names}.',
    zh: '词表中有、但没有文献涉及：{names}。',
  },
  'map.years': { en: 'Papers by year', zh: '各年文献数' },
  'map.year': { en: 'Year', zh: '年份' },
  'map.papersHead': { en: 'Papers', zh: '篇数' },
  'map.undated': { en: 'No date', zh: '未注明' },
  'map.together': { en: 'Themes in the same papers', zh: '同一文献中的主题' },
  'map.togetherLead': {
    en: 'The thicker a line, the more papers are about both themes. The table has the numbers; on its diagonal, all papers of a theme.',
    zh: '连线越粗，同时论及两个主题的文献越多。表中列出具体篇数，对角线为该主题的全部文献。',
  },
  'map.asTable': { en: 'As a table', zh: '表格形式' },
  'studies.lead': {
    en: 'The papers side by side: kind of study, size, people, places.',
    zh: '各篇文献的研究类型、规模、对象与地点，一表对照。',
  },
  'studies.filter': { en: 'Only rows with', zh: '筛选' },
  'studies.columns': { en: 'Columns', zh: '显示栏目' },
  'studies.thisPage': {
    en: 'Sorting and this field take the rows of this page; the file below has all.',
    zh: '排序与筛选仅限本页各行，完整数据见下方文件。',
  },
  'studies.csv': { en: 'The whole table as CSV', zh: '完整表格（CSV）' },
  'studies.appraisal': { en: 'Appraisal', zh: '质量评价' },
  'studies.notAppraised': { en: 'not appraised by us', zh: '本综述未作评价' },
  'studies.unchecked': { en: 'read by rule, unchecked', zh: '按规则读取，未经核对' },
  'studies.uncheckedName': { en: '{name} (unchecked)', zh: '{name}（未核对）' },
  'studies.byPerson': { en: 'checked by a person', zh: '已经人工核对' },
  'studies.numbersStated': { en: 'Numbers that are not surely the size', zh: '未必为研究规模的数字' },
  'studies.excluded': { en: 'Excluded papers', zh: '已排除的文献' },
  'studies.note': {
    en: 'Read from titles and abstracts by the words of the vocabulary. An empty cell means that nothing is stated there. What is marked “read by rule, unchecked” was right in fewer than 95 of 100 cases on labelled abstracts, or was not measured on enough of them.',
    zh: '依据词表从标题与摘要中读出。空白单元格表示其中未予说明。标有“按规则读取，未经核对”的，在已标注摘要上正确的不足百分之九十五，或测量的数量不足。',
  },
  'studies.figures': { en: 'How often each is right', zh: '各项准确率' },
});
