/** Finds sample sizes in abstracts, in English and Chinese: how many participants or studies. */

import { isChinese } from '#domain/language';
import type { Abstract, Paper, Sentence, Title } from '#domain/paper';
import { placesOfMatch } from './places-of-match.ts';
import type { FiledCorrection } from '../decisions/read-decisions.ts';

type Sample = Paper['samples'][number];
type Kind = Sample['of'];

const units = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const words = new Map<string, number>([
  ...units.map((word, i): [string, number] => [word, i + 1]),
  ...teens.map((word, i): [string, number] => [word, i + 10]),
  ...tens.flatMap((word, i): [string, number][] => [
    [word, (i + 2) * 10],
    ...units.map((unit, j): [string, number] => [`${word}-${unit}`, (i + 2) * 10 + j + 1]),
  ]),
]);

const digits = String.raw`\d{1,3}(?:,\d{3})+|\d{1,6}`;
const hundreds = `(?:a|${units.join('|')})[- ]hundred`;
const english = `(${digits}|(?:${hundreds}(?:[- ]and)?[- ])?(?:${tens.join('|')})(?:[- ](?:${units.join('|')}))?|(?:${hundreds}(?:[- ]and)?[- ])?(?:${teens.join('|')}|${units.join('|')})|${hundreds})`;
const things: Record<Kind, string> = {
  studies: 'studies|papers|articles|trials|publications|RCTs|reviews',
  participants:
    'participants|patients|clients|people|adults|adolescents|individuals|interviewees|respondents|therapists|clinicians|practitioners|interpreters|women|men|students|service users|refugees|nurses|psychologists|psychotherapists|families|parents|carers|caregivers|children|young people|professionals|dyads|subjects|persons|residents|employees|workers|providers|prisoners|servants|informants|managers|members|mothers|physicians|doctors|inpatients|outpatients|undergraduates|interviews|questionnaires',
};
/**
 * Up to three words between a number and the noun that it counts: "ten qualitative studies", "16 adult participants".
 */
const between = String.raw`(?:[\s-]{1,3}(?!of\b|and\b|or\b|to\b|in\b|the\b)\p{L}[\p{L}-]{0,30}){0,3}?[\s-]{1,3}`;

const patterns: Record<Kind, RegExp> = {
  studies: new RegExp(String.raw`(?<![\d.,-])\b${english}${between}(?:${things.studies})\b`, 'giu'),
  participants: new RegExp(String.raw`(?<![\d.,-])\b${english}${between}(?:${things.participants})\b`, 'giu'),
};
/** A number after the people that it counts: "nurse managers (n = 12)". */
const bracketed = new RegExp(
  String.raw`\b(?:adults|${things.participants}|users|PHNs|sample|survey)\s?[(（]\s?n\s?=\s?(\d{1,3}(?:,\d{3})+|\d{1,6})\s?[)）]`,
  'giu',
);
const chinese: Record<Kind, RegExp> = {
  studies:
    /(\d{1,6}|[一二三四五六七八九十百]{1,5})\s*(?:篇|项|個|个)\s*(?:[\p{Script=Han}]{0,6}?)(?:论文|文献|研究|文章|試驗|试验|報告|报告|論文)/gu,
  participants:
    /(\d{1,6}|[一二三四五六七八九十百]{1,5})\s*(?:名|位|例|个|個)\s*(?:[\p{Script=Han}]{0,6}?)(?:参与者|患者|被试|受访者|來訪者|来访者|病人|治疗师|咨询师|学生|受试者|病例|口译员|难民|护士)/gu,
};
/** The same in Chinese: 患者60例. */
const chineseBehind =
  /(?:患者|病人|病例|患儿|产妇|孕妇|老年人|学生|护士|医生|受试者|运动员|志愿者)\s*(\d{1,6})\s*(?:例|名|位|人)(?!次)/gu;

/** Words for a study's own material (`own`), and words for a search or for studies by others. */
const own =
  /\b(?:includ|analy[sz]|synthesi[sz]|compris|consist|met |recruit|interview|enrol|participat|sample|integrat|review(?:ed|s)|eligible|took part|random|we found|assessed|surveyed|questionnaires?|data from|a total of|followed|investigated|carried out with|were conducted)/iu;
const notOwn =
  /\b(?:screen|identif|retriev|yield|exclud|titles|duplicates|of which|more than|at least|fewer than|less than|up to|only)\b/iu;
const ownChinese =
  /纳入|納入|分析|包括|样本|招募|访谈|共有|選取|选取|入组|综合|收集|收治|选择|選擇|随机|隨機|回顾|回顧|对象/u;
const notOwnChinese = /检索到|初检|筛选|排除|超过|不足/u;

/** A number that is a share, an age or a length is not a sample size: "20 of 45 studies" gives none. */
const partial = new RegExp(String.raw`(?:\b${english}\s+of\s+(?:the\s+)?|%\s*(?:of)?\s*|\/\s*)$`, 'iu');

/** Words before a number that mean the whole sample. */
const whole =
  /(?:\btotal of|\bsample (?:of|consisted of|comprised|included)|\bincluded|\bparticipants were|共纳入|共納入|共)\s*$/iu;

/** How many characters before a number are searched for such words. */
const beforeLength = 80;

interface Candidate {
  kind: Kind;
  count: number;
  score: number;
  from: Sample['count']['from'];
}

/**
 * The sample sizes that abstracts state: for each kind, the number that the text presents as the study's own, with its
 * places.
 */
export function samplesOf(
  abstracts: readonly Abstract[],
  titles: readonly Title[],
  corrections: readonly FiledCorrection[],
): Sample[] {
  const decided = corrections.filter((it) => it.set.samples).at(-1);
  if (decided?.set.samples) {
    const from = decided.seen.map((seen) => ({ correction: decided.file, seen }));
    return decided.set.samples.map(({ of, count }) => ({ of, count: { value: count, from } }));
  }
  const title = titles[0]?.text ?? '';
  const isReview = /review|synthesis|meta-|综述|系统评价|荟萃|元分析/iu.test(title);
  const candidates = abstracts.flatMap((abstract) =>
    abstract.sections.flatMap(({ kind, blocks }) =>
      blocks.flatMap(({ sentences }) =>
        sentences.flatMap((sentence) => candidatesIn(sentence, isChinese(abstract.language), kind)),
      ),
    ),
  );
  return (['studies', 'participants'] as const).flatMap((kind): Sample[] => {
    const fitting = candidates.filter((it) => it.kind === kind && it.score >= 1);
    const best = fitting.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    if (!best || (kind === 'studies' && !isReview)) return [];
    // Two numbers that are equally likely may be two groups of the study; then neither is taken as the sample size.
    const rivals = fitting.filter((it) => it.score === best.score && it.count !== best.count);
    if (rivals.some((it) => it.count > best.count || kind === 'participants')) return [];
    const agreeing = fitting.filter((it) => it.count === best.count);
    return [{ of: kind, count: { value: best.count, from: agreeing.flatMap((it) => it.from) } }];
  });
}

function candidatesIn(sentence: Sentence, isZh: boolean, section: string | undefined): Candidate[] {
  const [good, bad] = isZh ? [ownChinese, notOwnChinese] : [own, notOwn];
  return (['studies', 'participants'] as const).flatMap((kind) =>
    matchesIn(sentence.text, kind, isZh).flatMap((match): Candidate[] => {
      const count = numberOf(match[1] ?? '');
      const before = sentence.text.slice(Math.max(0, match.index - beforeLength), match.index);
      if (
        !count ||
        partial.test(before) ||
        (isYear(match[1] ?? '') && !/(?:total of|included|were|of)\s$/iu.test(before))
      )
        return [];
      const near = sentence.text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
      // A bare number in a sentence on another subject is rarely the study's own; in a sentence on the method it mostly
      // is.
      const score =
        (good.test(near) ? 2 : 0) +
        (section === 'methods' || section === 'results' ? 1 : 0) +
        (whole.test(before) ? 1 : 0) -
        (bad.test(near) ? 1.5 : 0);
      return [{ kind, count, score, from: placesOfMatch(sentence, match.index, match[0].length) }];
    }),
  );
}

/** A year that only looks like a count: "from December 2017 for studies". */
const isYear = (number: string): boolean => /^(?:19|20)\d{2}$/u.test(number);

const matchesIn = (text: string, kind: Kind, isZh: boolean): RegExpExecArray[] => [
  ...text.matchAll((isZh ? chinese : patterns)[kind]),
  ...(kind === 'participants' ? text.matchAll(isZh ? chineseBehind : bracketed) : []),
];

function numberOf(text: string): number {
  if (/^\d/u.test(text)) return Number(text.replace(/,/gu, ''));
  if (/\p{Script=Han}/u.test(text)) return chineseNumber(text);
  const [, hundreds, rest = ''] =
    /^(?:([a-z]+)-hundred(?:-and)?-?)?(.*)$/u.exec(text.toLowerCase().replace(/\s/gu, '-')) ?? [];
  return (hundreds ? (words.get(hundreds) ?? 1) * 100 : 0) + (words.get(rest) ?? 0);
}

/** Reads a Chinese numeral up to 999: 二十三 -> 23. */
function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = '一二三四五六七八九'.indexOf(character) + 1;
    if (value) digit = value;
    else {
      total += (digit || 1) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit;
}
