/**
 * Lines on which a second page may begin where a text holds one page after another: the candidates for
 * `two-papers.ts`.
 */

import { shareOfHan } from '#domain/language';
import type { Line, Page } from '../../formats/pages/page.ts';
import { see } from '../../formats/pages/sight.ts';
import { canBeTitle } from '../../formats/pages/titles.ts';
import { pubmedCitation } from '../../formats/references/citation-lines.ts';
import { isLong } from '../../formats/text/prose.ts';
import { ranked, type Reasons, type Weighed, type Weights } from '../../formats/pages/weigh.ts';
import committed from './border-weights.json' with { type: 'json' };

const isHeading = ({ text }: Line): boolean => text.length < 60 && headOfSite.test(text);
const isFoot = ({ text }: Line): boolean => text.length < 160 && footOfSite.test(text);

/** What sites print at the head of a page, and at its foot. */
const headOfSite =
  /^(?:skip to|jump to|home\b|menu|log ?in|sign in|register|search|advanced search|首页|登录|注册|导航)/iu;
const footOfSite =
  /©|copyright|all rights reserved|privacy|terms (?:of|and)|cookie|contact us|accessibility|sitemap|powered by|icp备|版权所有|联系我们/iu;

/** What people and programs set between two texts: a line of one sign, or the end of a page. */
const rule = /^([=*_#~–—-])\1{4,}$/u;

/** What is known of a place between two lines: the lines that say anything, the line that may begin a page, and its number among them. */
interface Sight {
  page: Page;
  lines: readonly Line[];
  line: Line;
  at: number;
  above: (count: number) => readonly Line[];
  below: (count: number) => readonly Line[];
  /** Whether a line of signs, or the end of a printed page, is right above. */
  isBelowRule: boolean;
  /** The number of the first line of prose, and the line on which each DOI is first. */
  firstProse: number;
  dois: ReadonlyMap<string, number>;
}

/** `Bread Rev. 2019 Nov 13;14(11):e22. doi: …`: a mirror of PubMed begins with it, or with addresses above it. */
const isOwnCitation = ({ text }: Line): boolean =>
  text.length < 200 && /^[^.,;]{2,80}\. (?:19|20)\d\d/u.test(text) && pubmedCitation.test(text);

const labels = (page: Page, line: Line, field: string): boolean => see(page, line, 'label')?.field === field;
const isNames = (page: Page, line: Line): boolean =>
  labels(page, line, 'authors') || see(page, line, 'byline') !== undefined || see(page, line, 'row');

const reasons: Reasons<Sight, undefined> = {
  'a label of a title': ({ page, line }) => labels(page, line, 'title'),
  'a citation of its own': ({ line }) => isOwnCitation(line),
  'a record of data': ({ line }) => line.text.startsWith('{'),
  'as long as a title': ({ line: { text } }) => text.length > (shareOfHan(text) > 0.3 ? 14 : 45),
  'names below': ({ page, below }) => below(6).some((line) => isNames(page, line)),
  'a new DOI below': ({ page, line, at, below, dois }) =>
    [line, ...below(14)].some((one) => see(page, one, 'dois').some((doi) => (dois.get(doi) ?? 0) >= at)),
  'an abstract below': ({ page, below }) => below(30).some((line) => labels(page, line, 'abstract')),
  'prose below': ({ page, below }) => below(25).some((line) => isLong(line.text) && !see(page, line, 'reference')),
  'keywords below': ({ page, below }) => below(40).some((line) => labels(page, line, 'keywords')),
  'prose above': ({ at, firstProse }) => firstProse >= 0 && firstProse < at,
  'a paragraph above': ({ above }) => above(1).some(({ text }) => isLong(text)),
  'the foot of a site above': ({ above }) => above(8).some(isFoot),
  'the head of a site': ({ line, above }) => isHeading(line) || above(6).some(isHeading),
  'a rule above': ({ isBelowRule }) => isBelowRule,
  'a reference above': ({ page, above }) => above(2).some((line) => see(page, line, 'reference')),
  'a reference below': ({ page, below }) => below(3).some((line) => see(page, line, 'reference')),
  'said again': ({ page, line }) => see(page, line, 'times') > 1,
  'a number before it': ({ line }) => /^\[?\d{1,3}[.)\]\s]/u.test(line.text),
};

/** A line on which a second page may begin, with its points. */
export type Border = Weighed<Line>;

/** Every line that may begin a page below another, the likeliest first. `weights` to fit them anew. */
export function bordersIn(page: Page, weights: Weights = committed.border): Border[] {
  const lines = page.lines.filter(({ text }) => text);
  const dois = new Map<string, number>();
  lines.forEach((line, i) => {
    for (const doi of see(page, line, 'dois')) if (!dois.has(doi)) dois.set(doi, i);
  });
  const firstProse = lines.findIndex(({ text }) => isLong(text));
  // What is below the label of keywords is their row.
  const isRow = (above: Line | undefined): boolean => {
    const label = above && see(page, above, 'label');
    return label?.alone === true && label.field === 'keywords';
  };
  const isBelowRule = (line: Line, i: number): boolean =>
    rule.test(lines[i - 1]?.text ?? '') || page.source.text.slice(lines[i - 1]?.start ?? 0, line.start).includes('\f');
  const mayBegin = (line: Line, i: number): boolean =>
    isBelowRule(line, i) ||
    (canBeTitle(page, line) && !isRow(lines[i - 1])) ||
    labels(page, line, 'title') ||
    (isOwnCitation(line) && isLong(lines[i + 1]?.text ?? '')) ||
    line.text.startsWith('{"') ||
    (isHeading(line) && !lines.slice(Math.max(0, i - 4), i).some(isHeading));
  const sights = lines.flatMap((line, at): Sight[] =>
    at < 3 || at > lines.length - 2 || !mayBegin(line, at)
      ? []
      : [
          {
            page,
            lines,
            line,
            at,
            above: (count) => lines.slice(Math.max(0, at - count), at),
            below: (count) => lines.slice(at + 1, at + 1 + count),
            firstProse,
            dois,
            isBelowRule: isBelowRule(line, at),
          },
        ],
  );
  return ranked(sights, undefined, reasons, weights).map((one) => ({ ...one, candidate: one.candidate.line }));
}

/** Borders so near to each other, in lines, are tried as one. */
const near = 3;

/** The maximum number of places that are tried, each of which needs two readings; and the points that a place needs. */
const most = 6;
const least = -4.5;

/** The likeliest lines, no two of which are near each other. */
export function likelyBorders(page: Page, weights?: Weights): Border[] {
  const kept: Border[] = [];
  for (const border of bordersIn(page, weights)) {
    if (kept.length >= most || border.points < least) break;
    if (!kept.some(({ candidate }) => Math.abs(candidate.index - border.candidate.index) < near)) kept.push(border);
  }
  return kept;
}
