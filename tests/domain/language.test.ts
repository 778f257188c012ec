import { describe, expect, test } from 'vitest';
import { detectLanguage, isChinese, shareOfHan } from '#domain/language';

describe('the language of a text', () => {
  const cases: [string, string][] = [
    ['The alliance between the client and the therapist was strong.', 'en'],
    ['治疗联盟对于难民来说非常重要。', 'zh-Hans'],
    ['治療聯盟對於難民來說非常重要。', 'zh-Hant'],
    ['系统检索了 MEDLINE、PsycINFO、Web of Science、Embase 和 CINAHL 数据库。', 'zh-Hans'],
    ['La alianza terapéutica entre los pacientes y el terapeuta fue evaluada con una escala.', 'es'],
    ['A aliança terapêutica entre os pacientes e o terapeuta não foi avaliada com uma escala.', 'pt'],
    ['治療同盟についての研究である。', 'ja'],
    ['هدفت الدراسة إلى فهم كيف تنشأ الثقة (CBT, 2019).', 'ar'],
    ['اتحاد درمانی و پیامدهای آن', 'fa'],
    ['Терапевтический альянс в психотерапии', 'ru'],
    ['Терапевтичний альянс у психотерапії', 'uk'],
    ['הברית הטיפולית', 'he'],
    ['The θ and the β of the model were estimated', 'en'],
    ['Vertrauen und Bruch', 'de'],
    ['Los Angeles and after', 'en'],
    ['Sturm und Drang in therapy', 'en'],
    ['', 'en'],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});

test('an English sentence that names a Chinese word stays English', () => {
  expect(detectLanguage('The word 联盟 means alliance in the literature on therapy and care.')).toBe('en');
});

test('Chinese in every script is Chinese, Japanese is not', () => {
  expect(['zh', 'zh-Hans', 'zh-Hant-TW'].map(isChinese)).toEqual([true, true, true]);
  expect(isChinese('ja')).toBe(false);
  expect(shareOfHan('1234 !?')).toBe(0);
});
