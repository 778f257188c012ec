/** Chooses the sentence that a result quotes, and marks the words of the query in it. */

import type { Card, CardText } from './catalogue.ts';
import type { Marks } from './texts.ts';
import { cutWords, type HanFold } from './words.ts';

/** A stretch of text, marked where it has words of the query. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Divides a text into marked and unmarked stretches. */
export function markText(text: string, marks: Marks, fold: HanFold): Stretch[] {
  const spans = spansIn(text, marks, fold);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) stretches.push({ text: text.slice(at, start), marked: false });
    stretches.push({ text: text.slice(Math.max(at, start), end), marked: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), marked: false });
  return stretches;
}

/** `[start, end)` of everything to mark, in order, without overlaps. */
export function spansIn(text: string, { words, beginnings, runs }: Marks, fold: HanFold): [number, number][] {
  const spans: [number, number][] = [];
  for (const piece of cutWords(text, fold)) {
    if (piece.kind === 'word') {
      if (words.has(piece.form) || [...beginnings].some((beginning) => piece.form.startsWith(beginning)))
        spans.push([piece.start, piece.end]);
      continue;
    }
    const run = piece.chars.join('');
    for (const wanted of runs) {
      const length = [...wanted].length;
      for (let i = run.indexOf(wanted); i >= 0; i = run.indexOf(wanted, i + 1)) {
        const first = [...run.slice(0, i)].length;
        spans.push([piece.at[first] ?? piece.start, piece.at[first + length] ?? piece.end]);
      }
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The sentence to quote in a result. */
export interface Excerpt {
  in: CardText['in'];
  language: string;
  role?: string;
  anchor: string;
  stretches: Stretch[];
}

const longest = 320;

/**
 * The sentence with most of the query's words. Sentences in the reader's language and in the paper's own words come
 * first.
 */
export function excerptOf(card: Card, marks: Marks, language: 'en' | 'zh', fold: HanFold): Excerpt | undefined {
  let best: { weight: number; text: CardText; anchor: string; sentence: string } | undefined;
  for (const text of card.texts) {
    if (text.in === 'affiliation') continue;
    const ours = text.language.startsWith(language) ? 0.4 : 0;
    const role = text.role === 'machine-translation' ? -0.6 : text.role === 'original' ? 0.2 : 0;
    const place = text.in === 'abstract' ? 0.3 : 0;
    for (const [anchor, sentence] of text.sentences) {
      const spans = spansIn(sentence, marks, fold);
      const different = new Set(spans.map(([start, end]) => sentence.slice(start, end).toLowerCase())).size;
      if (different === 0) continue;
      const weight = different * 2 + Math.min(spans.length, 4) * 0.2 + ours + role + place;
      if (!best || weight > best.weight) best = { weight, text, anchor, sentence };
    }
  }
  if (!best) return undefined;
  return {
    in: best.text.in,
    language: best.text.language,
    ...(best.text.role ? { role: best.text.role } : {}),
    anchor: best.anchor,
    stretches: shortened(markText(best.sentence, marks, fold), best.text.language),
  };
}

/**
 * Shortens a long sentence around the first mark: at a blank if possible, never inside a character, with `…` for what
 * is left out.
 */
export function shortened(stretches: Stretch[], language: string): Stretch[] {
  const most = /^zh/.test(language) ? longest / 2 : longest;
  const length = stretches.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= most) return stretches;
  const [lead] = stretches;
  if (lead && !lead.marked && lead.text.length > most / 3) {
    const kept = lead.text.slice(-Math.floor(most / 3)).replace(/^[\udc00-\udfff]/, '');
    lead.text = `… ${kept.replace(/^\S{0,20}\s/u, '')}`;
  }
  const out: Stretch[] = [];
  let left = most;
  for (const stretch of stretches) {
    if (stretch.text.length > left) {
      const cut = stretch.text
        .slice(0, left)
        .replace(/[\ud800-\udbff]$/, '')
        .replace(/\s\S{0,20}$/u, '');
      out.push({ text: `${cut} …`, marked: stretch.marked });
      break;
    }
    out.push(stretch);
    left -= stretch.text.length;
  }
  return out;
}
