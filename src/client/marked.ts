/** Turns texts with marks into elements of the page. */

import type { Mark } from '#domain/text';
import { hasHan } from '#text/han';
import { hanShown } from '#text/han-marks';

/** A text with its marks as elements. Marks of references may nest but never overlap. */
export function markedText(text: string, marks: readonly Mark[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at) continue;
    const element = document.createElement(mark.tag);
    element.textContent = text.slice(mark.start, mark.end);
    nodes.push(document.createTextNode(text.slice(at, mark.start)), element);
    at = mark.end;
  }
  return [...nodes, document.createTextNode(text.slice(at))];
}

/** A text of the record with its marks, as the pages show it: marks between Chinese characters are seen full-width. */
export const recordText = (text: string, marks: readonly Mark[] = []): Node[] => markedText(hanShown(text), marks);

/** The language of a reference by its letters; it may differ from that of the page. */
export const languageOf = (text: string): string => (hasHan(text) ? 'zh-Hans' : 'en');
