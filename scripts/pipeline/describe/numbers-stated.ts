/** The numbers of an abstract that may be the size of its study, where none surely is: in the words around them. */

import type { NumberStated } from '#domain/paper';
import { placesOfMatch } from './places-of-match.ts';
import type { Candidate } from './sample-candidates.ts';
import * as said from './sample-words.ts';

/** How many are shown. */
const most = 3;

/** How many UTF-16 code units before and after a number are shown; Chinese says more in fewer. */
const reach = { en: { before: 60, after: 90 }, zh: { before: 25, after: 40 } } as const;

/** The end of a clause: a full stop, a semicolon or a colon, not one within a number. */
const clauseEnd = /[.;:!?](?=\s|$)|[。；：！？]/gu;

/** Numbers that other words give to others than the study: those asked or found, ranges, rates, plans. */
const isForeign = ({ isZh, text, before, words, after, role }: Candidate): boolean =>
  (role === 'background' && !isZh && !said.isMethod.test(text)) ||
  role === 'recommendation' ||
  role === 'gap' ||
  said.rate.test(after) ||
  said.range.test(before) ||
  said.denominator.test(before) ||
  said.planned.test(before.slice(-60) + words + after.slice(0, 40)) ||
  (isZh ? said.notOwnZh.test(before.slice(-10)) : said.notOwn.test(before.slice(-45) + words)) ||
  said.notOwnAfter.test(after);

/** Where a clause that is too long may be cut: between words, in Chinese between phrases. */
const cutsAt = { en: /\s/u, zh: /[，,、]/u } as const;

/** What follows the first place to cut; the whole where there is none. */
function afterFirstCut(text: string, cut: RegExp): string {
  const at = text.search(cut);
  return at < 0 ? text : text.slice(at + 1);
}

/** What comes before the last place to cut; the whole where there is none. */
function beforeLastCut(text: string, cut: RegExp): string {
  const at = [...text].findLastIndex((character) => cut.test(character));
  return at < 0 ? text : [...text].slice(0, at).join('');
}

/** The stretch `[start, end)` of a sentence that is shown for a number: its clause, cut where it is long. */
function stretchOf({ text, start, end, isZh }: Candidate): [number, number] {
  const kind = isZh ? 'zh' : 'en';
  const { before, after } = reach[kind];
  const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index);
  const opens = Math.max(0, ...ends.flatMap((at) => (at < start ? [at + 1] : [])));
  const closes = ends.find((at) => at >= end) ?? text.length;
  const lead = text.slice(Math.max(opens, start - before), start);
  const tail = text.slice(end, Math.min(closes, end + after));
  const shownLead = start - opens > before ? afterFirstCut(lead, cutsAt[kind]) : lead;
  const shownTail = closes - end > after ? beforeLastCut(tail, cutsAt[kind]) : tail;
  return [start - shownLead.trimStart().length, end + shownTail.trimEnd().length];
}

interface Shown extends NumberStated {
  /** Where its words are: the sentence, and the stretch of it. */
  sentence: Candidate['sentence'];
  start: number;
  end: number;
}

/**
 * The likeliest numbers that may be the size of the study, each in the words around it, in the order of the text.
 * `candidates` are in that order, sentence by sentence.
 */
export function numbersIn(candidates: readonly Candidate[], points: (it: Candidate) => number): NumberStated[] {
  const shown: Shown[] = [];
  const likeliest = candidates.map((it) => ({ it, points: points(it) })).sort((a, b) => b.points - a.points);
  for (const { it } of likeliest) {
    if (shown.length === most) break;
    const isShown = shown.some((one) => one.sentence === it.sentence && it.start < one.end && one.start < it.end);
    if (isForeign(it) || isShown) continue;
    const [start, end] = stretchOf(it);
    const words = it.text.slice(start, end);
    if (shown.some((one) => one.words === words)) continue;
    const from = it.isTitle ? it.sentence.from : placesOfMatch(it.sentence, start, end - start);
    const anchor = it.isTitle ? {} : { anchor: it.sentence.anchor };
    shown.push({ words, language: it.language, ...anchor, from, sentence: it.sentence, start, end });
  }
  const sentences = candidates.map(({ sentence }) => sentence);
  return shown
    .sort((a, b) => sentences.indexOf(a.sentence) - sentences.indexOf(b.sentence) || a.start - b.start)
    .map(({ sentence: _, start: __, end: ___, ...number }) => number);
}
