/** Finds where a review says which databases were searched, over which time, and how the studies were appraised. */

import type { Span } from './makeup.ts';
import { databases, databasesExact, databasesZh, tools, toolsZh } from './search-words.ts';

const word = (names: readonly string[]): string =>
  String.raw`(?<![\p{Script=Latin}\d])(?:${names.join('|')})(?![\p{Script=Latin}\d])`;
const named = [
  new RegExp(`${word(databases)}|${databasesZh.join('|')}`, 'giu'),
  new RegExp(word(databasesExact), 'gu'),
];
const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty';
/** Databases by their number: "10 bibliographic databases", "5个数据库". */
const numbered = new RegExp(
  String.raw`\b(?:\d{1,2}|${small})(?: (?!of\b|the\b)[\p{L}-]{2,20}){0,3} databases\b|\d{1,2}\s?个[\p{Script=Han}]{0,6}数据库`,
  'giu',
);
/** Words of a search, and those of one that is still to come or that others did. */
const search = /search|databases?\b|retriev|explor|\bidentif|literature|published|检索|檢索|查阅|数据库|資料庫/iu;
const planned = /\bwill\b|\bplan(?:ned|s)? to\b|将(?:检索|在|通过)|拟检索/u;
/** What does not stand between the names of one list. */
const verb = /search|retriev|\b(?:were|was|for|from|until|to identify|using|studies|articles)\b|[.。]\s|检索/iu;
/** The rest of a name that begins or ends with words that the list of names does not have. */
const tail = /^ (?:electronic )?databases?\b|^[\p{Script=Han}]{0,10}数据库》?/u;
const opened = /[(（][^()（）]*$/u;

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const year = String.raw`(?:19|20)\d{2}`;
const date = String.raw`(?:(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${month}\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?)?${year}`;
const to = String.raw`(?:\s?[-–—]\s?| (?:to|and|until|till|through|up to) )(?:the end of )?`;
const times = [
  String.raw`(?:(?:from|between|since) )?(?:(?:the|their|database|databases'?|its) ){0,2}(?:inception|beginning of (?:the |their )?[\p{L} ]{3,24}?|earliest (?:date|record)s?)(?: dates?)?${to}(?:${date}|present)`,
  String.raw`(?:published |indexed |dated )?(?:(?:from|between|since|during|in|over) )?(?:the )?(?:\((?:${date}|${month})${to}(?:${date}|present)\)|(?:${date}|${month})${to}(?:${date}|present))`,
  String.raw`(?:published |indexed )?(?:up to|until|till|through|as of|before|prior to|since|after)(?: the end of)? ${date}`,
  String.raw`(?:in|on|during) (?:the )?(?:last|past) (?:\d{1,2}|${small}) (?:years|decades)`,
  String.raw`(?:in|on|during) ${date}(?: and updated in ${date})?`,
].map((source) => new RegExp(source, 'giu'));
const dateZh = String.raw`${year}\s?年?(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?`;
const timesZh = [
  String.raw`(?:自|从|從)?(?:各?数据库)?(?:建库|建庫|自?成立|创刊|收录)(?:以来|以來|之日|时间|起始)?起?\s?[至到\-—–～~]{1,2}\s?${dateZh}`,
  String.raw`(?:自|从|從)?${dateZh}\s?[至到\-—–～~]{1,2}\s?${dateZh}`,
  String.raw`(?:截至|截止到?|截止至)\s?${dateZh}`,
].map((source) => new RegExp(source, 'gu'));
/** Words that make a time that of a search, or of what was searched for. */
const ofSearch =
  /search|databases?\b|retriev|literature|published|publications?|articles|indexed|检索|檢索|数据库|文献/iu;
/** Words right before a time that give it to the studies and not to the search. */
const ofStudies =
  /\b(?:studies|trials|surveys|data|outbreaks|cases)(?: \p{L}{2,12}){0,4} (?:carried out|conducted|undertaken|done|collected|reported)\s$|\b(?:occurr|varied|increas|decreas|rose|fell)[^.;]{0,40}$/iu;
/** Words of a search itself. */
const searching = /\bsearch|databases?\b|retriev|检索|檢索|数据库/iu;

const tool = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d])(?:modified version of the )?(?:${tools.join('|')})(?![\p{Script=Latin}\d])|${toolsZh.join('|')}`,
  'gu',
);
const appraises = /apprais|quality|risk[ -]of[ -]bias|certainty|confidence|assess|evaluat|质量|偏倚|评价|评估/iu;
const quality = String.raw`(?:(?:methodological|study|evidence|overall) )?quality(?: and [\p{L} ]{3,24}?)?(?: of (?!care|life|service|evidence)[\p{L}\d ]{3,40}?)?`;
const done = '(?:assessed|appraised|evaluated|rated|scored|examined)';
/** That the studies were appraised, where no tool is named. */
const appraisal = [
  String.raw`${quality} (?:was|were) (?:\p{L}{3,20} )?${done}`,
  String.raw`risk of bias(?: (?:of|in|for) [\p{L}\d ]{3,40}?)? (?:was|were) (?:\p{L}{3,20} )?${done}`,
  String.raw`critically (?:appraised|assessed)(?: and assessed for risk of bias)?`,
  String.raw`(?:assess(?:ed|ment of)|apprais(?:ed|al of)|evaluated) (?:the )?(?:(?:methodological|study) quality|risk of bias)(?: and risk of bias)?`,
  String.raw`(?:quality|risk of bias) (?:assessment|appraisal)(?= (?:was|were) )(?! (?:was|were) not)`,
  String.raw`(?<=extraction,? and (?:the )?)(?:quality|risk of bias) (?:assessment|appraisal)`,
  '(?:文献|方法学|研究)质量(?:进行)?(?:评价|评估)|质量(?:评价|评估)|偏倚风险(?:评估|评价)|批判性(?:评[估价]|评阅)',
].map((source) => new RegExp(source, 'giu'));

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => [index, index + words.length] as const);

/** The lists of databases in a sentence about a search, each as one stretch. */
export function databasesIn(text: string): Span[] {
  if (!search.test(text) || planned.test(text)) return [];
  const names = [...named, numbered].flatMap((pattern) => spansOf(text, pattern)).sort(([a], [b]) => a - b);
  const lists: [number, number][] = [];
  for (const [start, end] of names) {
    const last = lists.at(-1);
    const gap = last && text.slice(last[1], start);
    if (last && gap !== undefined && gap.length <= 70 && !verb.test(gap)) last[1] = Math.max(last[1], end);
    else lists.push([start, end]);
  }
  return lists.map(([start, end]) => [start, endOf(text, start, end)] as const);
}

/** The end of a list with the bracket that its last name opens, and the word "databases". */
function endOf(text: string, start: number, end: number): number {
  const closes = text.slice(end).search(/[)）]/u);
  const whole = opened.test(text.slice(start, end)) && closes >= 0 && closes < 40 ? end + closes + 1 : end;
  const abbreviation = /^ \([A-Z][A-Za-z-]{1,12}\)/u.exec(text.slice(whole))?.[0].length ?? 0;
  return whole + abbreviation + (tail.exec(text.slice(whole + abbreviation))?.[0].length ?? 0);
}

/** Whether a text says that a study searched the literature. */
export const isSearch = (text: string): boolean =>
  /systematic(?:ally)? (?:\p{L}{3,12} )?search|\bwe (?:\p{L}{3,16} )?searched|databases? [^.;]{0,80}\b(?:was|were) (?:\p{L}{3,16} )?searched|literature search (?:was|of|in)\b|检索[^。；]{0,30}数据库/iu.test(
    text,
  );

/**
 * The time over which a review searched, or in which what it searched for was published: the first of a sentence. In a
 * finding only a search itself has a time, as the included studies have times too.
 */
export function timeIn(text: string, isFinding: boolean): Span | undefined {
  if (!(isFinding ? searching : ofSearch).test(text) || planned.test(text)) return undefined;
  const found = [...times, ...timesZh].flatMap((pattern) => spansOf(text, pattern));
  const own = found.filter(([start]) => !ofStudies.test(text.slice(0, start)));
  return own.sort(([a, b], [c, d]) => a - c || d - b)[0];
}

/** The tools of appraisal that a sentence names; where there is none, that the studies were appraised. */
export function appraisalIn(text: string): { tools: Span[]; done: Span[] } {
  if (planned.test(text) || !appraises.test(text)) return { tools: [], done: [] };
  return {
    tools: spansOf(text, tool),
    done: appraisal
      .flatMap((pattern) => spansOf(text, pattern))
      .sort(([a], [b]) => a - b)
      .slice(0, 1),
  };
}
