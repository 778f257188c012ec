/** Finds the lines of a page that cite the paper of the page itself. */

import { guessTitle, masked, readSelfCitation } from './citations.ts';
import { readLocator } from '../values/locators.ts';
import { restOf, type Line, type Page } from './page.ts';
import { mayBeOwn } from './self.ts';
import { near, see } from './sight.ts';
import { copyKey, findTitle } from './state-titles.ts';
import { referencesFrom } from './page-tail.ts';
import { browserTitle } from './titles.ts';
import { slice, trim, type Traced } from '../text/traced.ts';

/** What speaks of another paper with the same words in its title. */
const aboutIt =
  /(?:^|\s)(?:comment(?:ary)?|repl(?:y|ies)|response|re:|corrigendum|correction|erratum|retraction|review of)(?:\s|:|$)|评论|更正|勘误|撤稿|书评/iu;

/**
 * Whether a line, wherever it is, is a reference to the page's own paper: names before its title, and numbers of a
 * journal or the mark of a kind of document after it.
 */
export function citesItself(page: Page, line: Line): boolean {
  const { text } = line;
  if (text.length < 30 || text.length > 900 || !/(?:19|20)\d{2}/u.test(text) || !mayBeOwn(page, line)) return false;
  const lower = text.toLowerCase();
  for (const { value } of page.draft.titles) {
    if (value.text.length < 8 || !lower.includes(value.text.slice(0, 6).toLowerCase())) continue;
    const [start, end] = findTitle(text, value.text) ?? [0, 0];
    const lead = text.slice(0, start).replace(/^\[?\d{1,3}[\].]\s?/u, '');
    if (!/\p{L}{2}/u.test(lead) || aboutIt.test(lead)) continue;
    const tail = text.slice(end);
    if (/^[\s.,]{0,3}\[[A-Z]{1,2}(?:\/OL)?\]/u.test(tail)) return true;
    if (readLocator(masked(tail)).tokens.some(({ kind }) => /^(?:volume|issue|pages|article)$/u.test(kind)))
      return true;
  }
  return false;
}

const numbersIn = (page: Page, line: Line): string[] =>
  see(page, line, 'locator')
    .tokens.filter(({ kind }) => kind === 'volume' || kind === 'pages')
    .map(({ kind, value }) => `${kind} ${value}`);

/**
 * References that the page says are its own paper's: behind or below a label that says so, or with the volume and the pages that
 * a line at the page's head has.
 */
function ownReferences(page: Page): Line[] {
  const head = page.lines
    .filter(({ text }) => text)
    .slice(0, 12)
    .filter(({ text }) => !guessTitle(masked(text)))
    .map((line) => numbersIn(page, line));
  const end = referencesFrom(page);
  return page.lines.filter((line) => {
    const { text, index } = line;
    if (index >= end || text.length < 40 || text.length > 900 || !/(?:19|20)\d{2}/u.test(text)) return false;
    const own = see(page, line, 'label');
    const [above] = own ? [] : near(page, line, -1);
    const label = own ?? (above && see(page, above, 'label'));
    if (label?.field === 'citation' && (own !== undefined || label.alone)) return true;
    const numbers = numbersIn(page, line);
    return numbers.length >= 2 && head.some((others) => numbers.every((one) => others.includes(one)));
  });
}

/** The titles in the page's own references, where no line of the page is any of them: a scraper lost the heading. */
export function citedTitles(page: Page): Traced[] {
  const references = ownReferences(page);
  const firsts = references.flatMap((line) => {
    const name = /^\p{Lu}[\p{L}.'’-]*/u.exec(line.text.slice(see(page, line, 'label')?.from ?? 0))?.[0];
    return name ? [copyKey(name)] : [];
  });
  const found = references.flatMap(({ text, traced }) => {
    const at = guessTitle(masked(text));
    return at ? [trim(slice(traced, ...at))] : [];
  });
  const keys = found.map(({ text }) => copyKey(text));
  const isThere = page.lines.some(
    (line) =>
      line.text.length <= 500 &&
      keys.some(
        (key) =>
          key.length >= 8 &&
          browserTitle(line.text).includes(key.slice(0, 40)) &&
          // "The title Ana Berg Published online: 13 Jul 2015": a line that goes on with the first author is no heading.
          !firsts.some((first) => see(page, line, 'key').startsWith(key + first)) &&
          !guessTitle(masked(line.text)),
      ),
  );
  return isThere ? [] : found;
}

/** What digests and news write before the paper that they report. */
const reported = /^(?:文献索引|原文索引|原始出处|原文出处|原文信息|文献来源|论文信息|原文)\s?[:：]\s?(?=.{30})/u;

/** A page of a reference and its abstract, and no more. */
function readReferenceAlone(page: Page): void {
  const [first, ...others] = page.lines.filter(({ text }) => text);
  const isReference = ({ text }: Line): boolean => text.length < 900 && guessTitle(masked(text)) !== undefined;
  if (
    first &&
    others.length < 3 &&
    isReference(first) &&
    others.some((line) => see(page, line, 'prose')) &&
    !others.some(isReference)
  )
    readSelfCitation(page, first.traced);
}

/** The paper that a digest reports: its title is the paper's, and not the digest's own headline. */
export function readReported(page: Page): boolean {
  const { draft, lines } = page;
  if (draft.titles.length > 0) return false;
  readReferenceAlone(page);
  for (const line of lines) {
    const label = line.text.length < 900 ? reported.exec(line.text) : null;
    if (!label || !page.isFreeLine(line)) continue;
    const reference = restOf(line, label[0].length);
    if (!guessTitle(masked(reference.text))) continue;
    readSelfCitation(page, reference);
    return draft.titles.length > 0;
  }
  return false;
}
