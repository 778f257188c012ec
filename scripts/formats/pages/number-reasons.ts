/** Why a number that a page says is its paper's own, and why it is another's. */

import type { LabelField } from './labels.ts';
import { citesItself } from './own-citation.ts';
import type { Line, NumberField, Page } from './page.ts';
import { near, see } from './sight.ts';
import { copyKey } from './state-titles.ts';
import type { Reasons } from './weigh.ts';
import type { Traced } from '../text/traced.ts';

/** What is weighed together: the numbers of a place in a journal, the dates, and the DOI. */
export type NumberChoice = 'numbers' | 'dates' | 'doi';

export const choiceOfNumber: Readonly<Record<NumberField, NumberChoice>> = {
  volume: 'numbers',
  issue: 'numbers',
  pages: 'numbers',
  articleNumber: 'numbers',
  issued: 'dates',
  online: 'dates',
  doi: 'doi',
};

/** A value that may be the paper's own, with every line that says it. */
export interface NumberCandidate {
  field: NumberField;
  value: string;
  seen: { traced: Traced; line: Line }[];
  /** Whether a reader of lines took it for the paper's. */
  heard: boolean;
}

/** What the page tells of its numbers. */
export interface NumberSight {
  page: Page;
  anchor: number;
  tail: number;
  references: number;
  /** The names of the journal, in small letters. */
  journals: readonly string[];
  all: readonly NumberCandidate[];
  isThesis: boolean;
  /** The lines of the volume or issue that is the paper's most of all, where one was found before. */
  best?: readonly Line[] | undefined;
}

const isNumbered = ({ text }: Line): boolean => /^[[(]?\d{1,3}[\])]|^\d{1,3}[.、]\s?\D|^[•·▪]/u.test(text);

/** Labels after which each is looked for. */
const labels: Readonly<Record<NumberField, readonly LabelField[]>> = {
  volume: ['volume', 'source'],
  issue: ['issue', 'source'],
  pages: ['pages', 'first-page', 'last-page', 'source'],
  articleNumber: ['article-number', 'pages', 'source'],
  issued: ['date', 'year', 'source'],
  online: ['online', 'date'],
  doi: ['doi'],
};

const isLabelled = ({ field, seen }: NumberCandidate, page: Page): boolean =>
  seen.some(({ line }) => {
    const own = see(page, line, 'label');
    if (own) return labels[field].includes(own.field);
    const [above] = near(page, line, -1);
    const label = above && see(page, above, 'label');
    return label?.alone === true && labels[field].includes(label.field);
  });

type Holds = (line: Line, sight: NumberSight) => number | boolean;
type Table = Reasons<NumberCandidate, NumberSight>;

/** The most that holds of any line that says it. */
const some =
  (holds: Holds) =>
  ({ seen }: NumberCandidate, sight: NumberSight): number =>
    Math.max(0, ...seen.map(({ line }) => Number(holds(line, sight))));

/** What holds of every line that says it. */
const every =
  (holds: Holds) =>
  ({ seen }: NumberCandidate, sight: NumberSight): number =>
    Math.min(1, ...seen.map(({ line }) => Number(holds(line, sight))));

const namesJournal: Holds = ({ text }, { journals }) => journals.some((name) => text.toLowerCase().includes(name));

const kindsOn = (page: Page, line: Line): number =>
  ['volume', 'issue', 'pages', 'article'].filter((kind) => see(page, line, 'kinds').has(kind as 'volume')).length;

const saysOtherDoi: Holds = (line, { page }) => {
  const own = page.draft.doi?.value.toLowerCase();
  const dois = see(page, line, 'dois');
  return own !== undefined && dois.length > 0 && !dois.includes(own);
};

const common: Table = {
  'behind its label': (one, { page }) => isLabelled(one, page),
  'where the paper is cited': some(
    (line, { page }) => citesItself(page, line) || see(page, line, 'label')?.field === 'citation',
  ),
  'beside the journal’s name': some(namesJournal),
  // "More from this journal" says its name beside the numbers of others.
  'beside the journal’s name, in a row of others': every(
    (line, sight) =>
      namesJournal(line, sight) &&
      !citesItself(sight.page, line) &&
      (line.index > sight.tail || isNumbered(line) || isBelowTail(line, sight)),
  ),
  'below or above the journal’s name': some((line, sight) =>
    [...near(sight.page, line, -1), ...near(sight.page, line, 1)].some((one) => namesJournal(one, sight)),
  ),
  'on two lines': ({ seen }) => seen.length >= 2,
  'among references or other papers': every((line, { tail }) => line.index > tail),
  'among references': every((line, { references }) => line.index > references),
  'below a heading of the page’s last parts': every(isBelowTail),
  'near the title': some((line, { anchor }) => Math.abs(line.index - anchor) <= 8),
  'far from the title': every((line, { anchor }) => Math.abs(line.index - anchor) > 30),
  'above the title': some((line, { anchor }) => line.index < anchor),
  'in the first lines': some((line) => line.index < 6),
  'in prose': every((line, { page }) => see(page, line, 'prose')),
  'on a long line': every((line) => line.text.length > 160),
  'words of the site': every((line, { page }) => see(page, line, 'furniture') !== undefined),
  'a numbered line': every(isNumbered),
  'in a reference that is not to the paper': every(
    (line, { page }) =>
      see(page, line, 'reference') && /^\p{Lu}[\p{L}'’-]+,?\s\p{Lu}/u.test(line.text) && !citesItself(page, line),
  ),
  'names beside it': every((line, { page }) => see(page, line, 'names') !== undefined),
  'taken by a reader': ({ heard }) => heard,
  'taken first of its field': (one, { all }) =>
    one.heard && all.find(({ field, heard }) => heard && field === one.field) === one,
  'another value is taken': (one, { all }) =>
    !one.heard && all.some((other) => other.field === one.field && other.heard),
  'another is behind its label': (one, { page, all }) =>
    all.some((other) => other !== one && other.field === one.field && isLabelled(other, page)) &&
    !isLabelled(one, page),
  'another on more lines': (one, { all }) =>
    all.some((other) => other.field === one.field && other.seen.length > one.seen.length),
  'a thesis': (_, { isThesis }) => isThesis,
  'far from the best number': (one, { best }) => best !== undefined && gapTo(best, one) > 12,
};

/** How many lines are between a value and some lines. */
const gapTo = (lines: readonly Line[], { seen }: NumberCandidate): number =>
  Math.min(...lines.flatMap((one) => seen.map(({ line }) => Math.abs(one.index - line.index))));

/** The years beside a number: on its line, or on the lines right above and below it that say a date and no number. */
const yearsBeside = (page: Page, lines: readonly Line[]): Set<string> =>
  new Set(
    lines
      .flatMap((line) => {
        const isDated = (one: Line): boolean => see(page, one, 'kinds').has('date');
        if (isDated(line)) return [line];
        return [...near(page, line, -1, 2), ...near(page, line, 1, 2)].filter(
          (one) => isDated(one) && one.text.length < 60,
        );
      })
      .flatMap((line) => see(page, line, 'locator').tokens)
      .filter(({ kind }) => kind === 'date')
      .map(({ value }) => value.slice(0, 4)),
  );

/**
 * What a line says right before a value of it, after the value before; its beginning where the value is not in one
 * piece.
 */
const saidBefore = ({ traced, line }: NumberCandidate['seen'][number]): string => {
  const at = line.text.indexOf(traced.text);
  const text = at < 0 ? line.text.slice(0, 60) : line.text.slice(Math.max(0, at - 48), at);
  return `${text.replace(/^.*(?:\d{4}|[|;；。])/su, '')}${at < 0 ? line.text.slice(0, 20) : ''}`;
};

/** Whether the last heading above, within reach, is one of the page's last parts. */
function isBelowTail(line: Line, { page }: NumberSight): boolean {
  for (let i = line.index - 1; i >= Math.max(0, line.index - 60); i--) {
    const one = page.lines[i] as Line;
    if (one.text && see(page, one, 'tail')) return true;
    if (one.text && see(page, one, 'section')) return false;
  }
  return false;
}

/** What other DOIs say of a number that is not a DOI. */
const besideDois: Table = {
  'beside another paper’s DOI': every(saysOtherDoi),
  'beside its DOI': some((line, { page }) => {
    const own = page.draft.doi?.value.toLowerCase();
    return own !== undefined && see(page, line, 'dois').includes(own);
  }),
};

const numbers: Table = {
  ...common,
  ...besideDois,
  'a volume': ({ field }) => field === 'volume',
  'an issue': ({ field }) => field === 'issue',
  'an article’s number': ({ field }) => field === 'articleNumber',
  'three numbers on a line': some((line, { page }) => kindsOn(page, line) >= 3),
  'a date beside it': some((line, { page }) => see(page, line, 'kinds').has('date')),
  'no journal on the page': (_, { journals }) => journals.length === 0,
  'like a year': ({ value }) => /^(?:19|20)\d{2}$/u.test(value),
  'a zero first': ({ value }) => /^0/u.test(value),
  'a small number for pages': ({ field, value }) =>
    (field === 'pages' || field === 'articleNumber') && /^\d{1,4}$/u.test(value),
  'a range': ({ value }) => value.includes('-'),
  'a table, a figure or a version': every(({ text }) =>
    /\b(?:tab(?:le)?|fig(?:ure)?|version|chapter)\b|图|表|版本/iu.test(text),
  ),
};

const dates: Table = {
  ...common,
  ...besideDois,
  'of a publication online': ({ field }) => field === 'online',
  'a year alone': ({ value }) => value.length === 4,
  'a month': ({ value }) => value.length === 7,
  'numbers of the journal beside it': some((line, { page }) => kindsOn(page, line) > 0),
  'a word for publication before it': ({ seen }) => seen.some((one) => ofPublication.test(saidBefore(one))),
  'a word for another day before it': ({ seen }) => seen.every((one) => ofOtherDays.test(saidBefore(one))),
  'beside a ©': every(({ text }) => /©|copyright|版权/iu.test(text)),
  'its year is beside the best number': ({ value }, { page, best }) =>
    best !== undefined && yearsBeside(page, best).has(value.slice(0, 4)),
  'another year is beside the best number': ({ value }, { page, best }) => {
    const years = best ? yearsBeside(page, best) : new Set<string>();
    return years.size > 0 && !years.has(value.slice(0, 4));
  },
  // "2019-04-02Ana Berg": the day on which a site posted the paper, where the journal's numbers have the year of the issue.
  'a day in front of a name, and a year beside the best number': ({ seen }, { page, best = [] }) =>
    seen.every(({ line: { text } }) => /^\d{4}-\d\d-\d\d[\s\d:]{0,9}\p{L}{2}/u.test(text)) &&
    best.some((line) =>
      see(page, line, 'locator').tokens.some(({ kind, value }) => kind === 'date' && value.length === 4),
    ),
  'the same day is one online': ({ field, value }, { all }) =>
    field === 'issued' && all.some((other) => other.field === 'online' && other.value === value),
  'a day online is known': (one, { all }) =>
    one.field === 'issued' && all.some(({ field, heard }) => field === 'online' && heard),
  'a fuller one begins with it': ({ value }, { all }) =>
    all.some((other) => other.field === 'issued' && other.value.length > value.length && other.value.startsWith(value)),
};

const doi: Table = {
  ...common,
  'alone on its line': some(({ text }) =>
    /^(?:doi\s?[:：]?\s?)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/iu.test(text),
  ),
  'the word DOI before it': some(({ text }) => /\bdoi\b|doi\.org/iu.test(text)),
  'numbers of the journal beside it': some((line, { page }) => kindsOn(page, line) > 0),
  'the only one': (_, { all }) => all.filter(({ field }) => field === 'doi').length === 1,
  'a longer one begins with it': ({ value }, { all }) =>
    all.some(
      (other) =>
        other.field === 'doi' && other.value !== value && other.value.toLowerCase().startsWith(value.toLowerCase()),
    ),
  'beside the title': some((line, { page }) =>
    page.draft.titles.some((title) => copyKey(line.text).includes(copyKey(title.value.text))),
  ),
};

const ofPublication = /publi|issued|\bissue\b|出版|发表|發表|刊出|發行|発行|刊行|online|available|网络首发/iu;
const ofOtherDays =
  /received|accepted|submi|revised|posted|creat|defen[cs]e|deposit|upload|modif|updated|edited|access|added|since|registr|受付|受理|改訂|收稿|录用|修回|提交|上传|更新|分享|答辩|口试|口試|检索|公开|reçu|accepté|recibido|aceptado|recebido|aceito|поступила|eingegangen|angenommen/iu;

/** Why a number is the paper's own, and why it is another's. */
export const numberReasons: Readonly<Record<NumberChoice, Table>> = { numbers, dates, doi };

/** What can only speak for a value, and only against one: what the fit finds to be otherwise has no weight. */
const onlyFor = new Set([
  'behind its label',
  'where the paper is cited',
  'beside the journal’s name',
  'below or above the journal’s name',
  'beside its DOI',
  'on two lines',
  'near the title',
  'taken by a reader',
  'taken first of its field',
  'a word for publication before it',
  'its year is beside the best number',
]);
const onlyAgainst = new Set([
  'among references or other papers',
  'among references',
  'below a heading of the page’s last parts',
  'beside the journal’s name, in a row of others',
  'beside another paper’s DOI',
  'in a reference that is not to the paper',
  'another value is taken',
  'another is behind its label',
  'another on more lines',
  'far from the title',
  'far from the best number',
  'in prose',
  'words of the site',
  'a numbered line',
  'a thesis',
  'names beside it',
  'a table, a figure or a version',
  'a word for another day before it',
  'another year is beside the best number',
  'beside a ©',
  'a day online is known',
  'a day in front of a name, and a year beside the best number',
  'like a year',
]);

/** Whether a reason speaks for a value alone (1), against it alone (-1), or as the fit finds (0). */
export const signOf = (name: string): number => Number(onlyFor.has(name)) - Number(onlyAgainst.has(name));
