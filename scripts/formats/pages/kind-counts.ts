/** Counts what shows the kind of a page: its titles, DOIs, dates, questions, and lines of some kind. */

import { shareOfHan } from '#domain/language';
import { findDate } from '../values/dates.ts';
import { findDois } from '../values/identifiers.ts';
import { readLocator } from '../values/locators.ts';
import type { Line, Page } from './page.ts';
import { see } from './sight.ts';
import { canBeTitle } from './titles.ts';

export const countOf = (lines: readonly Line[], of: RegExp, longest = 90): number =>
  lines.filter(({ text }) => text.length <= longest && of.test(text)).length;

export const countProse = (page: Page, lines: readonly Line[]): number =>
  lines.filter((line) => see(page, line, 'prose')).length;

/** What registers of trials and reviews ask of every entry. */
const entry =
  /^(?:registration (?:number|status|date)|date of (?:first )?registration|trial (?:id|registration number)|注册号(?:状态)?|注册时间|注册题目|recruitment status|recruiting status|overall status|征募研究对象情况|study type|研究类型|study design|研究设计|study phase|研究所处阶段|inclusion criteria|exclusion criteria|纳入标准|排除标准|(?:target )?sample size|enrollment|样本量|primary sponsor|secondary sponsor|sponsor|试验主办单位|primary outcomes?(?: measures?)?|secondary outcomes?(?: measures?)?|测量指标|ethics (?:committee|approval)|approved by ethics? committee|是否获伦理委员会批准|official title|brief title|public title|scientific title|nct number|study (?:start|completion)(?: date)?|study execute time|研究实施时间|target disease|研究疾病|health condition.{0,30}|conditions?(?: or disease)?|eligibility criteria|arms and interventions|study leader|applicant|申请注册联系人|研究负责人|review question|anticipated (?:start|completion) date|stage of review|study overview|study plan|participation criteria|ages eligible for study|outcome measures|interventions? \/ treatments?|primary completion|other study id numbers|information provided by|last update posted)(?:\s?\([^)]{3,20}\))?\s?[:：]?$/iu;

/** What a register of grants says of a project, glued to its values. */
const ofGrant =
  /^(?:研究課題|研究種目|研究分野|研究機関|研究代表者|研究期間|配分額|Project\/Area Number|Research (?:Category|Field|Institution)|Allocation Type|Project (?:Period|Status)|Budget Amount)/u;

/** What a journal says of itself. */
const ofJournal =
  /^(?:(?:p-?|e-?|print |online )?issn\b|editor(?:s|-in-chief)?\b|editorial board|impact factor|citescore|h-?index|frequency|indexed in|aims (?:and|&) scope|for authors|author guidelines|submit (?:your|a|an) |publication fees?|主办单位|主管单位|出版周期|创刊时间|国内刊号|国际刊号|邮发代号|主编|影响因子|收录|审稿周期|投稿)/iu;

/** Heads of lines under which an abstract is printed; a page that lists or announces papers has none. */
const abstractHead = /^(?:\d{1,2}\s)?(?:abstract|summary|摘\s?要|resumen|resumo)(?![\p{L}])/iu;

/** Whether an abstract's heading has a paragraph under it or on its own line; a menu or a list names the word alone. */
export const hasAbstract = (page: Page): boolean =>
  page.lines.some((line, i) => {
    if (see(page, line, 'label')?.field !== 'abstract' && !abstractHead.test(line.text)) return false;
    const texts = page.lines.slice(i, i + 8).map((one) => one.text);
    return texts.some((text) => text.length > (shareOfHan(text) > 0.3 ? 60 : 160) || /^.{50,}[.。]$/u.test(text));
  });

/** How many lines that can be titles have names right below. */
export const titlesWithNames = (page: Page, lines: readonly Line[]): number =>
  lines.filter((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && see(page, next, 'names') !== undefined && canBeTitle(page, line);
  }).length;

/** Number of distinct DOIs on short lines that are not numbered references. */
export const doisIn = (lines: readonly Line[]): number =>
  new Set(
    lines.flatMap(({ text }) =>
      text.length > 300 || /^\[?\d{1,3}[.\]]\s/u.test(text)
        ? []
        : findDois(text).map(({ value }) => value.toLowerCase()),
    ),
  ).size;

/** Number of distinct page ranges of journals on lines that are not numbered references. */
export const extentsIn = (page: Page, lines: readonly Line[]): number =>
  new Set(
    lines.flatMap((line) =>
      line.text.length > 300 || /^\[?\d{1,3}[.\]]\s/u.test(line.text)
        ? []
        : see(page, line, 'locator').tokens.flatMap((token) => (token.kind === 'pages' ? [token.value] : [])),
    ),
  ).size;

/** How many different days are behind the same label, where that has most: a paper was published once. */
export function mostDates(page: Page, lines: readonly Line[]): number {
  const days = new Map<string, Set<string>>();
  for (const line of lines) {
    const label = line.text.length < 80 ? see(page, line, 'label') : undefined;
    const date = label?.field === 'date' ? findDate(line.text, label.from)?.value : undefined;
    if (label && date) days.set(label.label, (days.get(label.label) ?? new Set()).add(date));
  }
  return Math.max(0, ...[...days.values()].map(({ size }) => size));
}

/** Headlines numbered from one on, three and more, below each of them its names with a year: a digest or results. */
export function isNumberedList(lines: readonly Line[]): boolean {
  let next = 1;
  for (const [i, { text }] of lines.entries()) {
    const number = /^(\d{1,2})[.、)]?\s(?=\S.{9})/u.exec(text)?.[1];
    if (number === undefined || Number(number) !== next || /(?:19|20)\d{2}/u.test(text)) continue;
    if (!lines.slice(i + 1, i + 3).some((one) => one.text.length < 200 && /(?:19|20)\d{2}/u.test(one.text))) continue;
    if (++next > 3) return true;
  }
  return false;
}

/** The contents of an issue: three extents and more that follow on one another, without a paper of the page's own. */
export function isIssue(page: Page): boolean {
  const starts: number[] = [];
  for (const line of page.lines) {
    const isShown =
      /pages?|pp|页|páginas?|^\d{1,5}\s?[-–]\s?\d{1,5}$/iu.test(line.text) || see(page, line, 'kinds').has('volume');
    if (line.text.length > 160 || !isShown) continue;
    const pages = readLocator(line.text).tokens.find((token) => token.kind === 'pages');
    const range = /^(\d{1,5})\s?[-–—]\s?(\d{1,5})$/u.exec(
      pages?.value ?? (/^\d+\s?[-–]\s?\d+$/u.test(line.text) ? line.text : ''),
    );
    if (range?.[1] && range[2] && Number(range[2]) >= Number(range[1])) starts.push(Number(range[1]));
  }
  const rising = starts.filter((start, i) => i > 0 && start > (starts[i - 1] ?? 0)).length;
  return starts.length >= 3 && rising >= starts.length - 1;
}

/** How many different questions of a register the page answers. */
export const questionsIn = (lines: readonly Line[]): number =>
  new Set(
    lines.flatMap(({ text }) => {
      const head = /^[^:：]{2,60}[:：]?/u.exec(text)?.[0] ?? '';
      const question = ofGrant.exec(text)?.[0] ?? (entry.test(head) ? head : undefined);
      return question ? [question.toLowerCase()] : [];
    }),
  ).size;

export const journalLines = (page: Page, lines: readonly Line[]): number =>
  lines.filter(
    (line) =>
      (line.text.length < 120 && ofJournal.test(line.text)) ||
      /^journal-(?:metrics|blurb)$/u.test(see(page, line, 'furniture') ?? see(page, line, 'label')?.field ?? ''),
  ).length;
