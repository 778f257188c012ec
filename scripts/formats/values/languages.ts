/** Reads codes and names of languages, and finds the language of short texts. */

import { detectLanguage, shareOfHan, type Language } from '#domain/language';

/** ISO 639-2 codes (both sets), and names as databases write them in English, Chinese, Spanish and German. */
const tags: Readonly<Record<string, Language>> = {
  eng: 'en', english: 'en', 英文: 'en', 英语: 'en', inglés: 'en', englisch: 'en', american: 'en', british: 'en',
  usenglish: 'en', ukenglish: 'en',
  chi: 'zh', zho: 'zh', chinese: 'zh', 中文: 'zh', 汉语: 'zh', mandarin: 'zh', chino: 'zh', pinyin: 'zh',
  'simplified chinese': 'zh-Hans', 'chinese (simplified)': 'zh-Hans', 简体中文: 'zh-Hans', 'zh-cn': 'zh-Hans',
  'traditional chinese': 'zh-Hant', 'chinese (traditional)': 'zh-Hant', 繁体中文: 'zh-Hant', 'zh-tw': 'zh-Hant',
  spa: 'es', spanish: 'es', español: 'es', por: 'pt', portuguese: 'pt', português: 'pt', brazilian: 'pt',
  fre: 'fr', fra: 'fr', french: 'fr', français: 'fr', ger: 'de', deu: 'de', german: 'de', ngerman: 'de', deutsch: 'de',
  ita: 'it', italian: 'it', jpn: 'ja', japanese: 'ja', 日文: 'ja', kor: 'ko', korean: 'ko', rus: 'ru', russian: 'ru',
  dut: 'nl', nld: 'nl', dutch: 'nl', pol: 'pl', polish: 'pl', tur: 'tr', turkish: 'tr', per: 'fa', fas: 'fa',
  persian: 'fa', farsi: 'fa', ara: 'ar', arabic: 'ar', heb: 'he', hebrew: 'he', swe: 'sv', swedish: 'sv', nor: 'no',
  norwegian: 'no', dan: 'da', danish: 'da', fin: 'fi', finnish: 'fi', cze: 'cs', ces: 'cs', czech: 'cs', hun: 'hu',
  hungarian: 'hu', gre: 'el', ell: 'el', greek: 'el', ukr: 'uk', ukrainian: 'uk', hrv: 'hr', croatian: 'hr', srp: 'sr',
  serbian: 'sr', rum: 'ro', ron: 'ro', romanian: 'ro', cat: 'ca', catalan: 'ca', slv: 'sl', slovenian: 'sl', ice: 'is',
  isl: 'is', tha: 'th', thai: 'th', vie: 'vi', vietnamese: 'vi', ind: 'id', indonesian: 'id', may: 'ms', msa: 'ms',
  afr: 'af', bul: 'bg', bulgarian: 'bg', lit: 'lt', lav: 'lv', est: 'et', slo: 'sk', slk: 'sk', hin: 'hi', und: 'und',
}; // prettier-ignore

/** The language that a database's word or code names; `undefined` if it names none that we know. */
export function readLanguage(text: string): Language | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.;,]$/u, '');
  const known = tags[plain];
  if (known) return Object.hasOwn(tags, plain) ? known : undefined;
  const code = /^([a-z]{2})(?:[-_]([a-z]{2}|hans|hant))?$/u.exec(plain);
  if (!code) return undefined;
  if (code[1] === 'zh' && code[2]) return /tw|hk|mo|hant/u.test(code[2]) ? 'zh-Hant' : 'zh-Hans';
  return code[1];
}

/** The language of a short text such as a keyword: by its script alone, because few words do not show a language. */
export const languageOfWords = (text: string): Language =>
  shareOfHan(text) > 0.2 || !/\p{Script=Latin}/u.test(text) ? detectLanguage(text) : 'en';
