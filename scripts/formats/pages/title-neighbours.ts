import { readLabel } from './labels.ts';
import { readLocator } from '../values/locators.ts';
import type { Line, Page } from './page.ts';

/** What stands below "Keywords" or another label of terms is none. */
export function isValueOfTerms(page: Page, line: Line): boolean {
  const above = page.lines.slice(Math.max(0, line.index - 4), line.index).findLast((one) => one.text);
  const label = above && readLabel(page, above);
  return (
    label !== undefined &&
    label.alone &&
    /^(?:keywords|subjects|classification|funding|correspondence)$/u.test(label.field)
  );
}

/** Whether a line nearby is this text with volume, issue or pages after it: the page itself shows it to be a journal's name. */
export function isCitedAsJournal(page: Page, line: Line): boolean {
  const { text } = line;
  if (text.length > 130) return false;
  return page.lines
    .slice(Math.max(0, line.index - 20), line.index + 60)
    .some(
      (other) =>
        other !== line &&
        other.text.length > text.length + 3 &&
        other.text.length < 300 &&
        other.text.startsWith(text) &&
        /^[.,;:]?\s?[(\d,.;:]|^[.,;:]?\s(?:vol|v\.|no|núm|第|20|19)/iu.test(other.text.slice(text.length)) &&
        readLocator(other.text.slice(text.length)).tokens.some((token) => /^(?:volume|issue|pages)$/u.test(token.kind)),
    );
}
