/** Languages of texts and of the interface, and how the language of a text is detected. */

import { z } from 'zod';

/** A BCP 47 language tag as the record holds it: `en`, `zh-Hans`, `zh-Hant`, `es`, `pt`, … ; `und` where unknown. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag: en, zh-Hans, es');
export type Language = z.infer<typeof languageSchema>;

/** The languages of the site's interface. */
export const interfaceLanguages = ['en', 'zh'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Words of the review itself, in each language of the interface. */
export const inBothLanguages = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** Words that a person wrote down, in one language or in each language of the interface. */
export const inOneOrBothLanguages = z.union([z.string().min(1), inBothLanguages]);
export type OneOrBoth = z.infer<typeof inOneOrBothLanguages>;

/** The words of a person for a reader of a language, with the language that they are in. */
export const wordsFor = (words: OneOrBoth, lang: InterfaceLanguage): { text: string; language: Language } =>
  typeof words === 'string'
    ? { text: words, language: detectLanguage(words) }
    : { text: words[lang], language: lang === 'zh' ? 'zh-Hans' : lang };

/** The words of a person in the form in which a record keeps them. */
export const wordsKept = (words: OneOrBoth): string => (typeof words === 'string' ? words : words.en);

export const isChinese = (language: Language): boolean => language === 'zh' || language.startsWith('zh-');

const han = /\p{Script=Han}/gu;
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;

/**
 * The Chinese share of a text, 0 to 1: Chinese characters compared with Latin words, because both take about as long to
 * say. 0 for a text without letters.
 */
export function shareOfHan(text: string): number {
  const hans = text.match(han)?.length ?? 0;
  if (hans === 0) return 0;
  const latins = text.match(latinWord)?.length ?? 0;
  return hans / (hans + latins);
}

/** Characters of Traditional, or of Simplified, Chinese only, which are frequent in abstracts of this field. */
const traditional = /[為與對於個體這種關係療聯從間開學習經驗過應當實證據應該們難題國際醫認識點結論還說並標準護]/gu;
const simplified = /[为与对个体这种关系疗联从间开学习经验过应当实证据应该们难题国际医认识点结论还说并标准护]/gu;

/** Function words, which every text of some length has. */
const words: Readonly<Record<string, RegExp>> = {
  en: /\b(the|and|of|with|that|was|were|this|for|between|from)\b/giu,
  es: /\b(los|las|del|una|para|con|por|entre|fue|como|el|la|y)\b/giu,
  pt: /\b(os|as|dos|das|uma|para|com|por|entre|foi|como|não|o|e)\b/giu,
  fr: /\b(les|des|une|dans|avec|pour|entre|est|sont|le|et)\b/giu,
  de: /\b(der|die|das|und|mit|von|für|eine|ist|sind|den)\b/giu,
};

/** Scripts that mostly mean one language in the literature of this field, with letters that show another language. */
const scripts: readonly { letters: RegExp; language: Language; unless?: readonly [RegExp, Language] }[] = [
  { letters: /\p{Script=Arabic}/gu, language: 'ar', unless: [/[پچژگ]/u, 'fa'] },
  { letters: /\p{Script=Cyrillic}/gu, language: 'ru', unless: [/[іїєґ]/iu, 'uk'] },
  { letters: /\p{Script=Greek}/gu, language: 'el' },
  { letters: /\p{Script=Hebrew}/gu, language: 'he' },
  { letters: /\p{Script=Thai}/gu, language: 'th' },
  { letters: /\p{Script=Devanagari}/gu, language: 'hi' },
];

/** A letter that is neither Latin nor Chinese. */
const otherLetter = /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/u;

/** The language of a text mostly in another script than Latin or Chinese; `undefined` for any other text. */
function languageOfScript(text: string): Language | undefined {
  if (!otherLetter.test(text)) return undefined;
  const half = (text.match(/\p{L}/gu)?.length ?? 0) / 2;
  const found = scripts.find(({ letters }) => half > 0 && (text.match(letters)?.length ?? 0) > half);
  return found?.unless?.[0].test(text) ? found.unless[1] : found?.language;
}

/** The function words of a language that a text has, as written; none for a language without a list. */
export function functionWordsIn(text: string, language: Language): string[] {
  const pattern = words[language];
  return pattern ? (text.match(pattern) ?? []) : [];
}

/** A text of fewer words says little by one of them. */
const fewWords = 12;

/** "Vertrauen und Bruch": nouns in capitals around one word of German, and nothing else. */
const germanTitle = /^\p{Lu}[\p{L}-]{2,40} (?:und|mit|für|von) \p{Lu}[\p{L}-]{2,40}$/u;

/** The language of a text, by its script and its function words; `en` for a short text in Latin script. */
export function detectLanguage(text: string): Language {
  if (/[\u3040-\u30ff]/u.test(text)) return 'ja';
  if (/[\uac00-\ud7af]/u.test(text)) return 'ko';
  if (shareOfHan(text) > 0.5) {
    const older = text.match(traditional)?.length ?? 0;
    const newer = text.match(simplified)?.length ?? 0;
    return older > newer ? 'zh-Hant' : 'zh-Hans';
  }
  const other = languageOfScript(text);
  if (other) return other;
  let best: Language = 'en';
  let most = 0;
  const isShort = (text.match(latinWord)?.length ?? 0) < fewWords;
  for (const [language, pattern] of Object.entries(words)) {
    const count = text.match(pattern)?.length ?? 0;
    // One word of a title may be a name's ("Los Angeles"), or English as well ("as").
    const isSure = language === 'en' || !isShort || count > 1 || /[à-öø-ÿœ]/iu.test(text) || germanTitle.test(text);
    if (count > most && isSure) [best, most] = [language, count];
  }
  return best;
}
