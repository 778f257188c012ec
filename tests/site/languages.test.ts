import { expect, test } from 'vitest';
import { tagOf } from '#site/urls';
import { eachLanguage, inEachLanguage, otherLanguage } from '#site/languages';

test('a page has one path for each language of the review, English without a prefix', async () => {
  expect((await eachLanguage()).map(({ params, props }) => [params.lang, props.lang])).toEqual([
    [undefined, 'en'],
    ['zh', 'zh'],
  ]);
});

test('every entry is there once for each language', async () => {
  expect(await inEachLanguage([{ params: { id: 'a' }, props: { n: 1 } }])).toEqual([
    { params: { id: 'a', lang: undefined }, props: { n: 1, lang: 'en' } },
    { params: { id: 'a', lang: 'zh' }, props: { n: 1, lang: 'zh' } },
  ]);
});

test('each language leads to the other, and is stated by its tag', async () => {
  expect([await otherLanguage('en'), await otherLanguage('zh')]).toEqual(['zh', 'en']);
  expect([tagOf('en'), tagOf('zh')]).toEqual(['en', 'zh-Hans']);
});
