/**
 * Observations of a line of a page, such as its length, script and neighbours. The reader of pages weighs them as
 * reasons.
 */

import { shareOfHan } from '#domain/language';
import { isRowOfNames } from '../values/author-lines.ts';
import type { NamePiece } from '../values/name-pieces.ts';
import { findDois } from '../values/identifiers.ts';
import type { Token } from '../values/locator-patterns.ts';
import { readLocator, type Locator } from '../values/locators.ts';
import { isHanName, isPersonShape } from '../values/name-shapes.ts';
import { labelAlone } from './abstracts.ts';
import { isAffiliation } from './affiliations.ts';
import { namesIn, readByline, type Byline } from './bylines.ts';
import { isCitationLike, masked } from './citations.ts';
import { articleType, furnitureOf, publisherLine, tailOf } from './furniture.ts';
import { isInterface } from './interface.ts';
import { readLabel, type LabelledLine } from './labels.ts';
import { journalWord } from './numbers.ts';
import type { Line, Page } from './page.ts';
import { copyKey } from './state-titles.ts';

/** Words of headings and forms, whatever a page's prose has. */
const words =
  'academic account advisor affiliation analysis author authors background book chapter clinical committee contact degree department depositing director discussion editor faculty first hypothesis information journal keywords language library method methods number other page paper psychological publication publisher record related research results review school science second section source staff status student study subject supervisor support team test tests thesis title type user view year'.split(
    ' ',
  );

const nowhere: Locator = { tokens: [], rest: [] };

/**
 * What can be seen of a line, whatever it will be taken for: one row for each observation. None of them decides anything;
 * the reasons of a field's candidates are made of them.
 */
const observations = {
  han: ({ text }: Line): boolean => shareOfHan(text) > 0.3,
  key: ({ text }: Line): string => copyKey(text),
  words: ({ text }: Line): string[] => text.split(/\s+/u),
  label: (line: Line, page: Page): LabelledLine | undefined => readLabel(page, line),
  furniture: ({ text }: Line): string | undefined => furnitureOf(text),
  interface: ({ text }: Line): boolean => isInterface(text),
  tail: ({ text }: Line): string | undefined => tailOf(text),
  section: ({ text }: Line): boolean => labelAlone(text) !== undefined,
  type: ({ text }: Line): boolean => articleType.test(text.slice(0, 80)),
  names: (line: Line): NamePiece[] | undefined => namesIn(line),
  byline: (line: Line, page: Page): Byline | undefined => readByline(page, line, () => see(page, line, 'names')),
  row: ({ text }: Line): boolean => isRowOfNames(text),
  person: ({ text }: Line): boolean => isPersonShape(text) || isHanName(text),
  address: ({ text }: Line): boolean => isAffiliation(text),
  locator: ({ text }: Line): Locator => (text.length > 700 ? nowhere : readLocator(masked(text))),
  kinds: (line: Line, page: Page): ReadonlySet<Token['kind']> =>
    new Set(see(page, line, 'locator').tokens.map((token) => token.kind)),
  reference: (line: Line, page: Page): boolean => isCitationLike(line.text, () => see(page, line, 'locator')),
  place: ({ text }: Line): boolean => isPlace(text),
  institution: ({ text }: Line): boolean => isInstitution(text),
  dois: ({ text }: Line): string[] => (text.length > 2000 ? [] : findDois(text).map((doi) => doi.value.toLowerCase())),
  link: ({ text }: Line): boolean => /https?:\/\/|^www\.|\S@\S|\borcid\b/iu.test(text),
  publisher: ({ text }: Line): boolean => publisherLine.test(text),
  journalWord: ({ text }: Line): boolean => journalWord.test(text),
  prose: (line: Line, page: Page): boolean => hasProse(line.text) && !see(page, line, 'reference'),
  capitals: ({ text }: Line): boolean => isTitleCase(text),
  appeal: ({ text }: Line): boolean => appeal.test(text),
  times: (line: Line, page: Page): number => timesOn(page).get(see(page, line, 'key')) ?? 0,
  common: (line: Line, page: Page): boolean => {
    const known = commonWords(page);
    const words = line.text.toLowerCase().match(/\p{Script=Latin}{4,}/gu) ?? [];
    return words.length > 0 && words.every((word) => known.has(word));
  },
  menu: (line: Line, page: Page): boolean => isMenuRow(page, line),
  /** The nearest lines that say anything, and those of them that are not buttons. */
  previous: (line: Line, page: Page): Line | undefined => near(page, line, -1)[0],
  next: (line: Line, page: Page): Line | undefined => near(page, line, 1)[0],
  above: (line: Line, page: Page): Line | undefined => nearText(page, line, -1)[0],
  below: (line: Line, page: Page): Line | undefined => nearText(page, line, 1)[0],
  second: (line: Line, page: Page): Line | undefined => nearText(page, line, 1, 2)[1],
  short: ({ text }: Line): boolean =>
    text !== '' && text.length <= (shareOfHan(text) > 0.3 ? 8 : 28) && !/[\d,;:.，；：。]/u.test(text),
  column: (line: Line, page: Page): number =>
    [...near(page, line, -1, 3), ...near(page, line, 1, 3)].filter((one) => see(page, one, 'short')).length / 6,
} as const satisfies Record<string, (line: Line, page: Page) => unknown>;

type Observations = typeof observations;
type Seen = { [K in keyof Observations]?: ReturnType<Observations[K]> };

const seen = new WeakMap<Line, Seen>();

/** What a line shows; looked at once. */
export function see<K extends keyof Observations>(page: Page, line: Line, what: K): ReturnType<Observations[K]> {
  let known = seen.get(line);
  if (!known) seen.set(line, (known = Object.create(null) as Seen));
  const had = known[what];
  if (had !== undefined || what in known) return had as ReturnType<Observations[K]>;
  const found = observations[what](line, page) as ReturnType<Observations[K]>;
  known[what] = found as Seen[K];
  return found;
}

const vocabularies = new WeakMap<readonly Line[], Set<string>>();

/** The words that a page writes in small letters: a name's are not among them, a heading's are. */
function commonWords(page: Page): ReadonlySet<string> {
  let known = vocabularies.get(page.lines);
  if (!known) {
    known = new Set(words.concat(page.lines.flatMap(({ text }) => text.match(/(?<![\p{L}@.])\p{Ll}{4,}/gu) ?? [])));
    vocabularies.set(page.lines, known);
  }
  return known;
}

/** "首页 动态 博文 相册": words of one kind side by side, and several of them an interface's. */
function isMenuRow(page: Page, { text, start, end }: Line): boolean {
  if (text.length > 200) return false;
  const isHan = shareOfHan(text) > 0.5;
  const raw = page.source.text.slice(start, end).trim();
  const parts = isHan ? text.split(/[\s|｜/]+/u) : raw.split(/\s{2,}|\t|\s[|·]\s/u);
  if (parts.length < 3) return false;
  const isButton = (part: string) => isInterface(part) || furnitureOf(part) !== undefined;
  return parts.every((part) => part.length <= (isHan ? 8 : 40)) && parts.filter(isButton).length >= parts.length / 3;
}

const repeats = new WeakMap<readonly Line[], Map<string, number>>();

/** How often each text is on a page, by its key; each page is counted once. */
function timesOn(page: Page): ReadonlyMap<string, number> {
  let times = repeats.get(page.lines);
  if (!times) {
    times = new Map<string, number>();
    for (const line of page.lines)
      if (line.text && line.text.length <= 500) {
        const key = see(page, line, 'key');
        times.set(key, (times.get(key) ?? 0) + 1);
      }
    repeats.set(page.lines, times);
  }
  return times;
}

const counts = new WeakMap<readonly Line[], Int32Array>();

/** How many lines between two say anything and are not buttons; each page is counted once. */
export function linesBetween(page: Page, a: number, b: number): number {
  let sums = counts.get(page.lines);
  if (!sums) {
    sums = new Int32Array(page.lines.length + 1);
    for (const [i, line] of page.lines.entries())
      sums[i + 1] = (sums[i] ?? 0) + Number(line.text !== '' && !see(page, line, 'interface'));
    counts.set(page.lines, sums);
  }
  const [from, to] = [Math.min(a, b) + 1, Math.max(a, b)];
  return to <= from ? 0 : (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** The nearest lines above (`step` -1) or below (1) that say anything, no more than 200 lines away. */
export function near(page: Page, line: Line, step: 1 | -1, count = 1): Line[] {
  const found: Line[] = [];
  for (let i = line.index + step, n = 0; n < 200 && found.length < count; i += step, n++) {
    const other = page.lines[i];
    if (!other) break;
    if (other.text) found.push(other);
  }
  return found;
}

/** Like `near`, but passes over buttons and menus. */
export const nearText = (page: Page, line: Line, step: 1 | -1, count = 1): Line[] =>
  near(page, line, step, count + 3)
    .filter((one) => !see(page, one, 'interface'))
    .slice(0, count);

/** A short line with the volume or the issue of a journal. */
export const isNumbered = (page: Page, line: Line | undefined): boolean =>
  line !== undefined &&
  line.text.length < 200 &&
  (see(page, line, 'kinds').has('volume') || see(page, line, 'kinds').has('issue'));

/** A paragraph of prose rather than a heading, a name or a row of a menu. */
export const isProse = (text: string): boolean => hasProse(text) && !isCitationLike(text);

function hasProse(text: string): boolean {
  const han = shareOfHan(text);
  if (han > 0.3) return text.length >= 40 || (/[。;；]$/u.test(text) && text.length >= 20);
  return text.length >= 110 || (text.length >= 50 && /[.!?]["”’)]?$/u.test(text) && text.split(/\s+/u).length >= 9);
}

/** Every word but the small ones begins with a capital, as in the name of a journal, a section or an institution. */
const isTitleCase = (text: string): boolean =>
  text
    .split(/\s+/u)
    .every((word) => /^\p{Lu}|^(?:of|and|in|the|with|for|on|to|&|a|an|de|la|del|y|e|und|der|für)$/u.test(word));

/** Words with which a page speaks to its reader. */
const appeal =
  /^(?:search|find|view|read|get|sign|submit|download|follow|buy|show|see|access|browse|add|save|create|share|order|request|please|you|your|we|our|welcome|discover|join|learn|use|skip|click|this (?:site|page|article|is|website)|available|published|powered|select|change|go to|register|subscribe|inform me|note|these|this|the (?:article|post|text) below|all authors|author to whom|correspond|intended for|designed for|requires|all (?:rights|content)|欢迎|请|您)(?![\p{L}])/iu;

/** Volume, issue or date with few words beside them. */
function isPlace(text: string): boolean {
  const { tokens, rest } = readLocator(text.slice(0, 300), false);
  const kinds = new Set(tokens.map((token) => token.kind));
  const spoken = rest.reduce((sum, piece) => sum + piece.text.length, 0);
  return (
    tokens.length > 0 &&
    (kinds.size >= 2 || spoken < 0.5 * text.length) &&
    (kinds.has('volume') || kinds.has('date') || kinds.has('online') || kinds.has('issue'))
  );
}

/** An institution alone on its line, every word of it written like a name. */
const isInstitution = (text: string): boolean =>
  text.length < 90 &&
  /^(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des)(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des))*$/u.test(
    text,
  ) &&
  /^(?=(?:\S+\s){0,5}\S+$).*\b(?:University|Université|Universidad|Universidade|Università|Universität)(?![\p{L}])|^(?:Universi(?:dad|dade|té|tà|tät|tat)|Fundación|Fundação|Fondazione|Institut[oe]?|Istituto|Facultad|Faculdade|Centro|Escuela|Escola|Ministerio|Ministério|Corporación|(?:University|Institute|Faculty|Ministry|Department|College) of)\s|\s(?:University|Universität|Institute|Press|Publishers?|Publishing)$/u.test(
    text,
  );
