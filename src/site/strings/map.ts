import { strings } from './table.ts';

export const map = strings({
  'map.title': { en: 'Map of papers and themes', zh: '文献与主题对照图' },
  'map.lead': {
    en: 'Which paper is about which theme. The larger the square, the more places in the paper are about it.',
    zh: '各篇文献分别涉及哪些主题。方块越大，文中谈及之处越多。',
  },
  'map.papers': { en: 'Papers by theme', zh: '文献与主题' },
  'map.designs': { en: 'Study designs by theme', zh: '研究设计与主题' },
  'map.paper': { en: 'Paper', zh: '文献' },
  'map.design': { en: 'Design', zh: '研究设计' },
  'map.cell': { en: { one: '{count} place', other: '{count} places' }, zh: '{count} 处' },
  'map.cellPapers': { en: { one: '{count} paper', other: '{count} papers' }, zh: '{count} 篇' },
  'map.gapOnly': { en: 'named only as a gap', zh: '仅列为研究空白' },
  'map.key': {
    en: 'A dashed square: the paper names the theme only as a gap in what is known. An empty cell means that no sentence we have shows the theme, not that the paper says nothing about it.',
    zh: '虚线方框表示该文献仅把此主题列为研究空白。空白单元格仅表示手头文本中没有相关语句，并不表示该文献未论及此主题。',
  },
  'studies.lead': {
    en: 'The papers side by side: kind of study, size, people, places.',
    zh: '各篇文献的研究类型、规模、对象与地点，一表对照。',
  },
  'studies.note': {
    en: 'Read from titles and abstracts by the words of the vocabulary. An empty cell means that nothing is stated there. Sizes are read by rules and not checked.',
    zh: '依据词表从标题与摘要中读出。空白单元格表示其中未予说明。样本量由规则读出，未经人工核对。',
  },
});
