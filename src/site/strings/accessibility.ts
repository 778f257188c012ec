/** Words of the accessibility statement. */

import { strings } from './table.ts';

export const accessibility = strings({
  'accessibility.title': { en: 'Accessibility', zh: '无障碍声明' },
  'accessibility.aim': {
    en: 'This site is made to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.',
    zh: '本站按《Web 内容无障碍指南》（WCAG）2.2 的 AA 级标准制作。',
  },
  'accessibility.basis': {
    en: 'This statement rests on our own tests. Nobody outside has audited the site.',
    zh: '本声明依据本站自行开展的测试，未经外部机构审核。',
  },
  'accessibility.tested': { en: 'What is done', zh: '已做的工作' },
  'accessibility.tested.rules': {
    en: 'Every type of page by the rules of axe-core for WCAG 2.2 AA and for good practice: English and Chinese, light and dark, on a desktop and on a telephone, with all parts open.',
    zh: '每一类页面均以 axe-core 的 WCAG 2.2 AA 规则和最佳实践规则测试：中文与英文、浅色与深色、桌面与手机，并展开全部内容。',
  },
  'accessibility.tested.size': {
    en: 'No page is wider than a window of 320 pixels, nor with its text at 200 %.',
    zh: '在 320 像素宽的窗口中，或将文字放大到 200% 时，页面均无需横向滚动。',
  },
  'accessibility.tested.keys': {
    en: 'Everything that can be used is made to be reached by Tab and to be seen when it has the focus; tests walk through a page of four types.',
    zh: '所有可操作的内容均设计为可用 Tab 键到达，获得焦点时清晰可见；其中四类页面经过逐键测试。',
  },
  'accessibility.tested.system': {
    en: 'Colours chosen by the system and reduced motion are respected. Nothing is shown by colour alone.',
    zh: '遵从系统的高对比度配色和减少动态效果的设置；任何信息都不只靠颜色表达。',
  },
  'accessibility.limits': { en: 'Known limits', zh: '已知的不足' },
  'accessibility.limits.texts': {
    en: 'Titles and abstracts are shown as their sources give them. Some are translated by a machine, and say so; the language of a few words inside them may be marked wrongly.',
    zh: '标题与摘要按来源原样显示。其中有些是机器翻译，均已注明；个别词语的语种标记可能有误。',
  },
  'accessibility.limits.readers': {
    en: 'The site has not yet been tried with people who use a screen reader every day.',
    zh: '本站尚未邀请日常使用读屏软件的人试用。',
  },
  'accessibility.limits.script': {
    en: 'The search, the basket and Share need JavaScript. Reading, browsing, citing and downloading do not.',
    zh: '检索、文献篮和分享需要 JavaScript；阅读、浏览、引用和下载则不需要。',
  },
  'accessibility.limits.away': {
    en: 'Full texts are on their publishers’ websites, for which we cannot answer.',
    zh: '全文位于出版者的网站，其无障碍情况不由本站负责。',
  },
  'accessibility.keysLead': {
    en: 'The window “Keyboard shortcuts” at the foot of each page shows these keys and switches them off:',
    zh: '每页底部的“键盘快捷键”窗口列有以下按键，并可将其关闭：',
  },
  'accessibility.contact': { en: 'If something is in your way', zh: '如果遇到障碍' },
  'accessibility.contactLead': {
    en: 'Tell us which page it is, what you wanted to do, and what you use to read it:',
    zh: '请告知页面网址、您想进行的操作，以及所用的设备或辅助软件：',
  },
  'accessibility.contactNone': {
    en: 'This copy of the review names no address. Please tell those who publish it which page it is, what you wanted to do, and what you use to read it.',
    zh: '本综述的这一副本未列出联系方式。请向发布者说明页面网址、您想进行的操作，以及所用的设备或辅助软件。',
  },
  'accessibility.date': { en: 'Statement of {date}.', zh: '声明日期：{date}。' },
});
