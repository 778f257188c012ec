import type { Format } from '../../format.ts';
import { Page } from '../page.ts';
import { readText } from '../reading.ts';

/** Book学术: a record as JSON on one line, with the text of its page around it where a scraper kept that. */
export const booksci: Format = {
  name: 'booksci',
  title: { en: 'Book学术 (booksci.cn)', zh: 'Book学术' },
  trust: 'site-page',
  claims: ({ text }) =>
    ['"PeriodicalId"', '"resultStr"', '"TitleCN"', '"JCRName"'].every((key) => text.includes(key)) &&
    /^[^\S\r\n\u2028\u2029]*\{"/mu.test(text),
  read: (source) =>
    readText(new Page(source), {
      ends: [
        { name: 'journal-blurb', test: /^期刊介绍[:：]?/u },
        { name: 'site-furniture', test: /^求助全文/u },
      ],
    }),
};
