/** The end of a page, which is about other papers: where it begins, and which references are in it. */

import type { Line, Page } from './page.ts';
import { near, see } from './sight.ts';

/** Where references or other papers begin, which have words under them; a menu names the headings one below the other. */
export const tailFrom = (page: Page): number =>
  headingOf(
    page,
    /^(?:references|related)$/u,
    (line) =>
      line.text.length >= 60 || /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(line.text) || see(page, line, 'dois').length > 0,
  );

/** Where the references begin: lines with a year or a number are under their heading. */
export const referencesFrom = (page: Page): number =>
  headingOf(page, /^references$/u, ({ text }) => text.length >= 40 && /(?<!\d)(?:19|20)\d{2}(?!\d)|^\[?\d/u.test(text));

function headingOf(page: Page, headings: RegExp, isUnder: (line: Line) => boolean): number {
  const found = page.lines.find(
    (line) =>
      line.index > 0 &&
      (headings.test(see(page, line, 'tail') ?? '') || /^\[?1[.\]]$/u.test(line.text)) &&
      // Below a table of contents is the paper, with the day on which it was published online.
      (/[:：]\s?\S/u.test(line.text) ||
        near(page, line, 1, 4).some((one) => isUnder(one) && !see(page, one, 'kinds').has('online'))),
  );
  return found?.index ?? page.lines.length;
}

/** The texts of lines that read like references, in one of which the page may name its own paper. */
export const citedIn = (page: Page): Line[] =>
  page.lines
    .filter(({ text }) => text.length > 60 && text.length < 900 && /(?:19|20)\d{2}/u.test(text))
    .filter(({ text }) => !/^[[(]?\d{1,3}[.\])]/u.test(text))
    .filter(
      (line) =>
        see(page, line, 'reference') || /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}\./u.test(line.text),
    );
