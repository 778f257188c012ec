/** Cleans values for export formats, and cuts a text into runs by its marks. */

import type { Mark } from '#domain/text';
import { cleanText } from '#text/clean';
import { normalized } from '#text/normal';

/**
 * A value as every export format takes it: one line of clean NFC text (`src/text`), without what stands for broken
 * characters. Line breaks of every kind become spaces, so no value can begin a line.
 */
export const clean = (text: string): string => normalized(cleanText(cleanText(text).replace(/\ufffd/gu, '')), 'NFC');

/**
 * A text whose signs no program takes for HTML: reference managers show titles and notes as such, and some turn `&lt;`
 * back into `<`. What would begin a tag or a character reference has its sign in full width, which reads the same and
 * is as long. For formats that have no escape of their own.
 */
export const inert = (text: string): string =>
  text
    .replace(/<([a-z/!?][^<>]*)>/giu, '\uff1c$1\uff1e')
    .replace(/<(?=[a-z/!?])/giu, '\uff1c')
    .replace(/&(?=#?\w+;)/gu, '\uff06');

/** A stretch of text under the marks that cover it, outermost first. */
export interface Run {
  text: string;
  tags: Mark['tag'][];
}

/** A text cut at the ends of its marks; each piece is cleaned and its outer spaces stay single. */
export function runs(text: string, marks: readonly Mark[] = []): Run[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) for (const at of [start, end]) if (at > 0 && at < text.length) cuts.add(at);
  const ends = [...cuts].sort((a, b) => a - b);
  const pieces: Run[] = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [from, to] = [ends[i] ?? 0, ends[i + 1] ?? 0];
    const raw = text.slice(from, to);
    const body = clean(raw);
    const lead = /^\s/u.test(raw) && pieces.length > 0 ? ' ' : '';
    const tail = /\s$/u.test(raw) && body && to < text.length ? ' ' : '';
    if (!body && !lead) continue;
    const tags = marks.filter((mark) => mark.start <= from && mark.end >= to).map((mark) => mark.tag);
    pieces.push({ text: lead + body + tail, tags });
  }
  return pieces;
}
