/** Takes off what is written between names: addresses, identifiers, degrees, full forms. */

import { fold, Tracer, without, type Traced } from '../text/traced.ts';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** "Kim, SH (Kim, Seung-hyun) [2]": the name in full, where each is given so. */
export function fullNames(line: Traced): Traced {
  const both = /(\p{Lu}[^,;()]{0,40}, ?(?:\p{Lu}[.-]?){1,4}) \((\p{Lu}[^,;()]{0,40}, ?\p{Lu}[^,;()]{1,40})\)/gu;
  const found = [...line.text.matchAll(both)];
  if (found.length === 0) return line;
  const tracer = new Tracer();
  let from = 0;
  for (const match of found) {
    const [all, short = '', full = ''] = match;
    tracer.addSlice(line, from, match.index);
    const start = match.index + short.length + 2;
    tracer.addSlice(line, start, start + full.length);
    from = match.index + all.length;
  }
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}

/** "簡瑋婷(Wei-Ting Chien)", "张伟 ZHANG Wei; 李娜 LI Na": the names without their spelling in Latin letters, or their hospital. */
export const withoutLatinNames = (line: Traced): Traced =>
  without(
    line,
    /(?<=\p{Script=Han})\s?[(（]\p{Lu}[\p{Script=Latin}\s,.'’-]{2,40}[)）]|(?<=\p{Script=Han})\s\p{Lu}[\p{Script=Latin}'’-]{1,20}(?:\s|,\s)\p{Lu}[\p{Script=Latin}'’-]{1,20}(?=\s?(?:[;；,，、\d*]|\p{Script=Han}|$))|(?<=\p{Script=Han})\s?[(（][^()（）]{0,40}(?:医院|大学|学院|中心|研究所|系|科)[)）]/gu,
  );

const role = anyOf(everyWord(words.roles));
const roleBehind = new RegExp(
  `(?<=\\p{L}[\\d,*△▲\\s]{0,8})(?:\\s?[(（](?:${role})[)）]|\\s(?:${role})(?=\\s?(?:[,，;；、[(（]|$)))`,
  'gu',
);

/**
 * "吴珩 3 综述, 赵旭东(审校)", "苗思远 主管护师,翟冬梅(教授)": the names without what each did for the paper, or is. A name has no
 * such word behind a gap or a mark, or in brackets.
 */
export const withoutRoles = (line: Traced): Traced =>
  without(
    without(line, roleBehind),
    /(?<=\p{Script=Han}[\d,*\s]{0,8})(?:[(（](?:综述|审校|校审|审阅|编译|译|校|执笔|指导)[)）]|(?<=[\d*\s])(?:综述|审校|校审|审阅|编译|执笔)(?=\s?(?:[,，;；、]|$)))/gu,
  );

const address =
  /,?\s?corresponding author(?=\d|,|\s\p{Lu}|$)|\s?(?:ORCID(?:\siD)?:?\s?)?(?:https?:\/\/)?orcid\.org\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]|\s?[(（]?ORCID(?:\siD)?:?\s?\d{4}-\d{4}-\d{4}-\d{3}[\dX][)）]?|\s\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])|\s?[(（]?(?<![\w.+-])[\w.+-]{1,60}@[\w.-]{3,60}[)）]?|\s?(?:…|\.\.\.)?\s?(?:View|Show|See) all authors(?: and affiliations)?$|(?:\s?(?:…|\.\.\.),?)?\s?Show authors$|(?:,|\s[•·|])?\s[(（]?(?:19|20)\d{2}[)）]?$|\s?(?:Authors? Info(?:rmation)?(?: & (?:Affiliations|Claims))?|Sobre os autores|Sobre los autores|About the authors)$|(?<=\p{Ll})Follow(?=$|[,;])/giu;

/** Without the ORCIDs and e-mail addresses between names. */
export const withoutAddresses = (line: Traced): Traced =>
  /orcid\b|@|\d{4}-\d{4}-\d{4}-\d{3}|(?:all|show) authors|corresponding author|author.? info|(?:19|20)\d{2}[)）]?$|sobre l?os autores|about the authors|\p{Ll}Follow\b/iu.test(
    line.text,
  )
    ? without(line, address)
    : line;

const circled = '①②③④⑤⑥⑦⑧⑨';

/**
 * The same text with its fullwidth letters and digits, its circled and its raised digits plain: each becomes one character, so
 * every character keeps its place.
 */
export function plainForms(line: Traced): Traced {
  if (!/[\uff01-\uff5e①-⑨¹²³⁰⁴-⁹\u3000]/u.test(line.text)) return line;
  const text = line.text.replace(/[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19\uff0a\uff0e①-⑨¹²³⁰⁴-⁹\u3000]/gu, (one) => {
    const at = circled.indexOf(one);
    return at >= 0 ? String(at + 1) : one.normalize('NFKC');
  });
  return { ...line, text };
}

/** Degrees with which a row of names has others: two capitals that would be initials elsewhere. */
const shortDegree =
  /(?=,?\s[MBD])(?<=\p{Ll}\S*\s\p{Lu}\S*\p{Ll}),?\s(?:M\.?D|M\.?A|M\.?S|B\.?A|D\.?O|M\.?N|B\.?S)\.?(?=\s*(?:[,;\d*…]|and\s|$))/gu;

/** "Ana Berg MD, PhD, Bo Dahl MA": without the short degrees, where the row has degrees that are none's initials. */
export const withoutShortDegrees = (line: Traced): Traced =>
  /\b(?:Ph\.?D|MSc|MPH|PsyD|DClinPsy|BSc|MBBS|DNP|RN|DPhil|EdD)\b/u.test(line.text) ? without(line, shortDegree) : line;

/** "Ana Berga,*, Bo Dahlb, Cy Enga,b,1": without letters that stand for affiliations, glued to the names; a pair shows what they are. */
export function withoutGluedMarks(line: Traced): Traced {
  const { text } = line;
  // "Ana Berg ,a Bo Dahl ,b Cy Eng c": Taylor & Francis set the mark after a comma.
  if (/\p{Ll}\s?,[a-h]\s\p{Lu}/u.test(text)) return without(line, /(?<=\p{L}\s?,)[a-h](?=\s|$)/gu);
  if (isLettered(text)) return without(line, /(?<=\p{Ll})[a-h](?=[*∗⁎]?\s?(?:[,;]|$|\s(?:and|&)\s))/gu);
  if (!/\p{Ll}{2}[a-h],[a-h*∗⁎\d](?=,|\s?$|\s(?:and|&)\s)/u.test(text)) return line;
  const names = text.split(/,\s|\s(?:and|&)\s/u);
  return names.every((name) => /\p{Ll}[a-h](?:,(?:[a-h]|\d{1,2}))*,?[*∗⁎]?$/u.test(name.trim()))
    ? without(line, /(?<=\p{Ll})[a-h](?:,(?:[a-h]|\d{1,2}))*(?=(?:,?[*∗⁎])?(?:,\s|\s?$|\s(?:and|&)\s))/gu)
    : line;
}

/**
 * "Ana Berga; Bo Dahlb; Cy Engc": three names or more that end in the letters of the alphabet one after the other, one of them
 * as no name does; "Ana Costa, Peter Webb, Maya Isaac" are whole.
 */
function isLettered(text: string): boolean {
  const names = text.split(/\s?[,;]\s?(?:(?:and|&)\s)?|\s(?:and|&)\s/u).map((name) => name.replace(/[*∗⁎]$/u, ''));
  return (
    names.length >= 3 &&
    names.every((name, i) => /\p{Ll}[a-h]$/u.test(name) && name.endsWith('abcdefgh'[i] ?? '.')) &&
    names.some((name) => /(?:aa|[cdfgknpstvz]b|[bdfgkmpstvz]c|[bcfgkmptvz]d)$/u.test(name))
  );
}

/** "남궁세린 ( Serin Namgung )": Korean names without their spelling in Latin letters. */
export const withoutRomanised = (line: Traced): Traced =>
  /\p{Script=Hangul}\s?[(（]/u.test(line.text)
    ? without(line, /(?<=\p{Script=Hangul})\s?[(（]\s?\p{Lu}[\p{Script=Latin}\s,.'’-]{2,40}[)）]/gu)
    : line;
