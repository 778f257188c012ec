/** Words of the keyboard shortcuts. */

import { strings } from './table.ts';

export const keys = strings({
  'keys.title': { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  'keys.search': { en: 'to the search field', zh: '进入检索框' },
  'keys.cite': { en: 'open the citation of a paper', zh: '打开文献的引用面板' },
  'keys.results': { en: 'through the results, and back to the field', zh: '浏览检索结果，返回检索框' },
  'keys.show': { en: 'show these keys', zh: '显示快捷键' },
  'keys.on': { en: 'Use the single-character shortcuts ( / c ? )', zh: '启用单字符快捷键（/ c ?）' },
  'keys.close': { en: 'Close', zh: '关闭' },
});
