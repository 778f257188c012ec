import { strings } from './table.ts';

export const citations = strings({
  'cite.title': { en: 'Cite', zh: '引用' },
  'cite.style': { en: 'Style', zh: '引文格式' },
  'cite.language': { en: 'Language', zh: '语言' },
  'cite.ownLanguage': { en: '{name} (its own)', zh: '{name}（原文）' },
  'cite.otherStyles': { en: 'Other styles', zh: '其他格式' },
  'cite.copy': { en: 'Copy', zh: '复制' },
  'cite.copyRich': { en: 'Copy with italics', zh: '复制（保留斜体）' },
  'cite.copied': { en: 'Copied', zh: '已复制' },
  'cite.notCopied': { en: 'Select the text and copy it by hand', zh: '请选中文字后手动复制' },
  'cite.files': { en: 'Download', zh: '下载' },
  'cite.view': { en: 'Show as', zh: '查看' },
  'cite.viewNothing': { en: 'Reference text', zh: '参考文献文本' },
  'cite.abstracts': { en: 'With abstract', zh: '含摘要' },
  'cite.save': { en: 'Save this file', zh: '保存此文件' },
  'cite.unreachable': { en: 'The record could not be loaded', zh: '未能载入记录' },
  'cite.basis': {
    en: 'Only a digest of this paper was read: {digest}. Its address stands in the reference.',
    zh: '本综述所读的只是该论文的一份评介：{digest}。参考文献中给出的是该评介的网址。',
  },
  'cite.noTitle': { en: 'No source states a title that a person wrote.', zh: '各来源均未给出人工撰写的题名。' },
  'downloads.title': { en: 'All {count} as a file', zh: '全部 {count} 篇，导出为文件' },
  'downloads.these': { en: 'These papers as a file', zh: '将这些文献导出为文件' },
  'feed.all': { en: 'Papers of this review (Atom)', zh: '本综述的文献（Atom）' },
  'feed.theme': { en: 'Papers of this theme (Atom)', zh: '本主题的文献（Atom）' },
  'feed.search': { en: 'Search this review', zh: '检索本综述' },
});
