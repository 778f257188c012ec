/** Glues labelled pages to each other, and measures how often they are told to be several; fits the weights for it. */

import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { sourceText } from '#domain/source';
import { detect } from '../pipeline/read/detect.ts';
import { draftAtOnce } from '../pipeline/read/draft.ts';
import { bordersIn } from '../pipeline/read/borders.ts';
import committed from '../pipeline/read/border-weights.json' with { type: 'json' };
import { pageFor, weighedBorders } from '../pipeline/read/two-papers.ts';
import { fit } from './fit.ts';
import { type Example, type Row } from './rows.ts';

/** Two pages one after the other; the second begins on line `from`, and its title is on line `to`, both from 0. */
interface Glued {
  text: string;
  from: number;
  to: number;
}

/** What people have between two pages that they paste into one file. */
const separators = ['\n', '\n\n', '\n\n\n', '\n\n=====\n\n', '\n----------\n', '\n\f\n'];

/** Pairs of pages about one paper each, drawn by a number, so that every run draws the same. */
function* pairsOf(examples: readonly Example[], count: number, seed = 5): Generator<Glued> {
  const pages = examples.filter(({ source, label }) => label.is_paper !== false && !source.text.includes('<html'));
  let state = seed;
  const draw = <T>(from: readonly T[]): T => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] as T;
  };
  for (let done = 0; done < count && pages.length > 1;) {
    const [above, below] = [draw(pages).source, draw(pages).source];
    if (above === below) continue;
    done++;
    const head = above.text.replace(/^\ufeff/u, '').trimEnd() + draw(separators);
    const from = head.split(/\r\n?|\n/u).length - 1;
    const [paper] = detect(below).format.read(below).drafts;
    yield { text: head + below.text, from, to: from + (paper?.titles[0]?.at[0]?.line ?? 6) - 1 };
  }
}

const areSeveral = (notices: readonly Notice[]): boolean => notices.some(({ rule }) => rule === 'several-pages-in-one');
const isTold = (text: string): boolean => areSeveral(draftAtOnce(sourceText('glued.txt', text)).notices);

/** The lines of a draft's values, from 1. */
function linesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('line' in value && 'columns' in value && typeof value.line === 'number') return [value.line];
  return Object.values(value).flatMap(linesIn);
}

/**
 * How many single pages are told to be several, how many pairs are, or are read apart as an export and a page are, and how many pairs
 * give a paper values of both.
 */
export function measureGlued(
  examples: readonly Example[],
  count: number,
  seed?: number,
): Record<'alone' | 'told' | 'mixed', number> {
  const alone = examples.filter(({ source }) => isTold(source.text)).length;
  let [told, mixed] = [0, 0];
  for (const { text, from } of pairsOf(examples, count, seed)) {
    const isMixed = (draft: Draft): boolean => {
      const lines = linesIn(draft);
      return lines.some((line) => line <= from) && lines.some((line) => line > from);
    };
    const { notices, reading } = draftAtOnce(sourceText('glued.txt', text));
    const isBoth = reading.drafts.some(isMixed);
    mixed += Number(isBoth);
    told += Number(areSeveral(notices) || (reading.drafts.length > 1 && !isBoth));
  }
  return { alone, told, mixed };
}

/** How much more a place within a page counts than a border between two: it is worse to set a page aside. */
const againstBorders = 12;

/**
 * The weights of `borders.ts` and `two-papers.ts`, from pairs and from single pages. The start of the second stays: it
 * is set with care.
 */
export function fitGlued(examples: readonly Example[], count: number): typeof committed {
  const glued: Glued[] = [
    ...pairsOf(examples, count, 11),
    ...examples.map(({ source: { text } }) => ({ text, from: Infinity, to: -1 })),
  ];
  const first: Row[] = [];
  const second: Row[] = [];
  for (const { text, from, to } of glued) {
    const source = sourceText('glued.txt', text);
    const page = pageFor(source, detect(source).format.read(source));
    const isRight = (index: number): boolean => index >= from - 2 && index <= to;
    first.push(...bordersIn(page).map(({ candidate, held }) => ({ held, right: isRight(candidate.index) })));
    for (const { candidate, held } of weighedBorders(page, (part) => detect(part).format.read(part))) {
      const right = isRight(candidate.candidate.index);
      if (right || to < 0) second.push({ held, right, weight: right ? 1 : againstBorders });
    }
  }
  return {
    border: fit(first, committed.border),
    papers: fit(second, committed.papers, true),
  } as typeof committed;
}
