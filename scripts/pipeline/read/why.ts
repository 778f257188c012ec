/** Explains on the terminal how a page was read: `npm run read -- FILE --why`. */

import type { SourceText } from '#domain/source';
import { shortened } from '#text/shortened';
import type { Format } from '../../formats/format.ts';
import type { Choice, Page } from '../../formats/pages/page.ts';
import { pageOf, whySure } from '../../formats/pages/sure.ts';
import { detect } from './detect.ts';

const titles: Readonly<Record<Choice['field'], string>> = {
  kind: 'about one paper, or not',
  title: 'title',
  otherTitle: 'title in another language',
  names: 'authors',
  journal: 'journal',
  abstract: 'abstract',
  numbers: 'volume, issue and pages',
  dates: 'date',
  doi: 'DOI',
};

const cut = (text: string): string => shortened(text.split('\n')[0] ?? '', 90);

/**
 * What each choice of a page took, with its reasons and their points, the strongest first, and the best candidate that it
 * did not take; then what became of each line. For people, in plain text.
 */
export function shownChoices(source: SourceText, formats?: readonly Format[]): string {
  const reading = detect(source, formats).format.read(source);
  const page = pageOf(reading);
  if (!page) return 'This source has no choices: it is a file of records, or a list.';
  const lines = page.choices.flatMap((choice) => [titles[choice.field], ...shownOptions(page, choice)]);
  return [...lines, 'sure, or to check', ...shownSure(page), 'lines', ...shownLines(page, source)].join('\n');
}

/** A line for each value: whether it is sure, and the reasons with their points; for one that is odd, what is odd of it. */
const shownSure = (page: Page): string[] =>
  whySure(page).map(
    ({ field, sure, points, reasons }) =>
      `  ${sure ? 'sure ' : 'check'} ${points.toFixed(1).padStart(5)}  ${field}: ${shownReasons(reasons)}`,
  );

const shownReasons = (reasons: readonly (readonly [name: string, weight: number])[]): string =>
  reasons.map(([name, weight]) => `${name} ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`).join('; ');

function shownOptions(page: Page, { field, options }: Choice): string[] {
  const others = options.filter(({ chosen }) => !chosen).slice(0, 1);
  const taken = options.filter(({ chosen }) => chosen);
  return [...taken, ...others].flatMap(({ chosen, line, text, points, held }) => [
    `  ${chosen ? 'taken' : 'not  '} ${points.toFixed(1).padStart(5)}  line ${line + 1}: ${cut(text)}`,
    `               ${shownReasons(
      held
        .map(([name, share]) => [name, share * (page.weights[field][name] ?? 0)] as const)
        .filter(([, weight]) => Math.abs(weight) >= 0.05)
        .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])),
    )}`,
  ]);
}

/** Each line that says anything, with what it was taken for: the rules of its claims, or a value. */
function shownLines(page: Page, source: SourceText): string[] {
  const rules = new Map<number, Set<string>>();
  for (const { at, outcome } of page.claims) {
    const had = rules.get(at.line) ?? new Set<string>();
    rules.set(at.line, had.add(outcome.kind === 'furniture' ? outcome.rule : 'copy'));
  }
  return page.lines
    .filter((line) => line.text)
    .slice(0, 400)
    .map((line) => {
      const named = [...(rules.get(source.lineStarts.findLastIndex((start) => start <= line.start) + 1) ?? [])];
      const free = page.isFreeLine(line) ? ['unclassified'] : [];
      return `  ${String(line.index + 1).padStart(4)}  ${([...named, ...free].join(', ') || 'value').padEnd(24)} ${cut(line.text)}`;
    });
}
