import type { Format } from '../../format.ts';
import { Page } from '../page.ts';
import { readText } from '../reading.ts';

/** 生知库: the title in English and, mostly, in Chinese, a counter, the abstract, and the site's notice. */
export const biocloudy: Format = {
  name: 'biocloudy',
  title: { en: '生知库 (biocloudy.com)', zh: '生知库' },
  trust: 'site-page',
  claims: ({ text }) => /^阅读[:：]\s?\d/mu.test(text) && /^特别声明/mu.test(text),
  read: (source) => readText(new Page(source), { ends: [{ name: 'site-notice', test: /^特别声明/u }] }),
};
