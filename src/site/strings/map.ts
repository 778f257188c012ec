import { strings } from './table.ts';

export const map = strings({
  'map.title': { en: 'Map of papers and themes', zh: '文献与主题对照图' },
  'map.lead': {
    en: 'Which paper is about which theme. The larger the square, the more places of the paper show the theme.',
    zh: '各篇文献分别涉及哪些主题。方块越大，文中可作依据之处越多。',
  },
  'map.papers': { en: 'Papers by theme', zh: '文献与主题' },
  'map.designs': { en: 'Study designs by theme', zh: '研究设计与主题' },
  'map.paper': { en: 'Paper', zh: '文献' },
  'map.design': { en: 'Design', zh: '研究设计' },
  'map.cell': { en: { one: '{count} place', other: '{count} places' }, zh: '{count} 处' },
  'map.cellPapers': { en: { one: '{count} paper', other: '{count} papers' }, zh: '{count} 篇' },
  'map.key': {
    en: 'An empty cell says that no sentence at hand shows the theme, not that the paper is silent on it.',
    zh: '空格仅表示手头文本中没有相关语句，并不表示该文献未论及此主题。',
  },
  'studies.lead': {
    en: 'The papers side by side: kind of study, size, people, places.',
    zh: '各篇文献的研究类型、规模、对象与地点，一表对照。',
  },
  'studies.note': {
    en: 'Read from titles and abstracts by the words of the vocabulary. An empty cell was not stated there.',
    zh: '依据词表从标题与摘要中读出。空格表示其中未予说明。',
  },
});
