/** Names what is left on a page: copies of what was read, site furniture by rule; the rest stays unclassified. */

import { see } from './sight.ts';
import type { Place } from '#domain/place';
import { articleType } from './furniture.ts';
import type { Page } from './page.ts';
import { copyKey } from './state-titles.ts';

export function settleFurniture(page: Page): void {
  const known = knownTexts(page);
  for (const line of page.lines) {
    if (!line.text || !hasFree(page, line.start, line.end)) continue;
    if (page.isFree(line.start, line.end)) {
      const key = copyKey(line.text);
      const of = key.length >= 4 ? known.get(key) : undefined;
      if (of && page.lineAt(of) !== line) {
        page.copyLine(line, of);
        continue;
      }
      const rule =
        see(page, line, 'furniture') ??
        (articleType.test(line.text.slice(0, 80)) ? 'article-type' : see(page, line, 'tail') ? 'heading' : undefined);
      if (rule) page.furnitureLine(rule, line);
      else {
        const label = see(page, line, 'label');
        if (label?.alone) page.furnitureLine('label', line);
      }
      continue;
    }
    // Labels, separators and marks between the values of a line.
    claimBetween(page, line.start, line.end);
  }
}

const hasFree = (page: Page, start: number, end: number): boolean => [...page.freeStretches(start, end)].length > 0;

/** What is between values on their own line: labels and punctuation; longer words are left for people to see. */
function claimBetween(page: Page, start: number, end: number): void {
  for (const [a, b] of page.freeStretches(start, end)) {
    const text = page.source.text.slice(a, b);
    if (!/[\p{L}\p{N}]/u.test(text)) page.furniture('punctuation', a, b);
    else if (b - a <= 60) page.furniture(/^[\s\d*†‡,.;()[\]a-h]+$/u.test(text) ? 'author-mark' : 'label', a, b);
  }
}

/** Each text that was read, as copies of it are found, with its first place. */
function knownTexts(page: Page): Map<string, Place> {
  const { draft } = page;
  const known = new Map<string, Place>();
  const add = (text: string, at: readonly Place[]) => {
    const key = copyKey(text);
    const [place] = at;
    if (key && place && !known.has(key)) known.set(key, place);
  };
  for (const title of draft.titles) add(title.value.text, title.at);
  for (const abstract of draft.abstracts)
    for (const section of abstract.value.sections) {
      const texts = section.blocks.map((block) => block.text);
      add(texts.join(' '), abstract.at);
      if (section.label) {
        add(`${section.label} ${texts.join(' ')}`, abstract.at);
        add(section.label, abstract.at);
      }
      section.blocks.forEach((block) => {
        const [piece] = block.pieces;
        add(block.text, piece ? [piece.place] : abstract.at);
      });
    }
  for (const abstract of draft.abstracts)
    add(
      abstract.value.sections
        .flatMap((section) => [section.label ?? '', ...section.blocks.map((block) => block.text)])
        .join(' '),
      abstract.at,
    );
  const names = draft.authors.map((author) => author.value.name.written);
  const [first] = draft.authors;
  if (first) {
    add(names.join(' '), first.at);
    add(names.map((name, i) => (i === names.length - 1 && i > 0 ? `and ${name}` : name)).join(' '), first.at);
  }
  for (const author of draft.authors) add(author.value.name.written, author.at);
  for (const field of [draft.journal, draft.journalZh, draft.journalAbbreviation, draft.doi, draft.publisher])
    if (field) add(field.value, field.at);
  return known;
}
