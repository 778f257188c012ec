/** Words of the panel that cites a paper, and of the choice of a style. */

import { strings } from './table.ts';

export const citations = strings({
  'cite.title': { en: 'Cite', zh: '引用' },
  'cite.style': { en: 'Style', zh: '引文格式' },
  'cite.language': { en: 'Language', zh: '语言' },
  'cite.asStyle': { en: 'As the style has it', zh: '按所选格式' },
  'cite.otherStyles': { en: 'Other styles', zh: '其他格式' },
  'cite.moreStyles': { en: 'More styles…', zh: '更多格式…' },
  'cite.findStyle': { en: 'Find a style by name', zh: '按名称查找格式' },
  'cite.stylesHint': {
    en: '{count} styles. Type a journal’s or a style’s name, then choose with the arrow keys.',
    zh: '共 {count} 种格式。输入期刊或格式的名称（多为英文），用方向键选择。',
  },
  'cite.stylesFound': { en: { one: '{count} style', other: '{count} styles' }, zh: '{count} 种格式' },
  'cite.stylesMost': { en: 'The first {shown} of {count} styles', zh: '{count} 种格式中的前 {shown} 种' },
  'cite.stylesNone': { en: 'No style has these words in its name.', zh: '没有名称中含有这些词的格式。' },
  'cite.stylesLoading': { en: 'Fetching the styles…', zh: '正在载入格式……' },
  'cite.stylesAway': {
    en: 'Other styles are fetched when they are first used, and cannot be reached now. Those in the list need no connection.',
    zh: '其他格式在首次使用时载入，目前无法取得。列表中的格式无需联网即可使用。',
  },
  'cite.stylesCredit': {
    en: 'Set in your browser by citeproc-js (© Frank Bennett) with the styles of the Citation Style Language project, CC BY-SA 3.0: ',
    zh: '由 citeproc-js（© Frank Bennett）在浏览器中排版，采用 Citation Style Language 项目的格式（CC BY-SA 3.0）：',
  },
  'cite.stylesLicence': { en: 'licences', zh: '许可证' },
  'cite.copy': { en: 'Copy', zh: '复制' },
  'cite.copyPlain': { en: 'Copy as plain text', zh: '复制为纯文本' },
  'cite.copied': { en: 'Copied', zh: '已复制' },
  'cite.notCopied': { en: 'Select the text and copy it by hand', zh: '请选中文字后手动复制' },
  'cite.files': { en: 'Download', zh: '下载' },
  'cite.stylesByScript': {
    en: 'The browser sets further styles, with JavaScript.',
    zh: '其他格式由浏览器生成，需启用 JavaScript。',
  },
  'cite.allAs': { en: 'All papers: {format}', zh: '全部文献：{format}' },
  'cite.view': { en: 'Preview a file', zh: '预览文件' },
  'cite.abstracts': { en: 'With abstract', zh: '含摘要' },
  'cite.save': { en: 'Save this file', zh: '保存此文件' },
  'cite.unreachable': { en: 'The record could not be loaded', zh: '未能载入记录' },
  'cite.basis': {
    en: 'Only a digest of this paper was read: {digest}. Its address is in the reference.',
    zh: '本综述依据的只是该论文的一份评介：{digest}。参考文献中所列网址为该评介的网址。',
  },
  'cite.capitals': {
    en: 'The style’s rule sets capitals in this title; its source has others.',
    zh: '该标题的大小写按所选格式的规则设定，与来源不同。',
  },
  'downloads.these': { en: 'These papers as a file', zh: '将这些文献导出为文件' },
  'downloads.failed': { en: 'The records could not be loaded', zh: '未能载入记录' },
  'feed.all': { en: 'Papers of this review (Atom)', zh: '本综述的文献（Atom）' },
  'feed.theme': { en: 'Papers of this theme (Atom)', zh: '本主题的文献（Atom）' },
  'feed.search': { en: 'Search this review', zh: '检索本综述' },
});
