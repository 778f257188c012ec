/** How volume, issue, pages and the number of an article are written in citations: the table that `locators.ts` reads with. */

import words from '../words/locators.json' with { type: 'json' };
import { anyOf, everyWord, type Words } from '../words/words.ts';

/** A part of a citation that says where a paper is in its journal. */
export interface Token {
  kind: 'date' | 'online' | 'volume' | 'issue' | 'pages' | 'article' | 'skip';
  value: string;
  until?: string;
  start: number;
  end: number;
}

const one = '[A-Za-z]{0,6}\\d{1,9}(?:[A-Za-z]\\d{0,3})?(?![\\w])';

const range = `${one}(?:\\s?[-–—~～]\\s?${one}|\\s(?:à|to|bis)\\s${one})?`;

/** "Volume twelve": a number in words. */
const inWords = `(?:${anyOf(words.numerals.en)})\\b`;

const num = `[A-Za-z]{0,3}\\d{1,5}(?!\\d)(?:[A-Za-z](?![A-Za-z]))?(?:[-–/]\\d{1,4})?|[IVXLC]{1,7}\\b|${inWords}`;

/** "第十二卷": a number in characters. */
const hanNum = `[${words.numerals.zh.join('')}十]{1,4}`;

const issueWord =
  '(?!(?:19|20)\\d{2}[)）])(?:\\d{1,4}(?:[-–/]\\d{1,4})?|Suppl(?:ement)?[._]?\\s?\\d{0,3}|S\\d{1,2}|Pt\\s?\\d{1,2}|[A-Z]{1,2}\\d{1,3}(?!\\d)|\\d{1,3}\\s?Suppl(?:\\.|ement)?\\s?\\d{0,2}|Special Issue|spec no)';

/** A number before the word that says what it is of, as in "12. évfolyam". */
const behind = (of: Words, number: string): RegExp =>
  new RegExp(`(${number})\\.?\\s?(?:${anyOf(everyWord(of))})(?!\\p{L})`, 'iuy');

/** How each part is written; groups in the order of `kinds`. Sticky: each is tried where a word or number begins. */
export const patterns: readonly { kinds: readonly Token['kind'][]; re: RegExp }[] = [
  // Acta Panis 68 (4), 2023: 709-718 · 2(18), 2014, 77–91
  {
    kinds: ['volume', 'issue', 'date', 'pages'],
    re: new RegExp(
      `(\\d{1,4})\\s?[(（](${issueWord})[)）],?\\s((?:19|20)\\d{2})\\s?[:：,]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)`,
      'iuy',
    ),
  },
  // 113:102469 · 7(8):e17204 · 25(1):424 · 38(6) · 8(3), 73 · 61(2):p 285-297 · 53(4), 349-361
  {
    kinds: ['volume', 'issue', 'pages'],
    re: new RegExp(
      `(\\d{1,4})\\s?[(（](${issueWord})[)）]\\s?[:：,;]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)`,
      'iuy',
    ),
  },
  // After a year in brackets: (2021) 4, S. 77–90 · (2010) 36, 433—438
  { kinds: ['volume', 'pages'], re: /(?<=\d{4}[)）]\s)(\d{1,4}),\s(?:(?:S|pp?)\.\s?)?(\d{1,5}[-–—]\d{1,5})/uy },
  // Springer: 58, 933–945 (2022)
  { kinds: ['volume', 'pages', 'date'], re: /(\d{1,4}),\s(\d{1,5}[-–—]\d{1,5})\s[(（]((?:19|20)\d{2})[)）]/uy },
  { kinds: ['volume', 'article', 'date'], re: /(\d{1,4}),\s(\d{1,7})\s[(（]((?:19|20)\d{2})[)）]/uy },
  // Elsevier: Care Quarterly 9 (2017) 41–52
  {
    kinds: ['volume', 'date', 'pages'],
    re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）]\s(\d{1,5}[-–—]\d{1,5}|[a-z]?\d{5,7})(?!\d)/uy,
  },
  // After an issue: Volume 8, Issue 3, (2018) 139-148
  {
    kinds: ['date', 'pages'],
    re: /(?<=\d,\s[(（])((?:19|20)\d{2})[)）]\s(\d{1,5}[-–—]\d{1,5})(?![\d-])/uy,
  },
  // German journals: Suizidprophylaxe 41 (2014) Heft 2
  {
    kinds: ['volume', 'date', 'issue'],
    re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）],?\s(?:Heft|Nr\.|No\.|Issue)\s?(\d{1,3})(?!\d)/uy,
  },
  // Cairn: 2018/2 (n° 39) · CNKI: 2020,(08)
  { kinds: ['date', 'issue'], re: /((?:19|20)\d{2})\/(\d{1,2})\s\(n[°º]\s?\d{1,4}\)/iuy },
  { kinds: ['date', 'issue'], re: /((?:19|20)\d{2}),\s?[(（](\d{1,2})[)）]/uy },
  // PhilPapers: Studia Panis 1 (2008)
  { kinds: ['volume', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）]$/uy },
  // SciELO: Cad. Saúde Ment. Colet. 38 • 2022
  { kinds: ['volume', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,4})\s•\s((?:19|20)\d{2})(?!\d)/uy },
  // Taylor & Francis: 78:2, 134-140 · XXIX:3 (2014), 201-218
  {
    kinds: ['volume', 'issue', 'pages'],
    re: /(\d{1,4}|[IVXLC]{1,7}):(\d{1,3}),\s(\d{1,5}[-–—]\d{1,5})(?![\d-])/uy,
  },
  {
    kinds: ['volume', 'issue', 'date', 'pages'],
    re: /(\d{1,4}|[IVXLC]{1,7})(?::|,\s)(\d{1,3})\s[(（]((?:19|20)\d{2})[)）][,:]\s(?:pp?\.\s)?(\d{1,5}[-–—]\d{1,5})(?![\d-])/uy,
  },
  // № 2(18) 2014 · «Name» 2(18) 2014: the number in the year, and in all
  {
    kinds: ['issue', 'skip'],
    re: /(?:№\s?|(?<=[\p{Script=Cyrillic}»”"],?\s))(\d{1,2})\s?[(（](\d{2,4})[)）](?=[\s,.;]|$)/uy,
  },
  // After a journal's name: "Psychiatry 24, a1290", "Quarterly, 18, 12–20"
  {
    kinds: ['volume', 'pages'],
    re: /(?<=[\p{L}.,]\s)(\d{1,3}),\s(?:pp?\.\s?)?(\d{1,5}[-–—]\d{1,5}(?![\d-])|[ae]\d{2,7}(?!\w))/uy,
  },
  { kinds: ['volume', 'issue'], re: new RegExp(`(\\d{1,4})\\s?[(（](${issueWord})[)）]`, 'iuy') },
  // 臺灣期刊論文索引: 28:3 民112.09 · 19:4=76 2012.10
  { kinds: ['volume', 'issue'], re: /(\d{1,3}):(\d{1,3})(?:=\d{1,4})?(?=\s(?:民|[(（]?(?:19|20)\d{2}[.年]))/uy },
  // A library's row: 15 | 1 | March | 51-69
  {
    kinds: ['volume', 'issue', 'skip', 'pages'],
    re: /(\d{1,4})\s\|\s(\d{1,3})\s\|\s(\p{L}{3,12})\s\|\s(\d{1,5}[-–—]\d{1,5})/uy,
  },
  // Embase: 10:2 (77-84)
  { kinds: ['volume', 'issue', 'pages'], re: /(\d{1,4}):(\d{1,4})\s[(（](\d{1,5}[-–—]\d{1,5})[)）]/uy },
  {
    kinds: ['volume', 'pages'],
    re: new RegExp(`(\\d{1,4})\\s?[:：]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)(?!:\\d)`, 'uy'),
  },
  { kinds: ['issue', 'pages'], re: /第?\s?(\d{1,3})\s?期\s?[:：,]?\s?(\d{1,5}[-–—]\d{1,5})\s?页?/uy },
  // 第27卷第6期 · 27卷6期 · 2024年06期
  // J-STAGE: 34 巻 (2016) 2 号
  {
    kinds: ['volume', 'date', 'issue'],
    re: /第?\s?(\d{1,4})\s?[卷巻]\s?[(（]((?:19|20)\d{2})[)）]\s?(\d{1,3})\s?[号期]/uy,
  },
  {
    kinds: ['volume', 'issue'],
    re: /第?\s?(\d{1,4})\s?[卷巻]\s?[,，]?\s?第?\s?[(（]?\s?(\d{1,4}(?:[-–]\d{1,3})?)\s?[)）]?\s?[期号]?/uy,
  },
  { kinds: ['volume', 'issue'], re: new RegExp(`第(${hanNum})卷\\s?[,，]?\\s?第?(${hanNum})期`, 'uy') },
  // Korean indexes: 제9권 제2호
  { kinds: ['volume', 'issue'], re: /제?\s?(\d{1,4})\s?권\s?[,，]?\s?제?\s?(\d{1,4})\s?호/uy },
  { kinds: ['volume'], re: /제?\s?(\d{1,4})\s?권/uy },
  { kinds: ['volume'], re: /第?\s?(\d{1,4})\s?[卷巻]/uy },
  { kinds: ['issue'], re: /第?\s?(\d{1,4}(?:[-–]\d{1,3})?|[Zz]\d|增刊\s?\d?)\s?期/uy },
  {
    kinds: ['pages'],
    re: new RegExp(
      `(?:第|[页頁][码碼]?\\s?[:：]?|起止页码?\\s?[:：]?)\\s?(\\d{1,5}\\s\\/\\s\\d{1,5}|${range})\\s?[页頁]?`,
      'uy',
    ),
  },
  { kinds: ['pages'], re: /(\d{1,5}[-–—]\d{1,5})\s?页/uy },
  // 维普: 1995年第5期295-298,321,共5页
  { kinds: ['pages'], re: /(\d{1,5}[-–—]\d{1,5}(?:[,，]\d{1,5}){1,3})(?=[,，]共\d{1,3}页)/uy },
  // The number of pages follows them: 157 - 179 (23page)
  { kinds: ['pages'], re: /(\d{1,5}\s?[-–]\s?\d{1,5})\s?[(（]\d{1,4}\s?(?:pages?|pp?\.?|쪽|면)[)）]/iuy },
  { kinds: ['skip'], re: /共\s?(\d{1,4})\s?页/uy },
  // ERIC: v19 n1 p33-47
  {
    kinds: ['volume', 'issue', 'pages'],
    re: new RegExp(`v(\\d{1,4})\\s?n(\\d{1,4}(?:[-–/]\\d{1,4})?)\\s?pp?\\.?(${range})`, 'iuy'),
  },
  { kinds: ['volume', 'issue'], re: /v(\d{1,4})\s?n(\d{1,4}(?:[-–/]\d{1,4})?)(?!\w)/uy },
  { kinds: ['volume', 'issue'], re: new RegExp(`v(?:ol)?\\.\\s?(\\d{1,4})\\s?[(（](${issueWord})[)）]`, 'iuy') },
  // Vol. 53 · Volume twelve · v.12 · Jg. 45
  {
    kinds: ['volume'],
    re: new RegExp(`(?:${anyOf(everyWord(words.volume))})(?:\\.\\s?|\\s|[:：]\\s?|(?=\\d))#?(${num})`, 'iuy'),
  },
  // Año 12: a year of the journal is its volume, and a year of our time is not.
  {
    kinds: ['volume'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.yearOfPublication))})(?:\\.\\s?|\\s|[:：]\\s?)(\\d{1,3}(?!\\d)|[IVXLC]{1,7}\\b)`,
      'iuy',
    ),
  },
  // a. XXIX, n. 3
  { kinds: ['volume', 'issue'], re: /a\.\s([IVXLC]{1,7}|\d{1,3}),\sn\.\s?(\d{1,4})(?!\d)/iuy },
  // 45. Jahrgang · XII. évfolyam, 3. szám, 45–60. oldal
  { kinds: ['volume'], re: behind(words.volumeBehind, '\\d{1,4}|[IVXLC]{1,7}') },
  { kinds: ['issue'], re: behind(words.issueBehind, '\\d{1,4}(?:[-–/]\\d{1,3})?') },
  { kinds: ['pages'], re: behind(words.pagesBehind, '\\d{1,5}(?:\\s?[-–]\\s?\\d{1,5})?') },
  // Lantern Studies 53/2008 · nr 4/2019
  {
    kinds: ['issue', 'date'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.issue))})(?:\\.\\s?|\\s|[:：]\\s?)(\\d{1,3})\\/((?:19|20)\\d{2})(?!\\d)`,
      'iuy',
    ),
  },
  { kinds: ['issue', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,3})\/((?:19|20)\d{2})(?=$|[,.:;]\s|\s[(（|])/uy },
  {
    kinds: ['issue', 'pages'],
    re: new RegExp(`(?:issue|no\\.?|number)\\s?[(（]?(\\d{1,4})[)）]?\\s?[:：]\\s?(?:pp?\\.?\\s?)?(${range})`, 'iuy'),
  },
  { kinds: ['volume'], re: /v\.\s?(\d{1,4})(?![\d.])/iuy },
  {
    kinds: ['issue'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.issue))})(?:\\.\\s?|\\s|[:：]\\s?)?[(（]?#?(${issueWord}|${inWords})[)）]?`,
      'iuy',
    ),
  },
  // Jg. 45, H. 2 · R. 12, z. 3 · T. 12, n. 4
  { kinds: ['issue'], re: /(?:n|(?<=\d[,;]?\s)[hčz])\.\s?(\d{1,4})(?![\d.])/iuy },
  {
    kinds: ['article'],
    re: new RegExp(
      `(?:article(?:\\s(?:number|no\\.?|id))?|art\\.?(?:\\sno\\.?)?|artículo|artigo|article\\snumber)\\s?[:：]?\\s?([A-Za-z]{0,6}\\d[\\dA-Za-z.]{0,18})`,
      'iuy',
    ),
  },
  {
    kinds: ['pages'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.pages))}|[sс](?=\\.))(?:\\.\\s?|\\s|[:：]\\s?)(?:pp?\\.\\s?)?(${range})`,
      'iuy',
    ),
  },
  { kinds: ['pages'], re: /[Pp](\d{1,5}\s?[-–]\s?\d{1,5})(?!\w)/uy },
  // An electronic number has no label: e17204, CD011849, S0272-7358(24)00078-9
  { kinds: ['article'], re: /(e\d{4,9}|CD\d{6})(?!\w)/uy },
];

/**
 * Whether any part is written at a place: most words are not a part, and are tried once instead of against every
 * pattern.
 */
export const anyPart = new RegExp(patterns.map(({ re }) => `(?:${re.source})`).join('|'), 'iuy');

/** "twelve" and "十二" as 12; what is no number in words as it is. */
export function figuresOf(text: string): string {
  const word = words.numerals.en.indexOf(text.toLowerCase());
  if (word >= 0) return String(word + 1);
  const [, tens, ten, ones] = /^([^十]?)(十?)([^十]?)$/u.exec(text) ?? [];
  const digit = (one = ''): number => words.numerals.zh.indexOf(one) + 1;
  if (!ten) return digit(tens || ones) > 0 ? String(digit(tens || ones)) : text;
  return String((tens ? digit(tens) : 1) * 10 + digit(ones));
}
