/** Finds where an abstract says of whom its sample is made: shares or numbers of women and men, and ages. */

/** `[start, end)` in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

const sexes = '(?:females?|males?|wom[ae]n|m[ae]n|girls?|boys?)';
const digits = String.raw`(?<![\d,])(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,6})`;
const inWords = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty';
const share = String.raw`\d{1,3}(?:\.\d{1,2})?\s?%`;
const unit = String.raw`\s?-?(?:years?|yrs?|months?|weeks?|days?|y)\b`;
const age = String.raw`(?:\d{1,3}(?:\.\d{1,2})?|(?:six|twelve|eighteen|sixty)\b)`;
/** Those whose age a mean may be of, if it is that of the sample. */
const all = String.raw`(?: of (?:(?:the|all|our|these|study|included|\d[\d,]*) ){0,3}(?:participants|patients|respondents|subjects|sample|cohort|study population|interviewees|adults|adolescents|children|infants|students|women|men|mothers|nurses|workers|residents|volunteers|members)(?: in (?:this|the|our) study)?)?`;
/** How an age spreads, behind a mean: "(SD 7.1)", "+/- 9.9 years", "with a range of 18 to 60 years". */
const spread = String.raw`(?:\s?\((?:SD|S\.D\.?|±|\+/-|range|IQR|s\.d\.|standard deviation|\d)[^()]{0,40}\)|\s?(?:\+/-|±|SD)\s?(?:SD)?\s?\d{1,2}(?:\.\d{1,2})?|\s?\(SD\))?(?:${unit})?`;

/** What may come behind a share of women or men, if it is of the sample and not the subject of a finding. */
const ends = String.raw`(?=\s?(?:$|[;,)\]/]|\.(?!\d))|\s(?:and|with|while|whereas|whose|who were)\b)`;

const mean = new RegExp(
  String.raw`(?:mean|median|average)(?: \([^()]{1,20}\))? age(?: \([^()]{1,20}\))?${all}(?: \([^()]{1,20}\)|,? (?:was|is|of|being)|\s?[=:]|,){0,2}(?: (?:about|approximately|around))?\s?${age}(?:${unit})?${spread}(?: old| of age)?`,
  'giu',
);
const shares = [
  String.raw`(?:\b(?:${digits}) ?\(${share}\)|${share})(?: \(n ?= ?\d[\d,]*\))?,?(?: of (?:the |all )?(?:participants|patients|respondents|subjects|sample|them|whom|students))?(?: (?:were|was|being|are))? ${sexes}${ends}`,
  String.raw`(?<!\p{L} and |hundred )\b${sexes}(?: \((?:n ?= ?\d[\d,]*[,;] ?)?(?:${share}|(?:${digits})[,;] ?${share})\)|, ${share})${ends}`,
  String.raw`\b(?:${digits}|${inWords})(?: \(${share}\))?(?: were)? ${sexes}(?: \(${share}\))?(?:,|,? (?:and|/|while the remaining)) (?:${digits}|${inWords})(?: \(${share}\))?(?: were)? ${sexes}\b(?: \(${share}\))?`,
].map((source) => new RegExp(source, 'giu'));

const people = '(?:adults|people|women|men|children|adolescents|patients|participants|students|individuals)';
const upTo = String.raw`\s?(?:-|–|to|and|or|through)\s?`;
/** Ages of those who could take part: "aged 18 to 65 years", "under the age of 5", "women (15-49 years)". */
const ages = [
  String.raw`\bage[ds](?: (?:between|from|in the range|ranging from|range))? ?${age}${upTo}${age}(?:${unit})?(?: old| of age)?`,
  String.raw`\bage[ds] (?:over|under|above|below|at least|less than|younger than|older than|(?:[<>]=?|=[<>]|[≥≤]))\s?${age}(?:${unit})?(?: old| of age)?`,
  String.raw`\bage[ds] ${age}(?:${unit})?(?: old| of age)? (?:and|or) (?:over|older|above|more|younger|under)`,
  String.raw`\b(?:under|over) the age of ${age}(?:${unit})?`,
  String.raw`\b${people}(?: of reproductive age)?(?: \(| of )${age}${upTo}${age}${unit}(?: old| of age)?\)?`,
  String.raw`\b${people}(?: \(|,? )${age}${unit}(?: old| of age)? (?:and|or) (?:over|older|above)\)?`,
  String.raw`\bbetween ${age}${upTo}${age}${unit} (?:old|of age)`,
  String.raw`\b(?:age range|range)(?: was|:| of| =)? ?${age}${upTo}${age}${unit}`,
  String.raw`\bfrom birth to ${age}${unit}(?: of age)?`,
].map((source) => new RegExp(source, 'giu'));
/** The one person of a report: "a 14-year-old boy". */
const person =
  /\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old(?: \p{L}{3,20}){0,2} (?:boy|girl|man|woman|male|female|patient)\b/giu;

/** Words before a share in a sentence that compares or counts what was found, and so tells nothing of the sample. */
const isFound =
  /\b(?:prevalence|incidence|rates?|higher|lower|more|fewer|less|likely|associated|risk|odds|versus|vs|than|those|deaths?|cases? (?:of|were)|died|controls?|groups?)\b/iu;
/** Words behind an age that make it that of a group: "in the control group", "vs 45 years". */
const ofGroup =
  /^[^.;]{0,4}(?:\b(?:vs|versus|compared|for|among)\b|\bin (?!total|all|this|the (?:sample|cohort|study))|\bat (?!baseline|enrol|inclusion|study|entry|recruit|the time))/iu;
const groupBefore =
  /\b(?:controls?|group|arm|non-?\p{L}{3,20}|women|men|males|females) ?\($|\b(?:onset|menarche|diagnosis|death|marriage)\b[^.;]{0,20}$/iu;
/** Words of a sentence that tells what was found of people of some age, and not who took part. */
const ofFinding =
  /\b(?:odds|prevalence|incidence|associat\p{L}{1,6}|proportion|likely|risk|high(?:er|est)|low(?:er|est)|increased|decreased|rates?|most|majority)\b|\bp ?[<=]/iu;

/** A share of those of an age: "41.9% were aged 18-29", "those aged <50 (69.1%)". */
const shareBefore = /%\)? (?:were|was) $/u;
const shareBehind = /^ \(\d[\d.]*\s?%\)/u;

const zhPeople = String.raw`(?:例|名|人|位)`;
const zhShare = String.raw`(?:[(（]\d{1,3}(?:[.．]\d{1,2})?\s?[%％][)）])?`;
const zhAge = String.raw`\d{1,3}(?:[.．]\d{1,2})?\s?`;
const zhUnit = String.raw`(?:周?岁|歲|个?月|天|d\b|周)`;
const chinese = [
  String.raw`(?:患者|患儿|病人|先证者|患某|病例)?[,，:：]?\s?[男女]性?\s?[,，]\s?${zhAge}${zhUnit}`,
  String.raw`(?:其中)?[男女]性?\s?(?:患者|患儿)?\s?\d{1,6}\s?${zhPeople}${zhShare}\s?[,，、;；/和]?\s?[男女]性?\s?(?:患者|患儿)?\s?\d{1,6}\s?${zhPeople}${zhShare}`,
  String.raw`\d{1,6}\s?${zhPeople}[男女]性${zhShare}\s?[,，、和]\s?\d{1,6}\s?${zhPeople}[男女]性${zhShare}`,
  String.raw`[男女]性?占\s?${zhAge}[%％]`,
  String.raw`男女(?:比例?|之比)为?\s?${zhAge}[:：∶]\s?${zhAge}`,
  String.raw`(?<!发病|起病|初潮|诊断|死亡|结婚|手术)(?:平均|中位)(?:年龄|年齡)\s?(?:为|是)?[:：]?\s?[(（]?${zhAge}(?:[±士]\s?${zhAge})?[)）]?\s?${zhUnit}`,
  String.raw`(?<!发病|起病|初潮|诊断|死亡|结婚|手术|平均|中位)(?:年龄|年齡)\s?(?:为|在|范围)?[:：]?\s?${zhAge}${zhUnit}?\s?[～~—–\-至到]{1,2}\s?${zhAge}${zhUnit}`,
  String.raw`${zhAge}(?:岁)?\s?[～~—–\-至到]{1,2}\s?${zhAge}岁(?:的|在读)?[\p{Script=Han}]{0,4}(?:学生|小学生|儿童|老年人|患者|居民|青少年|妇女)`,
].map((source) => new RegExp(source, 'gu'));
/** Words around a Chinese number that give it to a group, or to people in general. */
const groupZh =
  /(?:对照|對照|观察|試驗|试验|治疗|实验|干预|[A-D甲乙])组[^，,。；;]{0,12}$|发病率|患病率|发生率|检出率/u;

/** What is known of the sentence and the study. */
export interface MakeupOf {
  isZh: boolean;
  /** A report of one case or of few. */
  isCase: boolean;
  /** Whether the sentence says what was done or what is asked, not what was found. */
  isDone: boolean;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => [index, index + words.length] as const);

/** The clause before a place, in which a comparison would be told. */
const clauseBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 80), at)
    .split(/[.;]/u)
    .at(-1) ?? '';

function englishSpans(text: string, { isCase, isDone }: MakeupOf): Span[] {
  const means = spansOf(text, mean).filter(
    ([start, end]) => !ofGroup.test(text.slice(end)) && !groupBefore.test(text.slice(0, start)),
  );
  const bySex = shares
    .flatMap((pattern) => spansOf(text, pattern))
    .filter(([start]) => !isFound.test(clauseBefore(text, start)));
  const byAge = ages
    .flatMap((pattern) => spansOf(text, pattern))
    .filter(([start, end]) => !shareBefore.test(text.slice(0, start)) && !shareBehind.test(text.slice(end)));
  // Ages beside each other are groups of the sample, and ages in a finding those of whom it tells.
  const isSample = byAge.length === 1 && (isDone || means.length > 0 || !ofFinding.test(text));
  return [...means, ...bySex, ...(isSample ? byAge : []), ...(isCase ? spansOf(text, person) : [])];
}

function chineseSpans(text: string): Span[] {
  const found = chinese.map((pattern) =>
    spansOf(text, pattern).filter(([start]) => !groupZh.test(text.slice(0, start))),
  );
  // The same said twice in a sentence is said of two groups.
  return found.flatMap((spans) => (spans.length === 1 ? spans : []));
}

/** The stretches of a sentence that say of whom the sample is made, in order; none overlaps another. */
export function makeupIn(text: string, it: MakeupOf): Span[] {
  const found = it.isZh ? chineseSpans(text) : englishSpans(text, it);
  const longestFirst = found.sort(([a, b], [c, d]) => d - c - (b - a));
  const kept: Span[] = [];
  for (const [start, end] of longestFirst)
    if (!kept.some(([from, to]) => start < to && from < end)) kept.push([start, end]);
  return kept.sort(([a], [b]) => a - b);
}
