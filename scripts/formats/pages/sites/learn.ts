/** Learns from one page with its right values what holds on the pages of its site. */

import type { SourceText } from '#domain/source';
import type { Format } from '../../format.ts';
import { findDate } from '../../values/dates.ts';
import { Page, type Line } from '../page.ts';
import { see } from '../sight.ts';
import { pageOf } from '../sure.ts';
import type { SiteField } from './fields.ts';
import { lineKey, pastLabel } from './line-pattern.ts';
import { hostOf, type SiteFile, type ValueRule } from './site-file.ts';

/** What a person says of one page: its values, and what belongs to its site. */
export interface Lesson {
  source: SourceText;
  /** How the page is read without the lesson. */
  format: Format;
  values: readonly (readonly [SiteField, string])[];
  hosts: readonly string[];
  fits: readonly string[];
  furniture: readonly string[];
  ends: readonly string[];
  /** Other pages: those that share the lines of the site show which lines are its own. */
  others: readonly SourceText[];
}

export interface Learnt {
  site: Omit<SiteFile, 'title'>;
  /** Values that no rule says, each with the reason. */
  unsaid: { field: SiteField; value: string; why: 'not-found' | 'no-mark' }[];
}

/** A page as lessons look at it. */
interface View {
  page: Page;
  lines: readonly Line[];
  /** The keys of lines that other pages of the site have too; absent where there is no other page. */
  own: ReadonlySet<string> | undefined;
  /** The keys of lines that pages of other sites have. */
  common: ReadonlySet<string>;
  /** The line of each value that has been found. */
  found: Map<SiteField, Line>;
}

/** From one page with its right values to what holds on the pages of its site. */
export function learn(lesson: Lesson): Learnt {
  const view = viewOf(lesson);
  const spots = lesson.values.map(([field, value]) => ({ field, value, ...spotOf(view, field, value) }));
  for (const { field, line } of spots) if (line && !view.found.has(field)) view.found.set(field, line);
  const values: ValueRule[] = [];
  const unsaid: Learnt['unsaid'] = [];
  for (const { field, value, line, from } of spots) {
    const rule = line && ruleFor(view, field, line, from);
    if (rule) values.push(rule);
    else unsaid.push({ field, value, why: line ? 'no-mark' : 'not-found' });
  }
  // A value that is placed by the line of another one comes after it.
  values.sort((a, b) => Number(a.under !== undefined) - Number(b.under !== undefined));
  const hosts = lesson.hosts.length > 0 || lesson.fits.length > 0 ? lesson.hosts : [hostOf(lesson.source)];
  const known = hosts.filter((host) => host !== undefined);
  const lines = known.length > 0 || lesson.fits.length > 0 ? lesson.fits : linesOfSite(view, values);
  const fits = { hosts: known, lines: [...lines], words: [] };
  const furniture = [...new Set([...lesson.furniture, ...furnitureIn(view, values)])];
  return { site: { fits, values, furniture, ends: [...lesson.ends] }, unsaid };
}

function viewOf({ source, format, others }: Lesson): View {
  const page = pageOf(format.read(source)) ?? new Page(source);
  const lines = page.lines.filter((line) => line.text);
  const keys = shortKeys(lines.map(({ text }) => text));
  const host = hostOf(source);
  const own = new Set<string>();
  const common = new Set<string>();
  let pages = 0;
  for (const other of others) {
    const theirs = shortKeys(other.text.slice(0, 400_000).split(/\r\n?|\n/u));
    const shared = [...keys].filter((key) => theirs.has(key));
    const isSame =
      (host !== undefined && hostOf(other) === host) ||
      (shared.length >= 3 && shared.length >= 0.3 * Math.min(keys.size, theirs.size));
    if (isSame) pages++;
    for (const key of shared) (isSame ? own : common).add(key);
  }
  return { page, lines, own: pages > 0 ? own : undefined, common, found: new Map() };
}

/** The keys of the short lines, which menus, labels and footers have. */
const shortKeys = (texts: readonly string[]): Set<string> =>
  new Set(texts.filter((text) => text.trim() && text.length <= 200).map(lineKey));

const partsOf = (field: SiteField, value: string): string[] => {
  if (field === 'authors') {
    // "Family, Given; …" as npm run correct has it, or the names as the page writes them.
    const people = value.split(/[;；]/u).map((part) => part.trim());
    return people.map((name) => (/;|；/u.test(value) ? (name.split(',')[0] ?? name) : name)).filter(Boolean);
  }
  if (field === 'keywords')
    return value
      .split(/[;；]/u)
      .map((part) => part.trim())
      .filter(Boolean);
  // The beginning of an abstract shows where it is.
  return [field === 'abstract' ? [...value].slice(0, 60).join('') : value];
};

/** The line that has a value, and where the value begins on it; a line that begins with a label comes first. */
function spotOf({ lines }: View, field: SiteField, value: string): { line?: Line; from: number } {
  if (field === 'issued' || field === 'online') {
    const line = lines.find(({ text }) => text.length < 200 && findDate(text)?.value.startsWith(value));
    return line ? { line, from: findDate(line.text)?.start ?? 0 } : { from: 0 };
  }
  const parts = partsOf(field, value).map(lineKey);
  const having = lines.filter(({ text }) => {
    const key = lineKey(text);
    return parts.length > 0 && parts.every((part) => key.includes(part));
  });
  // A family name may be after its given name, so names begin where the line does, or after its label.
  const beginOf = (text: string): number =>
    field === 'authors' ? (/^[^:：]{1,40}[:：]\s*/u.exec(text)?.[0].length ?? 0) : startOf(text, parts[0] ?? '');
  const starts = having.map((line) => ({ line, from: beginOf(line.text) }));
  const labelled = starts.find(({ line, from }) => from > 0 && /[:：|]\s*$/u.test(line.text.slice(0, from)));
  return labelled ?? starts.find(({ from }) => from === 0) ?? starts[0] ?? { from: 0 };
}

/** Where a part begins on a line that has it: the shortest beginning of the line that leaves a rest which begins so. */
function startOf(text: string, part: string): number {
  for (let at = 0; at < Math.min(text.length, 400); at++)
    if (!/\s/u.test(text[at] ?? '') && lineKey(text.slice(at)).startsWith(part)) return at;
  return 0;
}

/** What shows the place of a value: its label, a line of the site beside it, the line of another value, or its number. */
function ruleFor(view: View, field: SiteField, line: Line, from: number): ValueRule | undefined {
  const { lines, found } = view;
  const before = line.text.slice(0, from).replace(/(?<![\s:：|])[\s:：|]+$/u, '');
  if (before !== '') {
    const isLabel = before.length <= 40 && !/\d/u.test(before) && pastLabel(before, line.text) === from;
    return isLabel ? { field, label: before } : undefined;
  }
  const at = lines.indexOf(line);
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (above && isOfSite(view, above)) return { field, below: patternOf(above) };
  const upper = [...found].find(([other, one]) => one === above && other !== field)?.[0];
  if (upper !== undefined) return { field, under: upper };
  if (below && isOfSite(view, below)) return { field, above: patternOf(below) };
  return at < 4 ? { field, line: at + 1 } : undefined;
}

/** Whether a line is the site's: other pages of the site have it; where there are none, it looks so. */
function isOfSite({ page, own, found }: View, line: Line): boolean {
  if ([...found.values()].includes(line) || line.text.length > 120) return false;
  if (own) return own.has(lineKey(line.text));
  return (
    see(page, line, 'label')?.alone === true ||
    see(page, line, 'furniture') !== undefined ||
    see(page, line, 'section') ||
    (line.text.length <= 30 && /[:：]$/u.test(line.text))
  );
}

/** A line as a pattern, without its numbers. */
const patternOf = ({ text }: Line): string =>
  text
    .replaceAll('…', ' ')
    .replace(/\d(?:[\d.,]*\d)?/gu, '#')
    .slice(0, 190)
    .trim();

/** Up to three lines by which the pages of the site are known. */
function linesOfSite(view: View, values: readonly ValueRule[]): string[] {
  const { page, lines, own, common } = view;
  const used = new Set(values.flatMap(({ label }) => label ?? []).map(lineKey));
  const isName = (line: Line): boolean => {
    const key = lineKey(line.text);
    if (line.text.length > 60 || key.length < 3 || common.has(key) || used.has(key)) return false;
    return own ? own.has(key) : see(page, line, 'furniture') !== undefined;
  };
  const fitting = [
    ...new Map(
      lines.filter((line) => isOfSite(view, line) && isName(line)).map((line) => [lineKey(line.text), line]),
    ).values(),
  ];
  return fitting
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, 3)
    .map(patternOf);
}

/** The lines that all pages of the site share and that no rule of the reader knows. */
function furnitureIn(view: View, values: readonly ValueRule[]): string[] {
  const { page, lines, own, common, found } = view;
  if (!own) return [];
  const used = new Set(
    values
      .flatMap(({ below, above }) => [below, above])
      .flatMap((one) => one ?? [])
      .map(lineKey),
  );
  const taken = new Set(found.values());
  return lines
    .filter((line) => {
      const key = lineKey(line.text);
      if (!own.has(key) || common.has(key) || used.has(key) || taken.has(line)) return false;
      return (
        !see(page, line, 'furniture') &&
        !see(page, line, 'label') &&
        !see(page, line, 'tail') &&
        !see(page, line, 'section')
      );
    })
    .map(patternOf);
}
