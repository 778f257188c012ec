/** Tells a difference in meaning between two titles from a misprint or another spelling. */

import { edits } from '#text/edits';
import type { TitleKey } from './candidate.ts';

/** Words that differ by a letter or two and change the meaning of a title: such a difference is never a misprint. */
const opposites: readonly (readonly [string, string])[] = [
  ['men', 'women'], ['male', 'female'], ['males', 'females'], ['man', 'woman'], ['with', 'without'], ['in', 'on'],
  ['hypo', 'hyper'], ['pre', 'post'], ['inpatient', 'outpatient'], ['inpatients', 'outpatients'], ['acute', 'chronic'],
  ['adult', 'adults'], ['boys', 'girls'], ['mother', 'father'], ['mothers', 'fathers'], ['maternal', 'paternal'],
  ['prenatal', 'postnatal'], ['intra', 'inter'], ['able', 'unable'], ['direct', 'indirect'], ['primary', 'secondary'],
  ['mediation', 'medication'], ['mediating', 'moderating'], ['mediation', 'moderation'], ['mediator', 'moderator'],
  ['mediators', 'moderators'], ['attachment', 'detachment'], ['adoption', 'adaption'], ['casual', 'causal'],
  ['marital', 'martial'], ['affect', 'effect'], ['efficacy', 'efficiency'], ['parent', 'patient'],
  ['parents', 'patients'], ['mental', 'dental'], ['urban', 'rural'],
]; // prettier-ignore
const isOpposite = (a: string, b: string): boolean =>
  opposites.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

const turning = /^(?:un|in|im|non|dis|hypo|hyper|pre|post|intra|inter)/u;

/** Words that one source writes and another leaves out, without a change of meaning. */
const little = new Set('the a an of for in at to and by from as is are its their his her s our or'.split(' '));

/** Characters of the same kind in Chinese titles. */
const littleHan = /[的之与和及其对在中于并]/gu;

/** How many letters of a word may be misprints. In a short word none: it soon becomes another word. */
const slips = (length: number): number => (length < 6 ? 0 : length < 10 ? 1 : length < 15 ? 2 : 3);

/** A word with doubled letters made single: doubling rarely makes another word, even of a short one. */
const singly = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

function isMisprint(a: string, b: string): boolean {
  if (isOpposite(a, b)) return false;
  if ((little.has(a) && little.has(b)) || singly(a) === singly(b)) return true;
  const most = slips(Math.max(a.length, b.length));
  const apart = edits(a, b, most);
  return apart <= most && (turning.test(a) === turning.test(b) || apart <= 1);
}

/**
 * True where a word of one title has a different word in its place in the other, which is not a misprint or a spelling
 * of it.
 */
export function differsInMeaning(a: TitleKey, b: TitleKey): boolean {
  // Each character is a word, and one of them turns 焦虑 into 抑郁: only characters without meaning may differ.
  if (a.script === 'cjk') return a.text.replace(littleHan, '') !== b.text.replace(littleHan, '');
  return unlikeParts(a.words, b.words).some(([own, other]) => {
    if (own.join('') === other.join('')) return false;
    if (!own.length || !other.length) return [...own, ...other].some((word) => !little.has(word));
    if (own.length === other.length) return own.some((word, i) => !isMisprint(word, other[i] ?? ''));
    return !isMisprint(own.join(''), other.join(''));
  });
}

/** How many words of a title are compared. */
const mostWords = 60;

/** The words between those that two titles share in order. */
function unlikeParts(a: readonly string[], b: readonly string[]): [string[], string[]][] {
  const [x, y] = [a.slice(0, mostWords), b.slice(0, mostWords)];
  // shared[i][j]: how many words x from i on and y from j on share in order.
  const shared = Array.from({ length: x.length + 1 }, () => new Uint8Array(y.length + 1));
  const at = (i: number, j: number): number => shared[i]?.[j] ?? 0;
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      (shared[i] ?? [])[j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: [string[], string[]][] = [];
  let part: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      if (part[0].length + part[1].length) parts.push(part);
      part = [[], []];
      i++;
      j++;
    } else if (j >= y.length || (i < x.length && at(i + 1, j) >= at(i, j + 1))) part[0].push(x[i++] ?? '');
    else part[1].push(y[j++] ?? '');
  }
  if (part[0].length + part[1].length) parts.push(part);
  return parts;
}
