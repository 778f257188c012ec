/** Counts the scraped pages in one text, and warns of several: no paper may have values of two. */

import { detectLanguage, shareOfHan } from '#domain/language';
import type { Notice } from '#domain/notice';
import type { Line, Page } from '../../formats/pages/page.ts';
import { see } from '../../formats/pages/sight.ts';
import { canBeTitle } from '../../formats/pages/titles.ts';
import { isLong } from '../../formats/text/prose.ts';

/** A value that a page has once, with the first and the last of its lines that say it. */
interface Said {
  key: string;
  first: number;
  last: number;
}

/** Lines between which a new page begins, as one kind of value shows it: all that is above is said no more below. */
interface Cut {
  kind: string;
  after: number;
  before: number;
}

/**
 * Labels of values that a page has once in a language. What a repeated one of the first shows is enough, as a second PMID
 * is; pages repeat the others in passing.
 */
const telling = new Set(['title', 'source', 'affiliations', 'pmid']);
const repeated = new Set(['title', 'source', 'affiliations', 'keywords', 'authors']);

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 60);

/** What a line says of its page's paper: kinds of values, by language where they are words. */
function saidBy(page: Page, line: Line, below: readonly Line[]): [kind: string, value: string][] {
  const all: [string, string][] = [];
  const label = see(page, line, 'label');
  // Repositories give one value per row, each under the same label.
  if (label && !/^dc\./iu.test(label.label)) {
    const value = label.alone ? (below[0]?.text ?? '') : line.text.slice(label.from);
    if (label.field === 'abstract') {
      const text = [value, ...below.map((one) => one.text)].find(isLong);
      if (text) all.push([`abstract ${detectLanguage(text)}`, text]);
    } else if (repeated.has(label.field) && value.length < 1500)
      all.push([`${label.field} ${shareOfHan(label.label) > 0.3} ${detectLanguage(value)}`, value]);
  }
  if (/^\[?\d{1,3}[.\])]?\s/u.test(line.text) || line.text.length > 160 || see(page, line, 'reference')) return all;
  const pmid = /\bPMID\s?[:：]?\s?(\d{5,9})\b/iu.exec(line.text)?.[1];
  return [
    ...all,
    ...see(page, line, 'dois').map((doi): [string, string] => ['doi', doi]),
    ...(pmid ? [['pmid', pmid] as [string, string]] : []),
  ];
}

/** Whether a line can be the first that a page says of its paper. */
const mayBegin = (page: Page, line: Line): boolean =>
  canBeTitle(page, line) || see(page, line, 'label')?.field === 'title' || line.text.startsWith('{');

function cutsOf(page: Page): Cut[] {
  const said = new Map<string, Said[]>();
  const lines = page.lines.filter(({ text }) => text);
  lines.forEach((line, i) => {
    for (const [kind, value] of saidBy(page, line, lines.slice(i + 1, i + 5))) {
      const key = keyOf(value);
      if (key.length < 4) continue;
      const values = said.get(kind) ?? [];
      const known = values.find((one) => one.key.includes(key) || key.includes(one.key));
      if (known) known.last = line.index;
      // More than these are a list.
      else if (values.length < 100) values.push({ key, first: line.index, last: line.index });
      said.set(kind, values);
    }
  });
  // A DOI that is said above and again is that of one page, in two languages: another begins below it, with a title.
  const dois = said.get('doi') ?? [];
  const belowDois = (after: number, before: number): number =>
    Math.max(after, ...dois.filter(({ first, last }) => first <= after && last < before).map(({ last }) => last));
  const hasTitle = (after: number, before: number): boolean =>
    lines.some((line) => line.index > after && line.index <= before && mayBegin(page, line));
  return [...said].flatMap(([kind, values]) => {
    let after = -1;
    return values.flatMap(({ first, last }, i): Cut[] => {
      const cut = { kind: kind.split(' ')[0] ?? kind, after: belowDois(after, first), before: first };
      after = Math.max(after, last);
      return i > 0 && first > cut.after && hasTitle(cut.after, first) ? [cut] : [];
    });
  });
}

/**
 * How many scraped pages one text holds, at the least; 1 for a page, whatever it lists. A second page shows by two kinds of
 * values that change at one place, or by a second labelled title, journal or PMID, with prose above and below it.
 */
export function pagesIn(page: Page): number {
  const prose = page.lines.filter((line) => isLong(line.text) && !see(page, line, 'reference')).map((one) => one.index);
  const [top = Infinity, bottom = -1] = [prose[0], prose.at(-1)];
  const isCut = (after: number, before: number): boolean => after < before && top <= after + 3 && bottom >= before;
  const cuts = cutsOf(page);
  const shown = cuts.filter(
    (cut) =>
      (telling.has(cut.kind) && isCut(cut.after, cut.before)) ||
      cuts.some(
        (other) =>
          other.kind !== cut.kind && isCut(Math.max(cut.after, other.after), Math.min(cut.before, other.before)),
      ),
  );
  const byKind = Map.groupBy(shown, ({ kind }) => kind);
  return 1 + Math.max(0, ...[...byKind.values()].map(({ length }) => length));
}

/** The notice for a source of several pages, which is set aside: a value might come from another one's stretch. */
export const severalPages = (file: string, count: number): Notice => ({
  severity: 'warning',
  rule: 'several-pages-in-one',
  place: { file },
  seen: `what looks like ${count} pages or more, one after another`,
  expected: 'one page per file, so that no value of one paper is read as that of another',
  remedy: 'save each page as a file of its own, and import again; this file is not read',
});
