/**
 * Decides over the whole page what its title, authors, journal and abstracts are, before its lines are read one by one.
 */

import type { Place } from '#domain/place';
import { hasHan } from '#text/han';
import { chooseAbstracts } from './abstract-choice.ts';
import { tailOf } from './furniture.ts';
import { stateOtherTitle, stateTitleLines, titleOf } from './headlines.ts';
import { faultOf } from './impossible.ts';
import { chooseJournal } from './journal-choice.ts';
import { readBareKeywords, readKeywordRow } from './keyword-rows.ts';
import { chooseNames } from './names-choice.ts';
import type { Line, Page } from './page.ts';
import { near, see } from './sight.ts';
import { copyKey, titleLanguage } from './state-titles.ts';
import { chooseOther, chooseTitle, type TitleChoice } from './title-choice.ts';
import { titleCandidates, titleSight, type TitleSight } from './titles.ts';
import { stemsOf } from './aboutness.ts';
import { citedIn, referencesFrom, tailFrom } from './page-tail.ts';
import type { Zone } from './zone.ts';
import { readZone, zoneCandidates } from './zones.ts';

/** What was decided over the whole page before its lines are read one by one. */
export interface Decided {
  zones: readonly Zone[];
  /** The lines that hold the authors' names. */
  names: ReadonlySet<Line>;
  /** The index of the title's line; 0 where there is none. */
  anchor: number;
  /** The index of the line where the abstract begins, or where the page stops to speak of the paper. */
  firstZone: number;
}

/**
 * Decides over the whole page what its title, its abstracts and its authors' lines are, and states titles and abstracts.
 * Abstracts are weighed twice: by themselves, so that a title can be weighed by what they speak of, and then beside the
 * title.
 */
export function choose(page: Page, isDigest: boolean): Decided {
  const candidates = zoneCandidates(page).filter((zone) => !faultOf('abstract', zone.text) && (!isDigest || zone.head));
  const tail = tailFrom(page);
  const lines = titleCandidates(page, referencesFrom(page));
  const known = page.draft.titles.map((title) => title.value.text);
  const endOf = (zones: readonly Zone[]): number => zones[0]?.from ?? firstTail(page);
  const proseOf = (zones: readonly Zone[]) => ({
    prose: zones.map(({ text }) => text).join(' '),
    zones,
    end: endOf(zones),
  });
  const look = (titles: readonly string[]) =>
    chooseAbstracts(
      { page, zones: candidates, titles: titles.map((title) => new Set(stemsOf(title))), tail },
      page.weights.abstract,
    );
  let abstracts = look(known);
  let sight = titleSight(page, lines, proseOf(abstracts.chosen));
  let title: TitleChoice = known.length > 0 ? { all: [] } : chooseTitle(sight, lines, page.weights.title);
  const before = abstracts.chosen;
  if (title.title) abstracts = look([title.title.text]);
  if (
    title.title &&
    !(before.length === abstracts.chosen.length && before.every((zone) => abstracts.chosen.includes(zone)))
  ) {
    sight = titleSight(page, lines, proseOf(abstracts.chosen));
    title = chooseTitle(sight, lines, page.weights.title);
  }
  page.chose(
    'abstract',
    abstracts.all,
    (zone) => abstracts.chosen.includes(zone),
    ({ from, text }) => ({ line: from, text }),
  );
  if (known.length === 0)
    page.chose(
      'title',
      title.all,
      (line) => line === title.title,
      (line) => ({ line: line.index, text: titleOf(page, line).text }),
    );
  const zones = abstracts.chosen;
  stateTitles(page, sight, title);
  for (const zone of zones) readZone(page, zone);
  for (const zone of zones) readKeywordRow(page, zone.to);
  readBareKeywords(page, zones.at(-1)?.to);
  // Where a page has its title in Chinese as well it speaks of the paper from the first of both on.
  const isTwice = page.draft.titles.some(({ value }) => hasHan(value.text));
  const first = title.title ? page.lineAt(page.draft.titles[0]?.at[0])?.index : headOf(page);
  const anchor = (isTwice ? first : undefined) ?? title.title?.index ?? first ?? 0;
  return { zones, names: decideNames(page, zones, tail, anchor), anchor, firstZone: endOf(zones) };
}

/** The first line that is a title which a label or a record stated, or the place where it did. */
function headOf(page: Page): number | undefined {
  const [stated] = page.draft.titles;
  const at = page.lineAt(stated?.at[0])?.index;
  const key = copyKey(stated?.value.text ?? '');
  const above = page.lines
    .slice(0, at ?? 0)
    .find((line) => line.text.length <= 500 && key !== '' && see(page, line, 'key') === key);
  return at !== undefined && above && above.index > 2 && at - above.index <= 40 ? above.index : at;
}

/** The title, its repeats, and the title in the page's other language. */
function stateTitles(page: Page, sight: TitleSight, { title }: TitleChoice): void {
  if (title) {
    const key = see(page, title, 'key');
    const [top] = page.lines.filter((line) => line.text);
    const repeats = page.lines.filter(
      (line) => line.text && line !== title && line.text.length <= 500 && see(page, line, 'key') === key,
    );
    if (top && top !== title && sight.head === key && !repeats.includes(top)) repeats.push(top);
    stateTitleLines(page, title, repeats);
  }
  const [first] = page.draft.titles;
  if (!first || page.draft.titles.length > 1) return;
  const free = titleCandidates(page, referencesFrom(page));
  const other = chooseOther(sight, free, title, first.value.text, page.weights);
  page.chose(
    'otherTitle',
    other.all,
    (line) => line === other.title,
    (line) => ({ line: line.index, text: titleOf(page, line).text }),
  );
  if (other.title) stateOtherTitle(page, other.title);
  // Beside two titles in other languages one in English may stand.
  const isEnglish = (text: string): boolean => titleLanguage(text) === 'en';
  const { title: third } =
    other.title && ![first.value.text, other.title.text].some((text) => isEnglish(text) || hasHan(text))
      ? chooseOther(
          sight,
          free.filter(({ text }) => isEnglish(text)),
          other.title,
          other.title.text,
          page.weights,
        )
      : {};
  if (third) stateOtherTitle(page, third);
  const indexOf = ({ at: [place] }: { at: readonly Place[] }): number => page.lineAt(place)?.index ?? 0;
  if (title) page.draft.titles.sort((a, b) => indexOf(a) - indexOf(b));
}

function decideNames(page: Page, zones: readonly Zone[], tail: number, anchor: number): ReadonlySet<Line> {
  const keys = new Set(page.draft.titles.map((one) => copyKey(one.value.text)));
  const titles = [
    ...page.lines
      .filter((line) => line.text && line.text.length <= 500 && keys.has(see(page, line, 'key')))
      .map((line) => line.index),
    ...page.draft.titles.flatMap((one) => page.lineAt(one.at[0])?.index ?? []),
    anchor,
  ];
  const own = citedIn(page)
    .map((line) => line.text.toLowerCase())
    .filter((text) => [...keys].some((key) => copyKey(text).includes(key)));
  const from = zones[0]?.from ?? page.lines.length;
  // A browser's title at the very top is followed by the site's menu.
  const heads = [...new Set(titles)].filter((at) => at > 2 || at === anchor).sort((a, b) => a - b);
  const labelled =
    page.draft.authors.length > 0 ||
    page.lines.some((line) => {
      const label = line.text ? see(page, line, 'label') : undefined;
      const [below] = label?.alone ? near(page, line, 1) : [];
      return (
        label?.field === 'authors' &&
        (!label.alone || (below !== undefined && see(page, below, 'byline') !== undefined))
      );
    });
  const sight = {
    page,
    titles: heads,
    abstract: [from, zones[0]?.to ?? from] as const,
    tail,
    end: referencesFrom(page),
    own,
    labelled,
  };
  const { chosen, all } = chooseNames(sight, page.weights.names);
  page.chose(
    'names',
    all,
    ({ first }) => chosen.has(first),
    ({ first, lines }) => ({ line: first.index, text: lines.map(({ text }) => text).join('\n') }),
  );
  page.lettered = hasLetters(page, chosen);
  // Names above the record that lists them only say them again.
  const isRecord = page.draft.authors.some(({ at }) => at.some(({ pointer }) => pointer !== undefined));
  return isRecord ? new Set([...chosen].filter((line) => line.index >= anchor)) : chosen;
}

/** Whether each name of some lines has no mark, but ends in a letter with which a line of an address begins, the first in "a". */
function hasLetters(page: Page, lines: ReadonlySet<Line>): boolean {
  const pieces = [...lines].flatMap((line) => see(page, line, 'byline')?.pieces ?? []);
  const first = pieces[0]?.traced.text ?? '';
  if (pieces.length < 2 || !first.endsWith('a')) return false;
  const letters = new Set(page.lines.flatMap((line) => /^([a-h])\s(?=\p{Lu})/u.exec(line.text)?.[1] ?? []));
  return pieces.every(({ traced: { text }, marks = [] }) => marks.length === 0 && letters.has(text.at(-1) ?? ''));
}

/** Takes for the journal what the whole page shows to be its name most of all. */
export function decideJournal(page: Page, anchor: number): void {
  if (page.inBook || page.journalStated || page.taught.has('journal') || page.taught.has('source')) return;
  const { chosen, all } = chooseJournal({ page, anchor, tail: tailFrom(page) }, page.weights.journal);
  page.chose(
    'journal',
    all,
    (one) => chosen.includes(one),
    ({ value, seen: [first] }) => ({ line: first?.line ?? 0, text: value }),
  );
  // A name that the page shows to be its journal's is not an author's.
  const names = new Set(chosen.map(({ value }) => copyKey(value)));
  dropAuthors(page, (name) => names.has(copyKey(name)));
  for (const field of ['journal', 'journalAbbreviation', 'journalZh'] as const) {
    const best = chosen.find((one) => one.field === field);
    const had = page.draft[field];
    if (!best) {
      // What a label of abbreviations stated was not a candidate.
      if (had && all.some(({ candidate }) => candidate.value.toLowerCase() === had.value.toLowerCase()))
        delete page.draft[field];
      continue;
    }
    if (had?.value.toLowerCase() === best.value.toLowerCase()) continue;
    const [first] = best.seen;
    const at = first ? page.take(first.traced) : [];
    if (at.length > 0) page.draft[field] = { value: best.value, at };
  }
}

/** "Eva Pich" beside "Eva Pichler": a name that was cut at the end of a line. */
export function dropCutNames(page: Page): void {
  const written = page.draft.authors.map(({ value }) => value.name.written);
  dropAuthors(
    page,
    (name) =>
      /\s\p{L}{4,}$/u.test(name) &&
      written.some((one) => one.startsWith(name) && /^\p{Ll}{2,}$/u.test(one.slice(name.length))),
  );
}

/** Takes out authors whose names are something else's; all of them only where they begin as no name does: "J Multidiscip Care". */
function dropAuthors({ draft: { authors } }: Page, isOther: (name: string) => boolean): void {
  const kept = authors.filter(({ value }) => !isOther(value.name.written));
  if (kept.length > 0 || authors.every(({ value }) => /^J\s\p{Lu}\p{Ll}+\s\p{Lu}/u.test(value.name.written)))
    authors.splice(0, Infinity, ...kept);
}

/** Where the page stops to speak of the paper as a whole, for pages without any abstract. */
function firstTail(page: Page): number {
  const lines = page.lines.filter((line) => line.text);
  const found = lines.find((line, i) => {
    if (i === 0 || !/^(?:references|full-text|author-biographies|statements)$/u.test(tailOf(line.text) ?? ''))
      return false;
    // A menu names the headings one below the other, with nothing under them.
    const under = lines.slice(i, i + 3).map(({ text }) => text);
    return under.length < 3 || under.some((text) => /^.{60,}[.。]$|^.{60,}(?:19|20)\d{2}|^\[?1[.\]]/u.test(text));
  });
  return found?.index ?? page.lines.length;
}
