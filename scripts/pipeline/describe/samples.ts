/**
 * Chooses the size of a study among the numbers of its abstract by weighing them: what the words around a number say, the
 * role of its sentence, and the other numbers. Where two are as likely, none is taken.
 */

import type { Abstract, Paper, Title } from '#domain/paper';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { numbersIn } from './numbers-stated.ts';
import { numberOf } from './numbers.ts';
import { candidatesIn, type Candidate, type Kind } from './sample-candidates.ts';
import * as said from './sample-words.ts';

type Sample = Paper['samples'][number];

/** People are the sample before what was gathered from them; other things only where no people are counted. */
const people: readonly Kind[] = ['participants'];
const others: readonly Kind[] = ['households', 'records', 'specimens', 'documents'];

/** Reasons for and against a number, with their weights. */
const reasons: readonly [weight: number, holds: (it: Candidate, all: readonly Candidate[]) => boolean][] = [
  [2, (it) => (it.isZh ? said.ownZh : it.kind === 'studies' ? said.ofStudies : said.own).test(said.near(it))],
  [-2, (it) => it.kind === 'studies' && said.search.test(it.before.slice(-40) + it.words)],
  [-4, (it) => said.rate.test(it.after) || said.range.test(it.before)],
  [-3, (it) => it.kind === 'studies' && said.notOwnAfter.test(it.after)],
  [-1, (it) => said.notOwnAfter.test(it.after)],
  [-1, (it, all) => it.isBracketed && all.filter((other) => other.isBracketed).length > 1],
  [-0.5, (it) => others.includes(it.kind)],
  [1.5, (it) => said.whole.test(it.before)],
  [1, (it) => it.role === 'method'],
  [0.5, (it) => it.role === 'finding' || it.role === 'aim'],
  [
    -1,
    (it) =>
      it.role === 'background' &&
      !it.isZh &&
      !it.isBracketed &&
      !said.isMethod.test(it.before) &&
      !said.ownStudy.test(it.before),
  ],
  [0.5, (it) => it.role === 'background' && said.isMethod.test(it.before)],
  [-3, (it) => it.role === 'recommendation' || it.role === 'gap'],
  [1, (it) => it.isTitle],
  [
    -2,
    (it) =>
      it.isZh
        ? said.notOwnZh.test(it.before.slice(-10))
        : said.notOwn.test(lastClause(it).slice(-45) + it.words) || said.notOwnAfter.test(it.after),
  ],
  [1.5, (it) => !it.isZh && said.taken.test(it.after)],
  [3, (it) => said.kept.test(it.after)],
  [2, (it) => said.numberOf.test(it.words)],
  [0.5, (it) => said.starts.test(it.before)],
  [-1.5, (it) => !it.isBracketed && said.roughly.test(it.before)],
  [-3, (it) => said.bounded.test(it.before)],
  [-8, (it, all) => isOneOfSeveral(it, all)],
  [1, (it, all) => same(all, it).length === 1],
  [0.5, (it, all) => Math.max(...same(all, it)) === it.count],
  [-5, (it, all) => it.isZh && all.some((other) => said.control.test(other.after))],
  [-4, (it) => said.onlyAsked.test(it.after) || said.askedBefore.test(it.before)],
  [-4, (it) => said.leaves.test(it.after)],
  [-6, (it) => (it.isZh ? said.partIsSampleZh : said.partIsSample).test(it.after)],
  [-4, (_, all) => all.some(({ before }) => said.secondSample.test(before))],
  [-4, (it) => said.ofAll.test(it.before) && said.thenFewer.test(it.after)],
  [-4, (it) => said.partner.test(it.before) || (it.isBracketed && said.alongWith.test(it.before))],
  [2, (it) => it.isZh && said.validForms.test(it.words)],
  [3, (it) => said.leaving.test(it.before)],
  [-4, (it, all) => all.some((other) => isLeftOf(other, it))],
  [-4, (it) => !opensClause(it) && (said.askedOrFound.test(it.before) || said.ofLarger.test(it.before))],
  [-4, (it) => said.doneBy.test(it.before)],
  [-4, (it) => mayTakePart(it)],
  [-3, (it, all) => it.isBracketed && hasOtherBrackets(all) && !isSum(it, all)],
  [-3, (it) => said.foundIn.test(it.before)],
  [-4, (it) => !it.isZh && said.willBe.test(it.before)],
  [1.5, (it) => !it.isZh && said.described.test(it.after)],
  [3, (it) => !it.isZh && isTotalOfNext(it)],
  [1, (it) => it.kind === 'participants' && it.isBracketed && /N\s?=/u.test(it.words)],
  [-1.5, (it, all) => all.some((other) => isKeptOf(other, it))],
  [-4, (it, all) => all.some((other) => isWholeOf(it, other))],
  [-4, (it, all) => it.isZh && said.eachZh.test(it.before) && !isSum(it, all)],
  [-4, (it) => said.planned.test(it.before.slice(-60) + it.words + it.after.slice(0, 40))],
  [-4, (it) => said.denominator.test(it.before)],
  [-2, (it) => said.partOf.test(it.before)],
  [-2.5, (it) => said.arm.test(it.before) || said.armAfter.test(it.after)],
  [-2.5, (it) => said.share.test(it.after) && !said.whole.test(it.before) && !said.taken.test(it.after)],
  [-4, (it) => said.shareWithin.test(it.words) && !said.taken.test(it.after)],
  [-2.5, (it) => said.shareBefore.test(it.before) && !said.whole.test(it.before) && !said.shareOfAll.test(it.before)],
  [1.5, (it) => said.shareOfAll.test(it.before)],
  [1, (it) => it.isZh && (said.peopleZh.test(it.before) || said.peopleAfterZh.test(it.after))],
  [1, (it) => it.isZh && /随机|隨機/u.test(it.text)],
  [2, (it, all) => isSum(it, all)],
  [-1.5, (it, all) => isPart(it, all)],
  [
    1,
    (it, all) =>
      new Set(all.filter((other) => other.count === it.count && other.kind === it.kind).map(({ text }) => text)).size >
      1,
  ],
];

/** Whether a number is beside others of its kind, so that none of them is the whole: "18 nurses and 16 patients". */
function isOneOfSeveral(it: Candidate, all: readonly Candidate[]): boolean {
  const beside =
    said.coordinate.test(it.before) || said.coordinateAfter.test(it.after) || said.coordinateWith.test(it.after);
  if (it.isZh && (said.coordinateZh.before.test(it.before) || said.coordinateZh.after.test(it.after)))
    return !isSum(it, all);
  const inSentence = all.filter((other) => other.sentence === it.sentence);
  const near = inSentence.filter((other) => /^,?\s+and\s+$/iu.test(between(it, other)));
  const isOfPeopleAlone =
    it.kind === 'participants' && !said.notPeople.test(it.words) && near.some(({ kind }) => kind !== it.kind);
  if (isTotalOfNext(it)) return false;
  const isApart = inSentence.some(
    (other) =>
      other.kind === 'participants' &&
      it.kind === 'participants' &&
      other.count !== it.count &&
      other.count * 10 > it.count &&
      said.sideBySide.test(between(it, other)),
  );
  return (
    (beside && !isOfPeopleAlone) ||
    isApart ||
    said.withAndWithout.test(it.after) ||
    (said.list.test(it.after) && !said.ofAll.test(it.before))
  );
}

/** Whether the words of a number begin with what parts it from the clause before: "were screened and 36 were retained". */
const opensClause = ({ words }: Candidate): boolean => /^(?:and\s|but\s|[,;])/iu.test(words);

/** What comes before a number in its own clause: in "6025 were sent, and 5344 came back" only the first were sent. */
function lastClause(it: Candidate): string {
  if (opensClause(it)) return '';
  const { before } = it;
  const cut = Math.max(...[', and ', ', but ', ', of whom ', '; '].map((words) => before.lastIndexOf(words)));
  return cut > 0 && /\d/u.test(before.slice(0, cut)) ? before.slice(cut) : before;
}

/** Numbers behind a number that may be its parts: in digits, or small ones in words. */
const behind =
  /(?<![\d.,])(\d{1,3}(?:,\d{3}){1,2}(?!\d)|\d{1,6}(?![\d%]|\.\d|,\d|\s?%)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)/giu;

/** Whether the numbers right behind a number are its parts: "606 employees, 386 in the intervention and 220 as controls". */
function isTotalOfNext({ count, after, kind }: Candidate): boolean {
  if (kind !== 'participants' && kind !== 'studies') return false;
  const next = [...after.matchAll(behind)]
    .slice(0, 4)
    .map(([number]) => numberOf(number))
    .filter((number) => number < count);
  if (kind === 'studies' && sumsOf(next).includes(count)) return true;
  return next.some((one, i) => one > 1 && next.slice(i + 1).some((other) => other > 1 && one + other === count));
}

/** The sums of the first two, three and more numbers. */
const sumsOf = (numbers: readonly number[]): number[] =>
  numbers.map((_, i) => numbers.slice(0, i + 1).reduce((sum, number) => sum + number, 0)).slice(1);

/** Whether a sentence has groups of people, each with its number in brackets, so that none of them is the whole. */
function hasOtherBrackets(all: readonly Candidate[]): boolean {
  const counts = new Map<Candidate['sentence'], number>();
  return all.some(({ isBracketed, kind, sentence, count, before }) => {
    if (!isBracketed || kind !== 'participants') return false;
    // The other number may be too small to be a size.
    const groups = [...sentence.text.matchAll(said.groupSize)].map(([, number = '']) => numberOf(number));
    if (groups.some((number) => number !== count) || said.alsoTaken.test(before)) return true;
    const first = counts.get(sentence) ?? count;
    counts.set(sentence, first);
    return first !== count;
  });
}

const mayTakePart = ({ before, words, after }: Candidate): boolean =>
  said.mayTakePart.before.test(before) && said.mayTakePart.words.test(words) && said.mayTakePart.after.test(after);

/** Whether a number is what the criteria left of another one before it in the sentence. */
const isKeptOf = (kept: Candidate, it: Candidate): boolean =>
  kept.sentence === it.sentence && it.end <= kept.start && kept.count < it.count && said.kept.test(kept.after);

/** Whether a number is what was left of another, or the valid forms of those who were asked. */
const isLeftOf = (left: Candidate, it: Candidate): boolean =>
  left.kind === it.kind &&
  left.count < it.count &&
  (said.leaving.test(left.before) ||
    said.amongThemZh.test(left.before) ||
    (it.isZh && said.validForms.test(left.words) && !said.validForms.test(it.words)));

/** The text between two numbers of a sentence with their nouns. */
const between = (it: Candidate, other: Candidate): string =>
  it.start < other.start ? it.text.slice(it.end, other.start) : it.text.slice(other.end, it.start);

/** Whether a number is that of which a part went on, as another sentence says: "11 of the 38 leaders were selected". */
const isWholeOf = (it: Candidate, other: Candidate): boolean =>
  other.count === it.count &&
  said.ofThem.test(other.before) &&
  said.leftOver.test(other.after + other.before.slice(-40));

const same = (all: readonly Candidate[], { kind }: Candidate): number[] => [
  ...new Set(all.filter((it) => it.kind === kind).map(({ count }) => count)),
];

/** Whether a number is the sum of two others, or in Chinese twice another ("各30例"): the total of groups. */
function isSum(it: Candidate, all: readonly Candidate[]): boolean {
  const smaller = same(all, it).filter((count) => count < it.count);
  const halves = all.filter((other) => other.kind === it.kind && other.count * 2 === it.count).length > 0 && it.isZh;
  // Among many small numbers two that give a third are chance.
  const isPartOfIt = (one: number): boolean =>
    one > it.count / 20 && one < (it.count * 19) / 20 && one * 2 !== it.count;
  return halves || smaller.some((one) => isPartOfIt(one) && smaller.includes(it.count - one));
}

/** Whether a number is one of two that give a third. */
const isPart = (it: Candidate, all: readonly Candidate[]): boolean => {
  const counts = same(all, it);
  return counts.some((other) => other !== it.count && counts.includes(it.count + other));
};

const pointsOf = (it: Candidate, all: readonly Candidate[]): number =>
  reasons.reduce((sum, [weight, holds]) => sum + (holds(it, all) ? weight : 0), 0);

/** What a number needs to be taken, and by how much it must be ahead of the next number. */
const enough = 2.5;
const ahead = 0.75;

/** Smaller numbers are rarely the size of a study, except for cases. */
const smallest = 5;

export interface StudyKind {
  isReview: boolean;
  isProtocol: boolean;
  /** A report of one case, or of few. */
  isCase: boolean;
  /** Groups are compared: a Chinese title then counts those of one group, "治疗…40例". */
  isTrial: boolean;
  /** Publications are counted. */
  isBibliometric: boolean;
  /** Neither animals nor documents are studied. */
  isOfPeople: boolean;
}

/**
 * The size that the texts of a paper state as that of its study, with its places; where none is surely that, the numbers
 * that may be. A protocol has no size yet, and of a review only the number of studies is its own.
 */
export function samplesOf(
  abstracts: readonly Abstract[],
  titles: readonly Title[],
  corrections: readonly FiledCorrection[],
  { isReview, isProtocol, isCase, isTrial }: Pick<StudyKind, 'isReview' | 'isProtocol' | 'isCase' | 'isTrial'>,
): Pick<Paper, 'samples' | 'numbersStated'> {
  const decided = corrections.findLast((it) => it.set.samples ?? it.unset.includes('samples'));
  if (decided) return { samples: samplesBy(decided, candidatesIn(abstracts, titles)) };
  if (isProtocol) return { samples: [] };
  const least = (kind: Kind): number => {
    if (kind === 'studies') return 3;
    if (isCase) return 1;
    return others.includes(kind) ? 2 * smallest : smallest;
  };
  const large = candidatesIn(abstracts, titles).filter(({ kind, count }) => count >= least(kind));
  const counted = new Set(large.flatMap(({ isTitle, count }) => (isTitle ? [] : [count])));
  const all = large.filter(({ isTitle, isZh, count }) => !(isTrial && isZh && isTitle) || counted.has(count));
  const chosen = (list: readonly Kind[]): Sample | undefined =>
    best(
      all.filter((it) => list.includes(it.kind)),
      all,
      isCase,
    );
  const own = isReview ? chosen(['studies']) : (chosen(people) ?? chosenOther(all, chosen));
  if (own) return { samples: [own] };
  const countable: readonly Kind[] = isReview ? ['studies'] : [...people, ...others];
  const numbersStated = numbersIn(
    all.filter(({ kind }) => countable.includes(kind)),
    (it) => pointsOf(it, all),
  );
  return { samples: [], ...(numbersStated.length > 0 ? { numbersStated } : {}) };
}

/** The size that a person decided, none where the person took it away; it keeps the places where the texts state it, so that it leads to its sentence. */
const samplesBy = ({ set, seen, file }: FiledCorrection, all: readonly Candidate[]): Sample[] =>
  (set.samples ?? []).map(({ of, count }) => ({
    of,
    count: {
      value: count,
      from: [
        ...seen.map((where) => ({ correction: file, seen: where })),
        ...all.filter((it) => it.count === count && it.kind === of).flatMap(({ from }) => from),
      ],
    },
  }));

/** Where people are counted, but none of the numbers is surely that of the study, nothing else is its size either. */
const chosenOther = (
  all: readonly Candidate[],
  chosen: (list: readonly Kind[]) => Sample | undefined,
): Sample | undefined =>
  all.some((it) => it.kind === 'participants' && it.count > 1 && it.role !== 'background') ? undefined : chosen(others);

function best(candidates: readonly Candidate[], all: readonly Candidate[], isCase: boolean): Sample | undefined {
  const weighed = candidates.map((it) => ({
    it,
    points: pointsOf(it, all) - (it.count < said.few && !isCase && !it.isZh && it.kind !== 'studies' ? 1 : 0),
  }));
  const points = (count: number): number =>
    Math.max(...weighed.flatMap((one) => (one.it.count === count ? [one.points] : [])));
  const counts = [...new Set(candidates.map(({ count }) => count))].sort((a, b) => points(b) - points(a));
  const [first, second] = counts;
  if (first === undefined || points(first) < enough) return undefined;
  if (second !== undefined && points(first) - points(second) < ahead) return undefined;
  const fitting = weighed.filter(({ it, points: own }) => it.count === first && own >= enough).map(({ it }) => it);
  const of = fitting[0]?.kind;
  if (!of) return undefined;
  return { of, count: { value: first, from: fitting.filter((it) => it.kind === of).flatMap(({ from }) => from) } };
}
