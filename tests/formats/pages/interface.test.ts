import { expect, test } from 'vitest';
import { endsInCountry } from '../../../scripts/formats/values/addresses.ts';
import { furnitureOf, tailOf } from '../../../scripts/formats/pages/furniture.ts';
import { isInterface } from '../../../scripts/formats/pages/interface.ts';

test.each([
  'Skip navigation',
  'Log in | Register',
  'Save Email',
  'Previous article View issue table of contents Next article',
  'Terms of Use| Privacy Policy| Accessibility Statement',
  'References (58)',
  'Order Reprints Request Corporate Permissions',
  '首页 期刊介绍 编委会',
  '登录 / 注册',
  '中文 | English',
  'Iniciar sesión',
  'Télécharger',
  '跳转到主要内容',
  'Saltar al contenido principal',
  'Zum Hauptinhalt springen',
  'Aller au contenu principal',
  'Pular para o conteúdo',
  'Перейти к основному содержанию',
  '본문 바로가기',
  'メインコンテンツへ',
  'Hoppa till huvudinnehåll',
  'Upcoming Events',
])('interface: %s', (text) => {
  expect(isInterface(text)).toBe(true);
});

test.each([
  'Psychotherapy Research',
  'Trust in online access to health information',
  'The search for meaning',
  'Clients who share and clients who save',
  '心理科学进展',
  '治疗联盟与登录行为',
  'Introduction',
  'Ana Berg',
  'Home visits by nurses',
])('no interface: %s', (text) => {
  expect(isInterface(text)).toBe(false);
});

test.each<[string, string | undefined]>([
  ['Skip to search formSkip to main contentSkip to account menu', 'navigation'],
  ['25+ million members', 'navigation'],
  ['当前位置:首页 > 文献详情', 'navigation'],
  ['To read the full-text of this research, you can request a copy.', 'help-request'],
  ['We use cookies to help our site work', 'site-notice'],
  ['Alliance ruptures: a task analysis', undefined],
])('%s: %s', (text, rule) => {
  expect(furnitureOf(text)).toBe(rule);
});

test.each<[string, string | undefined]>([
  ['References (12)', 'references'],
  ['49 References', 'references'],
  ['【参考文献】', 'references'],
  ['參考文獻', 'references'],
  ['參考文獻：王安（2007）。哀傷的性別。台北：霧社。', 'references'],
  ['Citations: 4 May 2020 (12 of them in this journal)', undefined],
  ['Key Points', 'summaries'],
  ['TLDR', 'summaries'],
  ['Section snippets', 'full-text'],
  ['Related news', 'related'],
  ['Conclusions', undefined],
])('the heading %s begins: %s', (text, tail) => {
  expect(tailOf(text)).toBe(tail);
});

test.each<[string, boolean]>([
  ['Orygen, Parkville, VIC, Australia.', true],
  ['Porto, Portugal', true],
  ['Berg, Jordan', false],
  ['Trust in China', false],
])('%s ends in a country: %s', (text, expected) => {
  expect(endsInCountry(text)).toBe(expected);
});
